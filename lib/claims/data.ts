import 'server-only';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Database } from '@/lib/db/database';
import type { Prisma } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/write-gate';
import { findPeople, nameOf, type People } from '@/lib/people/data';
import { toSource } from '@/lib/sources/data';
import { toTextRange } from '@/lib/text/offset';
import type { Claim } from './claim';
import type { ClaimState } from './claim-state';
import type { Confidence } from './confidence';

/** Every column a Claim is made of. The last step's reason is read along, for returned and rejected claims. */
export const claimSelect = {
  id: true,
  deskId: true,
  articleId: true,
  revisionId: true,
  number: true,
  sourceType: true,
  confidence: true,
  note: true,
  state: true,
  version: true,
  createdById: true,
  lastEditedById: true,
  createdAt: true,
  updatedAt: true,
  submittedAt: true,
  deletedAt: true,
  source: { select: { id: true, name: true, kind: true } },
  spans: { orderBy: { ordinal: 'asc' }, select: { start: true, end: true, quote: true, before: true, after: true } },
  // The last by version, not by time: a server's clock can be set back.
  transitions: { orderBy: { claimVersion: 'desc' }, take: 1, select: { reason: true, actorId: true, at: true } },
} satisfies Prisma.ClaimSelect;

export type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

/** The people a row names, to be looked up before `toClaim`. */
export function peopleOf(row: ClaimRow): readonly string[] {
  return [row.createdById, row.lastEditedById, ...row.transitions.map((step) => step.actorId)];
}

export function toClaim(row: ClaimRow, people: People): Claim {
  const lastStep = row.transitions[0];
  const state = row.state as ClaimState;
  return {
    id: row.id,
    deskId: row.deskId,
    articleId: row.articleId,
    revisionId: row.revisionId,
    number: row.number,
    spans: row.spans.map((span) => ({ ...toTextRange(span.start, span.end), quote: span.quote, before: span.before, after: span.after })),
    sourceType: row.sourceType as SourceType,
    source: row.source === null ? null : toSource(row.source),
    confidence: row.confidence as Confidence,
    note: row.note,
    state,
    version: row.version,
    createdBy: nameOf(people, row.createdById),
    lastEditedBy: nameOf(people, row.lastEditedById),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    reason:
      lastStep !== undefined && (state === 'returned' || state === 'rejected')
        ? { text: lastStep.reason, by: nameOf(people, lastStep.actorId), at: lastStep.at }
        : null,
  };
}

/** Rows to claims, with one query for the people they name. Works inside and outside a write. */
export async function toClaims(client: Pick<Tx, 'user'>, rows: readonly ClaimRow[]): Promise<readonly Claim[]> {
  const people = await findPeople(client, rows.flatMap(peopleOf));
  return rows.map((row) => toClaim(row, people));
}

/** Claims read at once: their spans and steps are asked for by id, and SQLite takes 999 values in a query. */
const BATCH = 400;

/** The live claims of a desk's article, in text order. Cost grows with their number. */
export async function listClaims(db: Database, scope: { readonly deskId: string; readonly articleId: string }): Promise<readonly Claim[]> {
  const rows: ClaimRow[] = [];
  let batch: readonly ClaimRow[];
  do {
    const last = rows.at(-1);
    batch = await db.read.claim.findMany({
      where: {
        articleId: scope.articleId,
        deskId: scope.deskId,
        deletedAt: null,
        ...(last === undefined ? {} : { number: { gt: last.number } }),
      },
      orderBy: { number: 'asc' },
      take: BATCH,
      select: claimSelect,
    });
    rows.push(...batch);
  } while (batch.length === BATCH);
  return [...(await toClaims(db.read, rows))].sort(byPlace);
}

/** The desk's live claim, or null. */
export async function findClaim(db: Database, scope: { readonly deskId: string; readonly claimId: string }): Promise<Claim | null> {
  const row = await db.read.claim.findFirst({ where: { id: scope.claimId, deskId: scope.deskId, deletedAt: null }, select: claimSelect });
  if (row === null) return null;
  const [claim] = await toClaims(db.read, [row]);
  return claim ?? null;
}

/** What the permission table asks about a claim, deleted or not; null when the desk has none. */
export async function findClaimResource(db: Database, scope: { readonly deskId: string; readonly claimId: string }) {
  const row = await db.read.claim.findFirst({
    where: { id: scope.claimId, deskId: scope.deskId },
    select: { deskId: true, createdById: true, lastEditedById: true, state: true },
  });
  return row === null ? null : { ...row, state: row.state as ClaimState };
}

/** Text order: earlier start first, then the longer one, then the older number. */
function byPlace(a: Claim, b: Claim): number {
  const [first, second] = [a.spans[0], b.spans[0]];
  return (first?.start ?? 0) - (second?.start ?? 0) || (second?.end ?? 0) - (first?.end ?? 0) || a.number - b.number;
}
