import 'server-only';
import type { Checking } from '@/lib/assignments/checking';
import { findChecking } from '@/lib/assignments/data';
import { type Sight, seenWhere } from '@/lib/assignments/sight';
import { linkSelect, toChain } from '@/lib/attribution/data';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Database } from '@/lib/db/database';
import type { Prisma } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/write-gate';
import { type Pause, withoutPause } from '@/lib/kernel/pause';
import { findPeople, nameOf, type People } from '@/lib/people/data';
import { sourceSelect, toSource } from '@/lib/sources/data';
import { toTextRange } from '@/lib/text/offset';
import { AT_ONCE } from './batches';
import { byPlace, type Claim, type ClaimResource, type ClaimSpan } from './claim';
import type { ClaimState } from './claim-state';
import type { Confidence } from './confidence';
import type { Details } from './details/details';
import type { Evidence } from './evidence';
import { type Finding, NO_FINDING } from './finding';
import type { FlagMark } from './flag';
import type { RelationKind } from './relation';
import { standingStep } from './standing-step';
import type { ClaimEvent } from './transitions';

/** Every column a Claim is made of. Its steps are read along, for the reason of returned and rejected claims. */
export const claimSelect = {
  id: true,
  deskId: true,
  articleId: true,
  revisionId: true,
  number: true,
  sourceType: true,
  sourceId: true,
  confidence: true,
  note: true,
  state: true,
  version: true,
  createdById: true,
  lastEditedById: true,
  earlierEditorIds: true,
  createdAt: true,
  updatedAt: true,
  submittedAt: true,
  deletedAt: true,
  supersededById: true,
  source: { select: sourceSelect },
  links: { orderBy: { ordinal: 'asc' }, select: { ...linkSelect, sourceId: true } },
  finding: {
    select: {
      attributionCheck: true,
      contentCheck: true,
      credibility: true,
      likelihood: true,
      rationale: true,
      correction: true,
      question: true,
    },
  },
  evidence: {
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      kind: true,
      title: true,
      url: true,
      archivedUrl: true,
      locator: true,
      retrievedOn: true,
      originGroupId: true,
      stance: true,
    },
  },
  flagMarks: { orderBy: { flag: 'asc' }, select: { flag: true, verdict: true, note: true } },
  relations: {
    where: { to: { deletedAt: null } },
    orderBy: [{ kind: 'asc' }, { toId: 'asc' }],
    select: { kind: true, toId: true, note: true },
  },
  spans: { orderBy: { ordinal: 'asc' }, select: { start: true, end: true, quote: true, before: true, after: true } },
  parents: {
    orderBy: { number: 'asc' },
    select: { id: true, number: true, createdById: true, lastEditedById: true, earlierEditorIds: true },
  },
  // By version, not by time: a server's clock can be set back. All of them: Prisma reads no fewer for the last alone.
  transitions: { orderBy: { claimVersion: 'asc' }, select: { event: true, from: true, reason: true, actorId: true, at: true } },
} satisfies Prisma.ClaimSelect;

export type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

/** The people a row names, to be looked up before `toClaim`. */
export function peopleOf(row: ClaimRow): readonly string[] {
  const standing = standingOf(row);
  const makers = row.parents.flatMap(({ createdById, lastEditedById }) => [createdById, lastEditedById]);
  return [row.createdById, row.lastEditedById, ...makers, ...(standing === null ? [] : [standing.actorId])];
}

/** The step by which the row's claim stands where it stands, or null. */
export function standingOf({ transitions }: Pick<ClaimRow, 'transitions'>) {
  return standingStep(
    transitions as readonly (ClaimRow['transitions'][number] & { readonly event: ClaimEvent; readonly from: ClaimState })[],
  );
}

export function toClaim(row: ClaimRow, people: People): Claim {
  const standing = standingOf(row);
  const state = row.state as ClaimState;
  const tag = { sourceType: row.sourceType as SourceType, source: row.source === null ? null : toSource(row.source) };
  const { finding, evidence, flags, relations } = partsOf(row);
  return {
    id: row.id,
    deskId: row.deskId,
    articleId: row.articleId,
    revisionId: row.revisionId,
    number: row.number,
    spans: row.spans.map(toSpan),
    sourceType: tag.sourceType,
    source: tag.source,
    chain: toChain(row.links, tag),
    finding,
    evidence,
    flags,
    relations,
    confidence: row.confidence as Confidence,
    note: row.note,
    state,
    version: row.version,
    createdBy: nameOf(people, row.createdById),
    lastEditedBy: nameOf(people, row.lastEditedById),
    ...earlierOf(row),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    reason:
      standing !== null && (state === 'returned' || state === 'rejected')
        ? { text: standing.reason, by: nameOf(people, standing.actorId), at: standing.at }
        : null,
    ...(row.parents.length === 0
      ? {}
      : {
          parents: row.parents.map(({ id, number, createdById, lastEditedById, earlierEditorIds }) => ({
            ...{ id, number, createdBy: nameOf(people, createdById), lastEditedBy: nameOf(people, lastEditedById) },
            ...earlierOf({ earlierEditorIds }),
          })),
        }),
  };
}

/** Left out where nobody did, as of most claims. */
function earlierOf({ earlierEditorIds }: Pick<ClaimRow, 'earlierEditorIds'>): Pick<Claim, 'earlierEditorIds'> {
  return earlierEditorIds === '[]' ? {} : { earlierEditorIds: toEditorIds(earlierEditorIds) };
}

