import 'server-only';
import { findChecking, findSight } from '@/lib/assignments/data';
import { findActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import type { Pause } from '@/lib/kernel/pause';
import { PRODUCT } from '@/lib/kernel/product';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import { toViewer } from '@/lib/permissions/viewer';
import type { ReportModel } from '@/lib/report/model';
import type { ExportChoice } from '../choice';
import { readReport, readSender } from '../data';
import type { Many } from './archive';
import { listWanted } from './data';
import { type Plan, planMany } from './export-many';
import type { ManyForm } from './form';

export type LoadedMany = {
  readonly plan: Plan;
  readonly many: Many;
  /** Reads one when its turn comes; null where it is not there, or is being checked blind by then. */
  readonly read: (articleId: string, pause: Pause) => Promise<ReportModel | null>;
};

/** An export of several articles of the desk, in the order of `ids`. What is nobody's or another desk's is left out as unknown. */
export async function loadMany(form: ManyForm, choice: ExportChoice, ids: readonly string[]): Promise<Result<LoadedMany>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const { deskId } = actor;
  const refusal = deny(actor, 'article.export', { deskId });
  if (refusal !== null) return refused(refusal);
  const db = getDatabase();
  const sightNow = () => findSight(db, { deskId, ...toViewer(actor) });
  const byId = new Map((await listWanted(db, { deskId, sight: await sightNow() })).map((article) => [article.id, article]));
  const asked = [...new Set(ids)];
  const planned = planMany(
    asked.flatMap((id) => byId.get(id) ?? []),
    { form, choice },
  );
  if (!planned.ok) return planned;
  const { desk } = await readSender(db, { deskId });
  const unknown = asked.filter((id) => !byId.has(id)).map((id) => ({ id, title: id, why: 'unknown' as const }));
  const { held, leftOut } = planned.value;
  const read = async (articleId: string, pause: Pause) => {
    // A long export outlasts what was true when it began.
    if ((await findChecking(db, articleId)).blind) return null;
    const scope = { deskId, articleId, sight: await sightNow(), now: new Date() };
    return readReport(db, scope, choice.claims, pause, choice.choices);
  };
  const many = { held, leftOut: [...leftOut, ...unknown], late: [], choice, desk, generatedAt: new Date(), generator: PRODUCT };
  return ok({ plan: planned.value, many, read });
}
