import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimBadge, confidencePips, day, entryId, keyOf, pair, personName, speaker, textId } from './html-parts';
import { chainMarkup, hedgeLine, sourcingNotes, sourcingPairs, strengthLine } from './html-sourcing';
import { html, type Markup } from './markup';

/** Every claim in full, in text order: the second way to everything that is drawn in the text. */
export function* claimList(model: ReportModel): Generator<Markup, void, undefined> {
  const byNumber = new Map(model.claims.map((claim) => [claim.number, claim]));
  yield html`<ol class="claims">
`;
  for (const claim of model.claims) yield toEntry(claim, sourcingNotes(claim, model, byNumber), model.frame);
  yield html`</ol>`;
}

function toEntry(claim: ReportClaim, notes: Markup, frame: Frame): Markup {
  const type = claim.source === null ? null : html` <span>${frame.attribution.types[claim.sourceType].label}</span>`;
  return html`<li id="${entryId(claim)}"><div>${claimBadge(claim, `#${textId(claim)}`, frame)}</div>
<div><h3 class="vh">${frame.layout.claim(claim.number)}</h3>${claim.spans.map(({ quote }) => html`<blockquote lang="" dir="auto"><mark data-c="${keyOf(claim)}">${quote}</mark></blockquote>`)}
<p class="who">${speaker(claim, frame)}${type}</p>
<p class="chain">${chainMarkup(claim.chain, frame)}</p>${hedgeLine(claim.chain, frame)}${strengthLine(claim, frame)}${claim.note === '' ? null : html`<p class="note" lang="" dir="auto">${claim.note}</p>`}${notes}</div>
<dl class="pairs">${toPairs(claim, frame)}</dl></li>
`;
}

function toPairs(claim: ReportClaim, frame: Frame): readonly Markup[] {
  const { terms } = frame.layout;
  const { confidence, state, reason, createdBy, createdAt, lastEditedBy, approval } = claim;
  return [
    ...sourcingPairs(claim, frame),
    pair(terms.confidence, html`${confidencePips(confidence, 'row')}${frame.claims.confidence[confidence]}`),
    pair(terms.state, html`${frame.claims.states[state]}`),
    ...(reason === null
      ? []
      : [
          pair(
            terms.reason,
            html`<span lang="" dir="auto">${reason.text}</span> <small>${personName(reason.by)}, ${day(reason.at, frame)}</small>`,
          ),
        ]),
    pair(terms.made, html`${personName(createdBy)}, ${day(createdAt, frame)}`),
    ...(lastEditedBy.id === createdBy.id ? [] : [pair(terms.lastEdited, personName(lastEditedBy))]),
    ...(approval === null ? [] : [pair(terms.approved, html`${personName(approval.by)}, ${day(approval.at, frame)}`)]),
    pair(
      terms.inTheText,
      html`<span${claim.spans.length > 1 ? html` class="several"` : null}>${claim.spans.map((_, part) => toPlace(claim, part, frame))}</span>`,
    ),
  ];
}

/** Where a span stands, in code points, and the way back to it. */
function toPlace(claim: ReportClaim, part: number, { counts, layout }: Frame): Markup {
  const place = claim.spans[part]?.place;
  if (place === undefined) return html``;
  const range = html`<span class="num">${counts.number(place.start)}–${counts.number(place.end)}</span>`;
  return html`${part === 0 ? null : html`<br>`}<a href="#${textId(claim, part)}">${range}<span class="vh">${layout.codePointsToClaim(claim.number)}</span></a>`;
}
