import type { Claim } from '@/lib/claims/claim';
import type { Database } from '@/lib/db/database';
import type { ClaimLink } from '@/lib/db/generated/client';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/permissions/roles';
import { findSource } from '@/lib/sources/data';
import { findOrCreateSource } from '@/lib/sources/mutations';
import type { EditSourceInput } from '@/lib/sources/schema';
import type { Source, SourceKind } from '@/lib/sources/source';
import { type SourceRecord, toSourceFields } from '@/lib/sources/source-record';
import { newKey } from './people';

/** A source of the actor's desk, named as a claim would name it. */
export async function createTestSource(db: Database, actor: Actor, name: string, kind: SourceKind = 'organization'): Promise<Source> {
  const scope = { deskId: actor.deskId, actorId: actor.userId, now: new Date('2026-02-01T09:00:00.000Z') };
  return db.transact(async (_tx, direct) => findOrCreateSource(direct, scope, { name }, kind).source);
}

/** The record of exactly this source, as the actor's desk has it now. */
export async function recordOf(db: Database, actor: Actor, { id }: { readonly id: string }): Promise<SourceRecord> {
  const record = await findSource(db.read, { deskId: actor.deskId, sourceId: id });
  if (record === null) throw new Error(`There is no source ${id} on this desk.`);
  return record;
}

/** What an act on the source as it stands is sent with. */
export function toSourceVersion({ id, version }: { readonly id: string; readonly version: number }) {
  return { key: newKey(), sourceId: id, version };
}

/** The form as it stands, sent back with what the person changed. */
export function toEditSource(record: SourceRecord, different: Partial<EditSourceInput> = {}): EditSourceInput {
  return { ...toSourceVersion(record), ...toSourceFields(record), ...different };
}

type LinkOf = { readonly source: { readonly id: string } | null; readonly sourceType?: string | null; readonly stated?: string };

/** Gives a claim a stored chain: the article's voice, `links` in order, and its own tag at `taggedAt` among them (at the end when absent). */
export async function chainClaim(db: Database, claim: Claim, links: readonly LinkOf[], taggedAt: number = links.length): Promise<void> {
  const rest = { relation: 'reports', reading: 'on_trust', cueStart: null, cueEnd: null, cueQuote: null, hedges: '[]', anonymity: null };
  const all: readonly LinkOf[] = [
    { source: null, sourceType: 'author' },
    ...links.slice(0, taggedAt),
    { source: null, sourceType: null },
    ...links.slice(taggedAt),
  ];
  await db.transact(async (tx, direct) => {
    await tx.claimLink.deleteMany({ where: { claimId: claim.id } });
    all.forEach(({ source, sourceType = 'news_organization', stated = 'in_text' }, ordinal) => {
      const row: ClaimLink = { claimId: claim.id, ordinal, sourceType, sourceId: source?.id ?? null, stated, ...rest };
      direct.insert('ClaimLink', row);
    });
  });
}

/** `count` claims as rows of one article, all tagged with the source: through the real write each would cost a commit. */
export async function insertClaimsOf(
  db: Database,
  actor: Actor,
  article: { readonly articleId: string; readonly revisionId: string },
  source: { readonly id: string },
  count: number,
): Promise<void> {
  const now = new Date('2026-03-01T09:00:00.000Z');
  await db.transact(async (_tx, direct) => {
    for (let number = 1; number <= count; number += 1) {
      const id = newId();
      const place = { deskId: actor.deskId, articleId: article.articleId, revisionId: article.revisionId, number };
      const tag = { sourceType: 'named_organization', sourceId: source.id, confidence: 'high', note: '', state: 'draft', version: 1 };
      const by = { createdById: actor.userId, lastEditedById: actor.userId, earlierEditorIds: '[]', createdAt: now, updatedAt: now };
      direct.insert('Claim', { id, ...place, ...tag, ...by, submittedAt: null, deletedAt: null, supersededById: null });
      direct.insert('ClaimSpan', { claimId: id, ordinal: 0, start: 0, end: 9, quote: `Quote ${number}`, before: '', after: '' });
    }
  });
}
