import { SUPERSEDED_WORDS } from '@/lib/claims/claim-words';
import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { Article } from '@/lib/articles/article';
import { findArticle } from '@/lib/articles/data';
import type { Colleague } from '@/lib/assignments/assignment';
import { listColleagues } from '@/lib/assignments/data';
import { loadSight } from '@/lib/assignments/loaders';
import { findActor, requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { isId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { can, deny } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { findTrailClaim, listArticleTrail, listClaimTrail } from './data';
import type { ClaimTrail, TrailPage } from './entry';
import type { TrailFilter } from './schema';

/** A claim's history, for its route. */
export async function loadClaimTrail(claimId: string, before: number | null): Promise<Result<ClaimTrail>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(actor, 'article.view', { deskId: actor.deskId });
  if (refusal !== null) return refused(refusal);
  const found = isId(claimId) ? await readClaimTrail(actor, claimId, before) : null;
  return found === null ? refused(appError('NOT_FOUND')) : ok(found);
}

/** The same for its page. */
export const loadHistoryPage = cache(async (claimId: string, before: number | null): Promise<ClaimTrail & { readonly actor: Actor }> => {
  const actor = await requireActor();
  if (!can(actor, 'article.view', { deskId: actor.deskId }) || !isId(claimId)) return notFound();
  const found = await readClaimTrail(actor, claimId, before);
  return found === null ? notFound() : { ...found, actor };
});

async function readClaimTrail(actor: Actor, claimId: string, before: number | null): Promise<ClaimTrail | null> {
  const db = getDatabase();
  const { deskId } = actor;
  const sight = await loadSight(actor);
  const claim = await findTrailClaim(db, { deskId, sight, claimId });
  if (claim === null) return null;
  const page = await listClaimTrail(db, { deskId, sight, claim, notes: can(actor, 'desk_note.view', { deskId }) }, before);
  const { resource, createdAt: _, ...shown } = claim;
  const refusal =
    claim.supersededBy === null ? deny(actor, 'claim.restore_version', resource) : appError('ILLEGAL_TRANSITION', SUPERSEDED_WORDS);
  return { ...page, claim: { ...shown, refusal: refusal?.message ?? null } };
}

/** Everything that was written about an article, for editors. */
export async function loadArticleTrail(
  articleId: string,
  filter: TrailFilter,
  before: number | null,
): Promise<TrailPage & { readonly actor: Actor; readonly article: Article; readonly people: readonly Colleague[] }> {
  const actor = await requireActor();
  const { deskId } = actor;
  if (!can(actor, 'trail.read', { deskId })) return notFound();
  const db = getDatabase();
  const found = await findArticle(db, { deskId, articleId });
  if (found === null) return notFound();
  const scope = { deskId, articleId, sight: await loadSight(actor), notes: can(actor, 'desk_note.view', { deskId }) };
  const [page, people] = await Promise.all([listArticleTrail(db, scope, filter, before), listColleagues(db.read, { deskId })]);
  return { ...page, actor, article: found.article, people };
}
