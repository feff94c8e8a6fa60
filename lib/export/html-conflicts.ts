import type { ClaimPair } from '@/lib/provenance/label';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimBadge, entryId, keyOf } from './html-parts';
import { gloss } from './html-sourcing';
import type { Picker } from './html-speakers';
import { html, type Markup } from './markup';
import { groupPairs } from './pairs';
import { noteBetween, outsideWords } from './sourcing-words';

const SIGNS = { contradicts: { sign: '≠', word: 'contradicts' }, tension: { sign: '~', word: 'is in tension with' } } as const;

/** What does not fit: claims beside those they contradict, then those in tension; at the end how many relations lead out of the report. */
export function conflicts(model: ReportModel, pick: Picker): Markup {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  if (contradictions.length + tensions.length === 0 && outside === null) {
    return html`<p>No contradiction between these claims was noted.</p>`;
  }
  const out = outside === null ? null : html`<p class="out-note">${outside}</p>`;
  return html`${toGroups(contradictions, 'contradicts', pick)}${toGroups(tensions, 'tension', pick)}${out}`;
}

function toGroups(pairs: readonly ClaimPair[], kind: keyof typeof SIGNS, pick: Picker): readonly Markup[] {
  const { sign, word } = SIGNS[kind];
  return groupPairs(pairs).map(({ centre, others }) => {
    const [middle] = pick([centre]);
    if (middle === undefined) return html``;
    const beside = pick(others).map((other) => html`<li>${toQuote(other, noteBetween(middle, other, kind))}</li>`);
    return html`<div class="versus"><div>${toQuote(middle, '')}</div><span class="neq"><span aria-hidden="true">${sign}</span><span class="vh"> ${word} </span></span><ul>${beside}</ul></div>
`;
  });
}

function toQuote(claim: ReportClaim, note: string): Markup {
  const words = claim.spans.map(({ quote }) => quote).join(' […] ');
  return html`<p class="q" lang="" dir="auto"><mark data-c="${keyOf(claim)}">${words}</mark></p><p class="m">${claimBadge(claim, `#${entryId(claim)}`)} ${gloss(claim.chain)}${note === '' ? null : html`. <span lang="" dir="auto">${note}</span>`}</p>`;
}
