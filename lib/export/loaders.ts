import 'server-only';
import { findActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import type { ReportModel } from '@/lib/report/model';
import { parseChoice, readReport } from './data';

/** The report or working copy of an article, for the export route. `status` as parseChoice takes it. */
export async function loadReport(articleId: string, status: string | null): Promise<Result<ReportModel>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(actor, 'article.export', { deskId: actor.deskId });
  if (refusal !== null) return refused(refusal);
  const choice = parseChoice(status);
  if (choice === null)
    return refused(appError('INVALID', 'The status must be “all” or claim states separated by commas, such as draft,submitted.'));
  const model = await readReport(getDatabase(), { deskId: actor.deskId, articleId, now: new Date() }, choice);
  return model === null ? refused(appError('NOT_FOUND')) : ok(model);
}
