import { stackStubs } from './stack-stubs';

const STUB_HEIGHT = 22;
const STUB_GAP = 2;

/** Puts each line of the gloss beside its claim's badge. Reads every place first and writes afterwards, so that the page is laid out once. */
export function placeStubs(gloss: HTMLElement, text: HTMLElement): void {
  placeEmptyWords(gloss, text);
  const stubs = [...gloss.querySelectorAll<HTMLElement>('[data-stub]')];
  if (stubs.length === 0 || gloss.offsetParent === null) return;
  const badges = new Map([...text.querySelectorAll<HTMLElement>('[data-badge]')].map((badge) => [badge.dataset.badge, badge]));
  const top = gloss.getBoundingClientRect().top;
  const placed = stubs.flatMap((stub) => {
    const badge = badges.get(stub.dataset.stub);
    return badge === undefined ? [] : [{ stub, want: middleOf(badge) - top - STUB_HEIGHT / 2 }];
  });
  const tops = stackStubs(
    placed.map(({ want }) => want),
    STUB_HEIGHT + STUB_GAP,
  );
  placed.forEach(({ stub }, index) => {
    stub.style.top = `${Math.round(tops[index] ?? 0)}px`;
  });
}

/** Without claims: the words that say how to make one stand beside the first sentence. */
function placeEmptyWords(gloss: HTMLElement, text: HTMLElement): void {
  const words = gloss.querySelector<HTMLElement>('.gloss-empty');
  const first = text.querySelector('p') ?? text;
  if (words !== null) words.style.top = `${Math.round(first.getBoundingClientRect().top - gloss.getBoundingClientRect().top + 5)}px`;
}

/** The middle of a badge's line. In a long text the browser has not laid out what is far from the window; there the block's top must do. */
function middleOf(badge: HTMLElement): number {
  const block = badge.closest<HTMLElement>('h1, p');
  if (block !== null && !isLaidOut(badge)) return block.getBoundingClientRect().top + STUB_HEIGHT / 2;
  const box = badge.getBoundingClientRect();
  // The badge stands above the middle of its line, further in a headline.
  return box.top + box.height / 2 + (block?.tagName === 'H1' ? 9 : 2);
}

/** False for what content-visibility skips: asking for its place would lay out its whole block. */
export function isLaidOut(element: Element): boolean {
  return element.checkVisibility({ contentVisibilityAuto: true });
}
