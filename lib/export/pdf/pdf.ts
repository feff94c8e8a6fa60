import bidiFactory from 'bidi-js';
import PDFDocument from 'pdfkit';
import type { Frame } from '@/lib/frame/frame';
import { type Pause, type Steps, withoutPause } from '@/lib/kernel/pause';
import type { ReportModel } from '@/lib/report/model';
import { type SectionId, sectionsOf } from '@/lib/report/parts';
import { claimPicker, type Picker } from '../claim-picker';
import { type Step, withoutSteps } from '../steps';
import { targetsOf } from '../targets';
import { toExcerpt } from '../wording';
import { articleText } from './article-text';
import { createCanvas, type Document, type Element } from './canvas';
import { claimList } from './claim-list';
import { figures, limits, method } from './closing';
import { conflicts } from './conflicts';
import { checkedCopy, headList, numbers, unattributed } from './contents';
import { type EmbeddedFont, openFonts } from './fonts';
import { graph } from './graph';
import { packObjects } from './object-streams';
import { opening } from './opening';
import { INK, INK_2, INK_3, rgb } from './palette';
import { createSetter, type Run, type Setter } from './paragraph';
import { createShaper, type Shaper } from './shape';
import { CONTENT_WIDTH, createSheet, PAGE, run, type Sheet } from './sheet';
import { origins, say, speakers } from './sourcing';
import { branchTrees } from './trees';

/**
 * The report as a tagged PDF 1.7, A4, made without a browser: the HTML report's parts in their print look. Pages and structure are
 * written as they are full; what stays in memory is the list of objects, places and bookmarks. Dates and ids come from the model.
 */
export async function* pdfPieces(
  model: ReportModel,
  pause: Pause = withoutPause,
  step: Step = withoutSteps,
): AsyncGenerator<Uint8Array, void, undefined> {
  const doc = open(model);
  for (const _ of writeAll(doc, model)) {
    const piece = doc.read() as Uint8Array | null;
    if (piece !== null) yield piece;
    step();
    await pause();
  }
  for (let rest = doc.read() as Uint8Array | null; rest !== null; rest = doc.read() as Uint8Array | null) yield rest;
}

/** The report and the end of the file; what comes in between is a step, too. */
function* writeAll(doc: Document, model: ReportModel): Steps<void> {
  const packed = packObjects(doc);
  const trees = branchTrees(doc);
  yield* writeReport(doc, model);
  yield* trees.end();
  yield* packed.end();
}

function open({ article, desk, generator, generatedAt, kind, frame }: ReportModel): Document {
  const made = `${generator.name} ${generator.version}`;
  const title = `${article.title.toWellFormed()} – ${frame.report.kinds[kind]}`;
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: frame.language,
    // No font of the library's own: all are embedded.
    font: null as never,
    info: { Title: title, Author: desk.name, Creator: made, Producer: `${made} (PDFKit)`, CreationDate: generatedAt, ModDate: generatedAt },
  });
}

const bidi = bidiFactory();

/** Writes the whole document; gives way between blocks, claims and rows, and wherever something goes through all claims. */
function* writeReport(doc: Document, model: ReportModel): Generator<void> {
  const shaper = createShaper(openFonts(doc), (character) => bidi.getMirroredCharacter(character));
  const setter = createSetter(shaper, bidi);
  const canvas = createCanvas(doc, shaper, setter);
  const total = totalOf(doc, shaper);
  const footer = `${model.frame.report.kinds[model.kind]}: ${toExcerpt(model.article.title, 90)}`;
  const sheet = createSheet(canvas, withoutDead(setter, targetsOf(model)), footer, total.draw);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pick = claimPicker(model);
  yield;
  yield* opening(sheet, root, model);
  yield;
  headList(sheet, root, model);
  for (const id of sectionsOf(model)) {
    const section = heading(sheet, root, model.frame.report.sections[id], id);
    yield* CONTENTS[id](sheet, section, model, pick);
    section.end();
    yield;
  }
  canvas.end();
  root.end();
  total.end();
}

/** Sets words without links that would lead to a section that is left out. */
function withoutDead(set: Setter, isThere: ReturnType<typeof targetsOf>): Setter {
  if (isThere === null) return set;
  const isDead = ({ link }: Run) => link?.to !== undefined && !isThere(link.to);
  return (runs, width) =>
    set(
      runs.map((one) => (isDead(one) ? { ...one, link: null } : one)),
      width,
    );
}

type Contents = (sheet: Sheet, section: Element, model: ReportModel, pick: Picker) => Iterable<void>;

/** What stands in each section, below its heading. */
const CONTENTS: Readonly<Record<SectionId, Contents>> = {
  text: articleText,
  checked: checkedCopy,
  provenance: graph,
  sources: speakers,
  origins,
  conflicts,
  unattributed,
  numbers,
  claims: claimList,
  figures,
  method,
  limits,
};

/** The rule, the heading and what it says of itself; a bookmark and a place of its own. */
function heading(sheet: Sheet, root: Element, { title, about }: Frame['report']['sections'][SectionId], id: SectionId): Element {
  const section = sheet.element(root, 'Sect');
  sheet.y += 18;
  sheet.ensure(90);
  sheet.place(id);
  sheet.bookmark(title);
  sheet.canvas.artifact(() => sheet.canvas.rule(PAGE.left, sheet.y, CONTENT_WIDTH, INK, 0.8));
  sheet.y += 6;
  say(sheet, section, [run(title, 13.5)], { type: 'H2', after: 5 });
  if (about !== '') say(sheet, section, [run(about, 8, 'regular', INK_2)], { after: 5 });
  return section;
}

/**
 * The number of pages, which every footer shows and nobody knows before the last: a drawing that all pages share and that is
 * written at the end.
 */
function totalOf(doc: Document, shaper: Shaper): { readonly draw: (x: number, y: number) => void; readonly end: () => void } {
  const form = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, -4, 40, 10] });
  let pages = 0;
  return {
    draw: (x, y) => {
      pages += 1;
      (doc.page as unknown as { readonly xobjects: Record<string, unknown> }).xobjects.Pages = form;
      doc.addContent(`q 1 0 0 -1 ${x} ${y} cm /Pages Do Q`);
    },
    end: () => {
      const [shape] = shaper(String(pages), 'regular', false);
      if (shape === undefined) return;
      const { id, ref } = shape.font as EmbeddedFont;
      form.data = { ...form.data, Resources: { Font: { [id]: ref.call(shape.font) } } } as never;
      form.end(new TextEncoder().encode(`BT ${rgb(INK_3)} rg /${id} 7.5 Tf 1 0 0 1 0 0 Tm [${shape.shown}] TJ ET`));
    },
  };
}
