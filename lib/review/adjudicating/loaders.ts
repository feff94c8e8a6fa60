import { DAY } from '@/lib/kernel/clock';
import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { openDifferences, standingOf } from '@/lib/adjudication/kept-decision';
import { passagesOf } from '@/lib/adjudication/passages';
import { findArticle } from '@/lib/articles/data';
import { loadSight } from '@/lib/assignments/loaders';
import { listOriginGroups } from '@/lib/attribution/data';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { isId } from '@/lib/kernel/ids';
import { can, deny } from '@/lib/permissions/permissions';
import { type AdjudicationProgress, findAdjudication, findAdjudicationResource, listAdjudicating } from './data';
import { listOutcomes } from './outcomes/data';

/**
 * An article's adjudication, for its page. Not found for whoever runs no desk, and for an article of another desk; whoever may not
 * adjudicate this one is told why, and given nothing of it.
 */
export const loadAdjudication = cache(async (articleId: string) => {
  const actor = await requireActor();
  const { deskId } = actor;
  if (!can(actor, 'agreement.read', { deskId }) || !isId(articleId)) return notFound();
  const db = getDatabase();
  const [resource, sight] = await Promise.all([findAdjudicationResource(db, { deskId, articleId }), loadSight(actor)]);
  const found = resource === null ? null : await findAdjudication(db, { deskId, articleId, sight });
  if (resource === null || found === null) return notFound();
  const { article, revision, adjudicated } = found;
  const refusal = deny(actor, 'article.adjudicate', resource);
  if (refusal !== null) return { actor, article, refusal, view: null };
  const groups = await listOriginGroups(db.read, { deskId, articleId, sight });
  const view = {
    ...adjudicated,
    // What stands around the claims, so that the page need not be given the text.
    passages: adjudicated.comparisons.map(({ parents }) =>
      passagesOf(
        revision.text,
        parents.flatMap(({ spans }) => spans),
      ),
    ),
    groupNames: Object.fromEntries(groups.map(({ id, name }) => [id, name])),
  };
  return { actor, article, refusal: null, view };
});

/** Outcomes older than this are no news on the desk. */
const NEWS_MS = 30 * DAY;

/** What became of the person's claims lately, for their desk. */
export const loadRecentOutcomes = cache(async () => {
  const actor = await requireActor();
  const { deskId, userId } = actor;
  if (!can(actor, 'article.view', { deskId })) return notFound();
  return listOutcomes(getDatabase(), { deskId, userId, sight: await loadSight(actor), since: new Date(Date.now() - NEWS_MS) });
});

/** What became of the claims on one article, for its page: of everybody's for editors, of their own for whoever else checked it. */
export const loadOutcomes = cache(async (articleId: string) => {
  const actor = await requireActor();
  const { deskId, userId } = actor;
  if (!can(actor, 'article.view', { deskId }) || !isId(articleId)) return notFound();
  const db = getDatabase();
  const found = await findArticle(db, { deskId, articleId });
  if (found === null) return notFound();
  const all = can(actor, 'agreement.read', { deskId });
  const outcomes = await listOutcomes(db, {
    deskId,
    userId: all ? null : userId,
    articleId,
    sight: await loadSight(actor),
    since: new Date(0),
  });
  return { actor, article: found.article, outcomes, all };
});

/** How far adjudicating has come, by article, for those who may adjudicate at all; nothing for everybody else. */
export const loadAdjudicating = cache(async () => {
  const actor = await requireActor();
  const { deskId } = actor;
  if (!can(actor, 'agreement.read', { deskId })) return new Map<string, AdjudicationProgress>();
  return listAdjudicating(getDatabase(), { deskId, sight: await loadSight(actor) });
});

/**
 * What an article's pages say of its adjudication: how many of its differences are open, of how many comparisons. Null for those who may
 * not adjudicate it, and where there is nothing to lay side by side.
 */
export const loadOpenDifferences = cache(async (articleId: string) => {
  const actor = await requireActor();
  const { deskId } = actor;
  if (!can(actor, 'agreement.read', { deskId }) || !isId(articleId)) return null;
  const db = getDatabase();
  const resource = await findAdjudicationResource(db, { deskId, articleId });
  if (resource === null || !can(actor, 'article.adjudicate', resource)) return null;
  const progress = (await loadAdjudicating()).get(articleId);
  // Of an article that nobody was assigned to, its agreement page leads there.
  if (resource.checking.everChecked.length < 2 || progress === undefined) return null;
  const found = await findAdjudication(db, { deskId, articleId, sight: await loadSight(actor) });
  if (found === null) return null;
  const { comparisons, kept, finished } = found.adjudicated;
  const open = openDifferences(comparisons, standingOf(comparisons, kept));
  return { open: open.length, comparisons: comparisons.length, finished };
});
