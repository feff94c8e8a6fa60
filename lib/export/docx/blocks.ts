import { type Xml, type XmlInsert, xml } from '../office/xml';

/** Paragraph styles of styles.ts. */
export type BlockStyle =
  | 'Kicker'
  | 'Title'
  | 'Finding'
  | 'Notice'
  | 'Normal'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'ArticleTitle'
  | 'ArticleText'
  | 'Quote'
  | 'Fact'
  | 'Small'
  | 'Cell'
  | 'CellHead'
  | 'Picture'
  | 'PictureNote'
  | 'PictureMiddle'
  | 'PictureSign'
  | 'PictureLetter'
  | 'CommentText'
  | 'FootnoteText'
  | 'ListBullet'
  | 'Header'
  | 'Footer';

/** `rtl` turns the paragraph, `keep` keeps it on the page of the next. In the order of the schema (ECMA-376 17.3.1, CT_PPr). */
export function paragraph(
  style: BlockStyle,
  content: XmlInsert,
  { rtl = false, keep = false }: { readonly rtl?: boolean; readonly keep?: boolean } = {},
): Xml {
  return xml`<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep ? xml`<w:keepNext/>` : null}${rtl ? xml`<w:bidi/>` : null}</w:pPr>${content}</w:p>`;
}

/** Twentieths of a point between the margins of a page: A4 with 20 mm on each side. */
export const TEXT_WIDTH = 9638;

export type Cell = {
  /** Paragraphs, at least one: a cell without is no valid file. */
  readonly content: Xml;
  /** Six hexadecimal digits. */
  readonly fill?: string;
};

/** The beginning of a table with a header row that is repeated on each page. `widths` are parts of the text's width. */
export function tableStart(name: string, widths: readonly number[], head: readonly string[] | null): Xml {
  const columns = toWidths(widths);
  const header =
    head === null
      ? null
      : xml`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.map((words, at) => toCell(columns[at] ?? 0, { content: paragraph('CellHead', xml`<w:r><w:t>${words}</w:t></w:r>`) }))}</w:tr>`;
  const look =
    head === null
      ? xml`<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
      : xml`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
  return xml`<w:tbl><w:tblPr><w:tblStyle w:val="Ledger"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}<w:tblCaption w:val="${name}"/></w:tblPr><w:tblGrid>${columns.map((width) => xml`<w:gridCol w:w="${width}"/>`)}</w:tblGrid>${header}`;
}

export function tableRow(widths: readonly number[], cells: readonly Cell[]): Xml {
  const columns = toWidths(widths);
  return xml`<w:tr>${cells.map((cell, at) => toCell(columns[at] ?? 0, cell))}</w:tr>`;
}

/** A table is followed by a paragraph: two that meet would be one to Word. */
export function tableEnd(): Xml {
  return xml`</w:tbl>${paragraph('Small', null)}`;
}

function toWidths(widths: readonly number[]): readonly number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.floor((width / whole) * TEXT_WIDTH));
}

function toCell(width: number, { content, fill }: Cell): Xml {
  return xml`<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${fill === undefined ? null : xml`<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`}</w:tcPr>${content}</w:tc>`;
}
