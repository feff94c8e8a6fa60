import 'server-only';
import { createArticle } from '@/lib/articles/mutations';
import { toChainInput } from '@/lib/attribution/chain-input';
import type { Claim } from '@/lib/claims/claim';
import { createClaim } from '@/lib/claims/mutations';
import { saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import type { CreateClaimInput } from '@/lib/claims/schema';
import type { Database } from '@/lib/db/database';
import { importTextFile } from '@/lib/import/plain-text';
import { required } from '@/lib/kernel/assert';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result } from '@/lib/kernel/result';
import { deny, type Permission, type ResourceOf } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { moveClaim, submitClaims } from '@/lib/review/mutations';
import { type SampleClaim, toSample } from './sample-claims';
import type { SampleOrigin } from './sample-origins';

type Cast = { readonly checker: Actor; readonly editor: Actor; readonly admin: Actor };

/** What the sample article is about. */
const TOPIC = 'War in Ukraine';

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
    topic: TOPIC,
    origin: 'sample',
    fileName: 'article.txt',
  });
  if (!article.ok) return article;
  const { articleId } = article.value;
  const { id: revisionId } = await db.read.revision.findFirstOrThrow({ where: { articleId }, select: { id: true } });
  const { claims, origins } = toSample(sample.annotation, imported.value.text);
  const ids = new Map(claims.map(({ id }) => [id, newId()]));
  const made: Claim[] = [];
  for (const claim of claims) {
    const author = claim.byEditor ? cast.editor : cast.checker;
    const created = await createClaim(as(db, author, 'claim.create'), toInput(claim, revisionId, ids));
    if (!created.ok) return created;
    made.push(created.value);
  }
  const grouped = await writeOrigins(db, cast, { articleId, origins, claims: made });
  if (!grouped.ok) return grouped;
  for (const [at, { fate, byEditor, returnReason: reason }] of claims.entries()) {
    const author = byEditor ? cast.editor : cast.checker;
    const moved = await meetFate(db, cast, author, { articleId, claim: made[at] as Claim, fate, reason });
    if (!moved.ok) return moved;
  }
  return ok({ articleId, claims: claims.length });
}

/** What a browser would send for the claim; sources go by name, related claims by the ids they were given. */
function toInput(claim: SampleClaim, revisionId: string, ids: ReadonlyMap<string, string>): CreateClaimInput {
  const idOf = (id: string) => required(ids.get(id), 'a relation of the sample leads to one of its claims');
  const { span, sourceType, sourceName, confidence, note, chain, finding, evidence, flags, relations } = claim;
  return {
    key: newId(),
    claimId: idOf(claim.id),
    revisionId,
    spans: [span],
    sourceType,
    source: sourceName === null ? null : { name: sourceName },
    confidence,
    note,
    details: {
      chain: toChainInput(chain).map((link, at) => ({ ...link, source: link.source && { name: chain[at]?.source?.name ?? '' } })),
      ...(finding === null ? {} : { finding }),
      ...(evidence.length === 0 ? {} : { evidence: evidence.map((piece) => ({ ...piece, id: newId() })) }),
      ...(flags.length === 0 ? {} : { flags: [...flags] }),
      ...(relations.length === 0 ? {} : { relations: relations.map((relation) => ({ ...relation, claimId: idOf(relation.claimId) })) }),
    },
  };
}

/** Once the claims have brought in the sources, which are then known by id. */
async function writeOrigins(
  db: Database,
  cast: Cast,
  { articleId, origins, claims }: { articleId: string; origins: readonly SampleOrigin[]; claims: readonly Claim[] },
): Promise<Result<unknown>> {
  const sources = new Map(
    claims.flatMap(({ chain }) => chain.flatMap(({ source }) => (source === null ? [] : [[source.name, source.id]]))),
  );
  for (const { sourceNames, ...origin } of origins) {
    const sourceIds = sourceNames.map((name) => required(sources.get(name), `the sample has the source “${name}”`));
    const input = { key: newId(), groupId: newId(), articleId, version: 0, ...origin, sourceIds };
    const saved = await saveOriginGroup(as(db, cast.checker, 'origin_group.edit'), input);
    if (!saved.ok) return saved;
  }
  return ok(null);
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
