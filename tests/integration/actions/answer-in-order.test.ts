import { describe, expect, it } from 'vitest';
import { answerInOrder, type BatchedWrite, type RawWrite } from '@/lib/actions/answer-in-order';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import { listClaims } from '@/lib/claims/data';
import { createClaim, editClaim } from '@/lib/claims/mutations';
import type { CreateClaimInput, EditClaimInput } from '@/lib/claims/schema';
import { createBlock } from '@/lib/claims/write-order';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { toCreateInput, toTagInput } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

const once = (action: string, input: { key: string }) => ({ once: { key: input.key, action, input } });

/** The real mutations, each with its key, as the actions run them. */
const kinds: Readonly<Record<string, BatchedWrite<Claim>>> = {
  create: (actor, db, raw) => {
    const input = raw as CreateClaimInput;
    return createClaim(as(db, actor, 'claim.create', once('createClaim', input)), input);
  },
  edit: (actor, db, raw) => {
    const input = raw as EditClaimInput;
    return editClaim(as(db, actor, 'claim.edit', once('editClaim', input)), input);
  },
};

async function useBatches() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const send = (writes: readonly RawWrite[], on: Database = db) =>
    answerInOrder(writes, { kinds, createBlock, actor: desk.checker, db: on });
  const create = (claimId = newId(), note = '') => ({ kind: 'create', ...toCreateInput(article, { claimId, note }) });
  const edit = (claimId: string, version: number, note: string) => ({
    kind: 'edit',
    key: newKey(),
    claimId,
    version,
    ...toTagInput({ note }),
  });
  const live = () => listClaims(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
  const count = async (table: 'AuditEvent' | 'IdempotencyKey') =>
    (await db.rows<{ n: number }>(`SELECT COUNT(*) AS "n" FROM "${table}"`, []))[0]?.n;
  return { ...made, send, create, edit, live, count };
}

const codes = (answers: readonly Result<Claim>[]) => answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
const byNumber = (claims: readonly Claim[]) => [...claims].sort((a, b) => a.number - b.number);

describe('a batch of writes', () => {
  it('is written in its order, each with its audit event and its key', async () => {
    const { send, create, live, count } = await useBatches();
    const writes = Array.from({ length: 30 }, (_, at) => create(newId(), `${at}`));
    expect(codes(await send(writes))).toEqual(writes.map(() => 'ok'));
    expect(byNumber(await live()).map(({ id }) => id)).toEqual(writes.map(({ claimId }) => claimId));
    expect(await count('IdempotencyKey')).toBe(30);
  });

  it('comes to the gate together, so that few commits hold it', async () => {
    const { db, send, create } = await useBatches();
    let waiting = 0;
    let most = 0;
    const watched: Database = {
      ...db,
      transact: async (work) => {
        waiting += 1;
        most = Math.max(most, waiting);
        try {
          return await db.transact(work);
        } finally {
          waiting -= 1;
        }
      },
    };
    await send(
      Array.from({ length: 20 }, () => create()),
      watched,
    );
    expect(most).toBeGreaterThan(5);
  });

  it('holds edits of a claim it makes, one after another', async () => {
    const { send, create, edit, live } = await useBatches();
    const id = newId();
    const answers = await send([create(id), edit(id, 1, 'one'), create(), edit(id, 2, 'two')]);
    expect(codes(answers)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect((await live()).find((claim) => claim.id === id)).toMatchObject({ note: 'two', version: 3, number: 1 });
  });

  it('stops at a refusal what builds on it, and nothing else', async () => {
    const { send, create, edit, live } = await useBatches();
    const [bad, good] = [newId(), newId()];
    const broken = { ...create(bad), spans: [{ start: 0, end: 9_000_000 }] };
    const pointing = { ...edit(good, 1, 'points'), details: { relations: [{ kind: 'tension', claimId: bad, note: '' }] } };
    const answers = await send([broken, create(good), edit(bad, 1, 'on nothing'), edit(bad, 2, 'on that'), pointing, create()]);
    expect(codes(answers)).toEqual(['INVALID', 'ok', 'NOT_TRIED', 'NOT_TRIED', 'NOT_TRIED', 'ok']);
    expect(await live()).toHaveLength(2);
  });

  it('does not write a later edit over somebody else’s, though its version would fit by chance', async () => {
    const { db, desk, send, create, edit, live } = await useBatches();
    const id = newId();
    await send([create(id)]);
    const theirs = { ...edit(id, 1, 'theirs') };
    await editClaim(as(db, desk.editor, 'claim.edit'), theirs as never);
    const answers = await send([edit(id, 1, 'mine'), edit(id, 2, 'mine, later')]);
    expect(codes(answers)).toEqual(['STALE', 'NOT_TRIED']);
    expect(await live()).toMatchObject([{ note: 'theirs', version: 2 }]);
  });

  it('that was applied in part, or whole, and comes again applies what is left, once', async () => {
    const { send, create, edit, live, count } = await useBatches();
    const id = newId();
    const writes = [create(id), edit(id, 1, 'one'), create(), edit(id, 2, 'two')];
    await send(writes.slice(0, 2));
    const whole = await send(writes);
    expect(codes(whole)).toEqual(['ok', 'ok', 'ok', 'ok']);
    const events = await count('AuditEvent');
    const again = await send(writes);
    expect(again).toEqual(whole);
    expect(await count('AuditEvent')).toBe(events);
    expect(await live()).toHaveLength(2);
  });

  it('is put in order by a look at each write, not at each pair of them', async () => {
    const { db, desk } = await useBatches();
    const writes = Array.from({ length: 200 }, (_, at) => ({ kind: 'toString', claims: [{ id: `${at}` }] }));
    let looks = 0;
    const counted = <Mark>() => {
      const { add, ...block } = createBlock<Mark>();
      const count = (write: RawWrite, mark: Mark) => {
        looks += 1;
        add(write, mark);
      };
      return { ...block, add: count };
    };
    await answerInOrder(writes, { kinds, createBlock: counted, actor: desk.checker, db });
    // In pairs, two hundred writes that name thousands of claims held the server up for seconds.
    expect(looks).toBeLessThanOrEqual(2 * writes.length);
  });

  it('lets a write that names claims in both ways build on what each of them needs', async () => {
    const { send, create, edit, live } = await useBatches();
    const id = newId();
    const answers = await send([create(id), { kind: 'toString', claimId: newId(), claims: [{ id }] }, edit(id, 1, 'on that')]);
    expect(codes(answers)).toEqual(['ok', 'INVALID', 'NOT_TRIED']);
    expect(await live()).toMatchObject([{ note: '' }]);
  });

  it('answers a kind there is not, one that every object has too, and goes on', async () => {
    const { send, create } = await useBatches();
    expect(codes(await send([{ kind: 'toString' }, create()]))).toEqual(['INVALID', 'ok']);
  });
});
