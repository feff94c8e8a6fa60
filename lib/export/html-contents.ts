import { required } from '@/lib/kernel/assert';
import type { NumberClaim, Unattributed } from '@/lib/report/contents';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { sectionsOf } from '@/lib/report/parts';
import type { Proposal } from '@/lib/report/proposals';
import { balanceDirection } from '@/lib/text/balance-direction';
import {
  byWords,
  type ClaimLine,
  figureWords,
  foundWords,
  type HeadFact,
  headFacts,
  NUMBER_COLUMNS,
  namedOf,
  UNATTRIBUTED_GROUPS,
} from './contents-words';
import { claimBadge, entryId, keyOf, list, pair, personName } from './html-parts';
import { html, type Markup } from './markup';
import { SECTIONS } from './report-words';
import { toNumberText } from './wording';

/** What the report says beyond its label: the facts of its head, its own contents, the checked copy, what nobody is named for, numbers. */

export function headList(model: ReportModel): Markup {
  return html`<dl class="pairs head">${headFacts(model).map((fact) => pair(fact.term, factWords(fact)))}</dl>`;
}

function factWords({ names, words }: HeadFact): Markup {
  return names.length === 0 ? html`${words}` : list(names.map((name) => personName({ name })));
}

/** Where what stands: a link to each section that the report has. */
export function contentsList(model: ReportModel): Markup {
  return html`<nav class="toc" aria-label="Contents"><ol>${sectionsOf(model).map((id) => html`<li><a href="#${id}">${SECTIONS[id].title}</a></li>`)}</ol></nav>`;
}

/** Each proposal in its sentence: what would go struck through, what would stand there underlined. Nothing is said of the author. */
export function* checkedCopy({ contents }: ReportModel): Generator<Markup, void, undefined> {
  yield html`<ol class="checked">
`;
  for (const proposal of contents.proposals) yield toProposal(proposal);
  yield html`</ol>`;
}

function toProposal({ claim, correction, why }: Proposal): Markup {
  const [first] = claim.spans;
  const last = required(claim.spans.at(-1), 'a claim has a span');
  const gone = claim.spans.map(({ quote }, part) => html`${part === 0 ? null : ' […] '}<del>${quote}</del>`);
  const aside = why === '' ? null : html`<p class="m">${why}</p>`;
  return html`<li>${claimBadge(claim, `#${entryId(claim)}`)}<div><p class="q" lang="" dir="auto">${first?.before ?? ''}${gone} <span class="vh">should read </span><ins>${correction}</ins>${last.after}</p>${aside}<p class="m" lang="" dir="auto">${byWords(claim)}</p></div></li>
`;
}

/** Claims by what is missing; a claim may stand in several groups. */
export function* unattributedList({ contents }: ReportModel): Generator<Markup, void, undefined> {
  yield html`<div class="lacks">`;
  for (const { key, title, about } of UNATTRIBUTED_GROUPS) yield* toGroup(contents.unattributed, key, title, about);
  yield html`</div>`;
}

function* toGroup(all: Unattributed, key: keyof Unattributed, title: string, about: string): Generator<Markup, void, undefined> {
  const claims = all[key];
  if (claims.length === 0) return;
  yield html`<div><h3>${title} <small>${toNumberText(claims.length)}</small></h3><p class="m">${about}</p><ul>
`;
  for (const claim of claims) yield html`<li>${claimBadge(claim, `#${entryId(claim)}`)}${quoteOf(claim)}</li>\n`;
  yield html`</ul></div>`;
}

function quoteOf(claim: ReportClaim): Markup {
  const words = claim.spans.map(({ quote }) => quote).join(' […] ');
  return html`<p class="q" lang="" dir="auto"><mark data-c="${keyOf(claim)}">${words}</mark></p>`;
}

export function* numberTable({ contents }: ReportModel): Generator<Markup, void, undefined> {
  yield html`<div class="tblwrap"><table class="tbl figs"><thead><tr>${NUMBER_COLUMNS.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
`;
  for (const row of contents.numbers) yield toNumberRow(row);
  yield html`</tbody></table></div>`;
}

function toNumberRow(row: NumberClaim): Markup {
  const { claim } = row;
  const { correction } = claim.finding;
  const instead = correction.trim() === '' ? null : html`. <b>Should read:</b> <span lang="" dir="auto">${correction}</span>`;
  return html`<tr><td>${claimBadge(claim, `#${entryId(claim)}`)}</td><td><bdi lang="">${figureWords(row)}</bdi></td><td>${quoteOf(claim)}</td><td>${foundWords(claim)}${instead}</td></tr>
`;
}

/** A sentence that names its claims, each leading to its entry. */
export function claimLine({ head, claims, tail }: ClaimLine): Markup {
  const words = balanceDirection(head);
  if (claims.length === 0) return html`${words}${tail}`;
  const named = namedOf(claims).map((claim, at) => html`${at === 0 ? null : ', '}<a href="#${entryId(claim)}">C${claim.number}</a>`);
  const rest = claims.length - named.length;
  return html`${words} (${named}${rest === 0 ? null : ` and ${toNumberText(rest)} more`})${tail}`;
}

/** What the author is still to be asked; nothing where nothing is. */
export function questionList({ contents }: ReportModel): Markup | null {
  if (contents.questions.length === 0) return null;
  const items = contents.questions.map(
    (claim) => html`<li>${claimBadge(claim, `#${entryId(claim)}`)}<p lang="" dir="auto">${claim.finding.question}</p></li>`,
  );
  return html`<h3 class="ask">Questions to the author</h3><ol class="asked">${items}</ol>`;
}
