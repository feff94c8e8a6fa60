import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Direct } from '@/lib/db/direct';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { type Assignment, type Part, UNASSIGNED } from './assignment';
import { toChecking } from './checking';
import { countUnsubmitted, findAssignment, listColleagues, listOpen, listUntouched, type Open } from './data';
import type { AssignmentAuditEvent, WrittenPlan } from './events';
import { canTake, fillsPlace, isAllHandedIn, leaseFrom, partState } from './parts';
import type { EndBlindInput, OwnPartInput, ReopenCheckingInput, SaveAssignmentInput, TakeCheckInput } from './schema';
import { giveNumbers, givePart, requireColleague, writePart, writePlan } from './steps/mutations';
import { byUrgency } from './urgency';

type Scope = ActorScope<{ readonly deskId: string }>;

/** The assignment as a write leaves it. */
export type Saved = { readonly articleId: string; readonly version: number };

/** Writes who checks an article, who reviews it, how many, by when and how urgently. A stale version is refused with the newer assignment. */
export async function saveAssignment(scope: Scope, input: SaveAssignmentInput): Promise<Result<Saved>> {
  const { deskId, userId } = scope.actor;
  const { articleId, checkers, reviewerId, priority, dueAt, people } = input;
  return write(scope, async (tx, now, direct) => {
    const before = await requireAssignment(tx, scope, input);
    const kept = before.parts.filter(({ handedInAt }) => handedInAt !== null).map(({ personId }) => personId);
    if (new Set([...kept, ...people]).size > checkers) {
      return refuse(appError('INVALID', 'These are more people than are to check it.', { field: 'people' }));
    }
    await requirePeople(tx, deskId, { parts: before.parts, people, reviewerId });
    const version = before.version + 1;
    const plan = { checkers, reviewerId, priority, dueAt, version, updatedAt: now };
    await writePlan(tx, { articleId, deskId }, plan);
    const gone = before.parts.filter((part) => isOpen(part) && !people.includes(part.personId));
    for (const { personId } of gone) await writePart(tx, { articleId, personId }, { endedAt: now });
    for (const personId of people) {
      const part = before.parts.find((own) => own.personId === personId);
      if (part !== undefined && fillsPlace(part, now)) continue;
      await givePart(tx, { articleId, deskId, personId, givenById: userId, leaseUntil: null, now });
    }
    if (checkers >= 2) giveNumbers(direct, articleId);
    const had = before.parts.filter(isOpen).map(({ personId }) => personId);
    const data = {
      before: before.version === 0 ? null : toWritten(before, had),
      after: toWritten(plan, people),
      version,
    };
    return done({ articleId, version }, { type: 'assignment.saved', subjectId: articleId, data });
  });
}

/**
 * Gives the checker the most urgent work that nobody has, or that of one article, under a lease. Two who ask at once get
 * different places: the write gate lets one in after the other. Refused with NOT_FOUND where there is none.
 */
export async function takeCheck(
  scope: Scope,
  input: TakeCheckInput,
): Promise<Result<Saved & { readonly title: string; readonly until: Date }>> {
  const { deskId, userId } = scope.actor;
  return write(scope, async (tx, now, direct) => {
    requirePermit(scope);
    const free = (await listFree(direct, { deskId, userId, now })).filter(
      ({ articleId }) => input.articleId === undefined || articleId === input.articleId,
    );
    const [next] = [...free].sort(byUrgency);
    if (next === undefined) {
      const why =
        input.articleId === undefined ? 'Nothing waits to be checked by you just now.' : 'Somebody else has taken this meanwhile.';
      return refuse(appError('NOT_FOUND', why));
    }
    const { articleId, title, checkers } = next;
    const [version, until] = [next.version + 1, leaseFrom(now)];
    const { dueAt, reviewerId, priority } = next;
    await writePlan(tx, { articleId, deskId }, { checkers, reviewerId, priority, dueAt, version, updatedAt: now });
    await givePart(tx, { articleId, deskId, personId: userId, givenById: userId, leaseUntil: until, now });
    if (checkers >= 2) giveNumbers(direct, articleId);
    const data = { personId: userId, until: until.toISOString(), version };
    return done({ articleId, title, version, until }, { type: 'check.taken', subjectId: articleId, data });
  });
}

