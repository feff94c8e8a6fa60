import type { ReportModel } from '@/lib/report/model';
import { hasPart, hasSection, type SectionId, sectionsOf } from '@/lib/report/parts';
import { claimPicker, type Picker } from '../claim-picker';
import { notAReport } from '../report-words';
import type { Step } from '../steps';
import { targetsOf } from '../targets';
import { articlePieces, commentsOf, footnotesOf } from './article-text';
import { paragraph } from './blocks';
import { claimPieces, limitPieces, methodPieces } from './claim-list';
import { conflictPieces } from './conflicts';
import { headFactPieces, numberPieces, unattributedPieces } from './contents';
import { wordPieces } from './document';
import { graphPieces } from './graph';
import { headPieces, labelPieces } from './label';
import { originPieces, speakerPieces } from './ledger';
import { runs } from './runs';

/**
 * The report as a Word file: the article with a comment on the words of each claim, its number before them and its
 * evidence in footnotes; then who speaks, what does not fit, every claim again in full, limits and sign-off. The same
 * model gives the same bytes; to leave the loop is to stop the work.
 */
export function docxPieces(model: ReportModel, step?: Step): Generator<Uint8Array> {
  const document = {
    title: model.article.title,
    kind: model.kind === 'report' ? model.frame.report.kinds.report : model.frame.layout.copyKind,
    body: livePieces(model),
    comments: hasSection(model, 'text') ? commentsOf(model) : [],
    footnotes: hasSection(model, 'text') ? footnotesOf(model) : [],
  };
  return wordPieces(model, document, step);
}

/** The body without links to what is left out. Each piece is whole paragraphs, and no link stands in another. */
function* livePieces(model: ReportModel): Generator<string, void, undefined> {
  const isThere = targetsOf(model);
  for (const piece of bodyPieces(model)) {
    yield isThere === null
      ? piece
      : piece.replace(LINK, (whole, mark: string, content: string) => (isThere(mark.replace('_', '-')) ? whole : content));
  }
}

const LINK = /<w:hyperlink w:anchor="(\w+)" w:history="1">(.*?)<\/w:hyperlink>/gsu;

type Pieces = (model: ReportModel, pick: Picker) => Iterable<string>;

/** What stands in each section, its heading first; null where a section is in other formats only. */
const CONTENTS: Readonly<Record<SectionId, Pieces | null>> = {
  text: textPieces,
  // The checked copy is a Word file of its own.
  checked: null,
  provenance: graphPieces,
  sources: speakerPieces,
  origins: originPieces,
  conflicts: conflictPieces,
  unattributed: unattributedPieces,
  numbers: numberPieces,
  claims: claimPieces,
  figures: null,
  method: methodPieces,
  limits: limitPieces,
};

function* textPieces(model: ReportModel): Generator<string, void, undefined> {
  yield paragraph('Heading1', runs(model.frame.report.sections.text.title)).toString();
  yield* articlePieces(model);
}

function* bodyPieces(model: ReportModel): Generator<string, void, undefined> {
  const pick = claimPicker(model);
  yield* headPieces(model, model.frame.report.kinds[model.kind], notAReport(model).words);
  yield* headFactPieces(model);
  if (hasPart(model, 'label')) yield* labelPieces(model);
  for (const id of sectionsOf(model)) yield* CONTENTS[id]?.(model, pick) ?? [];
}
