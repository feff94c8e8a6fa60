import type { ReactNode } from 'react';
import type { MarkedText as Marked } from '@/lib/search/hit';

/** A text with what was searched for marked in it: pieces of the text, never markup. */
export function MarkedText({ of: { text, marks } }: { of: Marked }) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(
      text.slice(at, start),
      <mark key={start} className="hit">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <bdi>
      {pieces}
      {text.slice(at)}
    </bdi>
  );
}
