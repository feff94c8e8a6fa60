import 'server-only';
import type { Command } from 'commander';
import type { Database } from '@/lib/db/database';
import type { ExportChoice } from '@/lib/export/choice';
import { readSender } from '@/lib/export/data';
import { exportMany, type Plan, planMany } from '@/lib/export/many/export-many';
import type { ManyForm } from '@/lib/export/many/form';
import { leftOutWords } from '@/lib/export/many/wanted';
import { withoutPause } from '@/lib/kernel/pause';
import { PRODUCT } from '@/lib/kernel/product';
import type { Actor } from '@/lib/permissions/roles';
import { type ChoosingOptions, chooseArticles } from '../choose-articles';
import { unwrap } from '../cli-error';
import { findCliActor, requirePermission, withDatabase } from '../context';
import { print } from '../print';
import { readOne } from '../read-article';
import { printPieces, writePieces } from '../write-pieces';

type Asked = {
  readonly form: ManyForm;
  readonly articleIds: readonly string[];
  readonly choice: ExportChoice;
  readonly options: ChoosingOptions & { readonly as?: string; readonly includeBlind?: boolean; readonly out?: string };
};

/** Many articles in one file. What is left out is no failure: it is said on standard error, in the manifest, and in the answer. */
export async function exportTogether({ form, articleIds, choice, options }: Asked, command: Command): Promise<void> {
  await withDatabase(async (db) => {
    const actor = await findCliActor(db, options.as);
    requirePermission(actor, 'article.export', { deskId: actor.deskId });
    const { articles, unknown } = await chooseArticles(db, actor, articleIds, choice, options);
    const plan = unwrap(planMany(articles, { form, choice, evenBlind: options.includeBlind === true }));
    const leftOut = [...plan.leftOut, ...unknown];
    const pieces = await write(db, actor, { ...plan, leftOut }, choice, options);
    const words = leftOutWords(leftOut);
    if (words !== '') process.stderr.write(`${words}\n`);
    const { out } = options;
    if (out === undefined) return printPieces(pieces);
    const [file, bytes, count] = [out, await writePieces(out, pieces), plan.held.length];
    print(command, { file, bytes, articles: plan.held.map(({ id }) => id), leftOut }, `Wrote ${count} articles into ${file}.`);
  });
}

async function write(db: Database, actor: Actor, plan: Plan, choice: ExportChoice, options: Asked['options']) {
  const { desk } = await readSender(db, actor);
  const { form, held, leftOut } = plan;
  const many = { held, leftOut, late: [], choice, desk, generatedAt: new Date(), generator: PRODUCT };
  return exportMany(form, many, ({ id }) => readOne(db, actor, id, choice, options), withoutPause);
}
