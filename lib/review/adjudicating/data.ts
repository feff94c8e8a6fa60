import 'server-only';
import type { AdjudicationResource } from '@/lib/adjudication/adjudication-resource';
import { type Comparison, compareClaims } from '@/lib/adjudication/compare-claims';
import type { Decision } from '@/lib/adjudication/decision';
import type { KeptDecision } from '@/lib/adjudication/kept-decision';
import { type ParentRef, toParent } from '@/lib/adjudication/parent';
import { checkersOf } from '@/lib/agreement/work';
import { findArticle } from '@/lib/articles/data';
import { findAssignment, findChecking, findCheckingIn, listBlind } from '@/lib/assignments/data';
import { isLimited, type Sight } from '@/lib/assignments/sight';
import { listClaimsOf } from '@/lib/claims/data';
import type { Database } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import type { PersonRef } from '@/lib/kernel/person';
import { findPeople, nameOf } from '@/lib/people/data';

type Scope = { readonly deskId: string; readonly articleId: string; readonly sight: Sight };
type Client = Pick<Tx, 'claim' | 'user' | 'assignment' | 'adjudication' | 'decision'>;

/** An article's adjudication as it stands. */
export type Adjudicated = {
  /** The checkers, in the order of their names: their places are those in `Comparison.without`. */
  readonly people: readonly PersonRef[];
  /** Of the claims that wait to be adjudicated, in text order; none where fewer than two people made any. */
  readonly comparisons: readonly Comparison[];
  /** Decisions that were not carried out yet, also those about claims as they are no more. */
  readonly kept: readonly KeptDecision[];
  /** 0: nobody decided anything yet. */
  readonly version: number;
  /** When it was last finished; null when it never was. */
  readonly finished: { readonly at: Date; readonly by: PersonRef } | null;
};

/**
 * What the checkers of a desk's article made of its newest revision, laid side by side, with what was decided. Claims that an editor
 * rejected are decided, and consensus claims are nobody's parents. Nothing for whoever sees a part of the work only. Cost grows with
 * the claims, and with the matching. Works inside and outside a write.
 */
export async function readAdjudicated(client: Client, scope: Scope, revisionId: string): Promise<Adjudicated> {
  const { deskId, articleId, sight } = scope;
  if (isLimited(sight, articleId)) return { people: [], comparisons: [], kept: [], version: 0, finished: null };
  const all = await listClaimsOf(client, scope);
  const waiting = all
    .filter((claim) => claim.revisionId === revisionId && claim.parents === undefined && claim.state !== 'rejected')
    .map(toParent);
  const assignment = await findAssignment(client, { deskId, articleId });
  const parts = assignment?.parts ?? [];
  const row = await client.adjudication.findFirst({ where: { articleId, deskId }, select: adjudicationSelect });
  const rows = row === null ? [] : await client.decision.findMany({ where: { articleId, finishedAt: null }, select: decisionSelect });
  const people = await findPeople(client, [
    ...parts.map(({ personId }) => personId),
    ...rows.map(({ byId }) => byId),
    ...(row?.finishedById == null ? [] : [row.finishedById]),
  ]);
  const works = checkersOf(
    waiting,
    parts.map(({ personId, handedInAt }) => ({ person: nameOf(people, personId), handedIn: handedInAt !== null })),
  );
  return {
    people: works.map(({ person }) => person),
    comparisons: works.length < 2 ? [] : compareClaims(works.map(({ claims }) => claims)),
    kept: rows.map(({ byId, ...facts }) => toKept(facts, nameOf(people, byId))),
    version: row?.version ?? 0,
    finished: row?.finishedAt == null || row.finishedById === null ? null : { at: row.finishedAt, by: nameOf(people, row.finishedById) },
  };
}

const adjudicationSelect = { version: true, finishedAt: true, finishedById: true } as const;
const decisionSelect = { key: true, parents: true, decision: true, version: true, byId: true, at: true } as const;

type DecisionRow = {
  readonly key: string;
  readonly parents: string;
  readonly decision: string | null;
  readonly version: number;
  readonly at: Date;
};

/** A row as the domain has it. What stands in it was checked when it was written. */
export function toKept({ key, parents, decision, version, at }: DecisionRow, by: PersonRef): KeptDecision {
  return {
    key,
    parents: JSON.parse(parents) as readonly ParentRef[],
    decision: decision === null ? null : (JSON.parse(decision) as Decision),
    version,
    by,
    at,
  };
}

