import type { Claim } from '@/lib/claims/claim';
import { type TextOffset, type TextRange, toTextRange } from '@/lib/text/offset';
import { sentenceAt } from '@/lib/text/sentences';
import { type Direction, type Edge, moveEdge } from '@/lib/text/words';
import type { Selected } from '../text/selected';

/**
 * The sentence that `j` or `k` goes to: the one the caret is in, then the next or the one before.
 * Null when there are none.
 */
export function stepSentence(sentences: readonly TextRange[], selected: Selected, direction: Direction): TextRange | null {
  const start = Math.min(selected.anchor, selected.head) as TextOffset;
  const at = sentenceAt(sentences, start);
  if (at === null) return null;
  const here = sentences[at] as TextRange;
  const bare = selected.anchor === selected.head;
  const selectable = bare && (direction === 'next' ? start < here.end : start > here.start);
  if (selectable) return here;
  const last = direction === 'next' ? (sentenceAt(sentences, Math.max(selected.anchor, selected.head - 1, start) as TextOffset) ?? at) : at;
  return sentences[direction === 'next' ? last + 1 : last - 1] ?? here;
}

/**
 * The selection with its caret end a sentence further. Where that would leave nothing selected it grows at
 * the other end instead: Shift+k on a selected sentence takes in the one before.
 */
export function extendBySentence(sentences: readonly TextRange[], selected: Selected, direction: Direction): Selected | null {
  const { anchor, head } = selected;
  const low = Math.min(anchor, head) as TextOffset;
  const high = Math.max(anchor, head) as TextOffset;
  if (direction === 'next') {
    const reached = sentences.find(({ end }) => end > head);
    if (reached === undefined) return null;
    if (head < anchor && reached.end >= anchor) return { anchor: low, head: sentences.find(({ end }) => end > high)?.end ?? high };
    return { anchor, head: reached.end };
  }
  const reached = sentences.findLast(({ start }) => start < head);
  if (reached === undefined) return null;
  if (head > anchor && reached.start <= anchor) return { anchor: high, head: sentences.findLast(({ start }) => start < low)?.start ?? low };
  return { anchor, head: reached.start };
}

/** A claim's spans with its first start or last end a word further; null when it cannot go there. */
export function shiftEdge(text: string, spans: readonly TextRange[], edge: Edge, direction: Direction): readonly TextRange[] | null {
  const index = edge === 'start' ? 0 : spans.length - 1;
  const span = spans[index];
  if (span === undefined) return null;
  const offset = moveEdge(text, edge === 'start' ? span.start : span.end, direction, edge);
  const moved = edge === 'start' ? toTextRange(offset, span.end) : toTextRange(span.start, offset);
  const before = spans[index - 1];
  const after = spans[index + 1];
  const free = (before === undefined || before.end <= moved.start) && (after === undefined || moved.end <= after.start);
  if (offset === (edge === 'start' ? span.start : span.end) || moved.start >= moved.end || !free) return null;
  return spans.with(index, moved);
}

/** The claim after or before the open one, or the caret; null at either end. `claims` in text order. */
export function stepClaim<Kind extends Claim>(
  claims: readonly Kind[],
  openId: string | null,
  caret: TextOffset,
  direction: Direction,
): Kind | null {
  const open = claims.findIndex(({ id }) => id === openId);
  if (open >= 0) return claims[direction === 'next' ? open + 1 : open - 1] ?? null;
  const startOf = (claim: Claim) => claim.spans[0]?.start ?? 0;
  return (
    (direction === 'next' ? claims.find((claim) => startOf(claim) >= caret) : claims.findLast((claim) => startOf(claim) < caret)) ?? null
  );
}

/** The claims whose words the caret stands in or at, innermost first. */
export function claimsAt<Kind extends Claim>(claims: readonly Kind[], caret: TextOffset): readonly Kind[] {
  return claims.filter(({ spans }) => spans.some(({ start, end }) => start <= caret && caret < end)).toReversed();
}

/** The claims whose words end at the caret, which is where it stands after a save. */
export function claimsEndingAt<Kind extends Claim>(claims: readonly Kind[], caret: TextOffset): readonly Kind[] {
  return claims.filter(({ spans }) => spans.at(-1)?.end === caret);
}
