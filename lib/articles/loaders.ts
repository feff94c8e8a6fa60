import 'server-only';
import { notFound } from 'next/navigation';
import { findActor, requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { listTopics } from './data';

/** Whether the sender of this request may import articles, before anything of it is read. */
export async function loadImportPermission(): Promise<Result<null>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(actor, 'article.create', { deskId: actor.deskId });
  return refusal === null ? ok(null) : refused(refusal);
}

/** Who brings a new article, for its page, and the topics there are. */
export async function loadNewArticle(): Promise<{ readonly actor: Actor; readonly topics: readonly string[] }> {
  const actor = await requireActor();
  if (deny(actor, 'article.create', { deskId: actor.deskId }) !== null) return notFound();
  return { actor, topics: await listTopics(getDatabase(), actor) };
}

/** The desk's topics, for where one is chosen. */
export async function loadTopics(): Promise<readonly string[]> {
  const actor = await requireActor();
  return deny(actor, 'article.view', { deskId: actor.deskId }) === null ? listTopics(getDatabase(), actor) : notFound();
}
