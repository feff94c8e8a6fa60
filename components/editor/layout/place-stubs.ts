import { stackStubs } from './stack-stubs';

const STUB_HEIGHT = 22;
const STUB_GAP = 2;

/** Puts each line of the gloss beside its claim's badge. Reads every place first and writes afterwards, so that the page is laid out once. */
export function placeStubs(gloss: HTMLElement, text: HTMLElement): void {
  const stubs = [...gloss.querySelectorAll<HTMLElement>('[data-stub]')];
  if (stubs.length === 0 || gloss.offsetParent === null) return;
  const badges = new Map([...text.querySelectorAll<HTMLElement>('[data-badge]')].map((badge) => [badge.dataset.badge, badge]));
  const top = gloss.getBoundingClientRect().top;
  const placed = stubs.flatMap((stub) => {
    const badge = badges.get(stub.dataset.stub);
    if (badge === undefined) return [];
    const box = badge.getBoundingClientRect();
    // The badge stands above the middle of its line, further in a headline.
    const middle = box.top + box.height / 2 + (badge.closest('h1') === null ? 2 : 9);
    return [{ stub, want: middle - top - STUB_HEIGHT / 2 }];
  });
  const tops = stackStubs(
    placed.map(({ want }) => want),
    STUB_HEIGHT + STUB_GAP,
  );
  placed.forEach(({ stub }, index) => {
    stub.style.top = `${Math.round(tops[index] ?? 0)}px`;
  });
}
