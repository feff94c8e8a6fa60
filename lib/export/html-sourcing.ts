import { chainLine, chainParts, glossParts } from '@/lib/attribution/chain-words';
import { handWords } from '@/lib/attribution/hand';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import { type LinkName, nameWords } from '@/lib/attribution/link-name';
import type { Evidence } from '@/lib/claims/evidence';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { Frame } from '@/lib/frame/frame';
import type { ReportOrigin } from '@/lib/report/claim-sourcing';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimBadge, entryId, list, pair } from './html-parts';
import { html, type Markup } from './markup';
import {
  credibilityWords,
  evidenceAsides,
  evidenceHead,
  gradeDoubtWords,
  INDEPENDENCE_SIGNS,
  likelihoodWords,
  notHeld,
} from './sourcing-words';

/** What a claim's entry in the report says of who says so, and of what checking it came to. */

/** A name from the text or the desk: any language, any direction, the article's own words in quotation marks. */
export function nameMarkup(name: LinkName, { attribution }: Frame): Markup {
  return html`<bdi lang="">${nameWords(name, attribution)}</bdi>`;
}

/**
 * The chain in words. Each name finds its own direction, so that names written from right to left do not turn the arrows
 * between them around; what is known from outside the claim's sentence is also underlined in dashes.
 */
export function chainMarkup(chain: ReportClaim['chain'], { attribution }: Frame): Markup {
  const parts = chainParts(chain, attribution);
  if (parts.length === 0) return html`${chainLine(chain, attribution)}`;
  const links = parts.map(({ words, asides, outside }) => {
    return html`${attribution.arrow}<bdi lang=""${outside ? html` class="out"` : null}>${words}</bdi>${asides}`;
  });
  return html`${attribution.article}${links}`;
}

/** The words of the chain that weaken or strengthen what is said without saying it; nothing where there are none. */
export function hedgeLine(chain: ReportClaim['chain'], frame: Frame): Markup | null {
  const hedges = chain.flatMap((link) => hedgeFacts(link, frame));
  if (hedges.length === 0) return null;
  return html`<p class="why">${frame.layout.terms.hedged}: ${list(
    hedges.map((words) => html`<bdi lang="">${words}</bdi>`),
    frame,
  )}</p>`;
}

/** The chain in few words, for beside the text: names known from outside in italics. */
export function gloss(chain: ReportClaim['chain'], { attribution }: Frame): Markup {
  const parts = glossParts(chain, attribution).map((part, at) => {
    const name = nameWords(part, attribution);
    const shown = part.outside ? html`<em lang="" dir="auto">${name}</em>` : html`<b lang="" dir="auto">${name}</b>`;
    return html`${at === 0 ? null : html`<span class="gt"> › </span>`}${shown}`;
  });
  return html`${parts}`;
}

export function independence({ independence: is }: Pick<ReportOrigin, 'independence'>, { report }: Frame): Markup {
  return html`<span class="og"><span aria-hidden="true">${INDEPENDENCE_SIGNS[is]}</span> ${report.independence[is]}</span>`;
}

/** How far away the claim is and how strong, with the reason. */
export function strengthLine({ sourcing }: ReportClaim, { counts, attribution, layout }: Frame): Markup {
  const { hand, strength } = sourcing;
  return html`<p class="why" lang="" dir="auto"><b>${counts.sentenceCase(handWords(hand, attribution))}.</b> ${layout.terms.strength} ${strength.sentence}</p>`;
}

