import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findActor, requireActor } from '@/lib/auth/auth';
import { toClaimResource } from '@/lib/claims/claim';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { can, deny } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { type Bearing, NO_BEARING } from './bearing/bearing';
import { findBearings } from './bearing/data';
import { countClaimsIn, listArticles, listQueue, listQueueOptions, listReturned, listTransitionsOf } from './data';
import { listFixes } from './fixes/data';
import type { ClaimTransition } from './history';
import type { NextPage, QueueItem, QueuePage } from './queue';
import { countQueue } from './queue/data';
import type { QueueFilter } from './schema';
import { listViews } from './views/data';
import type { SavedView } from './views/view';

/** The home page: what waits for this person, and every article with its progress. */
export const loadDesk = cache(async () => {
  const actor = await requireActor();
  const { deskId, userId } = actor;
  if (!can(actor, 'article.view', { deskId })) return notFound();
  const db = getDatabase();
  const [returned, fixed, drafts, waiting, articles] = await Promise.all([
    listReturned(db, { deskId, userId }),
    listFixes(db, { deskId, userId, now: new Date() }),
    countClaimsIn(db, { deskId, state: 'draft', createdById: userId }),
    can(actor, 'queue.view', { deskId }) ? countClaimsIn(db, { deskId, state: 'submitted' }) : 0,
    listArticles(db, { deskId }),
  ]);
  return { actor, returned, fixed, drafts, waiting, articles };
});

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
  return ok({ items, next, steps: await listTransitionsOf(getDatabase(), { deskId: actor.deskId, claimIds }) });
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
  return listTransitionsOf(getDatabase(), { deskId: actor.deskId, claimIds });
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
  return { claim, article, standing, bearing, approveRefusal: deny(actor, 'claim.approve', toClaimResource(claim))?.message ?? null };
}
