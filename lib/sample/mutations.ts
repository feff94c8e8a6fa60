import 'server-only';
import { createArticle } from '@/lib/articles/mutations';
import type { Claim } from '@/lib/claims/claim';
import { createClaim } from '@/lib/claims/mutations';
import type { Database } from '@/lib/db/database';
import { importTextFile } from '@/lib/import/plain-text';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';
import { deny, type Permission, type ResourceOf } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { moveClaim, submitClaims } from '@/lib/review/mutations';
import { toSampleClaims } from './sample-claims';

type Cast = { readonly checker: Actor; readonly editor: Actor; readonly admin: Actor };

/** Loads the sample through the same writes people use, so that its history is a real one. Stops at the first refusal. */
export async function loadSample(
  db: Database,
  cast: Cast,
  sample: { readonly text: Uint8Array; readonly annotation: unknown },
): Promise<Result<{ readonly articleId: string; readonly claims: number }>> {
  const imported = importTextFile(sample.text, 'article.txt');
  if (!imported.ok) return imported;
  const article = await createArticle(as(db, cast.checker, 'article.create'), {
    ...imported.value,
    origin: 'sample',
    fileName: 'article.txt',
  });
  if (!article.ok) return article;
  const { articleId } = article.value;
  const { id: revisionId } = await db.read.revision.findFirstOrThrow({ where: { articleId }, select: { id: true } });
  const claims = toSampleClaims(sample.annotation, imported.value.text);
  for (const claim of claims) {
    const author = claim.byEditor ? cast.editor : cast.checker;
    const created = await createClaim(as(db, author, 'claim.create'), {
      key: newId(),
      claimId: newId(),
      revisionId,
      spans: [claim.span],
      sourceType: claim.sourceType,
      source: claim.sourceName === null ? null : { name: claim.sourceName },
      confidence: claim.confidence,
      note: claim.note,
    });
    if (!created.ok) return created;
    const moved = await meetFate(db, cast, author, { articleId, claim: created.value, fate: claim.fate, reason: claim.returnReason });
    if (!moved.ok) return moved;
  }
  return ok({ articleId, claims: claims.length });
}

async function meetFate(
  db: Database,
  cast: Cast,
  author: Actor,
  { articleId, claim, fate, reason }: { articleId: string; claim: Claim; fate: string; reason: string | null },
): Promise<Result<unknown>> {
  if (fate === 'draft') return ok(null);
  const key = () => newId();
  const submitted = await submitClaims(as(db, author, 'claim.submit'), {
    key: key(),
    articleId,
    claims: [{ id: claim.id, version: claim.version }],
  });
  if (!submitted.ok || fate === 'submitted') return submitted;
  const input = { key: key(), claimId: claim.id, version: claim.version + 1 };
  return fate === 'approved'
    ? moveClaim(as(db, cast.editor, 'claim.approve'), 'approve', input)
    : moveClaim(as(db, cast.editor, 'claim.return'), 'return', { ...input, reason: reason ?? '' });
}

function as<Name extends Permission>(db: Database, actor: Actor, permission: Name) {
  return { db, actor, permit: (resource: ResourceOf<Name>) => deny(actor, permission, resource) };
}
