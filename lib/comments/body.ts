/**
 * What a comment says, as structure: paragraphs and lists of pieces of text, each perhaps bold, italic, a link, or a person
 * who is called. It is written in an editor of its own (editor-doc.ts) and drawn by our own code; it is never markup.
 */
export type Body = readonly Block[];

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Piece[] }
  /** `from`: the first number, where they are numbered. */
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[]; readonly from?: number | undefined };

/** The highest number that a list begins with. */
export const FROM_MAX = 9999;

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
export const TOO_LONG = `A comment has at most ${COMMENT_MAX} characters.`;

/** What is said of an address that may not. */
export const LINK_FAULT = 'A link begins with http:// or https://, and names nobody before the host.';

/**
 * Whether an address may be a link of a comment: of the web, without what could end it in a place where it is shown, and what it looks
 * like: no name before an @ that reads as the host, no marks that turn the direction of text.
 */
export function isCommentLink(href: string): boolean {
  if (href.length > 2000 || !/^https?:\/\/[^\s"<>\\\p{Cc}\p{Bidi_Control}]+$/u.test(href) || !URL.canParse(href)) return false;
  const { username, password } = new URL(href);
  return username === '' && password === '';
}

/** All the words of it, for a line that says what it is about. */
export function plainText(body: Body): string {
  const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
  const itemsOf = ({ items, from }: Extract<Block, { kind: 'list' }>) =>
    items.map((item, at) => (from === undefined ? textOf(item) : `${from + at}. ${textOf(item)}`));
  return body.map((block) => (block.kind === 'paragraph' ? textOf(block.content) : itemsOf(block).join('; '))).join(' ');
}

/** Who is called in it, each once. */
export function mentionsOf(body: Body): readonly string[] {
  const pieces = body.flatMap((block) => (block.kind === 'paragraph' ? block.content : block.items.flat()));
  return [...new Set(pieces.flatMap(({ mention }) => (mention === undefined ? [] : [mention])))];
}
