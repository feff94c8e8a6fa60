import type { ReactNode } from 'react';
import { cutPassage, type Passage, type Piece } from '@/lib/adjudication/passages';
import type { TextRange } from '@/lib/text/offset';
import { letterOf, type PlacedParent } from './view';

type PassageTextProps = { passages: readonly Passage[]; parents: readonly PlacedParent[]; result: readonly TextRange[] };

/** The sentences with each checker's words underlined in a line of their own, and washed where the claim will stand. */
export function PassageText({ passages, parents, result }: PassageTextProps) {
  const sets = [...parents.map(({ parent }) => parent.spans), result];
  return (
    <div dir="auto" className="passage quoted">
      {passages.map((passage, at) => (
        <p key={passage.start}>
          {at === 0 ? null : '… '}
          {cutPassage(passage, sets).map((piece, index, pieces) => (
            <PieceText key={piece.start} piece={piece} before={pieces[index - 1]} parents={parents} />
          ))}
        </p>
      ))}
    </div>
  );
}

function PieceText({ piece, before, parents }: { piece: Piece; before: Piece | undefined; parents: readonly PlacedParent[] }) {
  const begins = parents.flatMap(({ place }, set) => (piece.in.includes(set) && !before?.in.includes(set) ? [letterOf(place)] : []));
  const text = parents.reduce<ReactNode>(
    (inner, { place }, set) =>
      piece.in.includes(set) ? (
        <span key={place} className="by" data-place={place}>
          {inner}
        </span>
      ) : (
        inner
      ),
    piece.text,
  );
  return (
    <>
      {begins.map((letter) => (
        <b key={letter} className="letter" aria-hidden="true">
          {letter}
        </b>
      ))}
      {piece.in.includes(parents.length) ? <mark className="will-stand">{text}</mark> : text}
    </>
  );
}
