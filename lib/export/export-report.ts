import { ENGLISH } from '@/lib/frame/en/english';
import { type Pause, withoutPause } from '@/lib/kernel/pause';
import { inEnglishInTurns, type ReportModel } from '@/lib/report/model';
import { REPORT_PARTS } from '@/lib/report/parts';
import { claimReviewPieces } from './claim-review';
import { csvPieces } from './csv';
import { checkedCopyPieces } from './docx/checked-copy';
import { docxPieces } from './docx/docx';
import { exportFileName } from './file-name';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS, type ExportFormat, isData, isInParts } from './formats';
import { htmlPieces } from './html';
import { articleJsonPieces } from './json';
import { jsonLdPieces } from './jsonld';
import { markdownPieces } from './markdown';
import { paced } from './office/archive';
import { pdfPieces } from './pdf/pdf';
import { encodePieces } from './pieces';
import { counted, type Step, withoutSteps } from './steps';
import { xlsxPieces } from './xlsx/xlsx';
import { type ZippedFile, zipPieces } from './zip';

/** What writes a format: text as it is made, to be encoded in UTF-8, or bytes. */
type Writer =
  | { readonly text: (model: ReportModel, options: ExportOptions) => Iterable<string> }
  | { readonly bytes: (model: ReportModel, pause: Pause, options: ExportOptions) => AsyncIterable<Uint8Array> };

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  html: { text: htmlPieces },
  pdf: { bytes: (model, pause, { step }) => pdfPieces(model, pause, step) },
  docx: { bytes: (model, pause, { step }) => paced(docxPieces(model, step), pause) },
  'docx-checked': { bytes: (model, pause, { step }) => paced(checkedCopyPieces(model, step), pause) },
  xlsx: { bytes: (model, pause, { step }) => paced(xlsxPieces(model, step), pause) },
  jsonld: { text: jsonLdPieces },
  claimreview: { text: (model, { address }) => claimReviewPieces(model, { address }) },
  csv: { text: csvPieces },
  md: { text: markdownPieces },
  json: { text: articleJsonPieces },
  zip: { bytes: (model, pause, options) => zipPieces(model, zippedFiles(model, options), pause) },
};

/** Whether the format is written as it goes: memory then does not grow with the file. Others are made whole first. */
export function isStreamed(format: ExportFormat): boolean {
  return 'text' in WRITERS[format];
}

export type ExportOptions = {
  /** Called between pieces; a format that cannot write piece by piece calls it during its work. */
  readonly pause?: Pause;
  /** Where everybody can read the report, without a fragment (lib/publication); null where nobody can. Only ClaimReview leads there. */
  readonly address?: string | null;
  /** Called after each step of the work: about as often as `stepsOf` (steps.ts) says. */
  readonly step?: Step;
};

/**
 * The model written in `format`, in pieces of about 64 kB (pieces.ts). Pure: the same model gives the same file, byte for byte.
 * A piece is made when it is asked for; to leave the loop is to stop the work. What `pause` rejects with comes out here.
 *
 *     for await (const piece of exportReport('csv', model, { pause: setImmediate })) await send(piece);
 */
export function exportReport(format: ExportFormat, model: ReportModel, options: ExportOptions = {}): AsyncIterable<Uint8Array> {
  const writer = WRITERS[format];
  const held = isInParts(format) ? model : { ...model, choices: { ...model.choices, parts: REPORT_PARTS } };
  return isData(format) && held.frame !== ENGLISH ? writeInEnglish(writer, held, options) : writeHeld(writer, held, options);
}

function writeHeld(writer: Writer, held: ReportModel, options: ExportOptions): AsyncIterable<Uint8Array> {
  const { pause = withoutPause, step = withoutSteps } = options;
  return 'text' in writer ? encodePieces(counted(writer.text(held, options), step), pause) : writer.bytes(held, pause, options);
}

/** Told again first, in turns: the format would do it at once. */
async function* writeInEnglish(writer: Writer, held: ReportModel, options: ExportOptions): AsyncGenerator<Uint8Array, void, undefined> {
  yield* writeHeld(writer, await inEnglishInTurns(held, options.pause ?? withoutPause), options);
}

/** Every format but the archive itself, each to be written when the archive comes to it. */
function* zippedFiles(model: ReportModel, options: ExportOptions): Generator<ZippedFile> {
  for (const format of EXPORT_FORMATS) {
    if (format === 'zip') continue;
    const { mediaType } = EXPORT_FORMAT_FACTS[format];
    yield { name: exportFileName(format, model), format, mediaType, pieces: exportReport(format, model, options) };
  }
}
