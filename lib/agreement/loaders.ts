import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { isId } from '@/lib/kernel/ids';
import { can } from '@/lib/permissions/permissions';
import { agreementOf } from './agreement-report';
import { readWork } from './data';

/** How far an article's checkers agree, for its page. Not found for whoever may not see it, and for an article of another desk. */
export const loadAgreement = cache(async (articleId: string) => {
  const actor = await requireActor();
  const scope = { deskId: actor.deskId, articleId };
  if (!can(actor, 'agreement.read', scope) || !isId(articleId)) return notFound();
  const work = await readWork(getDatabase(), { ...scope, sight: await loadSight(actor) });
  if (work === null) return notFound();
  return { actor, article: work.article, report: agreementOf(work.works, work.text) };
});
