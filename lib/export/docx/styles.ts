import type { Frame } from '@/lib/frame/frame';
import { type Xml, xml } from '../office/xml';
import { CLASS_STYLES } from './class-look';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Sizes in half points, distances in twentieths of a point. */
type TextStyle = {
  readonly id: string;
  readonly name: string;
  readonly based?: string;
  readonly next?: string;
  /** 0 for the first level: what the navigation pane shows. */
  readonly level?: number;
  readonly font?: 'sans';
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly indent?: number;
  readonly keepNext?: boolean;
  readonly box?: boolean;
  readonly rule?: boolean;
  readonly bullet?: boolean;
  readonly centred?: boolean;
};

const INK = '1D1B17';
const QUIET = '524E46';

const PARAGRAPHS: readonly TextStyle[] = [
  { id: 'Kicker', name: 'Kicker', font: 'sans', size: 20, color: QUIET, after: 60 },
  { id: 'Title', name: 'Title', size: 44, before: 0, after: 120, line: 240, keepNext: true },
  { id: 'Finding', name: 'Finding', size: 32, before: 200, after: 120, line: 260 },
  { id: 'Notice', name: 'Notice', font: 'sans', size: 22, bold: true, before: 120, after: 200, box: true },
  { id: 'Heading1', name: 'heading 1', next: 'Normal', level: 0, size: 32, before: 480, after: 140, keepNext: true, rule: true },
  { id: 'Heading2', name: 'heading 2', next: 'Normal', level: 1, size: 26, before: 240, after: 80, keepNext: true },
  {
    id: 'Heading3',
    name: 'heading 3',
    next: 'Normal',
    level: 2,
    font: 'sans',
    size: 20,
    bold: true,
    before: 220,
    after: 40,
    keepNext: true,
  },
  { id: 'ArticleTitle', name: 'Article title', based: 'Heading2', next: 'ArticleText', size: 34, before: 120, after: 160, line: 290 },
  { id: 'ArticleText', name: 'Article text', size: 23, after: 180, line: 350 },
  { id: 'Quote', name: 'Quote', italic: true, indent: 284, after: 60 },
  { id: 'Fact', name: 'Fact', font: 'sans', size: 18, after: 20 },
  { id: 'Small', name: 'Small', font: 'sans', size: 17, color: QUIET, after: 80 },
  { id: 'Cell', name: 'Cell', font: 'sans', size: 18, after: 0 },
  { id: 'CellHead', name: 'Cell head', font: 'sans', size: 17, bold: true, color: QUIET, after: 0, keepNext: true },
  { id: 'Picture', name: 'Picture', font: 'sans', size: 14, after: 0, line: 240 },
  { id: 'PictureNote', name: 'Picture note', based: 'Picture', italic: true, size: 12, color: QUIET, after: 0 },
  { id: 'PictureMiddle', name: 'Picture middle', based: 'Picture', centred: true, after: 0 },
  { id: 'PictureSign', name: 'Picture sign', based: 'PictureMiddle', bold: true, size: 24, color: 'A4161A', after: 0 },
  { id: 'PictureLetter', name: 'Picture letter', based: 'PictureMiddle', bold: true, size: 18, after: 0 },
  { id: 'CommentText', name: 'annotation text', font: 'sans', size: 18, after: 0, line: 240 },
  { id: 'FootnoteText', name: 'footnote text', font: 'sans', size: 17, after: 20, line: 240 },
  { id: 'ListBullet', name: 'List Bullet', after: 60, bullet: true },
  { id: 'Header', name: 'header', font: 'sans', size: 17, color: QUIET, after: 0 },
  { id: 'Footer', name: 'footer', font: 'sans', size: 17, color: QUIET, after: 0 },
];

const EDGE = xml` w:val="double" w:sz="6" w:space="6" w:color="${INK}"/>`;
const SERIF = xml`<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/>`;
const SANS = xml`<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>`;

/** Styles of what people wrote, whose paragraphs have the direction of their words, whatever the frame's. */
const THEIRS: ReadonlySet<string> = new Set(['Title', 'ArticleTitle', 'ArticleText', 'Quote', 'Picture', 'PictureMiddle', 'PictureSign']);

