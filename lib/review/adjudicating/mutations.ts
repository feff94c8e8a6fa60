import 'server-only';
import type { AdjudicationResource } from '@/lib/adjudication/adjudication-resource';
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
    for (const { parents, decision } of decisions) checkDecision(compared.get(keyOf(parents)), decision, revision.text);
    await requireUnchanged(tx, articleId, decisions);
    const version = await bumpVersion(tx, { articleId, deskId: actor.deskId, now });
    const had = await readKept(tx, articleId, decisions);
    const written: WrittenDecision[] = [];
    const kept: KeptDecision[] = [];
    for (const wanted of decisions) {
      const key = keyOf(wanted.parents);
      const before = had.get(key) ?? null;
      if ((before?.version ?? 0) !== wanted.version || kept.some((one) => one.key === key))
        return refuse(overtaken(before, compared.get(key)));
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

const CHANGED = 'These claims were changed meanwhile, or others are compared with them now. Look at them again before you decide.';

function checkDecision(comparison: Comparison | undefined, decision: Decision | null, text: string): void {
  if (comparison === undefined) return refuse(appError('STALE', CHANGED));
  if (decision === null) return;
  if (!fitsComparison(comparison, decision)) {
    return refuse(appError('INVALID', 'This decision does not fit these claims: something in it is not of them.', { field: 'decisions' }));
  }
  const words = decision.kind === 'mix' ? decision.choices.spans : undefined;
  if (words?.kind !== 'own_edges') return;
  for (const { start, end } of words.spans) {
    const fault = checkRange(text, toTextRange(start, end));
    if (fault !== null) return refuse(appError('INVALID', fault, { field: 'decisions' }));
  }
}

/** What was compared outside the write still stands inside it: the same claims, in their versions. */
async function requireUnchanged(tx: Tx, articleId: string, decisions: readonly Wanted[]): Promise<void> {
  const parents = decisions.flatMap((wanted): readonly ParentRef[] => wanted.parents);
  const versions = new Map<string, number>();
  for (const some of inBatches(parents.map(({ id }) => id))) {
    const rows = await tx.claim.findMany({
      where: { id: { in: [...some] }, articleId, deletedAt: null, state: { not: 'rejected' } },
      select: { id: true, version: true },
    });
    for (const { id, version } of rows) versions.set(id, version);
  }
  if (parents.some(({ id, version }) => versions.get(id) !== version)) refuse(appError('STALE', CHANGED));
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

function overtaken(before: KeptDecision | null, comparison: Comparison | undefined) {
  if (before === null || comparison === undefined)
    return appError('STALE', 'This was decided in another window meanwhile. Look at it again.');
  const what = before.decision === null ? 'took the decision back' : `decided: ${decisionWords(before.decision, comparison.parents)}`;
  return appError('STALE', `${before.by.name} was quicker and ${what}. Look at it again before you decide otherwise.`);
}
