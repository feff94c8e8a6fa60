import { Fragment } from 'react';
import type { TextRange } from '@/lib/text/offset';

/** The words of a claim whose edges were moved: what comes in and what goes out, before it is saved. */
export function SpanPreview({ text, from, to }: { text: string; from: readonly TextRange[]; to: readonly TextRange[] }) {
  return (
    <p className="card-quote" dir="auto">
      {to.map((after, index) => {
        const before = from[index] ?? after;
        return (
          <Fragment key={after.start}>
            {index === 0 ? null : ' … '}
            {piece(text, before.start, Math.min(after.start, before.end), 'del')}
            {piece(text, after.start, Math.min(before.start, after.end), 'ins')}
            {text.slice(Math.max(before.start, after.start), Math.min(before.end, after.end))}
            {piece(text, Math.max(before.end, after.start), after.end, 'ins')}
            {piece(text, Math.max(after.end, before.start), before.end, 'del')}
          </Fragment>
        );
      })}
    </p>
  );
}

function piece(text: string, start: number, end: number, Tag: 'ins' | 'del') {
  return start < end ? <Tag className={Tag === 'ins' ? 'added' : 'removed'}>{text.slice(start, end)}</Tag> : null;
}
