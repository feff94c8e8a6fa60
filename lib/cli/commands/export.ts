import { LANGUAGES } from '@/lib/frame/languages';
import 'server-only';
import type { Command } from 'commander';
import { type ExportChoice, parseChoice } from '@/lib/export/choice';
import { exportReport } from '@/lib/export/export-report';
import { EXPORT_FORMATS, isInParts } from '@/lib/export/formats';
import { isTableFormat, TABLE_FORMATS } from '@/lib/export/many/table';
import { REPORT_PARTS } from '@/lib/report/parts';
import { WITHHELD } from '@/lib/report/withheld';
import { ARTICLE_STATES } from '@/lib/review/progress';
import { type ChoosingOptions, checkChoosing } from '../choose-articles';
import { WrongUse } from '../cli-error';
import { findCliActor, withDatabase } from '../context';
import { print } from '../print';
import { readOne } from '../read-article';
import { printPieces, writePieces } from '../write-pieces';
import { exportEach } from './export-each';
import { exportTogether } from './export-together';

type ExportOptions = ChoosingOptions & {
  readonly format: string;
  readonly status?: string;
  readonly without?: string;
  readonly parts?: string;
  readonly language?: string;
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
    .option('--language <language>', `of the words around what people wrote: ${LANGUAGES.join(', ')} (data stay English)`)
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
