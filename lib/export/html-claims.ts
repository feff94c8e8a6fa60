import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimBadge, confidencePips, day, entryId, keyOf, pair, personName, speaker, textId } from './html-parts';
import { chainMarkup, hedgeLine, sourcingNotes, sourcingPairs, strengthLine } from './html-sourcing';
import { html, type Markup } from './markup';
import { toNumberText } from './wording';

/** Every claim in full, in text order: the second way to everything that is drawn in the text. */
export function* claimList(model: ReportModel): Generator<Markup, void, undefined> {
  const byNumber = new Map(model.claims.map((claim) => [claim.number, claim]));
  yield html`<ol class="claims">
`;
  for (const claim of model.claims) yield toEntry(claim, sourcingNotes(claim, model, byNumber));
  yield html`</ol>`;
}

function toEntry(claim: ReportClaim, notes: Markup): Markup {
  const type = claim.source === null ? null : html` <span>${SOURCE_TYPE_FACTS[claim.sourceType].label}</span>`;
  return html`<li id="${entryId(claim)}"><div>${claimBadge(claim, `#${textId(claim)}`)}</div>
<div><h3 class="vh">Claim ${claim.number}</h3>${claim.spans.map(({ quote }) => html`<blockquote lang="" dir="auto"><mark data-c="${keyOf(claim)}">${quote}</mark></blockquote>`)}
<p class="who">${speaker(claim)}${type}</p>
<p class="chain">${chainMarkup(claim.chain)}</p>${hedgeLine(claim.chain)}${strengthLine(claim)}${claim.note === '' ? null : html`<p class="note" lang="" dir="auto">${claim.note}</p>`}${notes}</div>
<dl class="pairs">${toPairs(claim)}</dl></li>
`;
}

function toPairs(claim: ReportClaim): readonly Markup[] {
  const { confidence, state, reason, createdBy, createdAt, lastEditedBy, approval } = claim;
  return [
    ...sourcingPairs(claim),
    pair('Confidence', html`${confidencePips(confidence, 'row')}${CONFIDENCE_FACTS[confidence].label}`),
    pair('State', html`${CLAIM_STATE_LABELS[state]}`),
    ...(reason === null
      ? []
      : [pair('Reason', html`<span lang="" dir="auto">${reason.text}</span> <small>${personName(reason.by)}, ${day(reason.at)}</small>`)]),
    pair('Made', html`${personName(createdBy)}, ${day(createdAt)}`),
    ...(lastEditedBy.id === createdBy.id ? [] : [pair('Last edited', personName(lastEditedBy))]),
    ...(approval === null ? [] : [pair('Approved', html`${personName(approval.by)}, ${day(approval.at)}`)]),
    pair(
      'In the text',
      html`<span${claim.spans.length > 1 ? html` class="several"` : null}>${claim.spans.map((_, part) => toPlace(claim, part))}</span>`,
    ),
  ];
}

/** Where a span stands, in code points, and the way back to it. */
function toPlace(claim: ReportClaim, part: number): Markup {
  const place = claim.spans[part]?.place;
  if (place === undefined) return html``;
  const range = html`<span class="num">${toNumberText(place.start)}–${toNumberText(place.end)}</span>`;
  return html`${part === 0 ? null : html`<br>`}<a href="#${textId(claim, part)}">${range}<span class="vh"> code points, to claim ${claim.number} in the text</span></a>`;
}