/** Who edited the row's claim, as its next edit asks. */
export function toEditors({ createdById, lastEditedById, earlierEditorIds, state }: ClaimRow) {
  return { createdById, lastEditedById, earlierEditorIds: toEditorIds(earlierEditorIds), state: state as ClaimState };
}

/** As the column holds them. */
function toEditorIds(stored: string): readonly string[] {
  return JSON.parse(stored) as readonly string[];
}

function toSpan({ start, end, quote, before, after }: ClaimRow['spans'][number]): ClaimSpan {
  const range = toTextRange(start, end);
  return { start: range.start, end: range.end, quote, before, after };
}

/** Everything of a claim that is stored as people wrote it, but for its tag and chain. */
export function partsOf(row: Pick<ClaimRow, 'finding' | 'evidence' | 'flagMarks' | 'relations'>): Omit<Details, 'chain'> {
  return {
    finding: row.finding === null ? NO_FINDING : (row.finding as Finding),
    evidence: row.evidence as readonly Evidence[],
    flags: row.flagMarks as readonly FlagMark[],
    relations: row.relations.map(({ kind, toId, note }) => ({ kind: kind as RelationKind, claimId: toId, note })),
  };
}

/** Rows to claims, with one query for the people they name. Works inside and outside a write. */
export async function toClaims(client: Pick<Tx, 'user'>, rows: readonly ClaimRow[]): Promise<readonly Claim[]> {
  const people = await findPeople(client, rows.flatMap(peopleOf));
  return rows.map((row) => toClaim(row, people));
}

type ArticleScope = {
  readonly deskId: string;
  readonly articleId: string;
  readonly sight: Sight;
  /** Whether those are among them that a consensus claim stands for by now. */
  readonly superseded?: true;
};

/**
 * The live claims of a desk's article that the person sees, in text order. Cost grows with their number: some 200 ms a
 * thousand, in which nobody else is served but in a `pause`. What is written then may be in some claims and not in others.
 */
export function listClaims(db: Database, scope: ArticleScope, pause: Pause = withoutPause): Promise<readonly Claim[]> {
  return listClaimsOf(db.read, scope, pause);
}

/** What was not deleted by anybody: in its article, or one that a consensus claim stands for. */
const HELD = { OR: [{ deletedAt: null }, { supersededById: { not: null } }] } satisfies Prisma.ClaimWhereInput;

/** The same inside a write. */
export async function listClaimsOf(
  client: Pick<Tx, 'claim' | 'user'>,
  scope: ArticleScope,
  pause: Pause = withoutPause,
): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  let batch: readonly ClaimRow[];
  do {
    const last = claims.at(-1);
    batch = await client.claim.findMany({
      where: {
        articleId: scope.articleId,
        deskId: scope.deskId,
        ...(scope.superseded ? HELD : { deletedAt: null }),
        ...seenWhere(scope.sight),
        ...(last === undefined ? {} : { number: { gt: last.number } }),
      },
      orderBy: { number: 'asc' },
      take: AT_ONCE,
      select: claimSelect,
    });
    claims.push(...(await toClaims(client, batch)));
    await pause();
  } while (batch.length === AT_ONCE);
  return claims.sort(byPlace);
}

/** The desk's live claim, or null where there is none that the person sees. */
export async function findClaim(
  db: Database,
  { deskId, claimId, sight }: { readonly deskId: string; readonly claimId: string; readonly sight: Sight },
): Promise<Claim | null> {
  const where = { id: claimId, deskId, deletedAt: null, ...seenWhere(sight) };
  const row = await db.read.claim.findFirst({ where, select: claimSelect });
  if (row === null) return null;
  const [claim] = await toClaims(db.read, [row]);
  return claim ?? null;
}

/** What the permission table asks about a claim, deleted or not; null when the desk has none. */
export async function findClaimResource(
  db: Database,
  scope: { readonly deskId: string; readonly claimId: string },
): Promise<ClaimResource | null> {
  const row = await db.read.claim.findFirst({
    where: { id: scope.claimId, deskId: scope.deskId },
    select: resourceSelect,
  });
  return row === null ? null : toResource(row, await findChecking(db, row.articleId));
}

/** The columns that `toResource` is made of. */
export const resourceSelect = {
  ...{ deskId: true, articleId: true, createdById: true, lastEditedById: true, earlierEditorIds: true, state: true },
  parents: { select: { createdById: true, lastEditedById: true, earlierEditorIds: true } },
} satisfies Prisma.ClaimSelect;

/** A row as the permission table is asked about it. */
export function toResource(row: Prisma.ClaimGetPayload<{ select: typeof resourceSelect }>, checking: Checking): ClaimResource {
  const { deskId, createdById, lastEditedById, state, parents } = row;
  const handsOf = (one: (typeof parents)[number]) => [one.createdById, one.lastEditedById, ...toEditorIds(one.earlierEditorIds)];
  const parentMakers = [...new Set(parents.flatMap(handsOf))];
  const earlierEditorIds = toEditorIds(row.earlierEditorIds);
  return { deskId, createdById, lastEditedById, earlierEditorIds, state: state as ClaimState, parentMakers, checking };
}
