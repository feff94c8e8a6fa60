import 'server-only';
import type { Direct } from '@/lib/db/direct';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { type Assignment, UNASSIGNED } from '../assignment';
import { toChecking } from '../checking';
import { findAssignment, listColleagues, listUnfinished } from '../data';
import type { AssignmentAuditEvent } from '../events';
import { canTake } from '../parts';

import type { HandOnInput } from '../schema';
import { giveNumbers, givePart, requireColleague, writePart, writePlan } from '../steps/mutations';

type Scope = ActorScope<{ readonly deskId: string }>;
type Move = { readonly deskId: string; readonly givenById: string; readonly fromId: string; readonly toId: string; readonly now: Date };

/**
 * Gives everything that somebody has not finished to somebody else: their open parts, and the claims that wait for them.
 * The claims stay theirs in name; the heir goes on with them. Whole or not at all.
 */
export async function handOn(
  scope: Scope,
  { fromId, toId }: HandOnInput,
): Promise<Result<{ readonly id: string; readonly articles: number }>> {
  const { deskId, userId } = scope.actor;
  return write(scope, async (tx, now, direct) => {
    const refusal = scope.permit({ deskId });
    if (refusal !== null) return refuse(refusal);
    const colleagues = await listColleagues(tx, { deskId });
    const from = requireColleague(colleagues, fromId, true);
    requireColleague(colleagues, toId, false);
    const articles = listUnfinished(direct, { deskId, personId: fromId });
    if (articles.length === 0) return refuse(appError('INVALID', `${from.name} has nothing to hand on.`));
    const events: AssignmentAuditEvent[] = [];
    for (const articleId of articles) {
      events.push(await moveOne(tx, direct, articleId, { deskId, givenById: userId, fromId, toId, now }));
    }
    return { value: { id: toId, articles: articles.length }, events };
  });
}

async function moveOne(
  tx: Tx,
  direct: Direct,
  articleId: string,
  { deskId, givenById, fromId, toId, now }: Move,
): Promise<AssignmentAuditEvent> {
  const before: Assignment = (await findAssignment(tx, { deskId, articleId })) ?? { ...UNASSIGNED, articleId, parts: [] };
  const own = before.parts.find(({ personId }) => personId === fromId);
  const theirs = before.parts.find(({ personId }) => personId === toId);
  if (toChecking(before).blind && theirs !== undefined) {
    const { title } = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { title: true } });
    return refuse(
      appError('INVALID', `They check “${title}” independently of each other. Choose somebody else, or change who checks it first.`),
    );
  }
  const version = before.version + 1;
  const { checkers, reviewerId, priority, dueAt } = before;
  await writePlan(tx, { articleId, deskId }, { checkers, reviewerId, priority, dueAt, version, updatedAt: now });
  const wasOpen = own === undefined || (own.handedInAt === null && own.endedAt === null);
  if (own === undefined) await givePart(tx, { articleId, personId: fromId, deskId, givenById, leaseUntil: null, now });
  await writePart(tx, { articleId, personId: fromId }, { heirId: toId, ...(wasOpen ? { endedAt: now } : {}) });
  // What was handed on to them goes the same way.
  for (const { personId, heirId } of before.parts) {
    if (heirId === fromId) await writePart(tx, { articleId, personId }, { heirId: personId === toId ? null : toId });
  }
  const freed = { ...before, parts: before.parts.filter(({ personId }) => personId !== fromId) };
  if (wasOpen && canTake(freed, toId, now)) {
    await givePart(tx, { articleId, personId: toId, deskId, givenById, leaseUntil: null, now });
  }
  if (checkers >= 2) giveNumbers(direct, articleId);
  return { type: 'check.handed_on', subjectId: articleId, data: { fromId, toId, version } };
}
