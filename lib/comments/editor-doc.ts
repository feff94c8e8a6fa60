import { type Block, type Body, FROM_MAX, isCommentLink, type Piece } from './body';

/** A node of the editor's document as it reads and writes JSON (ProseMirror's Node.toJSON). */
export type EditorNode = {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | null | undefined;
  readonly marks?: readonly EditorMark[] | undefined;
  readonly content?: readonly EditorNode[] | undefined;
};
type EditorMark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> | null | undefined };

/**
 * The document in which a comment is edited. Exact both ways: `toBody(toDoc(body))` is the body, where no two neighbours of it could
 * be one piece; and a document that only holds what a comment can hold is the same again. A line break is a node of its own there,
 * and so is somebody who is called.
 */
export function toDoc(body: Body): EditorNode {
  const blocks = body.map((block): EditorNode => {
    if (block.kind === 'paragraph') return paragraph(block.content);
    const content = block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] }));
    return block.from === undefined ? { type: 'bulletList', content } : { type: 'orderedList', attrs: { start: block.from }, content };
  });
  return { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks };
}

/** Plain text as a document: a paragraph for each line. */
export function textToDoc(text: string): EditorNode {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return { type: 'doc', content: lines.map((line) => (line === '' ? { type: 'paragraph' } : paragraph([{ text: line }]))) };
}

function paragraph(pieces: readonly Piece[]): EditorNode {
  return { type: 'paragraph', content: pieces.flatMap(toNodes) };
}

function toNodes({ text, bold, italic, href, mention }: Piece): readonly EditorNode[] {
  const marks: EditorMark[] = [
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
    ...(href === undefined ? [] : [{ type: 'link', attrs: { href } }]),
  ];
  const marked = (node: EditorNode): EditorNode => (marks.length === 0 ? node : { ...node, marks });
  if (mention !== undefined) return [marked({ type: 'mention', attrs: { id: mention, label: text } })];
  return text
    .split(/(\n)/)
    .filter((part) => part !== '')
    .map((part) => marked(part === '\n' ? { type: 'hardBreak' } : { type: 'text', text: part }));
}

/** The body that a document holds. What is empty in it is left out, and what a comment cannot hold is read as the text in it. */
export function toBody(doc: EditorNode): Body {
  return (doc.content ?? []).flatMap((node): readonly Block[] => {
    if (node.type === 'bulletList' || node.type === 'orderedList') {
      const items = (node.content ?? []).map(piecesIn).filter((item) => item.length > 0);
      if (items.length === 0) return [];
      return [node.type === 'bulletList' ? { kind: 'list', items } : { kind: 'list', items, from: firstNumber(node) }];
    }
    const content = piecesIn(node);
    return content.length === 0 ? [] : [{ kind: 'paragraph', content }];
  });
}

/** A comment counts from 1 where the document does not say, or from where nobody would. */
function firstNumber({ attrs }: EditorNode): number {
  const start = attrs?.start;
  return typeof start === 'number' && Number.isInteger(start) && start >= 1 && start <= FROM_MAX ? start : 1;
}

function piecesIn(node: EditorNode): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const piece of leavesOf(node)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.mention === undefined && piece.mention === undefined && sameMarks(last, piece)) {
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    } else pieces.push(piece);
  }
  return pieces;
}

function leavesOf(node: EditorNode): readonly Piece[] {
  if (node.type === 'text') return node.text ? [{ text: node.text, ...marksOf(node) }] : [];
  if (node.type === 'hardBreak') return [{ text: '\n', ...marksOf(node) }];
  if (node.type === 'mention') {
    const { id, label } = node.attrs ?? {};
    const { href: _, ...marks } = marksOf(node);
    return typeof id === 'string' && typeof label === 'string' && label !== '' ? [{ text: label, mention: id, ...marks }] : [];
  }
  return (node.content ?? []).flatMap(leavesOf);
}

function marksOf({ marks = [] }: EditorNode): Omit<Piece, 'text' | 'mention'> {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.href;
  return {
    ...(has('bold') ? { bold: true as const } : {}),
    ...(has('italic') ? { italic: true as const } : {}),
    ...(typeof href === 'string' && isCommentLink(href) ? { href } : {}),
  };
}

function sameMarks(a: Piece, b: Piece): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}
