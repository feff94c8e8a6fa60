import { DAY } from '@/lib/kernel/clock';
import 'server-only';
import { SEES_ALL } from '@/lib/assignments/sight';
import { withTag } from '@/lib/attribution/chain';
import { toChain } from '@/lib/attribution/data';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { TagChange } from '@/lib/claims/events';
import { wholeFinding } from '@/lib/claims/finding';
import { readListed } from '@/lib/claims/listed/data';
import type { Tag } from '@/lib/claims/tag';
import { versionChanges } from '@/lib/claims/version-changes';
import { findSourcesOf } from '@/lib/claims/versions/data';
import type { Database } from '@/lib/db/database';
import type { PersonRef } from '@/lib/kernel/person';
import type { Source } from '@/lib/sources/source';
import { toTextRange } from '@/lib/text/offset';
import { FIXES_DAYS, FIXES_MAX, type FixedClaim } from './fix';

type Whose = { readonly deskId: string; readonly userId: string; readonly now: Date };

/**
 * The person's claims that an editor fixed while approving them, the last first, with what the fix changed: of the last 14 days,
 * at most 20, and only while the approval stands. What it was is read from the audit trail.
 */
export async function listFixes(db: Database, { deskId, userId, now }: Whose): Promise<readonly FixedClaim[]> {
  const since = new Date(now.getTime() - FIXES_DAYS * DAY);
  const state: ClaimState = 'approved';
  const rows = await db.rows<FixRow>(FIXES, [deskId, userId, state, since, userId, FIXES_MAX]);
  // Their own claims: nobody's eyes are kept from those.
  const listed = await readListed(db, { deskId, claimIds: rows.map(({ claimId }) => claimId), sight: SEES_ALL });
  const changes = rows.map(({ data }) => JSON.parse(data) as TagChange);
  const sources = await findSourcesOf(
    db.read,
    deskId,
    changes.map(({ before }) => before),
  );
  const texts = await findTexts(
    db,
    listed.filter((_, at) => !isSamePlace(changes[at])).map(({ claim }) => claim.revisionId),
  );
  return listed.flatMap(({ claim, article }, at) => {
    const [row, change] = [rows[at], changes[at]];
    if (row === undefined || change === undefined) return [];
    const by: PersonRef = { id: row.actorId, name: row.actorName };
    const was = toClaimBefore(claim, change.before, { sources, text: texts.get(claim.revisionId) ?? null });
    const shown = versionChanges(was, { ...claim, lastEditedBy: was.lastEditedBy });
    return [{ claimId: claim.id, number: claim.number, article, by, at: new Date(row.at), changes: shown }];
  });
}

type FixRow = {
  readonly claimId: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly data: string;
};

/** A fix is an edit and an approval of one version, by one person at one time. */
const FIXES = `
  SELECT c."id" AS "claimId", e."at", e."actorId", u."name" AS "actorName", e."data"
  FROM "Claim" c
  JOIN "Transition" t ON t."claimId" = c."id" AND t."event" = 'approve' AND t."claimVersion" = c."version"
  JOIN "AuditEvent" e ON e."subjectId" = c."id" AND e."at" = t."at" AND e."type" = 'claim.edited' AND e."actorId" = t."actorId"
  JOIN "User" u ON u."id" = e."actorId"
  WHERE c."deskId" = ? AND c."createdById" = ? AND c."state" = ? AND c."updatedAt" >= ? AND c."deletedAt" IS NULL AND e."actorId" <> ?
  ORDER BY c."updatedAt" DESC, c."id" DESC LIMIT ?`;

function isSamePlace(change: TagChange | undefined): boolean {
  return JSON.stringify(change?.before.spans) === JSON.stringify(change?.after.spans);
}

async function findTexts(db: Database, revisionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.read.revision.findMany({ where: { id: { in: [...new Set(revisionIds)] } }, select: { id: true, text: true } });
  return new Map(rows.map(({ id, text }) => [id, text]));
}

type Known = { readonly sources: ReadonlyMap<string, Source>; readonly text: string | null };

/** The claim as it was before the fix: what the fix did not touch is as it is now. */
function toClaimBefore(claim: Claim, before: Tag, { sources, text }: Known): Claim {
  const sourceOf = (id: string | null) => (id === null ? null : (sources.get(id) ?? null));
  const tag = { sourceType: before.sourceType as SourceType, source: sourceOf(before.sourceId) };
  const { chain, finding, ...details } = before.details;
  const links = chain?.map((link) => ({ ...link, source: sourceOf(link.sourceId) }));
  return {
    ...claim,
    ...details,
    finding: finding === undefined ? claim.finding : wholeFinding(finding),
    ...tag,
    chain: links === undefined ? withTag(claim.chain, tag) : toChain(links, tag),
    spans:
      text === null
        ? claim.spans
        : before.spans.map(({ start, end }) => ({ ...toTextRange(start, end), quote: text.slice(start, end), before: '', after: '' })),
    confidence: before.confidence,
    note: before.note,
  };
}
