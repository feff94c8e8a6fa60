import 'server-only';
import { mkdir, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Database } from '@/lib/db/database';
import { type ExportChoice, parseChoice } from '@/lib/export/choice';
import { exportReport } from '@/lib/export/export-report';
import { EXPORT_FORMATS, isInParts } from '@/lib/export/formats';
import { articleFileName } from '@/lib/export/many/archive';
import { isTableFormat, TABLE_FORMATS } from '@/lib/export/many/table';
import type { Wanted } from '@/lib/export/many/wanted';
import { type AppError, appError, Refusal } from '@/lib/kernel/app-error';
import type { Actor } from '@/lib/permissions/roles';
import { REPORT_PARTS } from '@/lib/report/parts';
import { WITHHELD } from '@/lib/report/withheld';
import { ARTICLE_STATES } from '@/lib/review/progress';
import { type ChoosingOptions, checkChoosing, chooseArticles } from '../choose-articles';
import { WrongUse } from '../cli-error';
import { findCliActor, withDatabase } from '../context';
import { print } from '../print';
import { readOne } from '../read-article';
import { printPieces, writePieces } from '../write-pieces';
import { exportTogether } from './export-together';

type ExportOptions = ChoosingOptions & {
  readonly format: string;
  readonly status?: string;
  readonly without?: string;
  readonly parts?: string;
  readonly as?: string;
  readonly includeBlind?: boolean;
  readonly archive?: boolean;
  readonly table?: boolean;
  readonly again?: boolean;
  readonly out?: string;
};

/** export */
export function addExportCommand(program: Command): void {
  program
    .command('export [articleIds...]')
    .description(`write reports of articles' approved claims, or with --status working copies`)
    .requiredOption('--format <format>', `one of ${EXPORT_FORMATS.join(', ')}`)
    .option('--status <states>', 'all, or claim states separated by commas')
    .option('--without <what>', `leave out, separated by commas: ${WITHHELD.join(', ')}`)
    .option(
      '--parts <parts>',
      `of ${EXPORT_FORMATS.filter(isInParts).join(', ')} only these parts, separated by commas: ${REPORT_PARTS.join(', ')}`,
    )
    .option('--all', 'every article of the desk, each into a file of its own')
    .option('--topic <topic>', 'with --all: those on this topic')
    .option('--state <state>', `with --all: those that are ${ARTICLE_STATES.join(', ')}`)
    .option('--since <when>', 'with --all: those that changed since 36h, 7d, 2w ago, or since a date; their files are written again')
    .option('--archive', 'of several: one ZIP with a file for each')
    .option('--table', `of several: one table with a row for each claim (${TABLE_FORMATS.join(', ')})`)
    .option('--again', 'of several: write also what an earlier run has written')
    .option('--as <email>', 'the account that asks (default: the first administrator)')
    .option('--include-blind', 'also while the article is checked blind: the file then holds what its checkers are kept from')
    .option('--out <path>', 'where to write it (default: standard output); of several articles the folder')
    .action(exportArticles);
}

async function exportArticles(articleIds: readonly string[], options: ExportOptions, command: Command): Promise<void> {
  const choice = parseChoice(options.format, options);
  if (!choice.ok) throw new WrongUse(choice.error.message);
  checkUse(articleIds, choice.value, options);
  const form = options.archive === true ? 'archive' : options.table === true ? 'table' : null;
  if (form !== null) return exportTogether({ form, articleIds, choice: choice.value, options }, command);
  const [articleId] = articleIds;
  if (options.all !== true && articleIds.length === 1 && articleId !== undefined) {
    return exportOne(articleId, choice.value, options, command);
  }
  return exportEach(articleIds, choice.value, options, command);
}

