import 'server-only';
import type { Parent } from '@/lib/adjudication/parent';
import { describeSpan } from '@/lib/anchoring/describe-span';
import { sentencesAround } from '@/lib/anchoring/sentences-around';
import type { Article } from '@/lib/articles/article';
import { findArticle } from '@/lib/articles/data';
import { findAssignment } from '@/lib/assignments/data';
import { isLimited, type Sight } from '@/lib/assignments/sight';
import { toChain } from '@/lib/attribution/data';
import { inBatches } from '@/lib/claims/batches';
import type { Claim } from '@/lib/claims/claim';
import { listClaims } from '@/lib/claims/data';
import { NO_FINDING } from '@/lib/claims/finding';
import type { Tag } from '@/lib/claims/tag';
import type { Database } from '@/lib/db/database';
import { findPeople, nameOf } from '@/lib/people/data';
import { sourceSelect, toSource } from '@/lib/sources/data';
import { toTextRange } from '@/lib/text/offset';
import { wordStarts } from '@/lib/text/words';
import { type ClaimStep, type FirstHand, firstHand } from './first-hand';
import { type CheckedText, type CheckerWork, checkersOf, type PartOf } from './work';

type Scope = { readonly deskId: string; readonly articleId: string; readonly sight: Sight };

export type ArticleWork = { readonly article: Article; readonly works: readonly CheckerWork[]; readonly text: CheckedText };

/**
 * What each checker of the desk's article made of its newest revision by themselves, or null when the desk has no such
 * article. Live claims only; one that somebody else had a hand in is read back to how its maker left it. Cost grows with the claims,
 * and with the trail of those.
 */
export async function readWork(db: Database, scope: Scope): Promise<ArticleWork | null> {
  const found = await findArticle(db, scope);
  if (found === null) return null;
  const { article, revision } = found;
  // What became of the claims since is not what their makers made of the article: consensus claims are somebody else's.
  const all = await listClaims(db, { ...scope, superseded: true });
  const claims = all.filter(({ revisionId, parents }) => revisionId === revision.id && parents === undefined);
  const touched = await listTouched(db, scope);
  const sources = await readSources(db, [...touched.values()]);
  const own = claims.map((claim) => {
    const first = firstHand(touched.get(claim.id) ?? [], claim.createdBy.id);
    return first === null ? claim : toParent(claim, first, sources, revision.text);
  });
  return {
    article,
    works: checkersOf(own, await listParts(db, scope)),
    text: { length: revision.text.length, wordStarts: wordStarts(revision.text) },
  };
}

/** Who was to check it; nobody for those who see their own part of it only. */
async function listParts(db: Database, { deskId, articleId, sight }: Scope): Promise<readonly PartOf[]> {
  const assignment = isLimited(sight, articleId) ? null : await findAssignment(db.read, { deskId, articleId });
  const parts = assignment?.parts ?? [];
  const people = await findPeople(
    db.read,
    parts.map(({ personId }) => personId),
  );
  return parts.map(({ personId, handedInAt }) => ({ person: nameOf(people, personId), handedIn: handedInAt !== null }));
}

type StepRow = { readonly subjectId: string; readonly actorId: string; readonly data: string };

/** The steps of those claims of the article that somebody other than their maker had a hand in, oldest first. */
async function listTouched(db: Database, { deskId, articleId }: Scope): Promise<ReadonlyMap<string, readonly ClaimStep[]>> {
  const rows = await db.rows<StepRow>(TOUCHED, [articleId, deskId]);
  const steps = new Map<string, ClaimStep[]>();
  for (const { subjectId, actorId, data } of rows) {
    const { after, version } = JSON.parse(data) as { readonly after?: Tag; readonly version?: number };
    const step = { actorId, version: version ?? 1, after: after ?? null };
    const known = steps.get(subjectId);
    if (known === undefined) steps.set(subjectId, [step]);
    else known.push(step);
  }
  return steps;
}

const STEPS = `('claim.created', 'claim.edited', 'claim.moved')`;

const TOUCHED = `
  SELECT e."subjectId", e."actorId", e."data" FROM "Claim" c JOIN "AuditEvent" e ON e."subjectId" = c."id"
  WHERE c."articleId" = ? AND c."deskId" = ? AND (c."deletedAt" IS NULL OR c."supersededById" IS NOT NULL) AND e."type" IN ${STEPS}
    AND EXISTS (SELECT 1 FROM "AuditEvent" o WHERE o."subjectId" = c."id" AND o."type" IN ${STEPS} AND o."actorId" <> c."createdById")
  ORDER BY e.rowid`;

type SourceRow = Parameters<typeof toSource>[0];

/** The sources that tags and chains of those steps name, by id. Sources are never deleted. */
async function readSources(db: Database, steps: readonly (readonly ClaimStep[])[]): Promise<ReadonlyMap<string, SourceRow>> {
  const tags = steps.flat().flatMap(({ after }) => after ?? []);
  const ids = new Set(tags.flatMap(({ sourceId, details }) => [sourceId, ...(details.chain ?? []).map((link) => link.sourceId)]));
  const found = new Map<string, SourceRow>();
  for (const some of inBatches([...ids].filter((id) => id !== null))) {
    const rows = await db.read.source.findMany({ where: { id: { in: [...some] } }, select: { ...sourceSelect, id: true } });
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

function toParent(claim: Claim, { version, tag, details }: FirstHand, sources: ReadonlyMap<string, SourceRow>, text: string): Parent {
  const rowOf = (id: string | null) => (id === null ? null : (sources.get(id) ?? null));
  const row = rowOf(tag.sourceId);
  const own = { sourceType: tag.sourceType, source: row === null ? null : toSource(row) };
  const { id, number, createdBy } = claim;
  return {
    ...{ id, number, createdBy, version, ...own, confidence: tag.confidence, note: tag.note },
    spans: tag.spans.map(({ start, end }) => {
      const range = toTextRange(start, end);
      return describeSpan(text, sentencesAround(text, range), range);
    }),
    chain: toChain(
      (details.chain ?? []).map((link) => ({ ...link, source: rowOf(link.sourceId) })),
      own,
    ),
    finding: details.finding ?? NO_FINDING,
    evidence: details.evidence ?? [],
    flags: details.flags ?? [],
    relations: details.relations ?? [],
  };
}