/** What this person could take, untouched articles among it: of those only the oldest, since no other comes before it. */
async function listFree(
  direct: Direct,
  who: { readonly deskId: string; readonly userId: string; readonly now: Date },
): Promise<readonly Open[]> {
  const { deskId, userId, now } = who;
  const open = (await listOpen(direct, { deskId })).filter((each) => canTake(each, userId, now));
  const untouched = await listUntouched(direct, { deskId }, UNTOUCHED_MAX);
  return [...open, ...untouched.map((each) => ({ ...each, ...UNASSIGNED, parts: [] }))];
}

/** Untouched articles that are looked at when one of them is asked for by name. */
const UNTOUCHED_MAX = 200;

/** Gives one's own part back to the pool. What was made stays. */
export async function giveBack(scope: Scope, { articleId }: OwnPartInput): Promise<Result<Saved>> {
  const { userId } = scope.actor;
  return write(scope, async (tx, now) => {
    const { assignment } = await requireOwnPart(tx, scope, articleId);
    const version = await raise(tx, assignment, now);
    await writePart(tx, { articleId, personId: userId }, { endedAt: now });
    return done({ articleId, version }, { type: 'check.given_back', subjectId: articleId, data: { personId: userId, version } });
  });
}

/** Ends one's own part: everything is submitted, and the next step is somebody else's. */
export async function handIn(scope: Scope, { articleId }: OwnPartInput): Promise<Result<Saved & { readonly checked: boolean }>> {
  const { userId } = scope.actor;
  return write(scope, async (tx, now, direct) => {
    const { assignment, part } = await requireOwnPart(tx, scope, articleId);
    if (partState(part, now) === 'lapsed' && !canTake(assignment, userId, now)) {
      return refuse(appError('FORBIDDEN', 'Your time for this ran out and somebody else took your place. What you made is kept.'));
    }
    const { handedOn } = toChecking(assignment);
    const people = [userId, ...handedOn.filter(({ to }) => to === userId).map(({ from }) => from)];
    const open = countUnsubmitted(direct, { articleId, people });
    if (open > 0) {
      const what = open === 1 ? 'One of your claims here is' : `${open} of your claims here are`;
      return refuse(appError('INVALID', `${what} not submitted yet. Submit or delete what is open, then hand in.`));
    }
    const version = await raise(tx, assignment, now);
    await writePart(tx, { articleId, personId: userId }, { handedInAt: now });
    const parts = assignment.parts.map((each) => (each.personId === userId ? { ...each, handedInAt: now } : each));
    const event: AssignmentAuditEvent = { type: 'check.handed_in', subjectId: articleId, data: { personId: userId, version } };
    return done({ articleId, version, checked: isAllHandedIn({ ...assignment, parts }) }, event);
  });
}

/** Ends blind checking before all have handed in: from now on everybody sees everything. */
export async function endBlind(scope: Scope, input: EndBlindInput): Promise<Result<Saved>> {
  const { articleId, reason } = input;
  return write(scope, async (tx, now) => {
    const assignment = await requireAssignment(tx, scope, input);
    if (!toChecking(assignment).blind) return refuse(appError('INVALID', 'This article is not checked blind just now.'));
    const version = await raise(tx, assignment, now, { endedAt: now, endedReason: reason });
    return done({ articleId, version }, { type: 'assignment.ended', subjectId: articleId, data: { reason, version } });
  });
}

