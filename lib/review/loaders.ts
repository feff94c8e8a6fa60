import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { UNGUARDED } from '@/lib/assignments/checking';
import { listAssignments, listColleagues, listOpen, listUntouched } from '@/lib/assignments/data';
import { lateWork, toDeskWork } from '@/lib/assignments/desk-work';
import { loadSight } from '@/lib/assignments/loaders';
import { findActor, requireActor } from '@/lib/auth/auth';
import { toClaimResource } from '@/lib/claims/claim';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { can, deny } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { type Bearing, NO_BEARING } from './bearing/bearing';
import { findBearings } from './bearing/data';
import { countClaimsIn, countWaiting, listArticles, listQueue, listQueueOptions, listReturned, listTransitionsOf } from './data';
import { listFixes } from './fixes/data';
import type { ClaimTransition } from './history';
import type { NextPage, QueueItem, QueuePage } from './queue';
import { countQueue } from './queue/data';
import { findReturnReasons } from './return-reasons/data';
import type { QueueFilter } from './schema';
import { listViews } from './views/data';
import type { SavedView } from './views/view';
import { countByPerson } from './workload/data';
import { toWorkload } from './workload/workload';

/** The home page: what waits for this person, and every article with its progress. */
export const loadDesk = cache(async () => {
  const actor = await requireActor();
  const { deskId, userId } = actor;
  if (!can(actor, 'article.view', { deskId })) return notFound();
  const db = getDatabase();
  const sight = await loadSight(actor);
  const now = new Date();
  const [returned, fixed, drafts, waiting, articles, open, untouched, assignments] = await Promise.all([
    listReturned(db, { deskId, userId }),
    listFixes(db, { deskId, userId, now }),
    countClaimsIn(db, { deskId, sight, state: 'draft', createdById: userId }),
    can(actor, 'queue.view', { deskId }) ? countWaiting(db, { deskId }) : 0,
    listArticles(db, { deskId, sight }),
    listOpen(db, { deskId }),
    listUntouched(db, { deskId }, UNTOUCHED_MAX),
    listAssignments(db, { deskId }),
  ]);
  const work = toDeskWork(open, untouched, { userId, now });
  const byArticle = new Map(assignments.map((assignment) => [assignment.articleId, assignment]));
  return { actor, sight, now, returned, fixed, drafts, waiting, articles, open, work, assignments: byArticle };
});

/** How many articles that nobody began the desk offers. */
const UNTOUCHED_MAX = 50;

/** What only editors see of the desk: who is there, what each has before them, what is late. Null for everybody else. */
export async function loadDeskOfEditors() {
  const { actor, sight, now, open, assignments } = await loadDesk();
  const { deskId } = actor;
  if (!can(actor, 'workload.view', { deskId })) return null;
  const db = getDatabase();
  const [colleagues, counts, reasons] = await Promise.all([
    listColleagues(db.read, { deskId }),
    countByPerson(db, { deskId, sight }),
    findReturnReasons(db.read, { deskId }),
  ]);
  const workload = toWorkload(colleagues, { assignments: [...assignments.values()], counts, now });
  return { colleagues, workload, reasons, late: lateWork(open, now) };
}

/** One page of the review queue. Not found for those who do not review. */
export async function loadQueue(filter: QueueFilter): Promise<QueuePage & { readonly actor: Actor }> {
  const actor = await requireReviewer();
  return { ...(await readQueue(actor, filter)), actor };
}

async function readQueue(actor: Actor, filter: QueueFilter): Promise<QueuePage> {
  const { deskId } = actor;
  const page = await listQueue(getDatabase(), { deskId, now: new Date() }, filter);
  const bearings = await findBearings(getDatabase(), { deskId, claims: page.items.map(({ claim }) => claim) });
  const items = page.items.map((item) => toQueueItem(actor, item, bearings.get(item.claim.id) ?? NO_BEARING));
  return { ...page, items };
}

/** The page after a cursor with its claims' steps, for a list that goes on before its end is reached. */
export async function loadNextPage(filter: QueueFilter): Promise<Result<NextPage>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(actor, 'queue.view', { deskId: actor.deskId });
  if (refusal !== null) return refused(refusal);
  const { items, next } = await readQueue(actor, filter);
  const claimIds = items.map(({ claim }) => claim.id);
  return ok({
    items,
    next,
    steps: await listTransitionsOf(getDatabase(), { deskId: actor.deskId, claimIds, sight: await loadSight(actor) }),
  });
}

/** How many claims match, where that takes counting. */
export async function loadQueueTotal(filter: QueueFilter): Promise<Result<number>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(actor, 'queue.view', { deskId: actor.deskId });
  if (refusal !== null) return refused(refusal);
  return ok(await countQueue(getDatabase(), { deskId: actor.deskId, now: new Date() }, filter));
}

/** What the queue's filters offer. */
export async function loadQueueOptions() {
  const actor = await requireReviewer();
  return listQueueOptions(getDatabase(), { deskId: actor.deskId });
}

/** The person's own views of the queue. */
export async function loadViews(): Promise<readonly SavedView[]> {
  const { deskId, userId } = await requireReviewer();
  return listViews(getDatabase(), { deskId, userId });
}

/** The steps that the claims of a queue page have taken so far, oldest first. Claims of other desks have none. */
export async function loadReviewHistory(claimIds: readonly string[]): Promise<readonly ClaimTransition[]> {
  const actor = await requireReviewer();
  return listTransitionsOf(getDatabase(), { deskId: actor.deskId, claimIds, sight: await loadSight(actor) });
}

async function requireReviewer(): Promise<Actor> {
  const actor = await requireActor();
  return can(actor, 'queue.view', { deskId: actor.deskId }) ? actor : notFound();
}

function toQueueItem(
  actor: Actor,
  { claim, article, standing }: Omit<QueueItem, 'bearing' | 'approveRefusal'>,
  bearing: Bearing,
): QueueItem {
  return {
    claim,
    article,
    standing,
    bearing,
    approveRefusal: deny(actor, 'claim.approve', toClaimResource(claim, UNGUARDED))?.message ?? null,
  };
}
