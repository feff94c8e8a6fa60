import { SOURCE_CLASS_FACTS, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS, type Confidence } from '@/lib/claims/confidence';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim } from '@/lib/report/model';
import type { Source } from '@/lib/sources/source';
import { html, type Markup } from './markup';

/** What the style sheet calls a class of sources: its letter, small, with z for the 0 of "no source". */
export function toClassKey(sourceClass: SourceClass): string {
  const { letter } = SOURCE_CLASS_FACTS[sourceClass];
  return letter === '0' ? 'z' : letter.toLowerCase();
}

export function keyOf({ sourceType }: ReportClaim): string {
  return toClassKey(toSourceClass(sourceType));
}

/** The places a claim has in the report: its entry in the list, and each of its spans in the text. */
export function entryId({ number }: ReportClaim): string {
  return `claim-${number}`;
}

export function textId({ number }: ReportClaim, part = 0): string {
  return part === 0 ? `text-${number}` : `text-${number}-${part + 1}`;
}

export function classId(sourceClass: SourceClass): string {
  return `class-${toClassKey(sourceClass)}`;
}

/** The letter of a class alone, where its name stands beside it. */
export function classBadge(sourceClass: SourceClass): Markup {
  return html`<span class="cls" data-c="${toClassKey(sourceClass)}" aria-hidden="true"><b>${SOURCE_CLASS_FACTS[sourceClass].letter}</b></span>`;
}

/** A specimen of the class's line, so that the line is learnt with the letter. */
export function lineSpecimen(sourceClass: SourceClass): Markup {
  return html`<span class="spec" data-c="${toClassKey(sourceClass)}" aria-hidden="true">       </span>`;
}

/** The badge of a claim beside the text and in the list, leading to `href`. */
export function claimBadge(claim: ReportClaim, href: string, frame: Frame): Markup {
  const { letter } = SOURCE_CLASS_FACTS[toSourceClass(claim.sourceType)];
  return html`<a class="cls" data-c="${keyOf(claim)}" href="${href}" aria-label="${nameOfBadge(claim, frame)}"><b>${letter}</b><span>${claim.number}</span></a>`;
}

/** What a badge is called: it begins with what is seen on it, so that it can be asked for by voice (WCAG 2.5.3). */
export function nameOfBadge({ sourceType, number, confidence }: ReportClaim, { layout, attribution, claims, counts }: Frame): string {
  const sourceClass = toSourceClass(sourceType);
  const { letter } = SOURCE_CLASS_FACTS[sourceClass];
  return layout.badge(letter, number, counts.within(attribution.classes[sourceClass]), counts.within(claims.confidence[confidence]));
}

export function confidencePips(confidence: Confidence, layout: 'row' | 'column'): Markup {
  const { pips } = CONFIDENCE_FACTS[confidence];
  const dots = [0, 1, 2].map((dot) => (dot < pips ? html`<i></i>` : html`<i class="o"></i>`));
  return html`<span class="${layout === 'row' ? 'pips h' : 'pips'}" aria-hidden="true">${dots}</span>`;
}

/** Who says so: the source's name, or what stands in its place. The name may be in any language and direction. */
export function speaker({ source, sourceType }: ReportClaim, frame: Frame): Markup {
  return source === null
    ? html`<b>${frame.attribution.types[sourceType].label}</b>`
    : html`<b lang="" dir="auto">${source.name}</b>${retracted(source, frame)}`;
}

/** After the name of a source that the desk has retracted; nothing after others. */
export function retracted(source: Pick<Source, 'retracted'> | null, { attribution }: Frame): Markup | null {
  return source?.retracted === true ? html` <small class="gone">${attribution.retracted}</small>` : null;
}

export function personName({ name }: { readonly name: string }): Markup {
  return html`<bdi lang="">${name}</bdi>`;
}

export function day(date: Date, { counts }: Frame): Markup {
  return html`<time datetime="${date.toISOString()}">${counts.day(date)}</time>`;
}

export function moment(date: Date, { counts }: Frame): Markup {
  return html`<time datetime="${date.toISOString()}">${counts.time(date)}</time>`;
}

/** The numbers of claims, each leading to its entry. */
export function claimNumbers(claims: readonly ReportClaim[]): Markup {
  return html`<span class="nums num">${claims.map((claim) => html`<a href="#${entryId(claim)}">${claim.number}</a> `)}</span>`;
}

/** A character for private use, which a sentence of the frame is given in the place of markup. */
export const HERE = '\ue000';

/** Markups in a row of words: `a`, `a and b`, `a, b and c`. */
export function list(items: readonly Markup[], { counts }: Frame): Markup {
  return around(counts.list(items.map(() => HERE)), items);
}

/** A sentence of the frame with each of `items` where it has `HERE`. */
export function around(sentence: string, items: readonly Markup[]): Markup {
  return html`${sentence.split(HERE).map((words, at) => html`${words}${items[at] ?? null}`)}`;
}

/** A row of a list of facts. */
export function pair(term: string, value: Markup): Markup {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}
