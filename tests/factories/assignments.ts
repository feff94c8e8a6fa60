import { handIn, saveAssignment, takeCheck } from '@/lib/assignments/mutations';
import type { SaveAssignmentInput } from '@/lib/assignments/schema';
import type { Database } from '@/lib/db/database';
import type { Clock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import type { Actor, Role } from '@/lib/permissions/roles';
import type { TestArticle } from './articles';
import { valueOf } from './claims';
import { as, newKey, type TestDesk } from './people';

/** An assignment as an editor writes it for the first time: one checker from the pool, with what the test wants different. */
export function toAssignmentInput(articleId: string, different: Partial<SaveAssignmentInput> = {}): SaveAssignmentInput {
  return { key: newKey(), articleId, version: 0, checkers: 1, people: [], reviewerId: null, priority: 'normal', dueAt: null, ...different };
}

/** Has the desk's editor say who checks an article. */
export async function assign(
  db: Database,
  desk: TestDesk,
  article: Pick<TestArticle, 'articleId'>,
  { clock, ...different }: Partial<SaveAssignmentInput> & { readonly clock?: Clock } = {},
) {
  const scope = as(db, desk.editor, 'assignment.edit', clock === undefined ? {} : { clock });
  return valueOf(await saveAssignment(scope, toAssignmentInput(article.articleId, different)));
}

/** Gives an article to these people to check blind, and to nobody else. */
export function assignBlind(db: Database, desk: TestDesk, article: Pick<TestArticle, 'articleId'>, people: readonly Actor[]) {
  return assign(db, desk, article, { checkers: people.length, people: people.map(({ userId }) => userId) });
}

export function take(db: Database, actor: Actor, clock?: Clock, articleId?: string) {
  const scope = as(db, actor, 'check.take', clock === undefined ? {} : { clock });
  return takeCheck(scope, { key: newKey(), ...(articleId === undefined ? {} : { articleId }) });
}

export function handInCheck(db: Database, actor: Actor, { articleId }: Pick<TestArticle, 'articleId'>, clock?: Clock) {
  return handIn(as(db, actor, 'check.take', clock === undefined ? {} : { clock }), { key: newKey(), articleId });
}

/** More people of a desk, for a test that needs a crowd. */
export async function addPeople(db: Database, deskId: string, role: Role, count: number): Promise<readonly Actor[]> {
  const createdAt = new Date('2026-01-01T00:00:00.000Z');
  const people = Array.from({ length: count }, (_, index): Actor => ({ userId: newId(), name: `${role} ${index + 1}`, deskId, role }));
  await db.transact(async (tx) => {
    for (const { userId, name } of people) {
      await tx.user.create({ data: { id: userId, email: `${userId}@example.org`, name, passwordHash: '!', createdAt } });
      await tx.membership.create({ data: { deskId, userId, role, createdAt } });
    }
  });
  return people;
}
