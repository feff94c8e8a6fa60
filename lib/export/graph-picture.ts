import type { GraphLayout, Ribbon } from '@/lib/provenance/graph-layout';
import type { ReportModel } from '@/lib/report/model';
import { GRAPH_LEGEND } from './report-words';
import { toCountText, toNumberText } from './wording';

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
export function toSummary({ sourcing }: ReportModel): string {
  const relays = sourcing.label.relays.slice(0, 3).map(({ source, claimIds }) => `${toNumberText(claimIds.length)} through ${source.name}`);
  return [`${toCountText(sourcing.label.claimIds.length, 'claim')}`, ...relays, 'the same in the table below'].join('; ');
}

/** How to read the picture, where no specimens of its lines can stand beside the words. */
export const LEGEND_LINE = `Filled: ${GRAPH_LEGEND.stated}. Outlined in dashes: ${GRAPH_LEGEND.outside}. ${GRAPH_LEGEND.width}`;
