/**
 * HTML built so that text cannot become markup: a `Markup` is made by the `html` template alone,
 * and everything put into a template is escaped unless it already is a Markup. There is no way
 * to mark a string as trusted. Attribute values are always written in double quotes.
 */
export class Markup {
  // Parts instead of one string: pages are put together from tens of thousands of pieces, and joined once.
  constructor(private readonly parts: readonly (string | Markup)[]) {}

  toString(): string {
    const out: string[] = [];
    this.collect(out);
    return out.join('');
  }

  private collect(out: string[]): void {
    for (const part of this.parts) {
      if (typeof part === 'string') out.push(part);
      else part.collect(out);
    }
  }
}

/** What can be put into a template: text and numbers (escaped), markup, lists of these; null leaves nothing. */
export type Insert = string | number | Markup | null | readonly Insert[];

/** Markup from a template: its literal parts stand as they are, every insert is escaped. */
export function html(literals: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  const parts: (string | Markup)[] = [];
  literals.forEach((literal, index) => {
    if (literal !== '') parts.push(literal);
    if (index < inserts.length) append(parts, inserts[index] as Insert);
  });
  return new Markup(parts);
}

function append(parts: (string | Markup)[], insert: Insert): void {
  if (insert === null) return;
  if (typeof insert === 'string') parts.push(escapeHtml(insert));
  else if (typeof insert === 'number') parts.push(String(insert));
  else if (insert instanceof Markup) parts.push(insert);
  else for (const item of insert) append(parts, item);
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that an HTML document cannot hold, not even as a reference (HTML Standard, 13.1.4 and 13.2.3.5), but for tab, LF and CR. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced here
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;

/**
 * Text as it may stand between tags or in a quoted attribute. Characters that HTML cannot hold, and halves
 * of surrogate pairs, become U+FFFD; CR becomes a reference, since a parser would turn it into LF.
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/gu, (character) => REFERENCES[character] as string)
    .replace(FORBIDDEN, '\ufffd')
    .replace(/\r/gu, '&#13;');
}