/** On which origin it leans and what the checks say: rows for the claim's table of facts. */
export function sourcingPairs(claim: ReportClaim, frame: Frame): readonly Markup[] {
  const { terms, noneYet } = frame.layout;
  const { finding } = claim;
  const { origin } = claim.sourcing;
  const doubt = gradeDoubtWords(claim, frame);
  const { attributionCheck, contentCheck, credibility, likelihood } = finding;
  const unchecked = attributionCheck === 'not_checked' && contentCheck === 'not_checked';
  return [
    ...(origin === null ? [] : [pair(terms.origin, html`<bdi lang="">${origin.name}</bdi> ${independence(origin, frame)}`)]),
    ...(unchecked
      ? [pair(terms.checks, html`${noneYet}`)]
      : [
          pair(terms.attribution, html`${frame.claims.attributionChecks[attributionCheck]}`),
          pair(terms.content, html`${frame.claims.contentChecks[contentCheck]}`),
        ]),
    ...(credibility === null
      ? []
      : [pair(terms.credibility, html`${credibilityWords(credibility, frame)}${doubt === null ? null : html`. <b>${doubt}</b>`}`)]),
    ...(likelihood === null ? [] : [pair(terms.likelihood, html`${likelihoodWords(likelihood, frame)}`)]),
  ];
}

/** Flags, relations, finding and evidence under the claim's words; nothing where there is none. */
export function sourcingNotes(claim: ReportClaim, model: ReportModel, byNumber: ReadonlyMap<number, ReportClaim>): Markup {
  const { finding, evidence, sourcing } = claim;
  const { frame } = model;
  const { terms } = frame.layout;
  return html`${flagList(claim, frame)}${relationList(sourcing.related, model, byNumber)}${toParagraph(terms.finding, finding.rationale)}${toParagraph(terms.shouldRead, finding.correction)}${toParagraph(terms.toTheAuthor, finding.question)}${evidence.length === 0 ? null : html`<ul class="ev">${evidence.map((piece) => toEvidence(piece, frame))}</ul>`}`;
}

function toParagraph(head: string, words: string): Markup | null {
  return words === '' ? null : html`<p class="note"><b>${head}:</b> <span lang="" dir="auto">${words}</span></p>`;
}

/** Flags that stand, with a person's words where they say more than the claim's note; dismissed ones are not the report's. */
function flagList({ sourcing, note }: ReportClaim, frame: Frame): Markup | null {
  const flags = sourcing.flags.filter(({ dismissed }) => !dismissed);
  if (flags.length === 0) return null;
  const items = flags.map((flag) => {
    const words = flag.note === '' || flag.note === note ? null : html`: <span lang="" dir="auto">${flag.note}</span>`;
    return html`<li>${frame.claims.flags[flag.flag]}${words}</li>`;
  });
  return html`<ul class="flags" aria-label="${frame.layout.terms.flags}">${items}</ul>`;
}

function relationList(
  related: ReportClaim['sourcing']['related'],
  model: ReportModel,
  byNumber: ReadonlyMap<number, ReportClaim>,
): Markup | null {
  if (related.length === 0) return null;
  const items = related.map(({ kind, number, note }) => {
    const label = model.frame.claims.relations[kind];
    const { sign } = RELATION_FACTS[kind];
    const other = number === null ? undefined : byNumber.get(number);
    const shown = other === undefined ? html`${notHeld(model)}` : claimBadge(other, `#${entryId(other)}`, model.frame);
    return html`<li><span class="sign" aria-hidden="true">${sign}</span> ${label} ${shown}${note === '' ? null : html` <span lang="" dir="auto">${note}</span>`}</li>`;
  });
  return html`<ul class="rel">${items}</ul>`;
}

/** Only web addresses become links, whatever a file may hold: nothing else is opened by a click. */
const WEB_ADDRESS = /^https?:\/\//iu;

function toEvidence(evidence: Evidence, frame: Frame): Markup {
  const { title, url } = evidence;
  const asides = evidenceAsides(evidence, frame);
  const address = url === null ? null : html` ${webLink(url)}`;
  return html`<li>${evidenceHead(evidence, frame)}: <span lang="" dir="auto">${title}</span>${address}${asides.length === 0 ? null : html` <small><bdi lang="">${asides.join(', ')}</bdi></small>`}</li>`;
}

function webLink(url: string): Markup {
  return WEB_ADDRESS.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer"><bdi lang="">${url}</bdi></a>`
    : html`<bdi lang="">${url}</bdi>`;
}
