import type { RefObject } from 'react';
import { SOURCE_CLASSES } from '@/lib/attribution/source-type';

/** Where in the article the claims are. Decoration: the list of claims is the way to them. */
export function DensityMap({ map }: { map: RefObject<SVGSVGElement | null> }) {
  return (
    <svg ref={map} className="map" aria-hidden="true" focusable="false">
      <rect x="2" y="3" height="0" rx="3" />
      {SOURCE_CLASSES.map((sourceClass) => (
        <path key={sourceClass} data-stroke={sourceClass} data-c={sourceClass} />
      ))}
      <path data-stroke="on" />
    </svg>
  );
}
