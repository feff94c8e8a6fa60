import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS, SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { countOutside, type DrawnEdge } from './drawn-graph';

/** What the fills mean; only what occurs in this picture. */
export function GraphLegend({ edges }: { edges: readonly DrawnEdge[] }) {
  const classes = new Set(edges.flatMap(({ ribbons }) => ribbons.map(({ sourceClass }) => sourceClass)));
  return (
    <figcaption className="legend">
      {SOURCE_CLASSES.filter((name) => classes.has(name)).map((name) => (
        <span key={name} aria-hidden="true">
          <ClassBadge c={name} letter={SOURCE_CLASS_FACTS[name].letter} label="" />
          {SOURCE_CLASS_FACTS[name].label}
        </span>
      ))}
      <span>
        <i className="swatch" aria-hidden="true" />
        plain: stated in the claim’s own sentence
      </span>
      {edges.some((edge) => countOutside(edge) > 0) ? (
        <span>
          <i className="swatch outside" aria-hidden="true" />
          hatched: known only from outside it
        </span>
      ) : null}
      {edges.some(({ circular }) => circular) ? (
        <span>
          <i className="swatch circular" aria-hidden="true" />
          dashed: leads back in a circle
        </span>
      ) : null}
    </figcaption>
  );
}
