import type { GraphLayout, Ribbon } from '@/lib/provenance/graph-layout';
import type { ReportModel } from '@/lib/report/model';

/** What the pictures of the provenance graph share, whichever format draws them. */

/** Room above and below for labels of nodes at the edge, in pixels of the layout. */
export const MARGIN = 10;

/** A picture on paper is no higher than this, in points; a larger one is drawn smaller, and is whole in the table after it. */
const HEIGHT_MAX = 560;

/** How large the layout is drawn on paper that is `width` points wide: points for each of its pixels. */
export function scaleOf({ width, height }: Pick<GraphLayout, 'width' | 'height'>, paper: number): number {
  return Math.min(paper / width, HEIGHT_MAX / (height + 2 * MARGIN));
}

/** Whether a ribbon is outlined and not filled. */
export function isOutlined({ stated, circular }: Pick<Ribbon, 'stated' | 'circular'>): boolean {
  return stated === 'from_outside' || circular;
}

/** The picture's text alternative. */
export function toSummary({ sourcing, frame: { report, counts } }: ReportModel): string {
  const relays = sourcing.label.relays.slice(0, 3).map(({ source, claimIds }) => report.graph.through(claimIds.length, source.name));
  return [counts.claims(sourcing.label.claimIds.length), ...relays, report.graph.inTable].join('; ');
}
