/**
 * XML built so that text cannot become markup: an `Xml` is made by the `xml` template alone, and everything put into a
 * template is escaped unless it already is one. Attribute values are always written in double quotes.
 */
class Xml {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type { Xml };

/** What can be put into a template: text and numbers (escaped), XML, lists of these; null leaves nothing. */
export type XmlInsert = string | number | Xml | null | readonly XmlInsert[];

/** XML from a template: its literal parts stand as they are, every insert is escaped. */
export function xml(literals: TemplateStringsArray, ...inserts: readonly XmlInsert[]): Xml {
  let text = literals[0] ?? '';
  for (let index = 0; index < inserts.length; index++) {
    text += write(inserts[index] as XmlInsert) + (literals[index + 1] as string);
  }
  return new Xml(text);
}

function write(insert: XmlInsert): string {
  if (insert === null) return '';
  if (typeof insert === 'string') return escapeXml(insert);
  if (typeof insert === 'number') return String(insert);
  if (insert instanceof Xml) return insert.toString();
  let text = '';
  for (const item of insert) text += write(item);
  return text;
}

/** What every part of an office file begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Characters that an XML 1.0 document cannot hold, not even as a reference (2.2, Char), and those it should not
 * (the other controls and noncharacters), but for tab, LF and CR.
 */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/** Text of which no character needs a second look: most of it. Without the "u" flag, so that halves of pairs count as what they are. */
const PLAIN = /^[\t\n !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*$/;

/**
 * Text as it may stand between tags or in a quoted attribute. Characters that XML cannot hold, and halves
 * of surrogate pairs, become U+FFFD; CR becomes a reference, since a parser would turn it into LF (2.11).
 */
function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[&<>"]/gu, (character) => REFERENCES[character] as string)
    .replace(FORBIDDEN, '\ufffd')
    .replace(/\r/gu, '&#13;');
}
