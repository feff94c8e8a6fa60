import type { ClaimPair } from '@/lib/provenance/label';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Picker } from './claim-picker';
import { claimBadge, entryId, keyOf } from './html-parts';
import { gloss } from './html-sourcing';
import { html, type Markup } from './markup';
import { groupPairs } from './pairs';
import { NO_CONFLICTS } from './report-words';
import { noteBetween, outsideWords } from './sourcing-words';

const SIGNS = { contradicts: { sign: '≠', word: 'contradicts' }, tension: { sign: '~', word: 'is in tension with' } } as const;

/** What does not fit: claims beside those they contradict, then those in tension; at the end how many relations lead out of the report. */
export function* conflicts(model: ReportModel, pick: Picker): Generator<Markup, void, undefined> {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  if (contradictions.length + tensions.length === 0 && outside === null) {
    yield html`<p>${NO_CONFLICTS}</p>`;
    return;
  }
  yield* groupsOf(contradictions, 'contradicts', pick);
  yield* groupsOf(tensions, 'tension', pick);
  if (outside !== null) yield html`<p class="out-note">${outside}</p>`;
}

function* groupsOf(pairs: readonly ClaimPair[], kind: keyof typeof SIGNS, pick: Picker): Generator<Markup, void, undefined> {
  const { sign, word } = SIGNS[kind];
  for (const { centre, others } of groupPairs(pairs)) {
    const [middle] = pick([centre]);
    if (middle === undefined) continue;
    const beside = pick(others).map((other) => html`<li>${toQuote(other, noteBetween(middle, other, kind))}</li>`);
    yield html`<div class="versus"><div>${toQuote(middle, '')}</div><span class="neq"><span aria-hidden="true">${sign}</span><span class="vh"> ${word} </span></span><ul>${beside}</ul></div>
`;
  }
}

function toQuote(claim: ReportClaim, note: string): Markup {
  const words = claim.spans.map(({ quote }) => quote).join(' […] ');
  return html`<p class="q" lang="" dir="auto"><mark data-c="${keyOf(claim)}">${words}</mark></p><p class="m">${claimBadge(claim, `#${entryId(claim)}`)} ${gloss(claim.chain)}${note === '' ? null : html`. <span lang="" dir="auto">${note}</span>`}</p>`;
}
