import type { Block, Body, Piece } from '@/lib/comments/body';

/** A comment drawn from its structure. Nothing of it is ever read as markup; a link says where it goes and opens beside the page. */
export function BodyView({ body }: { body: Body }) {
  return (
    <div dir="auto" className="grid gap-1.5 break-words">
      {body.map((block, at) =>
        block.kind === 'paragraph' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes in place
          <p key={at} className="whitespace-pre-line">
            <Pieces pieces={block.content} />
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes in place
          <List key={at} block={block} />
        ),
      )}
    </div>
  );
}

function List({ block: { items, from } }: { block: Extract<Block, { kind: 'list' }> }) {
  const listed = items.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes in place
    <li key={at}>
      <Pieces pieces={item} />
    </li>
  ));
  if (from === undefined) return <ul className="list-disc pl-4.5">{listed}</ul>;
  return (
    <ol start={from} className="list-decimal ps-6">
      {listed}
    </ol>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes in place
    <PieceView key={at} piece={piece} />
  ));
}

function PieceView({ piece: { text, bold, italic, href, mention } }: { piece: Piece }) {
  let shown = <>{text}</>;
  if (mention !== undefined) shown = <bdi className="font-medium text-pencil">{text}</bdi>;
  if (italic) shown = <em>{shown}</em>;
  if (bold) shown = <strong className="font-strong">{shown}</strong>;
  if (href === undefined) return shown;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={href}>
      {shown}
    </a>
  );
}
