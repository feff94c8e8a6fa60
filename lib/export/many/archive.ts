import type { Pause } from '@/lib/kernel/pause';
import type { Generator, ReportModel } from '@/lib/report/model';
import type { ExportChoice } from '../choice';
import { exportReport } from '../export-report';
import { exportFileName } from '../file-name';
import { EXPORT_FORMAT_FACTS } from '../formats';
import { archiveOf, schemaFile, type ZippedFile } from '../zip';
import { MANY_FOLDER } from './names';
import type { LeftOut, Wanted } from './wanted';

/** An article read for its export, and where everybody can read its report. */
export type ReadArticle = { readonly model: ReportModel; readonly address: string | null };

/** Reads one article when its turn comes; null where it is not there any more. */
export type ReadWanted = (article: Wanted) => Promise<ReadArticle | null>;

export type Many = {
  readonly held: readonly Wanted[];
  readonly leftOut: readonly LeftOut[];
  /** Those of `held` that are not in the file after all: whoever reads them writes down here which could not be read, and why. */
  readonly late: LeftOut[];
  readonly choice: ExportChoice;
  readonly desk: { readonly id: string; readonly name: string };
  readonly generatedAt: Date;
  readonly generator: Generator;
};

/**
 * One archive with a file for each article, and a manifest of what it holds and what was left out. An article is read when its
 * turn comes and let go after it: memory holds one at a time, however many there are.
 */
export function manyArchivePieces(many: Many, read: ReadWanted, pause: Pause): AsyncGenerator<Uint8Array, void, undefined> {
  return archiveOf(filesOf(many, read, pause), { time: many.generatedAt, toManifest: (entries) => toManifest(many, entries) }, pause);
}

async function* filesOf({ held, choice }: Many, read: ReadWanted, pause: Pause): AsyncGenerator<ZippedFile> {
  const { format } = choice;
  for (const article of held) {
    const found = await read(article);
    if (found === null) continue;
    const { model, address } = found;
    yield {
      name: `${MANY_FOLDER}/${articleFileName(format, model)}`,
      format,
      mediaType: EXPORT_FORMAT_FACTS[format].mediaType,
      pieces: exportReport(format, model, { pause, address }),
      about: { article: { id: article.id, title: model.article.title }, claims: model.claims.length },
    };
  }
  if (format === 'json') yield schemaFile();
}

/** The name of an article's file among others: titles need not differ; the end of an id is chance (RFC 9562, 5.7). */
export function articleFileName(
  format: ExportChoice['format'],
  model: Pick<ReportModel, 'kind'> & { article: { id: string; title: string } },
): string {
  const { extension } = EXPORT_FORMAT_FACTS[format];
  const stem = exportFileName(format, model).slice(0, -(extension.length + 1));
  return `${stem} ${model.article.id.slice(-12)}.${extension}`;
}

function toManifest({ choice, desk, generatedAt, generator, leftOut, late }: Many, files: readonly object[]): object {
  return {
    format: 'hearsay-collection',
    version: 1,
    kind: choice.claims.kind,
    generatedAt: generatedAt.toISOString(),
    generator,
    desk,
    files,
    leftOut: [...leftOut, ...late],
  };
}