/** The desk's article with its adjudication, or null. */
export async function findAdjudication(db: Database, scope: Scope) {
  const found = await findArticle(db, scope);
  if (found === null) return null;
  return { ...found, adjudicated: await readAdjudicated(db.read, scope, found.revision.id) };
}

/** The newest revision of the desk's article, by its id, or null. */
export async function findLatestRevision(
  db: Database,
  { deskId, articleId }: { readonly deskId: string; readonly articleId: string },
): Promise<string | null> {
  const row = await db.read.revision.findFirst({
    where: { articleId, article: { deskId } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** What the permission table asks about adjudicating the desk's article, or null. */
export async function findAdjudicationResource(
  db: Database,
  { deskId, articleId }: { readonly deskId: string; readonly articleId: string },
): Promise<AdjudicationResource | null> {
  const article = await db.read.article.findFirst({ where: { id: articleId, deskId }, select: { deskId: true } });
  if (article === null) return null;
  return { deskId, checking: await findChecking(db, articleId), makers: await listMakers(db.read, articleId) };
}

/** The same inside a write, of an article that is there. */
export async function readAdjudicationResource(
  tx: Pick<Tx, 'assignment' | 'claim'>,
  { deskId, articleId }: { readonly deskId: string; readonly articleId: string },
): Promise<AdjudicationResource> {
  return { deskId, checking: await findCheckingIn(tx, articleId), makers: await listMakers(tx, articleId) };
}

/** Who made claims that are compared: nobody where people were assigned, who are asked about in any case. */
async function listMakers(client: Pick<Tx, 'claim' | 'assignment'>, articleId: string): Promise<readonly string[]> {
  const assigned = await client.assignment.findUnique({ where: { articleId }, select: { _count: { select: { parts: true } } } });
  if (assigned !== null && assigned._count.parts > 0) return [];
  const made = await client.claim.findMany({
    where: { articleId, parents: { none: {} }, OR: [{ deletedAt: null }, { supersededById: { not: null } }] },
    distinct: ['createdById'],
    select: { createdById: true },
  });
  return made.map(({ createdById }) => createdById);
}

/** How far adjudicating an article has come, as a list of articles shows it. */
export type AdjudicationProgress = {
  /** Claims of its checkers that wait to be adjudicated. */
  readonly claims: number;
  /** Comparisons decided that were not carried out yet. */
  readonly decided: number;
  readonly finishedAt: Date | null;
};

type ProgressRow = {
  readonly articleId: string;
  readonly claims: number;
  readonly decided: number;
  readonly finishedAt: string | null;
};

/**
 * Those of the desk's articles that were given to two checkers or more, are not checked blind any more, and have something to adjudicate
 * or had. One plain query: what differs is for the article's own page to say.
 */
export async function listAdjudicating(
  db: Pick<Database, 'rows'>,
  { deskId, sight }: Pick<Scope, 'deskId' | 'sight'>,
): Promise<ReadonlyMap<string, AdjudicationProgress>> {
  const blind = await listBlind(db, { deskId });
  const rows = await db.rows<ProgressRow>(PROGRESS, [deskId]);
  return new Map(
    rows
      .filter(
        ({ articleId, claims, finishedAt }) => !blind.has(articleId) && !isLimited(sight, articleId) && (claims > 0 || finishedAt !== null),
      )
      .map(({ articleId, claims, decided, finishedAt }) => [
        articleId,
        { claims, decided, finishedAt: finishedAt === null ? null : new Date(finishedAt) },
      ]),
  );
}

const PROGRESS = `
  SELECT a."articleId", j."finishedAt",
    (SELECT COUNT(*) FROM "CheckPart" p JOIN "Claim" c ON c."articleId" = p."articleId" AND c."createdById" = p."personId"
      WHERE p."articleId" = a."articleId" AND c."deletedAt" IS NULL AND c."state" <> 'rejected'
        AND NOT EXISTS (SELECT 1 FROM "Claim" x WHERE x."supersededById" = c."id")) AS "claims",
    (SELECT COUNT(*) FROM "Decision" d WHERE d."articleId" = a."articleId" AND d."finishedAt" IS NULL AND d."decision" IS NOT NULL) AS "decided"
  FROM "Assignment" a LEFT JOIN "Adjudication" j ON j."articleId" = a."articleId"
  WHERE a."deskId" = ? AND a."checkers" >= 2`;
