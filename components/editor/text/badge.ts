import { SOURCE_CLASS_FACTS, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { RELATION_FACTS, type RelationKind } from '@/lib/claims/relation';
import type { ShownClaim } from '../outbox/overlay';
import { shownName, shownNumber } from '../shown-claim';

/** What a badge shows of its claim. `kin`: how the claim bears on the open one. */
export type BadgeLooks = {
  readonly claim: ShownClaim;
  readonly on: boolean;
  readonly kin: RelationKind | null;
};

/**
 * The verse number of a claim: a real button, among the words for those who hear the text and out of their way for those
 * who see it. It has no room in the line; place-badges.ts puts it into the gap above the claim's first word.
 */
export function createBadge(looks: BadgeLooks): HTMLElement {
  const root = element('span', { class: 'badge', contenteditable: 'false' });
  root.append(createButton(looks, toSourceClass(looks.claim.sourceType)), createEdgeText(' starts here: '));
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