/** Takes an early end back, or opens a part again that was handed in. An article for several is checked blind again from then on. */
export async function reopenChecking(scope: Scope, input: ReopenCheckingInput): Promise<Result<Saved>> {
  const { articleId, personId } = input;
  return write(scope, async (tx, now) => {
    const assignment = await requireAssignment(tx, scope, input);
    const part = assignment.parts.find((each) => each.personId === personId);
    if (personId === null ? assignment.endedAt === null : part === undefined || part.handedInAt === null) {
      return refuse(appError('INVALID', personId === null ? 'Nobody ended this early.' : 'This person has not handed in.'));
    }
    const version = await raise(tx, assignment, now, personId === null ? { endedAt: null, endedReason: '' } : {});
    if (personId !== null) await writePart(tx, { articleId, personId }, { handedInAt: null, endedAt: null, leaseUntil: null });
    return done({ articleId, version }, { type: 'assignment.reopened', subjectId: articleId, data: { personId, version } });
  });
}

function done<Value>(value: Value, event: AssignmentAuditEvent): { readonly value: Value; readonly events: readonly AuditEvent[] } {
  return { value, events: [event] };
}

function requirePermit(scope: Scope): void {
  const refusal = scope.permit({ deskId: scope.actor.deskId });
  if (refusal !== null) refuse(refusal);
}

/** The article's assignment in the version the person saw; as every article begins where it has none. */
async function requireAssignment(
  tx: Tx,
  scope: Scope,
  { articleId, version }: { readonly articleId: string; readonly version: number },
): Promise<Assignment> {
  const { deskId } = scope.actor;
  const article = await tx.article.findFirst({ where: { id: articleId, deskId }, select: { id: true } });
  if (article === null) return refuse(appError('NOT_FOUND'));
  requirePermit(scope);
  const found = (await findAssignment(tx, { deskId, articleId })) ?? { ...UNASSIGNED, articleId, parts: [] };
  return found.version === version ? found : refuse(appError('STALE', undefined, { current: found }));
}

async function requireOwnPart(tx: Tx, scope: Scope, articleId: string): Promise<{ readonly assignment: Assignment; readonly part: Part }> {
  const { deskId, userId } = scope.actor;
  requirePermit(scope);
  const assignment = await findAssignment(tx, { deskId, articleId });
  const part = assignment?.parts.find(({ personId }) => personId === userId);
  if (assignment === null || part === undefined) return refuse(appError('NOT_FOUND', 'You have no part in checking this article.'));
  return isOpen(part) ? { assignment, part } : refuse(appError('INVALID', 'Your part in checking this article is over.'));
}

/** Parts go to people who are there; who has one may have left since. Who reviews is an editor. */
async function requirePeople(
  tx: Tx,
  deskId: string,
  { parts, people, reviewerId }: Pick<Assignment, 'parts' | 'reviewerId'> & { readonly people: readonly string[] },
): Promise<void> {
  const colleagues = await listColleagues(tx, { deskId });
  const had = new Set(parts.map(({ personId }) => personId));
  for (const id of people) requireColleague(colleagues, id, had.has(id));
  if (reviewerId === null) return;
  const reviewer = requireColleague(colleagues, reviewerId, false);
  if (!reviewer.edits) refuse(appError('INVALID', `${reviewer.name} is no editor and cannot review.`, { field: 'reviewerId' }));
}

function isOpen({ handedInAt, endedAt }: Part): boolean {
  return handedInAt === null && endedAt === null;
}

function toWritten(plan: Pick<Assignment, 'checkers' | 'reviewerId' | 'priority' | 'dueAt'>, people: readonly string[]): WrittenPlan {
  const { checkers, reviewerId, priority, dueAt } = plan;
  return { checkers, reviewerId, priority, dueAt: dueAt?.toISOString() ?? null, people };
}

async function raise(
  tx: Tx,
  { articleId, version }: Assignment,
  now: Date,
  more: Partial<Pick<Assignment, 'endedAt' | 'endedReason'>> = {},
): Promise<number> {
  await tx.assignment.update({
    where: { articleId },
    data: { version: version + 1, updatedAt: now, ...more },
    select: { articleId: true },
  });
  return version + 1;
}
