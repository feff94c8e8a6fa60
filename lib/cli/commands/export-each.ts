import 'server-only';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Database } from '@/lib/db/database';
import type { ExportChoice } from '@/lib/export/choice';
import { exportReport } from '@/lib/export/export-report';
import { articleFileName } from '@/lib/export/many/archive';
import { type Change, findLastEvent } from '@/lib/export/many/changes/data';
import type { Wanted } from '@/lib/export/many/wanted';
import { type AppError, appError, Refusal } from '@/lib/kernel/app-error';
import type { Actor } from '@/lib/permissions/roles';
import { type ChoosingOptions, chooseArticles } from '../choose-articles';
import { findCliActor, withDatabase } from '../context';
import { type ExportFolder, openFolder, openWords, toAsked, type WrittenFile } from '../export-folder';
import { print } from '../print';
import { readOne } from '../read-article';
import { writePieces } from '../write-pieces';

type Options = ChoosingOptions & {
  readonly as?: string;
  readonly includeBlind?: boolean;
  readonly again?: boolean;
  readonly out?: string;
};

type Told = {
  readonly folder: string;
  readonly written: { readonly articleId: string; readonly file: string; readonly bytes: number }[];
  /** There from an earlier run, with the same choices. */
  readonly kept: { readonly articleId: string; readonly file: string }[];
  readonly refused: { readonly articleId: string; readonly error: AppError }[];
  /** There from earlier runs, of none of these articles or under another name, and not without what is withheld. */
  readonly open: string[];
};

/** One after the other, so that one report at most is held. A file that is there is whole: a run that broke off goes on where it was. */
export async function exportEach(articleIds: readonly string[], choice: ExportChoice, options: Options, command: Command): Promise<void> {
  const place = options.out ?? '.';
  const told: Told = { folder: place, written: [], kept: [], refused: [], open: [] };
  const folder = await openFolder(place);
  await withDatabase(async (db) => {
    const actor = await findCliActor(db, options.as);
    const { articles, changes, unknown } = await chooseArticles(db, actor, articleIds, choice, options);
    for (const { id } of unknown) told.refused.push({ articleId: id, error: appError('NOT_FOUND', `There is no article ${id}.`) });
    for (const article of articles) {
      try {
        await exportInto(told, { db, actor, folder, article, change: changes?.get(article.id) ?? null, choice, options });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        told.refused.push({ articleId: article.id, error: error.error });
      }
    }
  });
  const { written, kept, refused } = told;
  const own = new Set([...written, ...kept].map(({ file }) => path.basename(file)));
  told.open.push(...(await folder.listOpen(choice.choices.withheld, own)));
  const words = openWords(place, told.open);
  if (words !== '') process.stderr.write(`${words}\n`);
  const counts = `Wrote ${written.length} of ${written.length + kept.length + refused.length} articles into ${place}; ${kept.length} were there.`;
  print(command, told, [counts, ...refused.map(({ articleId, error }) => `${articleId}: ${error.message}`)].join('\n'));
  if (refused.length > 0) throw new Refusal(appError('INVALID', `${refused.length} articles could not be exported.`));
}

type One = {
  readonly db: Database;
  readonly actor: Actor;
  readonly folder: ExportFolder;
  readonly article: Wanted;
  /** Its last, with `--since`. */
  readonly change: Change | null;
  readonly choice: ExportChoice;
  readonly options: Options;
};

async function exportInto(told: Told, { db, actor, folder, article, change, choice, options }: One): Promise<void> {
  const { id: articleId } = article;
  const name = articleFileName(choice.format, { kind: choice.claims.kind, article });
  const [file, asked] = [path.join(told.folder, name), toAsked(choice, actor)];
  // What is checked blind now may have been there before that, or with `--include-blind`: whether it may leave is asked anew.
  const asksAnew = options.again === true || (article.blind && options.includeBlind !== true);
  const found = asksAnew ? null : await folder.find(name);
  // With other choices the same name would hold something else: other claims, or what is to be withheld now.
  if (found !== null && found.asked === asked && !isOlder(found, change)) {
    told.kept.push({ articleId, file });
    return;
  }
  // Before it is read: what is written meanwhile comes after.
  const event = await findLastEvent(db);
  const { model, address, warnings } = await readOne(db, actor, articleId, choice, options);
  for (const warning of warnings) process.stderr.write(`${articleId}: ${warning}\n`);
  const bytes = await writePieces(file, exportReport(choice.format, model, { address }));
  const { generatedAt } = model;
  await utimes(file, generatedAt, generatedAt);
  const { withheld } = choice.choices;
  await folder.add({ file: name, asked, withheld: [...withheld], bytes, readAt: generatedAt.toISOString(), event });
  told.written.push({ articleId, file, bytes });
}

function isOlder({ readAt, event }: WrittenFile, change: Change | null): boolean {
  return change !== null && (event < change.event || Date.parse(readAt) < change.at.getTime());
}
