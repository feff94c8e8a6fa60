import { compositionPicture, compositionSummary, partWords, toClassCounts } from '@/lib/export/composition-picture';
import { ENGLISH } from '@/lib/frame/en/english';
import type { ClassTally } from '@/lib/provenance/label';

/** As wide as the box of facts has room. */
const WIDTH = 316;

/** The claims by class as parts of one bar, drawn as reports have it; the table beside it has the numbers. */
export function CompositionBar({ classes }: { classes: readonly ClassTally[] }) {
  const counts = toClassCounts(classes);
  const all = counts.reduce((sum, { claims }) => sum + claims, 0);
  if (all === 0) return null;
  const { width, height, parts } = compositionPicture(counts, { width: WIDTH, direction: ENGLISH.direction });
  return (
    <svg className="composition" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={compositionSummary(counts, ENGLISH)}>
      {parts.map(({ line, letter, ...part }) => (
        <g key={part.sourceClass} data-c={part.sourceClass}>
          <title>{partWords(part, all, ENGLISH)}</title>
          <rect x={part.x} y={part.y} width={part.width} height={part.height} />
          <path d={line} />
          <text x={letter.x} y={letter.y}>
            {letter.text}
          </text>
        </g>
      ))}
    </svg>
  );
}
