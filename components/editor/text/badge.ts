import { SOURCE_CLASS_FACTS, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { RELATION_FACTS, type RelationKind } from '@/lib/claims/relation';
import type { ShownClaim } from '../outbox/overlay';
import { shownName, shownNumber } from '../shown-claim';

const WORD_JOINER = '\u2060';

/** A claim the badge stands in: it lends its tint, so that the wash runs through under the badge. */
export type Around = { readonly c: SourceClass; readonly lane: number };

/** What a badge shows of its claim. `kin`: how the claim bears on the open one. */
export type BadgeLooks = {
  readonly claim: ShownClaim;
  readonly on: boolean;
  readonly kin: RelationKind | null;
  readonly around: readonly Around[];
};

/**
 * The verse number where a claim begins: a real button that is no part of the text. The word joiner beside
 * it keeps it on the line of its first word (editor.css, ".badge").
 */
export function createBadge(looks: BadgeLooks): HTMLElement {
  const { claim, on, kin, around } = looks;
  const sourceClass = toSourceClass(claim.sourceType);
  const root = element('span', { class: 'badge', contenteditable: 'false', 'data-digits': String(shownNumber(claim).length) });
  let inner: HTMLElement = root;
  const wash = (attributes: Readonly<Record<string, string>>) => {
    const added = element('mark', attributes);
    inner.append(added);
    inner = added;
  };
  for (const { c, lane } of around) wash({ class: 'wash', 'data-c': c, ...(lane === 1 ? { 'data-lane': '1' } : {}) });
  wash({ class: 'wash own', 'data-c': sourceClass, ...(on ? { 'data-open': '' } : {}), ...(kin === null ? {} : { 'data-kin': kin }) });
  // The words for those who hear the text stand in here: at a line's start, on their own, they would keep the caret from Home.
  inner.append(createButton(looks, sourceClass), createEdgeText(` starts here: `), WORD_JOINER);
  return root;
}

function createButton({ claim, on, kin }: BadgeLooks, sourceClass: SourceClass): HTMLElement {
  const relation = kin === null ? null : RELATION_FACTS[kin];
  const name = shownName(claim);
  const button = element('button', {
    type: 'button',
    // With a direction of its own it has no say in its block's, which is that of the first letter (dir="auto").
    dir: 'ltr',
    class: 'tag',
    // The list of claims is the way through by Tab; here it would put a stop on every line of text.
    tabindex: '-1',
    'data-c': sourceClass,
    'data-badge': claim.id,
    'aria-label': relation === null ? name : `${name}, ${relation.label.toLowerCase()} the open claim`,
    'aria-expanded': String(on),
    ...(on ? { 'data-on': '' } : {}),
    ...(claim.unsent ? { 'data-unsent': '' } : {}),
    ...(relation === null ? {} : { 'data-sign': relation.sign }),
  });
  const letter = element('b', {});
  letter.textContent = SOURCE_CLASS_FACTS[sourceClass].letter;
  const number = element('u', {});
  number.textContent = shownNumber(claim);
  const pips = element('span', { class: 'pips', 'aria-hidden': 'true' });
  for (let pip = 1; pip <= 3; pip += 1) pips.append(element('i', pip > CONFIDENCE_FACTS[claim.confidence].pips ? { class: 'o' } : {}));
  button.append(letter, number, pips);
  return button;
}

/** Says where a claim starts or ends to those who hear the text; takes no room in it. */
export function createEdgeText(text: string): HTMLElement {
  const edge = element('span', { class: 'sr-only', contenteditable: 'false', dir: 'ltr' });
  edge.textContent = text;
  return edge;
}

function element(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  return created;
}
