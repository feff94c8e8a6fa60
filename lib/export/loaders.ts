import 'server-only';
import { loadSight } from '@/lib/assignments/loaders';
import { isLimited } from '@/lib/assignments/sight';
import { findActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import type { Pause } from '@/lib/kernel/pause';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import type { ReportModel } from '@/lib/report/model';
import { BLIND_REPORT, type ExportChoice } from './choice';
import { readReport } from './data';

type Chosen = Pick<ExportChoice, 'claims' | 'choices'>;

/** The report or working copy of an article, for the export route. Others are served in the pauses. */
export async function loadReport(articleId: string, { claims, choices }: Chosen, pause: Pause): Promise<Result<ReportModel>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(actor, 'article.export', { deskId: actor.deskId });
  if (refusal !== null) return refused(refusal);
  const sight = await loadSight(actor);
  if (claims.kind === 'report' && isLimited(sight, articleId)) return refused(appError('FORBIDDEN', BLIND_REPORT));
  const model = await readReport(getDatabase(), { deskId: actor.deskId, articleId, sight, now: new Date() }, claims, pause, choices);
  return model === null ? refused(appError('NOT_FOUND')) : ok(model);
}
