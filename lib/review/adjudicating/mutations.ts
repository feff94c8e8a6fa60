import 'server-only';
import type { AdjudicationResource } from '@/lib/adjudication/adjudication-resource';
import { claimNames } from '@/lib/adjudication/claim-names';
import { type Comparison, isAgreed } from '@/lib/adjudication/compare-claims';
import { type Decision, fitsComparison } from '@/lib/adjudication/decision';
import type { KeptDecision } from '@/lib/adjudication/kept-decision';
import { keyOf, type ParentRef } from '@/lib/adjudication/parent';
import { checkRange } from '@/lib/anchoring/check-range';
import { SEES_ALL } from '@/lib/assignments/sight';
import { inBatches } from '@/lib/claims/batches';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import { findPeople, nameOf } from '@/lib/people/data';
import { toTextRange } from '@/lib/text/offset';
import { findAdjudication, readAdjudicationResource, toKept } from './data';
import { decisionWords } from './decision-words';
import type { AdjudicationAuditEvent, WrittenDecision } from './events';
import type { DecideInput } from './schema';

type Scope = ActorScope<AdjudicationResource>;
type Wanted = DecideInput['decisions'][number];

export type Decided = { readonly decisions: readonly KeptDecision[]; readonly version: number };

/**
 * Keeps decisions about comparisons of an article, or takes them back. Refused as STALE where the claims are others by now than those
 * the person saw, and where somebody else decided meanwhile (saying who, and what); nothing of the write is kept then.
 */
export async function decideDifferences(scope: Scope, { articleId, decisions }: DecideInput): Promise<Result<Decided>> {
  const { actor, db } = scope;
  const found = await findAdjudication(db, { deskId: actor.deskId, articleId, sight: SEES_ALL });
  if (found === null) return refused(appError('NOT_FOUND', 'This article does not exist on your desk.'));
  const { adjudicated, revision } = found;
  const compared = new Map(adjudicated.comparisons.map((comparison) => [comparison.key, comparison]));
  return write(scope, async (tx, now) => {
    const refusal = scope.permit(await readAdjudicationResource(tx, { deskId: actor.deskId, articleId }));
    if (refusal !== null) return refuse(refusal);
    const unknown = decisions.find(({ parents }) => !compared.has(keyOf(parents)));
    if (unknown !== undefined) return refuse(await changedSince(tx, articleId, unknown, decisions));
    for (const { parents, decision } of decisions) checkDecision(compared.get(keyOf(parents)) as Comparison, decision, revision.text);
    const changed = await findChanged(tx, articleId, decisions);
    if (changed !== undefined) return refuse(await changedSince(tx, articleId, changed, decisions));
    const version = await bumpVersion(tx, { articleId, deskId: actor.deskId, now });
    const had = await readKept(tx, articleId, decisions);
    const written: WrittenDecision[] = [];
    const kept: KeptDecision[] = [];
    for (const wanted of decisions) {
      const key = keyOf(wanted.parents);
      const before = had.get(key) ?? null;
      if ((before?.version ?? 0) !== wanted.version || kept.some((one) => one.key === key))
        return refuse(overtaken(before, compared.get(key) as Comparison, decisions));
      const facts = {
        agreed: isAgreed(compared.get(key) as Comparison),
        decision: wanted.decision === null ? null : JSON.stringify(wanted.decision),
        version: wanted.version + 1,
        byId: actor.userId,
        at: now,
      };
      const parents = JSON.stringify(wanted.parents.map(({ id, version: seen }) => ({ id, version: seen })));
      await tx.decision.upsert({
        where: { articleId_key: { articleId, key } },
        create: { articleId, key, parents, ...facts },
        update: facts,
        select: { key: true },
      });
      written.push({ key, before: before?.decision ?? null, after: wanted.decision, version: facts.version });
      kept.push(toKept({ key, parents, ...facts }, { id: actor.userId, name: actor.name }));
    }
    const event: AdjudicationAuditEvent = { type: 'adjudication.decided', subjectId: articleId, data: { decisions: written, version } };
    return { value: { decisions: kept, version }, events: [event] };
  });
}

