/** One token of an XML document: a tag with its name, or text with its references resolved. */
export type XmlToken =
  | { readonly kind: 'open' | 'close' | 'empty'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly text: string };

const TAG = /^<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*="[^"<]*")*)\s*(\/?)>$/u;
/** XML 1.0, 2.2. */
const NOT_CHAR = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The tokens of a document without comments, CDATA or entities of its own; throws where it is not well-formed. */
export function xmlTokens(document: string): readonly XmlToken[] {
  if (NOT_CHAR.test(document)) throw new Error('A character that XML cannot hold.');
  const open: string[] = [];
  const tokens = document
    .replace(/^<\?xml [^>]*\?>\s*/u, '')
    .match(/<[^>]*>|[^<]+/gu)
    ?.map((piece): XmlToken => {
      if (!piece.startsWith('<')) return { kind: 'text', text: resolve(piece) };
      const [, close, name = '', attributes = '', empty] = TAG.exec(piece) ?? [];
      if (name === '') throw new Error(`Not a tag: ${piece.slice(0, 200)}`);
      if (close === '/' && open.pop() !== name) throw new Error(`${name} is closed where it is not open.`);
      if (close !== '/' && empty !== '/') open.push(name);
      return { kind: close === '/' ? 'close' : empty === '/' ? 'empty' : 'open', name, attributes: toAttributes(attributes) };
    });
  if (open.length > 0) throw new Error(`Never closed: ${open.join(', ')}`);
  return tokens ?? [];
}

function toAttributes(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/([\w.:-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, resolve(value)] as const);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`An attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolve(text: string): string {
  const resolved = text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (whole, decimal, hexadecimal, name) => {
    const character =
      name === undefined ? String.fromCodePoint(Number.parseInt(decimal ?? hexadecimal, decimal === undefined ? 16 : 10)) : NAMED[name];
    if (character === undefined) throw new Error(`Not a reference: ${whole}`);
    return character;
  });
  if (/&(?!(?:#\d+|#x[0-9a-f]+|\w+);)/iu.test(text)) throw new Error(`A bare ampersand: ${text.slice(0, 200)}`);
  return resolved;
}
