import type { Frame } from '@/lib/frame/frame';
import type { ReportModel } from '@/lib/report/model';
import { archivePieces } from '../office/archive';
import { type OfficePart, officePackage, RELATIONSHIPS_TYPE, type Relationship, relationships, wholePart } from '../office/package';
import { XML_HEAD, type Xml, xml } from '../office/xml';
import type { Step } from '../steps';
import { toExcerpt } from '../wording';
import { paragraph } from './blocks';
import { type Comment, commentPieces } from './comments';
import { type Footnote, footnotePieces } from './footnotes';
import { LOGO_ID, logoPart } from './house';
import { pageField, runs, THEIRS } from './runs';
import { stylesOf } from './styles';

/** What a Word file of ours is made of; the frame around it is the same for all. */
export type WordDocument = {
  readonly title: string;
  /** On the right of every page's head. */
  readonly kind: string;
  readonly body: Iterable<string>;
  readonly comments: Iterable<Comment>;
  readonly footnotes: Iterable<Footnote>;
};

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KIND = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * A DOCX file (ECMA-376, transitional), written part by part as it is made. It is written here and not by a library because
 * those hold every paragraph as a tree of objects before the first byte: docs/decisions/0030 has the figures.
 */
export function wordPieces(
  model: ReportModel,
  { title, kind, body, comments, footnotes }: WordDocument,
  step?: Step,
): Generator<Uint8Array> {
  const logo = logoPart(model);
  const parts: readonly [OfficePart, ...OfficePart[]] = [
    { path: 'word/document.xml', contentType: `${KIND}.document.main+xml`, pieces: documentPieces(body, model.frame) },
    wholePart(
      'word/_rels/document.xml.rels',
      RELATIONSHIPS_TYPE,
      relationships(logo === null ? RELATIONSHIPS : [...RELATIONSHIPS, toPicture(logo)]),
    ),
    wholePart('word/styles.xml', `${KIND}.styles+xml`, stylesOf(model.frame)),
    wholePart('word/numbering.xml', `${KIND}.numbering+xml`, NUMBERING),
    wholePart('word/settings.xml', `${KIND}.settings+xml`, toSettings(model.frame)),
    wholePart('word/header1.xml', `${KIND}.header+xml`, toHeader(title, kind)),
    wholePart('word/footer1.xml', `${KIND}.footer+xml`, toFooter(model)),
    { path: 'word/footnotes.xml', contentType: `${KIND}.footnotes+xml`, pieces: headed(footnotePieces(footnotes, model.frame)) },
    { path: 'word/comments.xml', contentType: `${KIND}.comments+xml`, pieces: headed(commentPieces(comments)) },
    ...(logo === null ? [] : [logo]),
  ];
  return archivePieces(officePackage(model, title, parts), step);
}

/** rId1 and on, in this order. */
const RELATIONSHIPS = ['styles', 'numbering', 'settings', 'header', 'footer', 'footnotes', 'comments'].map((name) => ({
  type: `${OFFICE}/${name}`,
  target: `${name === 'header' || name === 'footer' ? `${name}1` : name}.xml`,
}));

/** Named by its own id, whatever comes to stand before it. */
function toPicture({ path }: OfficePart): Relationship {
  return { type: `${OFFICE}/image`, target: path.replace('word/', ''), id: LOGO_ID };
}

const HEADER_ID = 'rId4';
const FOOTER_ID = 'rId5';

function* headed(pieces: Iterable<string>): Generator<string, void, undefined> {
  yield XML_HEAD;
  yield* pieces;
}

/** A4 with 20 mm on each side; the header stands above. */
function toSection({ direction }: Frame): Xml {
  return xml`<w:sectPr><w:headerReference w:type="default" r:id="${HEADER_ID}"/><w:footerReference w:type="default" r:id="${FOOTER_ID}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1247" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/>${direction === 'rtl' ? xml`<w:bidi/>` : null}</w:sectPr>`;
}

function* documentPieces(body: Iterable<string>, frame: Frame): Generator<string, void, undefined> {
  yield `${XML_HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>`;
  yield* body;
  yield `${toSection(frame).toString()}</w:body></w:document>`;
}

/** Length of the title in the header, in UTF-16 units: one line with the kind beside it. */
const HEADER_TITLE = 72;

function toHeader(title: string, kind: string): Xml {
  const words = runs(toExcerpt(title, HEADER_TITLE), THEIRS);
  return xml`<w:hdr xmlns:w="${WORD}">${paragraph('Header', xml`${words}<w:r><w:tab/></w:r>${runs(kind)}`)}</w:hdr>`;
}

/** Figures of the hash that tell two texts apart at a glance; the sign-off has all of them. */
const HASH_LENGTH = 12;

function toFooter({ revision, frame: { layout } }: ReportModel): Xml {
  const text = runs(layout.footer(revision.number, revision.sha256.slice(0, HASH_LENGTH)));
  const { before, between, after } = layout.page;
  const page = xml`${runs(before)}${pageField('PAGE')}${runs(between)}${pageField('NUMPAGES')}${after === '' ? null : runs(after)}`;
  return xml`<w:ftr xmlns:w="${WORD}">${paragraph('Footer', xml`${text}<w:r><w:tab/></w:r>${page}`)}</w:ftr>`;
}

const NUMBERING = xml`<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** Compatibility mode 15: Word lays it out as its own, and does not offer to convert it. */
function toSettings({ regional, direction }: Frame): Xml {
  const bidi = direction === 'rtl' ? xml` w:bidi="${regional}"` : null;
  return xml`<w:settings xmlns:w="${WORD}"><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${regional}"${bidi}/></w:settings>`;
}
