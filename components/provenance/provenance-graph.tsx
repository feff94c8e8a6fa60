import { SkipLink } from '@/components/ui/skip-link';
import { isOutside } from '@/lib/attribution/link';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import type { GraphLayout, PlacedNode } from '@/lib/provenance/graph-layout';
import type { AddressOf } from './claims-link';
import { countOf, type DrawnEdge, edgeWords } from './drawn-graph';
import { GraphLegend } from './graph-legend';
import { GraphTable } from './graph-table';
import { edgeSelection, nodeSelection } from './selections';

/** Room above the picture for the heads of its columns, and below for a label that hangs over; pixels. */
const HEAD = 30;
const FOOT = 18;
const LABEL_HEIGHT = 36;

/** Smaller than this, labels cannot be read: the picture scrolls instead. */
const MIN_SCALE = 0.88;

/** More edges than this are a long way for the Tab key. */
const WORTH_SKIPPING = 12;

type ProvenanceGraphProps = {
  layout: GraphLayout;
  edges: readonly DrawnEdge[];
  /** What stands under a node's name, by its key. */
  notes: ReadonlyMap<string, string>;
  addressOf: AddressOf;
};

/**
 * The way of the claims from the article on. Drawn on the server; each ribbon and each number is a link to its claims.
 * A group and not an image: what is inside an image cannot be reached. The table after it has the same edges.
 */
export function ProvenanceGraph({ layout, edges, notes, addressOf }: ProvenanceGraphProps) {
  const { width, height, columns, nodes } = layout;
  return (
    <figure className="flow-figure">
      {edges.length > WORTH_SKIPPING ? <SkipLink to="#flow-table">Skip the drawing</SkipLink> : null}
      <div className="flow-room">
        {/* biome-ignore lint/a11y/useSemanticElements: there is no fieldset in SVG */}
        <svg
          className="flow"
          style={{ minWidth: Math.max(860, width * MIN_SCALE) }}
          viewBox={`0 ${-HEAD} ${width} ${height + HEAD + FOOT}`}
          role="group"
          aria-label={`Provenance: ${countOf(nodes[0]?.claimIds.length ?? 0, 'claim')} along ${countOf(edges.length, 'way')}. The table after it says the same.`}
        >
          <Hatches />
          <g>
            {columns.map(({ x }, at) => (
              <text key={x} className="head" x={x} y={-HEAD + 12}>
                {COLUMN_HEADS[at] ?? COLUMN_HEADS.at(-1)}
              </text>
            ))}
          </g>
          {edges.map((edge) => (
            <EdgeLink key={edge.key} edge={edge} href={addressOf(edgeSelection(edge.key))} />
          ))}
          {nodes.map((node) => (
            <Node key={node.key} node={node} note={notes.get(node.key) ?? othersNote(node)} href={addressOf(nodeSelection(node.key))} />
          ))}
        </svg>
      </div>
      <GraphLegend edges={edges} />
      <GraphTable edges={edges} addressOf={addressOf} />
    </figure>
  );
}

/** How small those are that were gathered into one node; undefined for a node that stands for itself. */
function othersNote({ members }: PlacedNode): string | undefined {
  if (members.length === 0) return undefined;
  const most = Math.max(...members.map(({ claimIds }) => claimIds.length));
  return most === 1 ? 'a claim each; the number lists them' : `up to ${countOf(most, 'claim')} each; the number lists them`;
}

const COLUMN_HEADS = ['Article', 'has it from', 'who has it from'] as const;

/** One pattern a class: a pattern does not see the colours of what it fills. */
function Hatches() {
  return (
    <defs>
      {SOURCE_CLASSES.map((name) => (
        <pattern
          key={name}
          id={`hatch-${name}`}
          data-c={name}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="hatch-line" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      ))}
    </defs>
  );
}

function EdgeLink({ edge, href }: { edge: DrawnEdge; href: string }) {
  const words = edgeWords(edge);
  return (
    <a href={href} data-claims="" className="edge" aria-label={words}>
      <title>{words}</title>
      {edge.ribbons.map(({ stated, sourceClass, path }) => (
        <g key={`${stated} ${sourceClass}`} data-c={sourceClass}>
          <path className="ribbon" data-outside={isOutside(stated) || undefined} data-circular={edge.circular || undefined} d={path} />
          {isOutside(stated) ? <path className="hatched" fill={`url(#hatch-${sourceClass})`} d={path} /> : null}
        </g>
      ))}
    </a>
  );
}

function Node({ node, note, href }: { node: PlacedNode; note: string | undefined; href: string }) {
  const { x, y, width, height, label, sourceClass, claimIds, name } = node;
  const words = nameWords(name);
  return (
    <g data-c={sourceClass ?? undefined}>
      <rect className="node" data-kind={node.kind} x={x} y={y} width={width} height={height} />
      <foreignObject x={label.x} y={label.y - LABEL_HEIGHT / 2} width={label.width} height={LABEL_HEIGHT}>
        <div className="flow-label">
          <div className="flow-name">
            <a href={href} data-claims="" aria-label={`${countOf(claimIds.length, 'claim')}: ${words}`}>
              {claimIds.length.toLocaleString('en')}
            </a>
            <bdi title={words}>{words}</bdi>
          </div>
          {note === undefined ? null : (
            <div className="flow-note" title={note}>
              {note}
            </div>
          )}
        </div>
      </foreignObject>
    </g>
  );
}
