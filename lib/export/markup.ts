/**
 * HTML built so that text cannot become markup: a `Markup` is made by the `html` template alone,
 * and everything put into a template is escaped unless it already is a Markup. There is no way
 * to mark a string as trusted. Attribute values are always written in double quotes.
 */
class Markup {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type { Markup };

/** What can be put into a template: text and numbers (escaped), markup, lists of these; null leaves nothing. */
export type Insert = string | number | Markup | null | readonly Insert[];

/** Markup from a template: its literal parts stand as they are, every insert is escaped. */
export function html(literals: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  let text = literals[0] ?? '';
  for (let index = 0; index < inserts.length; index++) {
    text += write(inserts[index] as Insert) + (literals[index + 1] as string);
  }
  return new Markup(text);
}

function write(insert: Insert): string {
  if (insert === null) return '';
  if (typeof insert === 'string') return escapeHtml(insert);
  if (typeof insert === 'number') return String(insert);
  if (insert instanceof Markup) return insert.toString();
  let text = '';
  for (const item of insert) text += write(item);
  return text;
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that an HTML document cannot hold, not even as a reference (HTML Standard, 13.1.4 and 13.2.3.5), but for tab, LF and CR. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/** Text of which no character needs a second look: most of it. Without the "u" flag, so that halves of pairs count as what they are. */
const PLAIN = /^[\t\n !#-%(-;=?-~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*$/;

/**
 * Text as it may stand between tags or in a quoted attribute. Characters that HTML cannot hold, and halves
 * of surrogate pairs, become U+FFFD; CR becomes a reference, since a parser would turn it into LF.
 */
export function escapeHtml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[&<>"']/gu, (character) => REFERENCES[character] as string)
    .replace(FORBIDDEN, '\ufffd')
    .replace(/\r/gu, '&#13;');
}