/** Says which of the claims are others now: many may be decided in one write, and it comes back as a whole. */
async function changedSince(tx: Tx, articleId: string, { parents }: Wanted, decisions: readonly Wanted[]) {
  const ids = parents.map(({ id }) => id);
  const claims = await tx.claim.findMany({ where: { id: { in: ids }, articleId }, select: { number: true }, orderBy: { number: 'asc' } });
  const what = claims.length === 0 ? 'A claim' : claimNames(claims);
  const [was, are, them] = claims.length > 1 ? ['were', 'are', 'them'] : ['was', 'is', 'it'];
  const words = `${what} ${was} changed meanwhile, or ${are} compared with others now. Look at ${them} again before you decide.`;
  return appError('STALE', `${words}${ofSeveral(decisions)}`);
}

function ofSeveral(decisions: readonly Wanted[]): string {
  return decisions.length === 1 ? '' : ` Nothing of the ${decisions.length} decisions that were sent together was kept.`;
}

function checkDecision(comparison: Comparison, decision: Decision | null, text: string): void {
  if (decision === null) return;
  if (!fitsComparison(comparison, decision)) {
    const names = claimNames(comparison.parents);
    return refuse(appError('INVALID', `The decision about ${names} does not fit: something in it is not of them.`, { field: 'decisions' }));
  }
  const words = decision.kind === 'mix' ? decision.choices.spans : undefined;
  if (words?.kind !== 'own_edges') return;
  for (const { start, end } of words.spans) {
    const fault = checkRange(text, toTextRange(start, end));
    if (fault !== null) return refuse(appError('INVALID', `${claimNames(comparison.parents)}: ${fault}`, { field: 'decisions' }));
  }
}

/** What was compared outside the write stands inside it, the same claims in their versions; but for this one. */
async function findChanged(tx: Tx, articleId: string, decisions: readonly Wanted[]): Promise<Wanted | undefined> {
  const parents = decisions.flatMap((wanted): readonly ParentRef[] => wanted.parents);
  const versions = new Map<string, number>();
  for (const some of inBatches(parents.map(({ id }) => id))) {
    const rows = await tx.claim.findMany({
      where: { id: { in: [...some] }, articleId, deletedAt: null, state: { not: 'rejected' } },
      select: { id: true, version: true },
    });
    for (const { id, version } of rows) versions.set(id, version);
  }
  return decisions.find((wanted) => wanted.parents.some(({ id, version }) => versions.get(id) !== version));
}

/** The adjudication's version after this write, which begins it where it is the first. */
export async function bumpVersion(
  tx: Tx,
  { articleId, deskId, now }: { readonly articleId: string; readonly deskId: string; readonly now: Date },
): Promise<number> {
  const { version } = await tx.adjudication.upsert({
    where: { articleId },
    create: { articleId, deskId, version: 1, createdAt: now, updatedAt: now },
    update: { version: { increment: 1 }, updatedAt: now },
    select: { version: true },
  });
  return version;
}

async function readKept(tx: Tx, articleId: string, decisions: readonly Wanted[]): Promise<ReadonlyMap<string, KeptDecision>> {
  const kept = new Map<string, KeptDecision>();
  for (const some of inBatches(decisions.map(({ parents }) => keyOf(parents)))) {
    const rows = await tx.decision.findMany({ where: { articleId, key: { in: [...some] } } });
    const people = await findPeople(
      tx,
      rows.map(({ byId }) => byId),
    );
    for (const row of rows) kept.set(row.key, toKept(row, nameOf(people, row.byId)));
  }
  return kept;
}

function overtaken(before: KeptDecision | null, { parents }: Comparison, decisions: readonly Wanted[]) {
  const names = claimNames(parents);
  if (before === null) return appError('STALE', `${names}: decided in another window meanwhile. Look at it again.${ofSeveral(decisions)}`);
  const what = before.decision === null ? 'took the decision back' : `decided: ${decisionWords(before.decision, parents)}`;
  const words = `${names}: ${before.by.name} was quicker and ${what}. Look at it again before you decide otherwise.`;
  return appError('STALE', `${words}${ofSeveral(decisions)}`);
}
