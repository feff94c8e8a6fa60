import 'server-only';
import { findSight } from '@/lib/assignments/data';
import type { Database } from '@/lib/db/database';
import type { ExportChoice } from '@/lib/export/choice';
import { type Change, listExportChanges } from '@/lib/export/many/changes/data';
import { listWanted } from '@/lib/export/many/data';
import type { LeftOut, Wanted } from '@/lib/export/many/wanted';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import { ARTICLE_STATES, articleState } from '@/lib/review/progress';
import { WrongUse } from './cli-error';
import { requirePermission } from './context';

export type ChoosingOptions = {
  readonly all?: boolean;
  readonly topic?: string;
  readonly state?: string;
  readonly since?: string;
};

/** `changes`: with `--since`, the last of each article. */
export type Chosen = {
  readonly articles: readonly Wanted[];
  readonly changes: ReadonlyMap<string, Change> | null;
  readonly unknown: readonly LeftOut[];
};

/** Refuses options that do not go together (exit code 2). */
export function checkChoosing(articleIds: readonly string[], { all, topic, state, since }: ChoosingOptions): void {
  if (all === true ? articleIds.length > 0 : articleIds.length === 0) throw new WrongUse('Name articles by their ids, or say --all.');
  if (all !== true && (topic ?? state ?? since) !== undefined) throw new WrongUse('--topic, --state and --since choose among --all.');
  if (state !== undefined && !ARTICLE_STATES.some((name) => name === state)) {
    throw new WrongUse(`The state must be one of ${ARTICLE_STATES.join(', ')}.`);
  }
  if (since !== undefined) parseSince(since, new Date());
}

/** The articles that were named, or all that the options choose, each once; and ids that are nobody's on this desk. */
export async function chooseArticles(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  choice: ExportChoice,
  options: ChoosingOptions,
): Promise<Chosen> {
  const { deskId } = actor;
  requirePermission(actor, 'article.view', { deskId });
  const scope = { deskId, sight: await findSight(db, { deskId, ...toViewer(actor) }) };
  const articles = await listWanted(db, scope);
  const { all, topic, state, since } = options;
  if (all !== true) {
    const byId = new Map(articles.map((article) => [article.id, article]));
    const asked = [...new Set(ids)];
    return {
      articles: asked.flatMap((id) => byId.get(id) ?? []),
      changes: null,
      unknown: asked.filter((id) => !byId.has(id)).map((id) => ({ id, title: id, why: 'unknown' })),
    };
  }
  const now = new Date();
  const changes = since === undefined ? null : await listExportChanges(db, { ...scope, since: parseSince(since, now), now }, choice);
  const chosen = articles
    .filter((article) => topic === undefined || article.topic === topic)
    .filter(({ counts }) => state === undefined || articleState(counts) === state)
    .filter(({ id }) => changes === null || changes.has(id));
  return { articles: chosen, changes, unknown: [] };
}

const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 };

/** `36h`, `7d`, `2w` before `now`, or a date, or a time, which is UTC where it names no zone. */
function parseSince(words: string, now: Date): Date {
  const [, count, unit] = /^(\d{1,4})([hdw])$/u.exec(words) ?? [];
  if (count !== undefined) return new Date(now.getTime() - Number(count) * (HOURS[unit ?? ''] ?? 0) * 3_600_000);
  const iso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/u.exec(words);
  const time = iso === null ? Number.NaN : Date.parse(words.includes('T') && iso[1] === undefined ? `${words}Z` : words);
  if (Number.isNaN(time)) throw new WrongUse('--since takes 36h, 7d, 2w, or a date such as 2026-03-01.');
  return new Date(time);
}
