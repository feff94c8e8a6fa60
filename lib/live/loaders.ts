import 'server-only';
import { listBlind } from '@/lib/assignments/data';
import { loadSight } from '@/lib/assignments/loaders';
import { findLastingActor } from '@/lib/auth/auth';
import { findSeq, hasAccountChange, listChanges } from '@/lib/claims/changes/data';
import { listClaims } from '@/lib/claims/data';
import { listTalked } from '@/lib/comments/data';
import { type Database, getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { canSee } from './can-see';
import { createHub, type Hub } from './hub';
import type { Catchup } from './message';
import { streamEvents } from './stream';

// Next loads this module once per bundle; the hub is one per process, and scripts/start closes it there.
const shared = globalThis as { hearsayLive?: Hub };

function getHub(): Hub {
  if (shared.hearsayLive === undefined) {
    const db = getDatabase();
    const hub = createHub({
      findSeq: () => findSeq(db),
      listBlind: (deskId) => listBlind(db, { deskId }),
      listChanges: (scope, range) => listChanges(db, scope, range),
      listTalked: (scope, range) => listTalked(db, scope, range),
      hasAccountChange: (since) => hasAccountChange(db, since),
      now: () => performance.now(),
      every(ms, callback) {
        const timer = setInterval(callback, ms);
        timer.unref();
        return () => clearInterval(timer);
      },
      report: (error) => console.error('Pages could not be told of changes; it is tried again.', error),
    });
    db.onCommit(() => void hub.wake());
    shared.hearsayLive = hub;
  }
  return shared.hearsayLive;
}

/** What happens in an article after `since`, as a stream of events that ends when the session does, or `gone` is aborted. */
export async function openEvents(articleId: string, since: number, gone: AbortSignal): Promise<Result<ReadableStream<Uint8Array>>> {
  const found = await findViewer(articleId);
  if (!found.ok) return found;
  const sight = await loadSight(found.value.actor);
  const stream = streamEvents(getHub(), { ...found.value, articleId, sight }, { since, gone });
  return stream === null ? refused(appError('THROTTLED', 'Too many pages are open. This one asks for changes now and then.')) : ok(stream);
}

/** What happened in an article after `since`; all its claims where `since` is null, or too much happened. */
export async function loadCatchup(articleId: string, since: number | null): Promise<Result<Catchup>> {
  const found = await findViewer(articleId);
  if (!found.ok) return found;
  const { actor } = found.value;
  const db = getDatabase();
  const sight = await loadSight(actor);
  const scope = { deskId: actor.deskId, articleId, sight };
  const people = getHub().visit(articleId, actor, sight);
  // Before the claims are read: what changes meanwhile is told once more.
  const seq = await findSeq(db);
  const changes = since === null ? null : await listChanges(db, scope, { since, until: seq });
  const { claims, gone } = changes ?? { claims: await listClaims(db, scope), gone: [] };
  const talked = since === null || changes === null ? [] : await listTalked(db, scope, { since, until: seq });
  return ok({ seq, whole: changes === null, claims: claims.filter((claim) => canSee(actor, sight, claim)), gone, talked, people });
}

async function findViewer(articleId: string): Promise<Result<{ readonly actor: Actor; readonly again: () => Promise<Actor | null> }>> {
  const lasting = await findLastingActor();
  if (lasting === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(lasting.actor, 'article.view', { deskId: lasting.actor.deskId });
  if (refusal !== null) return refused(refusal);
  return (await isArticleOf(getDatabase(), lasting.actor, articleId)) ? ok(lasting) : refused(appError('NOT_FOUND'));
}

async function isArticleOf(db: Database, { deskId }: Actor, articleId: string): Promise<boolean> {
  return (await db.rows('SELECT 1 FROM "Article" WHERE "id" = ? AND "deskId" = ?', [articleId, deskId])).length > 0;
}
