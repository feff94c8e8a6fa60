import type { ShownClaim } from '../outbox/overlay';
import type { Surface } from '../text/surface';
import type { Row } from './gloss-rows';
import { stackStubs } from './stack-stubs';

const STUB_HEIGHT = 22;
const STUB_GAP = 2;

/** So many claims beyond those that are rendered are stacked with them: where claims are dense a line is pushed by those before it. */
const RUN_IN = 128;

/** What the gloss lists, and which of it is rendered, in the order of its lines. */
export type GlossLines = { readonly claims: readonly ShownClaim[]; readonly rows: readonly Row[] };

/** Puts each line of the gloss beside the line its claim begins on. Only reads; what is returned writes. */
export function placeStubs(gloss: HTMLElement, surface: Surface, { claims, rows }: GlossLines): () => void {
  const putWords = placeEmptyWords(gloss, surface.dom);
  const stubs = [...gloss.querySelectorAll<HTMLElement>('[data-stub]')];
  if (stubs.length === 0 || gloss.offsetParent === null) return putWords;
  const offset = surface.dom.getBoundingClientRect().top - gloss.getBoundingClientRect().top - STUB_HEIGHT / 2;
  const wantOf = (at: number) => {
    const claim = claims[at];
    return claim === undefined ? 0 : offset + surface.lineOf(claim.id, claim.spans[0]?.start ?? (0 as never));
  };
  const near = rows.flatMap(({ at, far }) => (far ? [] : [at]));
  // In steps, so that the same lines are stacked while the window moves a little.
  const first = Math.max(0, Math.floor(((near[0] ?? 0) - RUN_IN) / RUN_IN) * RUN_IN);
  const last = Math.min(claims.length, Math.ceil(((near.at(-1) ?? 0) + 1 + RUN_IN) / RUN_IN) * RUN_IN);
  const wants = near.length === 0 ? [] : Array.from({ length: last - first }, (_, at) => wantOf(first + at));
  const tops = stackStubs(wants, STUB_HEIGHT + STUB_GAP);
  const places = rows.map(({ at, far }) => (far ? wantOf(at) : (tops[at - first] ?? 0)));
  return () => {
    putWords();
    stubs.forEach((stub, at) => {
      // Not by `top`: one more claim moves every line here, and the page would be laid out for each.
      const place = `0px ${Math.round(places[at] ?? 0)}px`;
      if (stub.style.translate !== place) stub.style.translate = place;
    });
  };
}

/** Without claims: the words that say how to make one stand beside the first sentence. */
function placeEmptyWords(gloss: HTMLElement, text: HTMLElement): () => void {
  const words = gloss.querySelector<HTMLElement>('.gloss-empty');
  if (words === null) return () => {};
  const first = text.querySelector('p') ?? text;
  const top = Math.round(first.getBoundingClientRect().top - gloss.getBoundingClientRect().top + 16);
  return () => {
    words.style.top = `${top}px`;
  };
}
