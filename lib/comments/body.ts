/**
 * What a comment says, as structure: paragraphs and lists of pieces of text, each perhaps bold, italic, a link, or a person
 * who is called. It is written and read back in a few signs (`toBody`, `toSigns`) and drawn by our own code; it is never markup.
 *
 *     **bold**  _italic_  [words](https://...)  @Name       a line that begins with “- ” is an item of a list
 */
export type Body = readonly Block[];

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] };

export type Piece = {
  readonly text: string;
  readonly bold?: true | undefined;
  readonly italic?: true | undefined;
  /** An address beginning with http:// or https://. */
  readonly href?: string | undefined;
  /** Whose id; the text is their name behind an @. */
  readonly mention?: string | undefined;
};

/** The longest comment, in UTF-16 units of its text. */
export const COMMENT_MAX = 4000;

type Named = { readonly id: string; readonly name: string };
type Marks = Omit<Piece, 'text' | 'mention'>;

/** The body that was written in signs. `people`: who can be called; of two names that both fit the longer. Never fails: what is no sign is text. */
export function toBody(signs: string, people: readonly Named[]): Body {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const blocks: Block[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', content: toPieces(lines.join('\n'), {}, byLength) });
    lines = [];
  };
  for (const line of signs.replace(/\r\n?/g, '\n').split('\n')) {
    const item = /^- (.*\S.*)$/.exec(line)?.[1];
    if (item === undefined) {
      if (line.trim() === '') flush();
      else lines.push(line.trim());
      continue;
    }
    flush();
    const last = blocks.at(-1);
    const pieces = toPieces(item.trim(), {}, byLength);
    // An empty line between two lists keeps them one: there is nothing in between.
    if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, pieces] };
    else blocks.push({ kind: 'list', items: [pieces] });
  }
  flush();
  return blocks;
}

// In this order: a sign behind a backslash, bold, italic, a link, a call.
const SIGN =
  /\\([\\*_[\]@-])|\*\*((?:\\.|[^\\])+?)\*\*|(?<![\p{L}\p{N}])_((?:\\.|[^\\])+?)_(?![\p{L}\p{N}])|\[((?:\\.|[^\\\]])+?)\]\((https?:\/\/[^\s()]+)\)|@/su;

function toPieces(signs: string, marks: Marks, people: readonly Named[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string) => {
    if (text === '') return;
    const last = pieces.at(-1);
    if (last !== undefined && last.mention === undefined && sameMarks(last, marks))
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ text, ...marks });
  };
  const addAll = (inner: readonly Piece[]) => {
    for (const piece of inner) pieces.push(piece);
  };
  let rest = signs;
  for (let found = SIGN.exec(rest); found !== null; found = SIGN.exec(rest)) {
    const [sign, escaped, bold, italic, words, href] = found;
    add(rest.slice(0, found.index));
    rest = rest.slice(found.index + sign.length);
    if (escaped !== undefined) add(escaped);
    else if (bold !== undefined && marks.bold === undefined) addAll(toPieces(bold, { ...marks, bold: true }, people));
    else if (italic !== undefined && marks.italic === undefined) addAll(toPieces(italic, { ...marks, italic: true }, people));
    else if (words !== undefined && href !== undefined && marks.href === undefined) addAll(toPieces(words, { ...marks, href }, people));
    else if (sign === '@') {
      const called = people.find(({ name }) => name !== '' && rest.startsWith(name));
      if (called === undefined) add('@');
      else {
        pieces.push({ text: `@${called.name}`, mention: called.id, ...marks });
        rest = rest.slice(called.name.length);
      }
    } else add(sign);
  }
  add(rest);
  return pieces;
}

function sameMarks(a: Marks, b: Marks): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}

/** The signs that give this body again, for who edits it. */
export function toSigns(body: Body): string {
  return body
    .map((block) =>
      block.kind === 'paragraph' ? piecesToSigns(block.content) : block.items.map((item) => `- ${piecesToSigns(item)}`).join('\n'),
    )
    .join('\n\n');
}

function piecesToSigns(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, bold, italic, href, mention }) => {
      let signs = mention === undefined ? text.replace(/[\\*_[\]@]/g, '\\$&').replace(/(^|\n)- /g, '$1\\- ') : text;
      if (href !== undefined) signs = `[${signs}](${href})`;
      if (italic) signs = `_${signs}_`;
      return bold ? `**${signs}**` : signs;
    })
    .join('');
}

/** All the words of it, for a line that says what it is about. */
export function plainText(body: Body): string {
  const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
  return body.map((block) => (block.kind === 'paragraph' ? textOf(block.content) : block.items.map(textOf).join('; '))).join(' ');
}

/** Who is called in it, each once. */
export function mentionsOf(body: Body): readonly string[] {
  const pieces = body.flatMap((block) => (block.kind === 'paragraph' ? block.content : block.items.flat()));
  return [...new Set(pieces.flatMap(({ mention }) => (mention === undefined ? [] : [mention])))];
}
