import { type TextRange, toTextRange } from '@/lib/text/offset';

// A claim's words as a set: spans in text order that neither overlap nor touch. All linear in the spans, n log n where they come unsorted.

/** The spans in text order, those that overlap or touch made one. */
export function unite(spans: readonly TextRange[]): readonly TextRange[] {
  const united: TextRange[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = united.at(-1);
    if (last === undefined || span.start > last.end) united.push(span);
    else if (span.end > last.end) united[united.length - 1] = { start: last.start, end: span.end };
  }
  return united;
}

/** Every place that is in `spans` and not in `taken`; a span that `taken` lies within becomes two. */
export function subtract(spans: readonly TextRange[], taken: readonly TextRange[]): readonly TextRange[] {
  return taken.reduce<readonly TextRange[]>(
    (left, { start, end }) =>
      left.flatMap((span) => {
        if (end <= span.start || start >= span.end) return [span];
        return [toTextRange(span.start, start), toTextRange(end, span.end)].filter((part) => part.start < part.end);
      }),
    spans,
  );
}

/** One piece of two sets laid over each other. `apart`: text that is in neither lies between it and the piece before. */
export type SpanChange = TextRange & { readonly change: 'kept' | 'added' | 'removed'; readonly apart: boolean };

/** What becomes of a claim's words when its spans change from `before` to `after`, in text order. */
export function compareSpans(before: readonly TextRange[], after: readonly TextRange[]): readonly SpanChange[] {
  const from = unite(before);
  const to = unite(after);
  const added = subtract(to, from).map((span) => ({ ...span, change: 'added' as const }));
  const removed = subtract(from, to).map((span) => ({ ...span, change: 'removed' as const }));
  const kept = subtract(to, subtract(to, from)).map((span) => ({ ...span, change: 'kept' as const }));
  const pieces = [...added, ...removed, ...kept].sort((a, b) => a.start - b.start);
  return pieces.map((piece, index) => ({ ...piece, apart: index > 0 && pieces[index - 1]?.end !== piece.start }));
}
