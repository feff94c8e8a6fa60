import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { UNGUARDED } from '@/lib/assignments/checking';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { toClaimResource } from '@/lib/claims/claim';
import { getDatabase } from '@/lib/db/database';
import { can, deny } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { type Bearing, NO_BEARING } from './bearing/bearing';
import { findBearings } from './bearing/data';
import { countClaimsIn, countWaiting, listArticles, listQueue, listQueueOptions, listReturned, listTransitionsOf } from './data';
import type { ClaimTransition } from './history';
import type { ListedClaim, QueueItem, QueuePage } from './queue';
import type { QueueFilter } from './schema';

/** The home page: what waits for this person, and every article with its progress. */
export const loadDesk = cache(async () => {
  const actor = await requireActor();
  const { deskId, userId } = actor;
  if (!can(actor, 'article.view', { deskId })) return notFound();
  const db = getDatabase();
  const sight = await loadSight(actor);
  const [returned, drafts, waiting, articles] = await Promise.all([
    listReturned(db, { deskId, userId }),
    countClaimsIn(db, { deskId, sight, state: 'draft', createdById: userId }),
    can(actor, 'queue.view', { deskId }) ? countWaiting(db, { deskId }) : 0,
    listArticles(db, { deskId, sight }),
  ]);
  return { actor, returned, drafts, waiting, articles };
});

/** One page of the review queue. Not found for those who do not review. */
export async function loadQueue(filter: QueueFilter): Promise<QueuePage & { readonly actor: Actor }> {
  const actor = await requireReviewer();
  const { deskId } = actor;
  const page = await listQueue(getDatabase(), { deskId, now: new Date() }, filter);
  const bearings = await findBearings(getDatabase(), { deskId, claims: page.items.map(({ claim }) => claim) });
  const items = page.items.map((item) => toQueueItem(actor, item, bearings.get(item.claim.id) ?? NO_BEARING));
  return { ...page, actor, items };
}

/** What the queue's filters offer. */
export async function loadQueueOptions() {
  const actor = await requireReviewer();
  return listQueueOptions(getDatabase(), { deskId: actor.deskId });
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

function toQueueItem(actor: Actor, { claim, article }: ListedClaim, bearing: Bearing): QueueItem {
  return { claim, article, bearing, approveRefusal: deny(actor, 'claim.approve', toClaimResource(claim, UNGUARDED))?.message ?? null };
}
