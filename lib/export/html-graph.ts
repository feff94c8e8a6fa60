import { nameWords } from '@/lib/attribution/link-name';
import type { GraphNode } from '@/lib/provenance/graph';
import type { PlacedNode, Ribbon } from '@/lib/provenance/graph-layout';
import { nodeNotes } from '@/lib/provenance/graph-words';
import type { ReportModel } from '@/lib/report/model';
import { balanceDirection } from '@/lib/text/balance-direction';
import type { Picker } from './claim-picker';
import { claimNumbers, toClassKey } from './html-parts';
import { html, type Markup } from './markup';
import { GRAPH_LEGEND, WAYS_CAPTION } from './report-words';
import { toCountText, toExcerpt, toNumberText } from './wording';

/**
 * Where the claims come from, drawn: from the article on the left through relays to whoever is said to hold them. The
 * picture is an image to screen readers; the table after it has the same ways in words and is complete.
 */
export function* graph(model: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  const { sourcing } = model;
  const { width, height } = sourcing.layout;
  if (sourcing.label.claimIds.length === 0) {
    yield html`<p>No claims.</p>`;
    return;
  }
  const notes = nodeNotes(sourcing.graph);
  const room = Math.ceil(height) + 2 * MARGIN;
  yield html`<div class="flowwrap" tabindex="0" role="region" aria-label="Picture of where the claims come from"><svg class="flow" viewBox="0 ${-MARGIN} ${Math.ceil(width)} ${room}" width="${Math.ceil(width)}" height="${room}" role="img" aria-label="${toSummary(model)}">
`;
  for (const ribbon of sourcing.layout.ribbons) yield toRibbon(ribbon);
  for (const node of sourcing.layout.nodes) yield toNode(node, notes.get(node.key) ?? '');
  yield html`</svg></div>
<p class="cap"><span><span class="sw" aria-hidden="true"></span>${GRAPH_LEGEND.stated}</span><span><span class="sw un" aria-hidden="true"></span>${GRAPH_LEGEND.outside}</span><span>${GRAPH_LEGEND.width}</span></p>
`;
  yield* table(model, pick);
}

/** Room above and below for labels of nodes at the edge, in pixels. */
const MARGIN = 10;
/** What a character of a label takes on average, in pixels: longer names are cut, and stand whole in the table. */
const CHARACTER = 6.6;

export function toSummary({ sourcing }: ReportModel): string {
  const relays = sourcing.label.relays.slice(0, 3).map(({ source, claimIds }) => `${toNumberText(claimIds.length)} through ${source.name}`);
  return [`${toCountText(sourcing.label.claimIds.length, 'claim')}`, ...relays, 'the same in the table below'].join('; ');
}

function toRibbon({ sourceClass, stated, circular, claimIds, path }: Ribbon): Markup {
  const outside = stated === 'from_outside';
  return html`<path class="${outside || circular ? 'lk un' : 'lk'}" data-c="${toClassKey(sourceClass)}" d="${path}"><title>${toCountText(claimIds.length, 'claim')}${outside ? ', known from outside' : ''}</title></path>
`;
}

function toNode(node: PlacedNode, note: string): Markup {
  const { x, y, width, height, label, sourceClass, claimIds, name } = node;
  const key = sourceClass === null ? null : html` data-c="${toClassKey(sourceClass)}"`;
  const words = balanceDirection(nameWords(name));
  const fits = Math.max(4, Math.floor(label.width / CHARACTER));
  const first = note === '' ? label.y + 4 : label.y - 2;
  const second =
    note === ''
      ? null
      : html`<text class="sub" x="${round(label.x)}" y="${round(label.y + 13)}">${balanceDirection(toExcerpt(note, fits + 4))}</text>`;
  return html`<g><title>${words}: ${toCountText(claimIds.length, 'claim')}</title><rect${key} x="${round(x)}" y="${round(y)}" width="${width}" height="${round(height)}"></rect><text x="${round(label.x)}" y="${round(first)}">${toNumberText(claimIds.length)} ${balanceDirection(toExcerpt(words, fits))}</text>${second}</g>
`;
}

/** Hundredths of a pixel are more than a screen shows. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function* table({ sourcing }: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  const nodes = new Map(sourcing.graph.nodes.map((node) => [node.key, node]));
  yield html`<div class="tblwrap"><table class="ways"><caption>${WAYS_CAPTION}</caption><thead><tr><th scope="col">Told by</th><th scope="col">Who has it from</th><th scope="col" class="r">Claims</th><th scope="col" class="r">Known from outside</th><th scope="col">Which</th></tr></thead><tbody>
`;
  for (const { from, to, strands, claimIds, circular } of sourcing.graph.edges) {
    const outside = strands.reduce((sum, strand) => sum + (strand.stated === 'from_outside' ? strand.claimIds.length : 0), 0);
    yield html`<tr><td>${toEnd(nodes.get(from))}</td><td>${toEnd(nodes.get(to))}${circular ? ' (back to where it came from)' : null}</td><td class="r num">${toNumberText(claimIds.length)}</td><td class="r num">${toNumberText(outside)}</td><td>${claimNumbers(pick(claimIds))}</td></tr>
`;
  }
  yield html`</tbody></table></div>`;
}

function toEnd(node: GraphNode | undefined): Markup {
  if (node === undefined) return html`–`;
  const behind = node.behind.map(({ name }) => nameWords(name)).join(', ');
  return html`<bdi lang="">${nameWords(node.name)}</bdi>${behind === '' ? null : html` <small>behind <bdi lang="">${behind}</bdi></small>`}`;
}
