import 'server-only';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { isId } from '@/lib/kernel/ids';
import { inTurns, pauseEvery } from '@/lib/kernel/pause';
import { can } from '@/lib/permissions/permissions';
import { type AgreementReport, agreementSteps } from './agreement-report';
import { type ArticleWork, readWork } from './data';

/** How far an article's checkers agree, for its page, which need not wait for the report. Not found for whoever may not see it, and for an article of another desk. */
export const loadAgreement = cache(async (articleId: string) => {
  const actor = await requireActor();
  const scope = { deskId: actor.deskId, articleId };
  if (!can(actor, 'agreement.read', scope) || !isId(articleId)) return notFound();
  const work = await readWork(getDatabase(), { ...scope, sight: await loadSight(actor) });
  if (work === null) return notFound();
  return { actor, article: work.article, report: reportOf(work) };
});

/** How long others wait at most, but for a single step that takes longer, in milliseconds: less than a frame. */
const TURN = 10;

/** So many articles' reports are kept, by what they are of: bootstraps over hundreds of claims take seconds. */
const REPORTS_MAX = 20;
const reports = new Map<string, Promise<AgreementReport>>();

/** Worked out once however many ask meanwhile; what failed is not kept. */
function reportOf({ article, works, text }: ArticleWork): Promise<AgreementReport> {
  const key = createHash('sha256')
    .update(JSON.stringify([article.id, text.length, works]))
    .digest('base64');
  const report =
    reports.get(key) ??
    inTurns(
      agreementSteps(works, text),
      pauseEvery(TURN, () => performance.now(), setImmediate),
    );
  report.catch(() => reports.delete(key));
  // The last looked at is the last to go.
  reports.delete(key);
  reports.set(key, report);
  for (const oldest of reports.keys()) {
    if (reports.size <= REPORTS_MAX) break;
    reports.delete(oldest);
  }
  return report;
}
