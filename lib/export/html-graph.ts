import { nameWords } from '@/lib/attribution/link-name';
import type { Frame } from '@/lib/frame/frame';
import type { PlacedNode, Ribbon } from '@/lib/provenance/graph-layout';
import { nodeNotes } from '@/lib/provenance/graph-words';
import type { ReportModel } from '@/lib/report/model';
import { balanceDirection } from '@/lib/text/balance-direction';
import type { Picker } from './claim-picker';
import { isOutlined, MARGIN, toSummary } from './graph-picture';
import { claimNumbers, toClassKey } from './html-parts';
import { html, type Markup } from './markup';
import { type WayEnd, waysOf } from './ways';
import { toExcerpt } from './wording';

/**
 * Where the claims come from, drawn: from the article on the left through relays to whoever is said to hold them. The
 * picture is an image to screen readers; the table after it has the same ways in words and is complete.
 */
export function* graph(model: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  const { sourcing, frame } = model;
  const words = frame.report.graph;
  const { width, height } = sourcing.layout;
  if (sourcing.label.claimIds.length === 0) {
    yield html`<p>${frame.report.noClaims}</p>`;
    return;
  }
  const notes = nodeNotes(sourcing.graph, frame);
  const room = Math.ceil(height) + 2 * MARGIN;
  yield html`<div class="flowwrap" tabindex="0" role="region" aria-label="${frame.layout.picture}"><svg class="flow" viewBox="0 ${-MARGIN} ${Math.ceil(width)} ${room}" width="${Math.ceil(width)}" height="${room}" role="img" aria-label="${toSummary(model)}">
`;
  for (const ribbon of sourcing.layout.ribbons) yield toRibbon(ribbon, frame);
  for (const node of sourcing.layout.nodes) yield toNode(node, notes.get(node.key) ?? '', frame);
  yield html`</svg></div>
<p class="cap"><span><span class="sw" aria-hidden="true"></span>${words.stated}</span><span><span class="sw un" aria-hidden="true"></span>${words.outside}</span><span>${words.width}</span></p>
`;
  yield* table(model, pick);
}

/** What a character of a label takes on average, in pixels: longer names are cut, and stand whole in the table. */
const CHARACTER = 6.6;

function toRibbon(ribbon: Ribbon, { counts, layout }: Frame): Markup {
  const { sourceClass, stated, claimIds, path } = ribbon;
  const outside = stated === 'from_outside';
  return html`<path class="${isOutlined(ribbon) ? 'lk un' : 'lk'}" data-c="${toClassKey(sourceClass)}" d="${path}"><title>${counts.claims(claimIds.length)}${outside ? layout.knownFromOutside : ''}</title></path>
`;
}

function toNode(node: PlacedNode, note: string, { counts, attribution }: Frame): Markup {
  const { x, y, width, height, label, sourceClass, claimIds, name } = node;
  const key = sourceClass === null ? null : html` data-c="${toClassKey(sourceClass)}"`;
  const words = balanceDirection(nameWords(name, attribution));
  const fits = Math.max(4, Math.floor(label.width / CHARACTER));
  const first = note === '' ? label.y + 4 : label.y - 2;
  const second =
    note === ''
      ? null
      : html`<text class="sub" x="${round(label.x)}" y="${round(label.y + 13)}">${balanceDirection(toExcerpt(note, fits + 4))}</text>`;
  return html`<g><title>${words}: ${counts.claims(claimIds.length)}</title><rect${key} x="${round(x)}" y="${round(y)}" width="${width}" height="${round(height)}"></rect><text x="${round(label.x)}" y="${round(first)}">${counts.number(claimIds.length)} ${balanceDirection(toExcerpt(words, fits))}</text>${second}</g>
`;
}

/** Hundredths of a pixel are more than a screen shows. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function* table(model: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  const { report, counts } = model.frame;
  const heads = report.wayColumns.map((name, at) => html`<th scope="col"${at === 2 || at === 3 ? html` class="r"` : null}>${name}</th>`);
  yield html`<div class="tblwrap"><table class="ways"><caption>${report.waysCaption}</caption><thead><tr>${heads}</tr></thead><tbody>
`;
  for (const { from, to, back, claimIds, outside } of waysOf(model)) {
    yield html`<tr><td>${toEnd(from, report)}</td><td>${toEnd(to, report)}${back}</td><td class="r num">${counts.number(claimIds.length)}</td><td class="r num">${counts.number(outside)}</td><td>${claimNumbers(pick(claimIds))}</td></tr>
`;
  }
  yield html`</tbody></table></div>`;
}

function toEnd({ name, behind }: WayEnd, report: Frame['report']): Markup {
  return html`<bdi lang="">${name}</bdi>${behind === '' ? null : html` <small>${report.behind} <bdi lang="">${behind}</bdi></small>`}`;
}
