import 'server-only';
import { createHash } from 'node:crypto';
import { notFound } from 'next/navigation';
import { cache, cacheSignal } from 'react';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { isId } from '@/lib/kernel/ids';
import { inTurns } from '@/lib/kernel/pause';
import { can } from '@/lib/permissions/permissions';
import { type AgreementReport, agreementSteps } from './agreement-report';
import { type ArticleWork, readWork } from './data';
import { type AskedWork, createKeptWork } from './kept-work';
import { LOOP } from './loop/loaders';

/** How far an article's checkers agree, for its page, which need not wait for the report. Not found for whoever may not see it, and for an article of another desk. */
export const loadAgreement = cache(async (articleId: string) => {
  const actor = await requireActor();
  const scope = { deskId: actor.deskId, articleId };
  if (!can(actor, 'agreement.read', scope) || !isId(articleId)) return notFound();
  const work = await readWork(getDatabase(), { ...scope, sight: await loadSight(actor) });
  if (work === null) return notFound();
  return { actor, article: work.article, work: reportOf(work) };
});

/** So many articles' reports are kept, by what they are of: bootstraps over hundreds of claims take seconds. */
const reports = createKeptWork<AgreementReport>(20, LOOP);

function reportOf({ article, works, text }: ArticleWork): AskedWork<AgreementReport> {
  const key = createHash('sha256')
    .update(JSON.stringify([article.id, text.length, works]))
    .digest('base64');
  return reports(key, cacheSignal(), (pause) => inTurns(agreementSteps(works, text), pause));
}
