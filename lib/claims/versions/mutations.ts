import 'server-only';
import { seenPeople } from '@/lib/assignments/checking';
import { readChecking } from '@/lib/assignments/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import { keepLease } from '@/lib/assignments/steps/mutations';
import { checkChain } from '@/lib/attribution/chain';
import { listOriginGroups } from '@/lib/attribution/data';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Direct } from '@/lib/db/direct';
import { type ActorScope, refuse, type Writer, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { counted } from '@/lib/text/counted';
import type { ClaimResource } from '../claim';
import type { ClaimState } from '../claim-state';
import { readClaim, requireClaim } from '../current/data';
import { type ClaimRow, toEditors } from '../data';
import { DETAIL_FIELDS, type DetailField } from '../details/details';
import { requireCredibility } from '../details/mutations';
import { editorsAfterEdit } from '../editors';
import type { ClaimAuditEvent, TagChange } from '../events';
import { wholeFinding } from '../finding';
import { recordStep, replaceTag, tagOf } from '../mutations';
import type { StoredDetails, Tag } from '../tag';
import { eventOfEdit } from '../transitions';
import { findSourcesOf, toDescribed } from './data';
import type { Restored } from './restored';
import type { RestoreVersionInput } from './schema';

type RestoreScope = ActorScope<ClaimResource & { readonly deleted: boolean }>;

/**
 * Gives a claim back what it was after an earlier write, as a new edit of the person who asks; a deleted one is brought back with
 * it. The state stays, but an approved claim is reopened, as by any edit. Sources are the rows that were named then: one that was
 * merged since shows as what it was merged into. Relations to claims that are deleted by now, and origin groups that are, stay
 * away, and that is said. Refused where the claim is so already. Cost grows with the edits since.
 */
export async function restoreVersion(scope: RestoreScope, input: RestoreVersionInput): Promise<Result<Restored>> {
  const { actor } = scope;
  return write(scope, async (tx, now, direct) => {
    const deleted = isDeleted(direct, input.claimId);
    const permit = (claim: ClaimResource) => scope.permit({ ...claim, deleted });
    const row = await requireClaim(tx, { ...scope, permit }, input, deleted ? 'deleted' : 'live');
    await keepLease(tx, direct, { ...actor, articleId: row.articleId, now });
    const then = readVersion(direct, row, input.eventId);
    const { tag, leftOut } = await standingParts(tx, direct, actor, row, then.tag);
    const { text } = await tx.revision.findUniqueOrThrow({ where: { id: row.revisionId }, select: { text: true } });
    const { chain } = toDescribed(tag, { sources: await findSourcesOf(tx, actor.deskId, [tag]), text }).details;
    const fault = chain === undefined ? null : checkChain(chain);
    if (fault !== null) return refuse(appError('INVALID', `That version cannot come back: ${fault}`));
    const version = row.version + 1;
    const events: AuditEvent[] = [];
    const changed = changedParts(tagOf(row), tag);
    if (deleted) {
      await tx.claim.update({ where: { id: row.id }, data: { deletedAt: null, updatedAt: now, version }, select: { id: true } });
      events.push({ type: 'claim.restored', subjectId: row.id, data: { version } } satisfies ClaimAuditEvent);
    } else if (changed === null) {
      return refuse(appError('INVALID', leftOut.length === 0 ? 'The claim is as it was then already.' : leftOut.join(' ')));
    }
    if (changed !== null) {
      const edited = await replaceTag(tx, direct, {
        row,
        tag: changed,
        editors: editorsAfterEdit(toEditors(row), actor.userId),
        version,
        now,
      });
      events.push(...edited.map((event) => ({ ...event, data: { ...event.data, restores: then.version } })));
      await requireCredibility(tx, { ...row, credibility: tag.details.finding?.credibility ?? null });
      const event = eventOfEdit(row.state as ClaimState);
      if (event !== null) events.push(await recordStep(tx, actor, { row, event, reason: '', now }));
    }
    return { value: { claim: await readClaim(tx, row.id), leftOut }, events };
  });
}

function isDeleted(direct: Direct, claimId: string): boolean {
  return direct.rows('SELECT 1 FROM "Claim" WHERE "id" = ? AND "deletedAt" IS NOT NULL', [claimId]).length > 0;
}

type EventRow = { readonly seq: number; readonly type: string; readonly data: string };

/**
 * The whole tag as it was after an event, worked out from now backwards: each edit since tells what it replaced. So it holds
 * also where nobody wrote down how the claim began.
 */
function readVersion(direct: Direct, row: ClaimRow, eventId: string): { readonly tag: Tag; readonly version: number } {
  const [event] = direct.rows<EventRow>(
    `SELECT rowid AS "seq", "type", "data" FROM "AuditEvent"
     WHERE "id" = ? AND "subjectId" = ? AND "type" IN ('claim.created', 'claim.edited')`,
    [eventId, row.id],
  );
  if (event === undefined) return refuse(appError('NOT_FOUND', 'This claim has no such version.'));
  const since = direct.rows<EventRow>(
    `SELECT rowid AS "seq", "type", "data" FROM "AuditEvent"
     WHERE "subjectId" = ? AND "type" = 'claim.edited' AND rowid > ? ORDER BY rowid DESC`,
    [row.id, event.seq],
  );
  let tag = tagOf(row);
  for (const { data } of since) {
    const { before } = JSON.parse(data) as TagChange;
    const { finding } = before.details;
    tag = {
      ...before,
      details: { ...tag.details, ...before.details, ...(finding === undefined ? {} : { finding: wholeFinding(finding) }) },
    };
  }
  return { tag, version: event.type === 'claim.created' ? 1 : (JSON.parse(event.data) as TagChange).version };
}

/** The tag without what cannot come back, and a sentence for each of those. */
async function standingParts(
  tx: Tx,
  direct: Direct,
  actor: Writer,
  row: ClaimRow,
  then: Tag,
): Promise<{ readonly tag: Tag; readonly leftOut: readonly string[] }> {
  const details = { ...then.details };
  const leftOut: string[] = [];
  const { relations, evidence } = details;
  if (relations !== undefined && relations.length > 0) {
    const people = seenPeople({ userId: actor.userId, seesThrough: false }, readChecking(direct, row.articleId));
    const made = people === null ? {} : { createdById: { in: [...people] } };
    const ids = relations.map(({ claimId }) => claimId);
    const live = await tx.claim.findMany({
      where: { id: { in: ids, not: row.id }, articleId: row.articleId, deletedAt: null, ...made },
      select: { id: true },
    });
    const standing = relations.filter(({ claimId }) => live.some(({ id }) => id === claimId));
    const lost = relations.length - standing.length;
    if (lost > 0) leftOut.push(`${counted(lost, 'relation')} to a claim that is no longer there stayed away.`);
    details.relations = standing;
  }
  if (evidence?.some(({ originGroupId }) => originGroupId !== null)) {
    const groups = await listOriginGroups(tx, { deskId: actor.deskId, articleId: row.articleId, sight: SEES_ALL });
    const kept = new Set([...groups.map(({ id }) => id), ...row.evidence.map(({ originGroupId }) => originGroupId)]);
    const lost = evidence.filter(({ originGroupId }) => !kept.has(originGroupId) && originGroupId !== null).length;
    if (lost > 0) leftOut.push(`${counted(lost, 'piece')} of evidence came back without an origin group that is no longer there.`);
    details.evidence = evidence.map((piece) => (kept.has(piece.originGroupId) ? piece : { ...piece, originGroupId: null }));
  }
  const named = [then.sourceId, ...(details.chain ?? []).map(({ sourceId }) => sourceId)].filter((id) => id !== null);
  const found = await findSourcesOf(tx, actor.deskId, [then]);
  if (named.some((id) => !found.has(id))) {
    return refuse(appError('NOT_FOUND', 'A source of that version does not exist on your desk any more, so it cannot come back.'));
  }
  return { tag: { ...then, details }, leftOut };
}

/** The tag with those parts that differ from now; null where nothing does. */
function changedParts(now: Tag, then: Tag): Tag | null {
  const differs = (part: DetailField) => sayAlike(now.details[part]) !== sayAlike(then.details[part]);
  const parts = DETAIL_FIELDS.filter((part) => then.details[part] !== undefined && differs(part));
  const bare = ({ details: _, ...tag }: Tag) => sayAlike(tag);
  if (parts.length === 0 && bare(now) === bare(then)) return null;
  return { ...then, details: Object.fromEntries(parts.map((part) => [part, then.details[part]])) as Partial<StoredDetails> };
}

/** The same for two values that say the same, in whichever order a write and a row have their fields. */
function sayAlike(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
