import { expect, it } from 'vitest';
import { createRandom } from '@/lib/agreement/random';
import { findAssignment } from '@/lib/assignments/data';
import { saveAssignment } from '@/lib/assignments/mutations';
import { fillsPlace } from '@/lib/assignments/parts';
import { createClaim } from '@/lib/claims/mutations';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/permissions/roles';
import { moveClaim, submitClaims } from '@/lib/review/mutations';
import { createTestArticle, type TestArticle } from '../../factories/articles';
import { addPeople, handInCheck, take, toAssignmentInput } from '../../factories/assignments';
import { toCreateInput, toVersion } from '../../factories/claims';
import { as, newKey, type TestDesk } from '../../factories/people';
import { useDesk } from '../use-database';

/** A turn of the event loop, as there is between two requests of one person. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** How long the crowd is at it, in seconds; HEARSAY_CROWD_SECONDS=60 for the whole minute. */
const SECONDS = Number(process.env.HEARSAY_CROWD_SECONDS ?? 3);
const EDITORS = 20;
const CHECKERS = 50;

/** Who walks away from an article is drawn; the order in which fifty take theirs is the machine's, so the seed gives the draws back, not the minute. */
const SEED = Number(process.env.HEARSAY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const random = createRandom(SEED);
console.info(`crowd: HEARSAY_SEED=${SEED}`);

it(
  `holds no lease twice, decides no claim twice and loses none, with ${EDITORS} editors and ${CHECKERS} checkers at it at once`,
  async () => {
    const { db, desk } = await useDesk();
    const editors = await addPeople(db, desk.deskId, 'editor', EDITORS);
    const checkers = await addPeople(db, desk.deskId, 'checker', CHECKERS);
    const articles = new Map<string, TestArticle>();
    const until = Date.now() + SECONDS * 1000;
    const made = new Set<string>();
    const decided = new Map<string, number>();
    let met = 0;
    // Time goes by a thousand times as fast, so that leases lapse: every fifth checker walks away from what they took.
    const began = Date.now();
    const clock = () => new Date(began + (Date.now() - began) * 1000);
    let held = 0;
    let left = 0;
    const goOn = () => Date.now() < until;

    async function addArticle(by: Actor): Promise<void> {
      const article = await createTestArticle(db, by, `Article ${newId()}\nThe mayor said no.`);
      articles.set(article.articleId, article);
      // For one or two, so that some are checked blind.
      const input = toAssignmentInput(article.articleId, { checkers: 1 + (articles.size % 2), priority: 'high' });
      await saveAssignment(as(db, by, 'assignment.edit'), input);
    }
    for (let count = 0; count < 10; count++) await addArticle(desk.editor);

    async function check(actor: Actor): Promise<void> {
      while (goOn()) {
        await turn();
        const taken = await take(db, actor, clock);
        const article = taken.ok ? articles.get(taken.value.articleId) : undefined;
        if (article === undefined) {
          await addArticle(desk.editor);
          continue;
        }
        held = Math.max(held, await mostHeld(db, desk, article, clock()));
        if (random() < 0.2) {
          left += 1;
          continue;
        }
        const answer = await createClaim(
          as(db, actor, 'claim.create', { clock }),
          toCreateInput(article, { spans: [{ start: 0, end: 7 }] }),
        );
        expect(answer.ok, 'a checker with a part may add a claim').toBe(true);
        if (!answer.ok) continue;
        made.add(answer.value.id);
        const claims = [{ id: answer.value.id, version: 1 }];
        const sent = await submitClaims(as(db, actor, 'claim.submit', { clock }), { key: newKey(), articleId: article.articleId, claims });
        expect(sent.ok, 'a checker may submit it').toBe(true);
        await handInCheck(db, actor, article, clock);
      }
    }

    async function review(actor: Actor): Promise<void> {
      while (goOn()) {
        // All look at the same longest waiting, so that they meet; the newest can still be of an article that is checked blind.
        const where = { state: 'submitted' };
        const [oldest, newest] = await Promise.all([
          db.read.claim.findMany({
            where: { ...where, article: { assignment: { checkers: 1 } } },
            orderBy: { submittedAt: 'asc' },
            take: 3,
          }),
          db.read.claim.findMany({ where, orderBy: { submittedAt: 'desc' }, take: 1 }),
        ]);
        const waiting = [...oldest, ...newest];
        for (const claim of waiting) {
          const answer = await moveClaim(as(db, actor, 'claim.approve'), 'approve', toVersion(claim));
          if (answer.ok) decided.set(claim.id, (decided.get(claim.id) ?? 0) + 1);
          else if (answer.error.code === 'STALE') met += 1;
        }
        await turn();
      }
    }

    await Promise.all([...checkers.map(check), ...editors.map(review)]);
    expect(held, 'no more than were wanted').toBe(0);
    for (const article of articles.values()) expect(await mostHeld(db, desk, article, clock())).toBe(0);
    expect([...decided.values()].filter((times) => times > 1)).toEqual([]);
    const rows = await db.read.claim.findMany({ select: { id: true, state: true, version: true } });
    expect(new Set(rows.map(({ id }) => id))).toEqual(made);
    const approvals = await db.read.transition.groupBy({ by: ['claimId'], where: { event: 'approve' }, _count: { _all: true } });
    expect(approvals.filter(({ _count }) => _count._all !== 1)).toEqual([]);
    expect(new Set(approvals.map(({ claimId }) => claimId))).toEqual(new Set(decided.keys()));
    expect(left, 'some walked away').toBeGreaterThan(0);
    expect(decided.size).toBeGreaterThan(0);
    expect(met, 'two editors met at one claim').toBeGreaterThan(0);
    expect(made.size).toBeGreaterThan(CHECKERS / 2);
  },
  SECONDS * 1000 + 60_000,
);

/** How many hold or handed in more than the article wants. */
async function mostHeld(db: Database, { deskId }: TestDesk, { articleId }: TestArticle, now: Date): Promise<number> {
  const assignment = await findAssignment(db.read, { deskId, articleId });
  if (assignment === null) return 0;
  const filled = assignment.parts.filter((part) => fillsPlace(part, now));
  return Math.max(0, filled.length - assignment.checkers);
}
