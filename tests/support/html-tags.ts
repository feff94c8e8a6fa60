/** A tag of a page, with what stands in it and what it stands in, outermost first. */
export type HtmlTag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Text directly in it, references not resolved. */
  text: string;
  readonly within: HtmlTag | null;
};

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/uy;
const VOID = new Set(['meta', 'br', 'hr', 'wbr', 'link', 'img', 'input', 'base', 'source', 'embed']);

/**
 * Every tag of a page as strict as our writer: values in double quotes, every element but the void ones closed, no `<` or `>`
 * that belongs to no tag (but in a style). Throws where a page is looser: somebody's text has become markup.
 */
export function htmlTags(page: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  let inner: HtmlTag | null = null;
  let at = page.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0;
  while (at < page.length) {
    const next: number = inner?.name === 'style' ? page.indexOf('</style>', at) : page.indexOf('<', at);
    const words = page.slice(at, next === -1 ? undefined : next);
    if (inner?.name !== 'style' && words.includes('>')) throw new Error(`A bare ">": ${words.slice(0, 200)}`);
    if (inner !== null) inner.text += words;
    if (next === -1) break;
    TAG.lastIndex = next;
    const [whole, close, name = '', attributes = '', empty] = TAG.exec(page) ?? [];
    if (whole === undefined) throw new Error(`Not a tag: ${page.slice(next, next + 200)}`);
    at = next + whole.length;
    if (close === '/') {
      if (inner?.name !== name) throw new Error(`${name} is closed where it is not open: ${page.slice(next - 200, next)}`);
      inner = inner.within;
      continue;
    }
    const tag: HtmlTag = { name, attributes: toAttributes(attributes), text: '', within: inner };
    tags.push(tag);
    if (!VOID.has(name) && empty !== '/') inner = tag;
  }
  if (inner !== null) throw new Error(`Never closed: ${inner.name}`);
  return tags;
}

function toAttributes(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/gu)].map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}
