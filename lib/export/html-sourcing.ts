import { ARROW, chainLine, chainParts, glossParts } from '@/lib/attribution/chain-words';
import { handWords } from '@/lib/attribution/hand';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import { type LinkName, nameWords } from '@/lib/attribution/link-name';
import type { Evidence } from '@/lib/claims/evidence';
import { ATTRIBUTION_CHECK_LABELS, CONTENT_CHECK_LABELS } from '@/lib/claims/finding';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { ReportOrigin } from '@/lib/report/claim-sourcing';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimBadge, entryId, list, pair } from './html-parts';
import { html, type Markup } from './markup';
import {
  credibilityWords,
  evidenceAsides,
  evidenceHead,
  gradeDoubtWords,
  INDEPENDENCE_FACTS,
  likelihoodWords,
  notHeld,
} from './sourcing-words';
import { toSentenceCase } from './wording';

/** What a claim's entry in the report says of who says so, and of what checking it came to. */

/** A name from the text or the desk: any language, any direction, the article's own words in quotation marks. */
export function nameMarkup(name: LinkName): Markup {
  return html`<bdi lang="">${nameWords(name)}</bdi>`;
}

/**
 * The chain in words. Each name finds its own direction, so that names written from right to left do not turn the arrows
 * between them around; what is known from outside the claim's sentence is also underlined in dashes.
 */
export function chainMarkup(chain: ReportClaim['chain']): Markup {
  const parts = chainParts(chain);
  if (parts.length === 0) return html`${chainLine(chain)}`;
  const links = parts.map(({ words, asides, outside }) => {
    return html`${ARROW}<bdi lang=""${outside ? html` class="out"` : null}>${words}</bdi>${asides}`;
  });
  return html`article${links}`;
}

/** The words of the chain that weaken or strengthen what is said without saying it; nothing where there are none. */
export function hedgeLine(chain: ReportClaim['chain']): Markup | null {
  const hedges = chain.flatMap(hedgeFacts);
  if (hedges.length === 0) return null;
  return html`<p class="why">Hedged: ${list(hedges.map((words) => html`<bdi lang="">${words}</bdi>`))}</p>`;
}

/** The chain in few words, for beside the text: names known from outside in italics. */
export function gloss(chain: ReportClaim['chain']): Markup {
  const parts = glossParts(chain).map((part, at) => {
    const name = nameWords(part);
    const shown = part.outside ? html`<em lang="" dir="auto">${name}</em>` : html`<b lang="" dir="auto">${name}</b>`;
    return html`${at === 0 ? null : html`<span class="gt"> › </span>`}${shown}`;
  });
  return html`${parts}`;
}

export function independence(origin: Pick<ReportOrigin, 'independence'>): Markup {
  const { sign, label } = INDEPENDENCE_FACTS[origin.independence];
  return html`<span class="og"><span aria-hidden="true">${sign}</span> ${label}</span>`;
}

/** How far away the claim is and how strong, with the reason. */
export function strengthLine({ sourcing }: ReportClaim): Markup {
  const { hand, strength } = sourcing;
  return html`<p class="why" lang="" dir="auto"><b>${toSentenceCase(handWords(hand))}.</b> Strength ${strength.sentence}</p>`;
}

/** On which origin it leans and what the checks say: rows for the claim's table of facts. */
export function sourcingPairs(claim: ReportClaim): readonly Markup[] {
  const { finding } = claim;
  const { origin } = claim.sourcing;
  const doubt = gradeDoubtWords(claim);
  const { attributionCheck, contentCheck, credibility, likelihood } = finding;
  const unchecked = attributionCheck === 'not_checked' && contentCheck === 'not_checked';
  return [
    ...(origin === null ? [] : [pair('Origin', html`<bdi lang="">${origin.name}</bdi> ${independence(origin)}`)]),
    ...(unchecked
      ? [pair('Checks', html`none yet`)]
      : [
          pair('Attribution', html`${ATTRIBUTION_CHECK_LABELS[attributionCheck]}`),
          pair('Content', html`${CONTENT_CHECK_LABELS[contentCheck]}`),
        ]),
    ...(credibility === null
      ? []
      : [pair('Credibility', html`${credibilityWords(credibility)}${doubt === null ? null : html`. <b>${doubt}</b>`}`)]),
    ...(likelihood === null ? [] : [pair('Likelihood', html`${likelihoodWords(likelihood)}`)]),
  ];
}

/** Flags, relations, finding and evidence under the claim's words; nothing where there is none. */
export function sourcingNotes(claim: ReportClaim, model: ReportModel, byNumber: ReadonlyMap<number, ReportClaim>): Markup {
  const { finding, evidence, sourcing } = claim;
  return html`${flagList(claim)}${relationList(sourcing.related, model, byNumber)}${toParagraph('Finding', finding.rationale)}${toParagraph('Should read', finding.correction)}${toParagraph('To the author', finding.question)}${evidence.length === 0 ? null : html`<ul class="ev">${evidence.map(toEvidence)}</ul>`}`;
}

function toParagraph(head: string, words: string): Markup | null {
  return words === '' ? null : html`<p class="note"><b>${head}:</b> <span lang="" dir="auto">${words}</span></p>`;
}

/** Flags that stand, with a person's words where they say more than the claim's note; dismissed ones are not the report's. */
function flagList({ sourcing, note }: ReportClaim): Markup | null {
  const flags = sourcing.flags.filter(({ dismissed }) => !dismissed);
  if (flags.length === 0) return null;
  const items = flags.map((flag) => {
    const words = flag.note === '' || flag.note === note ? null : html`: <span lang="" dir="auto">${flag.note}</span>`;
    return html`<li>${FLAG_LABELS[flag.flag]}${words}</li>`;
  });
  return html`<ul class="flags" aria-label="Flags">${items}</ul>`;
}

function relationList(
  related: ReportClaim['sourcing']['related'],
  model: ReportModel,
  byNumber: ReadonlyMap<number, ReportClaim>,
): Markup | null {
  if (related.length === 0) return null;
  const items = related.map(({ kind, number, note }) => {
    const { label, sign } = RELATION_FACTS[kind];
    const other = number === null ? undefined : byNumber.get(number);
    const shown = other === undefined ? html`${notHeld(model)}` : claimBadge(other, `#${entryId(other)}`);
    return html`<li><span class="sign" aria-hidden="true">${sign}</span> ${label} ${shown}${note === '' ? null : html` <span lang="" dir="auto">${note}</span>`}</li>`;
  });
  return html`<ul class="rel">${items}</ul>`;
}

/** Only web addresses become links, whatever a file may hold: nothing else is opened by a click. */
const WEB_ADDRESS = /^https?:\/\//iu;

function toEvidence(evidence: Evidence): Markup {
  const { title, url } = evidence;
  const asides = evidenceAsides(evidence);
  const address = url === null ? null : html` ${webLink(url)}`;
  return html`<li>${evidenceHead(evidence)}: <span lang="" dir="auto">${title}</span>${address}${asides.length === 0 ? null : html` <small><bdi lang="">${asides.join(', ')}</bdi></small>`}</li>`;
}

function webLink(url: string): Markup {
  return WEB_ADDRESS.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer"><bdi lang="">${url}</bdi></a>`
    : html`<bdi lang="">${url}</bdi>`;
}