function checkUse(articleIds: readonly string[], { format }: ExportChoice, options: ExportOptions): void {
  const { all, archive, table, again, out } = options;
  checkChoosing(articleIds, options);
  const together = archive === true || table === true;
  if (archive === true && table === true) throw new WrongUse('--archive and --table are two files: choose one.');
  if (table === true && !isTableFormat(format)) throw new WrongUse(`A table is ${TABLE_FORMATS.join(' or ')}.`);
  if (together && again === true) throw new WrongUse('One file of all is always written whole: --again is for a folder.');
  if (!together && (all === true || articleIds.length > 1) && out === undefined) {
    throw new WrongUse('Several articles need a folder, --out <folder>, or one file, --archive or --table.');
  }
}

async function exportOne(articleId: string, choice: ExportChoice, options: ExportOptions, command: Command): Promise<void> {
  const { out } = options;
  const { model, address, warnings } = await withDatabase(async (db) =>
    readOne(db, await findCliActor(db, options.as), articleId, choice, options),
  );
  const pieces = exportReport(choice.format, model, { address });
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  if (out === undefined) await printPieces(pieces);
  else {
    const bytes = await writePieces(out, pieces);
    print(command, { file: out, bytes }, `Wrote ${out}.`);
  }
}

type Told = {
  readonly folder: string;
  readonly written: { readonly articleId: string; readonly file: string; readonly bytes: number }[];
  /** There from an earlier run. */
  readonly kept: { readonly articleId: string; readonly file: string }[];
  readonly refused: { readonly articleId: string; readonly error: AppError }[];
};

/** One after the other, so that one report at most is held. A file that is there is whole: a run that broke off goes on where it was. */
async function exportEach(articleIds: readonly string[], choice: ExportChoice, options: ExportOptions, command: Command): Promise<void> {
  const folder = options.out ?? '.';
  const told: Told = { folder, written: [], kept: [], refused: [] };
  await mkdir(folder, { recursive: true });
  await withDatabase(async (db) => {
    const actor = await findCliActor(db, options.as);
    const { articles, unknown } = await chooseArticles(db, actor, articleIds, options);
    for (const { id } of unknown) told.refused.push({ articleId: id, error: appError('NOT_FOUND', `There is no article ${id}.`) });
    for (const article of articles) {
      try {
        await exportInto(told, { db, actor, article, choice, options });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        told.refused.push({ articleId: article.id, error: error.error });
      }
    }
  });
  const { written, kept, refused } = told;
  const counts = `Wrote ${written.length} of ${written.length + kept.length + refused.length} articles into ${folder}; ${kept.length} were there.`;
  print(command, told, [counts, ...refused.map(({ articleId, error }) => `${articleId}: ${error.message}`)].join('\n'));
  if (refused.length > 0) throw new Refusal(appError('INVALID', `${refused.length} articles could not be exported.`));
}

type One = {
  readonly db: Database;
  readonly actor: Actor;
  readonly article: Wanted & { readonly changedAt: Date };
  readonly choice: ExportChoice;
  readonly options: ExportOptions;
};

async function exportInto(told: Told, { db, actor, article, choice, options }: One): Promise<void> {
  const { id: articleId, changedAt } = article;
  const file = path.join(told.folder, articleFileName(choice.format, { kind: choice.claims.kind, article }));
  const found = await stat(file).catch(() => null);
  // With --since a file that is there is as old as what changed after it.
  // A file of an earlier run may hold what is to be withheld now: nothing in its name tells.
  const again = options.again === true || choice.choices.withheld.length > 0;
  const isOld = again || (options.since !== undefined && found !== null && found.mtime < changedAt);
  if (found !== null && !isOld) {
    told.kept.push({ articleId, file });
    return;
  }
  const { model, address, warnings } = await readOne(db, actor, articleId, choice, options);
  for (const warning of warnings) process.stderr.write(`${articleId}: ${warning}\n`);
  const bytes = await writePieces(file, exportReport(choice.format, model, { address }));
  // As old as what it was read from: what changes while it is written is newer.
  await utimes(file, model.generatedAt, model.generatedAt);
  told.written.push({ articleId, file, bytes });
}
