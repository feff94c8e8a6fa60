import { type Xml, type XmlInsert, xml } from '../office/xml';
import { cutDirections, showTurns } from './direction';

/** How a run looks and what it is. */
export type RunLook = {
  /** A character style of styles.ts. */
  readonly style?: string | undefined;
  readonly bold?: boolean;
  /** Words from outside: their language is not known, so no dictionary is put to them. The styles of claims say so themselves. */
  readonly foreign?: boolean;
  /** The direction of the paragraph it stands in. */
  readonly rtl?: boolean;
  /** Inside a `w:del`, where text has another name (ECMA-376, 17.3.3.7). */
  readonly deleted?: boolean;
};

/** Words of the report itself. */
export const OURS: RunLook = {};
export const STRONG: RunLook = { bold: true };
/** Words from outside the report: the article, names, notes. */
export const THEIRS: RunLook = { foreign: true };

/**
 * Text as runs: line breaks and tabs as Word's own, directions apart, turning characters shown. Whatever it holds is text to
 * Word: a field begins only with an element of its own, which no text can make.
 */
export function runs(text: string, look: RunLook = OURS): Xml {
  return xml`${cutDirections(showTurns(text), look.rtl ?? false).map((piece) => toRun(piece.text, { ...look, rtl: piece.rtl }))}`;
}

function toRun(text: string, look: RunLook): Xml {
  return xml`<w:r>${runProperties(look)}${toText(text, look.deleted === true)}</w:r>`;
}

const BOLD = xml`<w:b/><w:bCs/>`;
const RTL = xml`<w:rtl/>`;

/** In the order of the schema (17.3.2, CT_RPr). Bold is said twice: Word has its own switch for right-to-left text. */
function runProperties({ style, bold, foreign, rtl }: RunLook): Xml | null {
  const named = style ?? (foreign ? 'Foreign' : undefined);
  if (named === undefined && !bold && !rtl) return null;
  return xml`<w:rPr>${named === undefined ? null : xml`<w:rStyle w:val="${named}"/>`}${bold ? BOLD : null}${rtl ? RTL : null}</w:rPr>`;
}

const BREAK = /\r\n?|[\n\u2028\u2029]|\t/u;

function toText(text: string, deleted: boolean): Xml {
  if (!BREAK.test(text)) return toWords(text, deleted);
  return xml`${text.split(/(\r\n?|[\n\u2028\u2029]|\t)/u).map((part, at) => {
    if (at % 2 === 0) return part === '' ? null : toWords(part, deleted);
    return part === '\t' ? xml`<w:tab/>` : xml`<w:br/>`;
  })}`;
}

function toWords(text: string, deleted: boolean): Xml {
  return deleted ? xml`<w:delText xml:space="preserve">${text}</w:delText>` : xml`<w:t xml:space="preserve">${text}</w:t>`;
}

/** Runs that lead to a bookmark of the same file. Never to an address: a file that fetches nothing has no such link. */
export function linkTo(bookmark: string, content: XmlInsert): Xml {
  return xml`<w:hyperlink w:anchor="${bookmark}" w:history="1">${content}</w:hyperlink>`;
}

/** A place that links lead to. `id` is a number that no other bookmark of the file has; `name` begins with a letter and has no hyphen. */
export function bookmark(id: number, name: string, content: XmlInsert): Xml {
  return xml`<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
}

/** `PAGE` or `NUMPAGES`: the only fields there are. */
export function pageField(name: 'PAGE' | 'NUMPAGES'): Xml {
  return xml`<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
}
