import { Fragment } from 'react';
import { compareSpans, type SpanChange } from '@/lib/anchoring/span-set';
import type { TextRange } from '@/lib/text/offset';

/** The words of a claim whose edges were moved: what comes in and what goes out, before it is saved. */
export function SpanPreview({ text, from, to }: { text: string; from: readonly TextRange[]; to: readonly TextRange[] }) {
  return (
    <p className="card-quote" dir="auto">
      {compareSpans(from, to).map((piece) => (
        <Fragment key={piece.start}>
          {piece.apart ? ' … ' : null}
          <Piece change={piece.change}>{text.slice(piece.start, piece.end)}</Piece>
        </Fragment>
      ))}
    </p>
  );
}

function Piece({ change, children }: { change: SpanChange['change']; children: string }) {
  if (change === 'added') return <ins className="added">{children}</ins>;
  if (change === 'removed') return <del className="removed">{children}</del>;
  return children;
}
