import { wholeQuote } from '@/lib/claims/claim-words';
import 'server-only';
import type { Decision } from '@/lib/adjudication/decision';
import { isLimited, type Sight } from '@/lib/assignments/sight';
import { inBatches } from '@/lib/claims/batches';
import type { Claim } from '@/lib/claims/claim';
import { claimSelect, toClaims } from '@/lib/claims/data';
import type { Database } from '@/lib/db/database';
import { type Outcome, otherFields } from './outcome';

type Scope = {
  readonly deskId: string;
  /** Whose claims; null for everybody's. */
  readonly userId: string | null;
  readonly sight: Sight;
  /** Of one article only. */
  readonly articleId?: string;
  /** What was finished since. */
  readonly since: Date;
};

type OutcomeRow = {
  readonly claimId: string;
  readonly articleId: string;
  readonly title: string;
  readonly decision: string;
  readonly finishedAt: string;
  readonly byId: string;
  readonly byName: string;
  readonly consensusId: string | null;
};

/** What became of a person's claims in adjudications, the last finished first, and in the order of the text. Cost grows with them. */
export async function listOutcomes(db: Database, { deskId, userId, sight, articleId, since }: Scope): Promise<readonly Outcome[]> {
  const all = await db.rows<OutcomeRow>(OUTCOMES, [deskId, since, articleId ?? null, articleId ?? null, userId, userId]);
  const rows = all.filter((row) => !isLimited(sight, row.articleId));
  const claims = await readClaims(
    db,
    rows.flatMap((row) => [row.claimId, ...(row.consensusId === null ? [] : [row.consensusId])]),
  );
  return rows.flatMap((row) => {
    const claim = claims.get(row.claimId);
    return claim === undefined ? [] : [toOutcome(row, claim, row.consensusId === null ? null : (claims.get(row.consensusId) ?? null))];
  });
}

function toOutcome(row: OutcomeRow, claim: Claim, consensus: Claim | null): Outcome {
  const decision = JSON.parse(row.decision) as Decision;
  return {
    claim: { id: claim.id, number: claim.number, quote: wholeQuote(claim.spans), createdBy: claim.createdBy },
    article: { id: row.articleId, title: row.title },
    by: { id: row.byId, name: row.byName },
    at: new Date(row.finishedAt),
    standsFor:
      consensus === null
        ? null
        : { id: consensus.id, number: consensus.number, state: consensus.state, other: otherFields(claim, consensus) },
    reason: decision.kind === 'none' ? decision.reason : '',
  };
}

/** Also those that have left their articles. */
async function readClaims(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
  const claims = new Map<string, Claim>();
  for (const some of inBatches([...new Set(ids)])) {
    const rows = await db.read.claim.findMany({ where: { id: { in: [...some] } }, select: claimSelect });
    for (const claim of await toClaims(db.read, rows)) claims.set(claim.id, claim);
  }
  return claims;
}

const OUTCOMES = `
  SELECT c."id" AS "claimId", c."articleId", a."title", d."decision", d."finishedAt", d."byId", u."name" AS "byName", d."consensusId"
  FROM "Adjudication" j
  JOIN "Article" a ON a."id" = j."articleId"
  JOIN "Decision" d ON d."articleId" = j."articleId" AND d."finishedAt" IS NOT NULL
  JOIN json_each(d."parents") p
  JOIN "Claim" c ON c."id" = json_extract(p."value", '$.id')
  JOIN "User" u ON u."id" = d."byId"
  WHERE j."deskId" = ? AND j."finishedAt" >= ? AND (? IS NULL OR j."articleId" = ?) AND (? IS NULL OR c."createdById" = ?)
  ORDER BY d."finishedAt" DESC, c."articleId", (SELECT MIN(s."start") FROM "ClaimSpan" s WHERE s."claimId" = c."id"), c."number"`;
