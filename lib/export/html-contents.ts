import type { Frame } from '@/lib/frame/frame';
import { required } from '@/lib/kernel/assert';
import type { NumberClaim } from '@/lib/report/contents';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { sectionsOf } from '@/lib/report/parts';
import { changesOf, type Proposal } from '@/lib/report/proposals';
import { balanceDirection } from '@/lib/text/balance-direction';
import type { DiffPart } from '@/lib/text/diff';
import {
  byWords,
  type ClaimLine,
  figureWords,
  foundWords,
  type HeadFact,
  headFacts,
  moreWords,
  namedOf,
  unattributedGroups,
} from './contents-words';
import { claimBadge, entryId, keyOf, list, pair, personName } from './html-parts';
import { html, type Markup } from './markup';

/** What the report says beyond its label: the facts of its head, its own contents, the checked copy, what nobody is named for, numbers. */

export function headList(model: ReportModel): Markup {
  return html`<dl class="pairs head">${headFacts(model).map((fact) => pair(fact.term, factWords(fact, model.frame)))}</dl>`;
}

function factWords({ names, words }: HeadFact, frame: Frame): Markup {
  if (names.length === 0) return html`${words}`;
  return list(
    names.map((name) => personName({ name })),
    frame,
  );
}

/** Where what stands: a link to each section that the report has. */
export function contentsList(model: ReportModel): Markup {
  const { layout, report } = model.frame;
  return html`<nav class="toc" aria-label="${layout.contents}"><ol>${sectionsOf(model).map((id) => html`<li><a href="#${id}">${report.sections[id].title}</a></li>`)}</ol></nav>`;
}

/** Each proposal in its sentence: what would go struck through, what would stand there underlined. Nothing is said of the author. */
export function* checkedCopy({ contents, frame }: ReportModel): Generator<Markup, void, undefined> {
  yield html`<ol class="checked">
`;
  for (const proposal of contents.proposals) yield toProposal(proposal, frame);
  yield html`</ol>`;
}

function toProposal(proposal: Proposal, frame: Frame): Markup {
  const { claim, why } = proposal;
  const [first] = claim.spans;
  const last = required(claim.spans.at(-1), 'a claim has a span');
  const aside = why === '' ? null : html`<p class="m">${why}</p>`;
  const changes = changesOf(proposal).map((part, at, all) => toChange(part, all[at - 1], all[at + 1], frame));
  return html`<li>${claimBadge(claim, `#${entryId(claim)}`, frame)}<div><p class="q" lang="" dir="auto">${first?.before ?? ''}${changes}${last.after}</p>${aside}<p class="m" lang="" dir="auto">${byWords(claim, frame)}</p></div></li>
`;
}

/** What goes and what comes, said to who hears it too: few screen readers tell the one from the other. */
function toChange({ kind, text }: DiffPart, before: DiffPart | undefined, after: DiffPart | undefined, { layout }: Frame): Markup {
  if (kind === 'same') return html`${text}`;
  if (kind === 'gone') {
    return after?.kind === 'come'
      ? html`<del>${text}</del>`
      : html`<span class="vh">(${layout.without}: </span><del>${text}</del><span class="vh">) </span>`;
  }
  return before?.kind === 'gone'
    ? html` <span class="vh">${layout.shouldRead} </span><ins>${text}</ins>`
    : html`<span class="vh">(${layout.with}: </span><ins>${text}</ins><span class="vh">) </span>`;
}

/** Claims by what is missing; a claim may stand in several groups. */
export function* unattributedList({ contents, frame }: ReportModel): Generator<Markup, void, undefined> {
  yield html`<div class="lacks">`;
  for (const group of unattributedGroups(frame)) yield* toGroup(contents.unattributed[group.key], group, frame);
  yield html`</div>`;
}

function* toGroup(
  claims: readonly ReportClaim[],
  { title, about }: { readonly title: string; readonly about: string },
  frame: Frame,
): Generator<Markup, void, undefined> {
  if (claims.length === 0) return;
  yield html`<div><h3>${title} <small>${frame.counts.number(claims.length)}</small></h3><p class="m">${about}</p><ul>
`;
  for (const claim of claims) yield html`<li>${claimBadge(claim, `#${entryId(claim)}`, frame)}${quoteOf(claim)}</li>\n`;
  yield html`</ul></div>`;
}

function quoteOf(claim: ReportClaim): Markup {
  const words = claim.spans.map(({ quote }) => quote).join(' […] ');
  return html`<p class="q" lang="" dir="auto"><mark data-c="${keyOf(claim)}">${words}</mark></p>`;
}

export function* numberTable({ contents, frame }: ReportModel): Generator<Markup, void, undefined> {
  yield html`<div class="tblwrap"><table class="tbl figs"><thead><tr>${frame.report.numberColumns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
`;
  for (const row of contents.numbers) yield toNumberRow(row, frame);
  yield html`</tbody></table></div>`;
}

function toNumberRow(row: NumberClaim, frame: Frame): Markup {
  const { claim } = row;
  const { correction } = claim.finding;
  const instead =
    correction.trim() === '' ? null : html`. <b>${frame.layout.terms.shouldRead}:</b> <span lang="" dir="auto">${correction}</span>`;
  return html`<tr><td>${claimBadge(claim, `#${entryId(claim)}`, frame)}</td><td><bdi lang="">${figureWords(row, frame)}</bdi></td><td>${quoteOf(claim)}</td><td>${foundWords(claim, frame)}${instead}</td></tr>
`;
}

/** A sentence that names its claims, each leading to its entry. */
export function claimLine({ head, claims, tail }: ClaimLine, frame: Frame): Markup {
  const words = balanceDirection(head);
  if (claims.length === 0) return html`${words}${tail}`;
  const named = namedOf(claims).map((claim, at) => html`${at === 0 ? null : ', '}<a href="#${entryId(claim)}">C${claim.number}</a>`);
  return html`${words} (${named}${moreWords(claims.length - named.length, frame)})${tail}`;
}

/** What the author is still to be asked; nothing where nothing is. */
export function questionList({ contents, frame }: ReportModel): Markup | null {
  if (contents.questions.length === 0) return null;
  const items = contents.questions.map(
    (claim) => html`<li>${claimBadge(claim, `#${entryId(claim)}`, frame)}<p lang="" dir="auto">${claim.finding.question}</p></li>`,
  );
  return html`<h3 class="ask">${frame.report.questions}</h3><ol class="asked">${items}</ol>`;
}
