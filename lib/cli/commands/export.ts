import 'server-only';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { findChecking, findSight } from '@/lib/assignments/data';
import { isLimited } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { BLIND_REPORT, type ExportChoice, parseChoice } from '@/lib/export/choice';
import { readReport } from '@/lib/export/data';
import { exportReport } from '@/lib/export/export-report';
import { exportFileName } from '@/lib/export/file-name';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS } from '@/lib/export/formats';
import { exportWarnings } from '@/lib/export/warnings';
import { type AppError, appError, Refusal } from '@/lib/kernel/app-error';
import { withoutPause } from '@/lib/kernel/pause';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import type { ReportModel } from '@/lib/report/model';
import { REPORT_PARTS } from '@/lib/report/parts';
import { WITHHELD } from '@/lib/report/withheld';
import { listArticles } from '@/lib/review/data';
import { ARTICLE_STATES, articleState } from '@/lib/review/progress';
import { WrongUse } from '../cli-error';
import { findCliActor, requirePermission, withDatabase } from '../context';
import { print } from '../print';
import { printPieces, writePieces } from '../write-pieces';

type Options = {
  readonly format: string;
  readonly status?: string;
  readonly without?: string;
  readonly parts?: string;
  readonly as?: string;
  readonly includeBlind?: boolean;
  readonly all?: boolean;
  readonly topic?: string;
  readonly state?: string;
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
    .option('--parts <parts>', `of html, pdf, docx and md only these parts, separated by commas: ${REPORT_PARTS.join(', ')}`)
    .option('--all', 'every article of the desk, each into a file of its own')
    .option('--topic <topic>', 'with --all: those on this topic')
    .option('--state <state>', `with --all: those that are ${ARTICLE_STATES.join(', ')}`)
    .option('--again', 'of several: write also what an earlier run has written')
    .option('--as <email>', 'the account that asks (default: the first administrator)')
    .option('--include-blind', 'also while the article is checked blind: the file then holds what its checkers are kept from')
    .option('--out <path>', 'where to write it (default: standard output); of several articles the folder')
    .action(exportArticles);
}

const BLIND_ARTICLE =
  'This article is being checked blind. Say --as <email> for the work of one checker, or --include-blind for all of it: keep that from its checkers.';

async function exportArticles(articleIds: readonly string[], options: Options, command: Command): Promise<void> {
  const choice = parseChoice(options.format, options);
  if (!choice.ok) throw new WrongUse(choice.error.message);
  checkUse(articleIds, options);
  const [articleId] = articleIds;
  if (options.all !== true && articleIds.length === 1 && articleId !== undefined) {
    return exportOne(articleId, choice.value, options, command);
  }
  return exportMany(articleIds, choice.value, options, command);
}

function checkUse(articleIds: readonly string[], { all, topic, state, out }: Options): void {
  if (all === true ? articleIds.length > 0 : articleIds.length === 0) throw new WrongUse('Name articles by their ids, or say --all.');
  if (all !== true && (topic !== undefined || state !== undefined)) throw new WrongUse('--topic and --state choose among --all.');
  if (state !== undefined && !ARTICLE_STATES.some((name) => name === state)) {
    throw new WrongUse(`The state must be one of ${ARTICLE_STATES.join(', ')}.`);
  }
  if ((all === true || articleIds.length > 1) && out === undefined) throw new WrongUse('Several articles need a folder: --out <folder>.');
}

async function exportOne(articleId: string, choice: ExportChoice, options: Options, command: Command): Promise<void> {
  const { out } = options;
  const model = await withDatabase(async (db) => readOne(db, await findCliActor(db, options.as), articleId, choice, options));
  const pieces = exportReport(choice.format, model);
  for (const warning of exportWarnings(choice.format, model)) process.stderr.write(`${warning}\n`);
  if (out === undefined) await printPieces(pieces);
  else {
    const bytes = await writePieces(out, pieces);
    print(command, { file: out, bytes }, `Wrote ${out}.`);
  }
}

/** Refuses what the account may not see, and what must not leave while it is checked blind. */
async function readOne(db: Database, actor: Actor, articleId: string, choice: ExportChoice, options: Options): Promise<ReportModel> {
  const { deskId } = actor;
  requirePermission(actor, 'article.export', { deskId });
  const [sight, { blind }] = [await findSight(db, { deskId, ...toViewer(actor) }), await findChecking(db, articleId)];
  const isPart = isLimited(sight, articleId);
  // What a blind checker exports is their own work, and no report; anybody else's export would hold all of it.
  if (isPart ? choice.claims.kind === 'report' : blind && options.includeBlind !== true) {
    throw new Refusal(appError('FORBIDDEN', isPart ? BLIND_REPORT : BLIND_ARTICLE));
  }
  const model = await readReport(db, { deskId, articleId, sight, now: new Date() }, choice.claims, withoutPause, choice.choices);
  if (model === null) throw new Refusal(appError('NOT_FOUND', `There is no article ${articleId}.`));
  return model;
}

type Told = {
  readonly folder: string;
  readonly written: { readonly articleId: string; readonly file: string; readonly bytes: number }[];
  /** There from an earlier run. */
  readonly kept: { readonly articleId: string; readonly file: string }[];
  readonly refused: { readonly articleId: string; readonly error: AppError }[];
};

/** One after the other, so that one report at most is held. A file that is there is whole: a run that broke off goes on where it was. */
async function exportMany(articleIds: readonly string[], choice: ExportChoice, options: Options, command: Command): Promise<void> {
  const folder = options.out ?? '.';
  const told: Told = { folder, written: [], kept: [], refused: [] };
  await mkdir(folder, { recursive: true });
  await withDatabase(async (db) => {
    const actor = await findCliActor(db, options.as);
    for (const articleId of options.all === true ? await findAll(db, actor, options) : new Set(articleIds)) {
      try {
        await exportInto(told, { db, actor, articleId, choice, options });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        told.refused.push({ articleId, error: error.error });
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
  readonly articleId: string;
  readonly choice: ExportChoice;
  readonly options: Options;
};

async function exportInto(told: Told, { db, actor, articleId, choice, options }: One): Promise<void> {
  const found = await db.read.article.findFirst({ where: { id: articleId, deskId: actor.deskId }, select: { title: true } });
  if (found === null) throw new Refusal(appError('NOT_FOUND', `There is no article ${articleId}.`));
  // Titles need not differ; the end of an id is chance (RFC 9562, 5.7).
  const { extension } = EXPORT_FORMAT_FACTS[choice.format];
  const stem = exportFileName(choice.format, { article: found, kind: choice.claims.kind }).slice(0, -(extension.length + 1));
  const name = `${stem} ${articleId.slice(-12)}.${extension}`;
  const file = path.join(told.folder, name);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere && options.again !== true) {
    told.kept.push({ articleId, file });
    return;
  }
  const model = await readOne(db, actor, articleId, choice, options);
  for (const warning of exportWarnings(choice.format, model)) process.stderr.write(`${articleId}: ${warning}\n`);
  told.written.push({ articleId, file, bytes: await writePieces(file, exportReport(choice.format, model)) });
}

async function findAll(db: Database, actor: Actor, { topic, state }: Options): Promise<readonly string[]> {
  const { deskId } = actor;
  requirePermission(actor, 'article.view', { deskId });
  const articles = await listArticles(db, { deskId, sight: await findSight(db, { deskId, ...toViewer(actor) }) });
  return articles
    .filter((article) => topic === undefined || article.topic === topic)
    .filter(({ counts }) => state === undefined || articleState(counts) === state)
    .map(({ id }) => id);
}
