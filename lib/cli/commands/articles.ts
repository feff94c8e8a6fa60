import 'server-only';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import { createArticle } from '@/lib/articles/mutations';
import { articleFactsInput } from '@/lib/articles/schema';
import { findSight } from '@/lib/assignments/data';
import { importTextFile } from '@/lib/import/plain-text';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { toViewer } from '@/lib/permissions/viewer';
import { listArticles } from '@/lib/review/data';
import { ARTICLE_STATE_LABELS, articleState, countClaims } from '@/lib/review/progress';
import { unwrap, WrongUse } from '../cli-error';
import { findCliActor, requirePermission, toScope, withDatabase } from '../context';
import { print } from '../print';

/** import, articles */
export function addArticleCommands(program: Command): void {
  program
    .command('import <file>')
    .description('import a text file as an article (- reads standard input); prints {"articleId": ...}')
    .option('--as <email>', 'the account it is imported by (default: the first administrator)')
    .option('--topic <topic>', 'what it is about')
    .option('--outlet <name>', 'who published it')
    .option('--published-on <day>', 'when, as 2026-03-01')
    .action(importArticle);

  program
    .command('articles')
    .description('list the articles of the desk')
    .option('--as <email>', 'the account that asks (default: the first administrator)')
    .action((options, command: Command) => listAll(options, command));
}

type ImportOptions = { readonly as?: string; readonly topic?: string; readonly outlet?: string; readonly publishedOn?: string };

async function importArticle(file: string, { topic = '', outlet = '', publishedOn = '', ...options }: ImportOptions): Promise<void> {
  const facts = articleFactsInput.safeParse({ topic, outlet, publishedOn });
  if (!facts.success) throw new WrongUse(facts.error.issues[0]?.message ?? 'This cannot be said of an article.');
  const bytes = file === '-' ? await buffer(process.stdin) : await readChosenFile(file);
  const fileName = file === '-' ? null : (file.split(/[/\\]/).at(-1) ?? null);
  const imported = unwrap(importTextFile(bytes, fileName ?? 'standard input'));
  const article = await withDatabase(async (db) => {
    const actor = await findCliActor(db, options.as);
    requirePermission(actor, 'article.create', { deskId: actor.deskId });
    return unwrap(await createArticle(toScope(db, actor, 'article.create'), { ...imported, ...facts.data, origin: 'file', fileName }));
  });
  process.stdout.write(`${JSON.stringify(article)}\n`);
}

async function readChosenFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Refusal(
      appError('NOT_FOUND', code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code ?? 'unknown error'}).`),
    );
  }
}

async function listAll(options: { as?: string }, command: Command): Promise<void> {
  const articles = await withDatabase(async (db) => {
    const actor = await findCliActor(db, options.as);
    requirePermission(actor, 'article.view', { deskId: actor.deskId });
    const { deskId } = actor;
    return listArticles(db, { deskId, sight: await findSight(db, { deskId, ...toViewer(actor) }) });
  });
  const rows = articles.map(({ id, title, topic, outlet, publishedOn, words, counts, createdAt }) => ({
    id,
    title,
    topic,
    outlet,
    publishedOn,
    words,
    state: articleState(counts),
    counts,
    createdAt,
  }));
  const lines = rows.map((row) => `${row.id}  ${ARTICLE_STATE_LABELS[row.state]}, ${countClaims(row.counts)} claims  ${row.title}`);
  print(command, rows, lines.length === 0 ? 'There are no articles yet.' : lines.join('\n'));
}
