import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import type { ReportClaim } from '@/lib/report/model';
import { claimBadge, confidencePips, day, entryId, keyOf, personName, speaker, textId } from './html-parts';
import { html, type Markup } from './markup';
import { toNumberText } from './wording';

/** Every claim in full, in text order: the second way to everything that is drawn in the text. */
export function claimList(claims: readonly ReportClaim[]): Markup {
  return html`<ol class="claims">
${claims.map(toEntry)}</ol>`;
}

function toEntry(claim: ReportClaim): Markup {
  const type = claim.source === null ? null : html` <span>${SOURCE_TYPE_FACTS[claim.sourceType].label}</span>`;
  return html`<li id="${entryId(claim)}"><div>${claimBadge(claim, `#${textId(claim)}`)}</div>
<div><h3 class="vh">Claim ${claim.number}</h3>${claim.spans.map(({ quote }) => html`<blockquote lang="" dir="auto"><mark data-c="${keyOf(claim)}">${quote}</mark></blockquote>`)}
<p class="who">${speaker(claim)}${type}</p>${claim.note === '' ? null : html`<p class="note" lang="" dir="auto">${claim.note}</p>`}</div>
<dl class="pairs">${toPairs(claim)}</dl></li>
`;
}

function toPairs(claim: ReportClaim): readonly Markup[] {
  const { confidence, state, reason, createdBy, createdAt, lastEditedBy, approval } = claim;
  return [
    toPair('Confidence', html`${confidencePips(confidence, 'row')}${CONFIDENCE_FACTS[confidence].label}`),
    toPair('State', html`${CLAIM_STATE_LABELS[state]}`),
    ...(reason === null
      ? []
      : [
          toPair('Reason', html`<span lang="" dir="auto">${reason.text}</span> <small>${personName(reason.by)}, ${day(reason.at)}</small>`),
        ]),
    toPair('Made', html`${personName(createdBy)}, ${day(createdAt)}`),
    ...(lastEditedBy.id === createdBy.id ? [] : [toPair('Last edited', personName(lastEditedBy))]),
    ...(approval === null ? [] : [toPair('Approved', html`${personName(approval.by)}, ${day(approval.at)}`)]),
    toPair(
      'In the text',
      html`<span${claim.spans.length > 1 ? html` class="several"` : null}>${claim.spans.map((_, part) => toPlace(claim, part))}</span>`,
    ),
  ];
}

function toPair(term: string, value: Markup): Markup {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}

/** Where a span stands, in code points, and the way back to it. */
function toPlace(claim: ReportClaim, part: number): Markup {
  const place = claim.spans[part]?.place;
  if (place === undefined) return html``;
  const range = html`<span class="num">${toNumberText(place.start)}–${toNumberText(place.end)}</span>`;
  return html`${part === 0 ? null : html`<br>`}<a href="#${textId(claim, part)}">${range}<span class="vh"> code points, to claim ${claim.number} in the text</span></a>`;
}
