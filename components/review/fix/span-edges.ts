import type { ClaimSpan } from '@/lib/claims/claim';
import type { TextOffset } from '@/lib/text/offset';
import { type Direction, type Edge, moveEdge } from '@/lib/text/words';
import type { SentenceSpan } from '../sentence';

const ELLIPSIS = '…';

/**
 * Moves one edge of a span by a word, inside what the claim carries of its sentence; the span itself when
 * there is no further word, or none would be left between its edges. Offsets stay those of the revision.
 */
export function moveSpanEdge(span: SentenceSpan, edge: Edge, direction: Direction): SentenceSpan {
  const window = toWindow(span);
  const at = (edge === 'start' ? span.start : span.end) - window.from;
  const moved = moveEdge(window.text, at as TextOffset, direction, edge);
  const [from, to] = edge === 'start' ? [moved, span.end - window.from] : [span.start - window.from, moved];
  // Also where `from` has passed `to`: the slice is empty then.
  if (moved === at || window.text.slice(from, to).trim() === '') return span;
  return within(span, { start: from + window.from, end: to + window.from });
}

/** The span of `claim` as it reads with its edges at `range`, which lies inside what the span carries of its sentence. */
export function within(span: SentenceSpan, { start, end }: { readonly start: number; readonly end: number }): SentenceSpan {
  const { text, from, lead, tail } = toWindow(span);
  return {
    start: start as TextOffset,
    end: end as TextOffset,
    before: lead + text.slice(0, start - from),
    quote: text.slice(start - from, end - from),
    after: text.slice(end - from) + tail,
  };
}

/** The text around a span without the ellipses of a cut context; `from` is where it begins in the revision. */
function toWindow({ before, quote, after, start }: Pick<ClaimSpan, 'before' | 'quote' | 'after' | 'start'>) {
  const lead = before.startsWith(ELLIPSIS) ? ELLIPSIS : '';
  const tail = after.endsWith(ELLIPSIS) ? ELLIPSIS : '';
  const text = before.slice(lead.length) + quote + after.slice(0, after.length - tail.length);
  return { text, from: start - (before.length - lead.length), lead, tail };
}
