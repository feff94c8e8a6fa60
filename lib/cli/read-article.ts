import 'server-only';
import { findChecking, findSight } from '@/lib/assignments/data';
import { isLimited } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { getEnv } from '@/lib/env';
import { BLIND_REPORT, type ExportChoice } from '@/lib/export/choice';
import { readReport } from '@/lib/export/data';
import { canWarn } from '@/lib/export/formats';
import { exportWarnings } from '@/lib/export/warnings';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { withoutPause } from '@/lib/kernel/pause';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import { findPublicPath } from '@/lib/publication/data';
import type { ReportModel } from '@/lib/report/model';
import { requirePermission } from './context';

const BLIND_ARTICLE =
  'This article is being checked blind. Say --as <email> for the work of one checker, or --include-blind for all of it: keep that from its checkers.';

export type Read = { readonly model: ReportModel; readonly address: string | null; readonly warnings: readonly string[] };

/** Refuses what the account may not see, and what must not leave while it is checked blind. */
export async function readOne(
  db: Database,
  actor: Actor,
  articleId: string,
  choice: ExportChoice,
  { includeBlind }: { readonly includeBlind?: boolean },
): Promise<Read> {
  const { deskId } = actor;
  requirePermission(actor, 'article.export', { deskId });
  const [sight, { blind }] = [await findSight(db, { deskId, ...toViewer(actor) }), await findChecking(db, articleId)];
  const isPart = isLimited(sight, articleId);
  // What a blind checker exports is their own work, and no report; anybody else's export would hold all of it.
  if (isPart ? choice.claims.kind === 'report' : blind && includeBlind !== true) {
    throw new Refusal(appError('FORBIDDEN', isPart ? BLIND_REPORT : BLIND_ARTICLE));
  }
  const scope = { deskId, articleId, sight, now: new Date() };
  const model = await readReport(db, scope, choice.claims, withoutPause, choice.choices);
  if (model === null) throw new Refusal(appError('NOT_FOUND', `There is no article ${articleId}.`));
  const { home } = getEnv();
  const publicPath = await findPublicPath(db, scope);
  const address = publicPath === null || home === null ? null : `${home}${publicPath}`;
  const noAddress = canWarn(choice.format) && publicPath !== null && home === null ? [NO_HOME] : [];
  return { model, address, warnings: [...exportWarnings(choice.format, model), ...noAddress] };
}

const NO_HOME = 'The report is public, but the reviews have no address: set NEXTAUTH_URL to the address people use.';