/** Of words whose language nobody knows. */
const NO_LANGUAGE = xml`<w:lang w:val="x-none" w:eastAsia="x-none" w:bidi="x-none"/>`;

/** All styles of a file (ECMA-376 17.7) in the language and direction of its frame, so that nothing is drawn as the reader's own template has it. */
export function stylesOf({ regional, direction }: Pick<Frame, 'regional' | 'direction'>): Xml {
  const isRtl = direction === 'rtl';
  return xml`<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${SERIF}<w:color w:val="${INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${regional}" w:eastAsia="${regional}" w:bidi="${isRtl ? regional : 'he-IL'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${isRtl ? xml`<w:pPr><w:bidi/></w:pPr>` : null}</w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
${PARAGRAPHS.map((style) => toParagraphStyle(style, isRtl && THEIRS.has(style.id)))}
${CLASS_STYLES.map(({ id, look }) => xml`<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:qFormat/><w:rPr><w:u w:val="${look.underline}" w:color="${look.line}"/><w:shd w:val="clear" w:color="auto" w:fill="${look.tint}"/>${NO_LANGUAGE}</w:rPr></w:style>`)}
<w:style w:type="character" w:customStyle="1" w:styleId="Foreign"><w:name w:val="Foreign"/><w:rPr>${NO_LANGUAGE}</w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="ClaimNumber"><w:name w:val="Claim number"/><w:qFormat/><w:rPr>${SANS}<w:b/><w:bCs/><w:color w:val="${QUIET}"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="Ledger"><w:name w:val="Ledger"/><w:basedOn w:val="TableNormal"/><w:tblPr>${isRtl ? xml`<w:bidiVisual/>` : null}<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="${INK}"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${INK}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="CDC7B8"/></w:tblBorders><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>`;
}

/** Elements in the order of the schema (17.7.4, CT_Style; 17.3.1, CT_PPr; 17.3.2, CT_RPr). */
function toParagraphStyle({ id, name, based = 'Normal', next, ...look }: TextStyle, unturned: boolean): Xml {
  return xml`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${based}"/>${next === undefined ? null : xml`<w:next w:val="${next}"/>`}<w:qFormat/><w:pPr>${look.keepNext ? xml`<w:keepNext/><w:keepLines/>` : null}${look.bullet ? xml`<w:numPr><w:numId w:val="1"/></w:numPr>` : null}${toBorders(look)}${id === 'Header' || id === 'Footer' ? xml`<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>` : null}${unturned ? xml`<w:bidi w:val="0"/>` : null}${toSpacing(look)}${look.indent === undefined ? null : xml`<w:ind w:left="${look.indent}"/>`}${look.centred ? xml`<w:jc w:val="center"/>` : null}${look.level === undefined ? null : xml`<w:outlineLvl w:val="${look.level}"/>`}</w:pPr><w:rPr>${look.font === 'sans' ? SANS : null}${look.bold ? xml`<w:b/><w:bCs/>` : null}${look.italic ? xml`<w:i/><w:iCs/>` : null}${look.color === undefined ? null : xml`<w:color w:val="${look.color}"/>`}${look.size === undefined ? null : xml`<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`}</w:rPr></w:style>
`;
}

function toSpacing({ before, after, line }: Pick<TextStyle, 'before' | 'after' | 'line'>): Xml | null {
  if (before === undefined && after === undefined && line === undefined) return null;
  return xml`<w:spacing${before === undefined ? null : xml` w:before="${before}"`}${after === undefined ? null : xml` w:after="${after}"`}${line === undefined ? null : xml` w:line="${line}" w:lineRule="auto"`}/>`;
}

function toBorders({ box, rule }: Pick<TextStyle, 'box' | 'rule'>): Xml | null {
  if (rule) return xml`<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="${INK}"/></w:pBdr>`;
  if (!box) return null;
  return xml`<w:pBdr><w:top${EDGE}<w:left${EDGE}<w:bottom${EDGE}<w:right${EDGE}</w:pBdr>`;
}
