import { describe, expect, it } from 'vitest';
import type { Entry } from '@/components/review/triage/act';
import { createActStore } from '@/components/review/triage/act-store';
import { loadActs } from '@/components/review/triage/left-acts';
import { createRunner } from '@/components/review/triage/runner';
import type { Claim } from '@/lib/claims/claim';
import { retryDelay, SILENT_AFTER, SLOW_AFTER } from '@/lib/delivery/pace';
import { SERVER_TRIES } from '@/lib/delivery/trouble';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { APPROVE, at, itemOf, later, memoryStorage } from './queue-items';

type Call = {
  readonly entry: Entry;
  /** All that were sent together, `entry` first. */
  readonly entries: readonly Entry[];
  readonly answer: (...results: readonly Result<Claim>[]) => Promise<void>;
  readonly fail: (error?: Error) => Promise<void>;
};

const WHOSE = { deskId: 'desk', userId: 'editor' };

/** A runner whose server answers when the test says so, and whose timers fire when the test says so. */
function arrange(storage = memoryStorage()) {
  const store = createActStore(() => storage, WHOSE);
  const calls: Call[] = [];
  const timers: { ms: number; fire: () => void }[] = [];
  let keys = 0;
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const runner = createRunner({
    send: (entries) =>
      new Promise((resolve, reject) => {
        calls.push({
          entry: entries[0] as Entry,
          entries,
          answer(...results) {
            resolve(ok(results));
            return settled();
          },
          fail(error = new TypeError('Failed to fetch')) {
            reject(error);
            return settled();
          },
        });
      }),
    store,
    machine: {
      newKey: () => `00000000-0000-4000-8000-${String(++keys + storage.length * 100).padStart(12, '0')}`,
      now: () => 1000 + keys,
      after(ms, callback) {
        const timer = { ms, fire: callback };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
    },
  });
  runner.adopt(loadActs(() => storage, WHOSE));
  const hide = runner.show();
  const wait = (ms: number) => timers.find((timer) => timer.ms === ms)?.fire();
  const outbox = () => runner.getSnapshot().triage.outbox;
  return { runner, calls, timers, wait, hide, outbox, store, storage };
}

const one = itemOf(1);
const two = itemOf(2);

describe('the runner', () => {
  it('sends decisions one after the other, in the order in which they were made', async () => {
    const { runner, calls, outbox } = arrange();
    runner.decide(one, APPROVE);
    runner.decide(two, { kind: 'return', reason: 'Edges.' });
    expect(calls.map(({ entry }) => entry.item.claim.number)).toEqual([1]);
    await at(calls, 0).answer(ok(later(one, 'approved')));
    expect(calls.map(({ entry }) => entry.item.claim.number)).toEqual([1, 2]);
    await at(calls, 1).answer(ok(later(two, 'returned')));
    expect(outbox()).toEqual([]);
  });

  it('undoes with the version that the decision returned', async () => {
    const { runner, calls } = arrange();
    runner.decide(one, APPROVE);
    await at(calls, 0).answer(ok(later(one, 'approved')));
    runner.undo();
    expect(at(calls, 1).entry).toMatchObject({ act: { kind: 'undo' }, version: 3 });
  });

  it('repeats with the same key what the network swallowed, and holds the later ones back', async () => {
    const { runner, calls, wait, outbox } = arrange();
    runner.decide(one, APPROVE);
    await at(calls, 0).fail();
    runner.decide(two, APPROVE);
    expect(calls).toHaveLength(1);
    expect(at(outbox(), 0).trouble).toEqual({ kind: 'unreachable', message: 'The server cannot be reached.' });
    wait(retryDelay(1));
    expect(at(calls, 1).entry.key).toBe(at(calls, 0).entry.key);
    await at(calls, 1).answer(ok(later(one, 'approved')));
    expect(at(calls, 2).entry.item.claim.number).toBe(2);
  });

  it('repeats at once when the network is back or the person asks for it', async () => {
    const { runner, calls } = arrange();
    runner.decide(one, APPROVE);
    await at(calls, 0).fail();
    runner.nudge();
    expect(calls).toHaveLength(2);
    await at(calls, 1).fail();
    runner.retry();
    expect(calls).toHaveLength(3);
  });

  it('brings a refused decision back and goes on with the next one', async () => {
    const { runner, calls } = arrange();
    runner.decide(one, APPROVE);
    runner.decide(two, APPROVE);
    await at(calls, 0).answer(refused(appError('FOUR_EYES')));
    expect(runner.getSnapshot().triage.notices.get(one.claim.id)?.message).toMatch(/^Four eyes/);
    expect(at(calls, 1).entry.item.claim.number).toBe(2);
  });

  it('keeps a refused decision over a reload, shows it and sends nothing by itself', async () => {
    const first = arrange();
    first.runner.decide(one, { kind: 'return', reason: 'Edges.' });
    await at(first.calls, 0).answer(refused(appError('FORBIDDEN')));
    const again = arrange(first.storage);
    expect(again.calls).toEqual([]);
    expect(again.outbox()).toEqual([]);
    expect(again.runner.getSnapshot().triage.notices.get(one.claim.id)).toMatchObject({
      act: { kind: 'return', reason: 'Edges.' },
      message: 'Your role does not allow this.',
    });
    expect(again.runner.getSnapshot().triage.remembered.has(one.claim.id)).toBe(true);
    again.runner.dismiss(one.claim.id);
    expect(first.storage.length).toBe(0);
    expect(arrange(first.storage).runner.getSnapshot().triage.notices.size).toBe(0);
  });

  it('keeps with a refused decision what the claim was changed to, and forgets it when it is decided anew', async () => {
    const first = arrange();
    first.runner.decide(one, APPROVE);
    const current = later(one, 'submitted', 2);
    await at(first.calls, 0).answer(refused(appError('STALE', undefined, { current })));
    const again = arrange(first.storage);
    expect(again.runner.getSnapshot().triage.known.get(one.claim.id)).toEqual(current);
    again.runner.decide({ ...one, claim: current }, APPROVE);
    expect(loadActs(() => again.storage, WHOSE)).toMatchObject([{ key: at(again.outbox(), 0).key, act: APPROVE }]);
    expect(loadActs(() => again.storage, WHOSE)[0]).not.toHaveProperty('refused');
  });

  it('takes a notice away that another window has dealt with', async () => {
    const { runner, calls } = arrange();
    runner.decide(one, APPROVE);
    await at(calls, 0).answer(refused(appError('FOUR_EYES')));
    runner.goneElsewhere(at(calls, 0).entry.key);
    expect(runner.getSnapshot().triage.notices.size).toBe(0);
  });

  it('gives up on a server that cannot do it after a few tries, and says what it said', async () => {
    const { runner, calls, wait, outbox } = arrange();
    runner.decide(one, APPROVE);
    for (let tries = 1; tries <= SERVER_TRIES; tries += 1) {
      await at(calls, tries - 1).answer(refused(appError('STORAGE')));
      wait(retryDelay(tries));
    }
    expect(calls).toHaveLength(SERVER_TRIES);
    expect(outbox()).toEqual([]);
    expect(runner.getSnapshot().triage.notices.get(one.claim.id)?.message).toMatch(/could not store/);
  });

  it('waits for the person when the session has ended, and sends nothing by itself', async () => {
    const { runner, calls, timers, outbox } = arrange();
    runner.decide(one, APPROVE);
    await at(calls, 0).answer(refused(appError('NOT_SIGNED_IN')));
    expect(timers).toEqual([]);
    runner.nudge();
    runner.decide(two, APPROVE);
    expect(calls).toHaveLength(1);
    expect(outbox()).toHaveLength(2);
    runner.retry();
    expect(at(calls, 1).entry.key).toBe(at(calls, 0).entry.key);
  });

  it('does not repeat what a replaced server does not know any more', async () => {
    const { runner, calls, timers, outbox } = arrange();
    runner.decide(one, APPROVE);
    await at(calls, 0).fail(new Error('Server Action "4f" was not found on the server.'));
    expect(timers).toEqual([]);
    expect(at(outbox(), 0).trouble?.kind).toBe('updated');
  });

  it('repeats nothing while no page shows it, and takes it up again with the next page', async () => {
    const { runner, calls, timers, hide } = arrange();
    runner.decide(one, APPROVE);
    hide();
    await at(calls, 0).fail();
    expect(timers).toEqual([]);
    runner.show();
    expect(at(calls, 1).entry.key).toBe(at(calls, 0).entry.key);
  });

  it.each(['NOT_SIGNED_IN', 'OTHER_PERSON'] as const)('keeps after %s what it cannot send, until the person says so', async (code) => {
    const { runner, calls, timers, outbox, hide } = arrange();
    runner.decide(one, APPROVE);
    await at(calls, 0).answer(refused(appError(code)));
    hide();
    runner.show();
    expect([calls.length, timers.length, outbox().length]).toEqual([1, 0, 1]);
  });

  it('sends nothing more once somebody else is signed in', async () => {
    const { runner, calls } = arrange();
    runner.decide(one, APPROVE);
    runner.stop();
    await at(calls, 0).fail();
    runner.retry();
    expect(calls).toHaveLength(1);
  });

  it('says when an answer takes long, and when it seems not to come', async () => {
    const { runner, calls, wait } = arrange();
    runner.decide(one, APPROVE);
    expect(runner.getSnapshot().pace).toBe('quick');
    wait(SLOW_AFTER);
    expect(runner.getSnapshot().pace).toBe('slow');
    wait(SILENT_AFTER);
    expect(runner.getSnapshot().pace).toBe('silent');
    await at(calls, 0).answer(ok(later(one, 'approved')));
    expect(runner.getSnapshot().pace).toBe('quick');
  });

  it('tells its listeners of every change, until they stop listening', async () => {
    const { runner, calls } = arrange();
    let told = 0;
    const stop = runner.subscribe(() => {
      told += 1;
    });
    runner.decide(one, APPROVE);
    const before = told;
    expect(before).toBeGreaterThan(0);
    stop();
    await at(calls, 0).answer(ok(later(one, 'approved')));
    expect(told).toBe(before);
  });
});

describe('decisions that were not answered when the window closed', () => {
  it('are sent by the next window, under the same keys and in their order, and can be undone there', async () => {
    const closed = arrange();
    closed.runner.decide(one, APPROVE);
    closed.runner.decide(two, { kind: 'return', reason: 'Edges.' });
    const { runner, calls, outbox } = arrange(closed.storage);
    expect(calls.map(({ entry }) => entry.key)).toEqual([closed.outbox()[0]?.key]);
    await at(calls, 0).answer(ok(later(one, 'approved')));
    expect(runner.getSnapshot().triage.outcome).toMatchObject({ kind: 'answered', adopted: true });
    expect(at(calls, 1).entry).toMatchObject({ key: closed.outbox()[1]?.key, act: { kind: 'return', reason: 'Edges.' }, version: 2 });
    expect(at(calls, 1).entry.item.claim).toEqual(two.claim);
    await at(calls, 1).answer(ok(later(two, 'returned')));
    expect(outbox()).toEqual([]);
    runner.undo();
    expect(at(calls, 2).entry).toMatchObject({ act: { kind: 'undo' }, version: 3 });
  });

  it('are undone by a request: they may have been applied', () => {
    const closed = arrange();
    closed.runner.decide(one, APPROVE);
    const { runner, outbox } = arrange(closed.storage);
    runner.undo();
    expect(outbox().map(({ act }) => act.kind)).toEqual(['approve', 'undo']);
  });

  it('are dropped by an undo when they never went out', () => {
    const closed = arrange();
    closed.runner.decide(one, APPROVE);
    closed.runner.decide(two, APPROVE);
    const { runner, outbox } = arrange(closed.storage);
    runner.undo();
    expect(outbox().map(({ item }) => item.claim.number)).toEqual([1]);
  });

  it('keep the version that an answer brought, so that a repeat is the same request', async () => {
    const closed = arrange();
    closed.runner.decide(one, APPROVE);
    closed.runner.undo();
    await at(closed.calls, 0).answer(ok(later(one, 'approved')));
    const { calls } = arrange(closed.storage);
    expect(at(calls, 0).entry).toMatchObject({ act: { kind: 'undo' }, version: 3, key: at(closed.calls, 1).entry.key });
  });

  it('are forgotten with the answer, and when the refusal is read', async () => {
    const { runner, calls, storage } = arrange();
    runner.decide(one, APPROVE);
    runner.decide(two, APPROVE);
    expect(storage.length).toBe(2);
    await at(calls, 0).answer(ok(later(one, 'approved')));
    await at(calls, 1).answer(refused(appError('FOUR_EYES')));
    expect(storage.length).toBe(1);
    runner.dismiss(two.claim.id);
    expect(storage.length).toBe(0);
  });

  it('are nobody else’s', () => {
    const closed = arrange();
    closed.runner.decide(one, APPROVE);
    for (const whose of [
      { deskId: 'desk', userId: 'editor-2' },
      { deskId: 'desk-2', userId: 'editor' },
    ]) {
      expect(loadActs(() => closed.storage, whose)).toEqual([]);
    }
  });

  it('say that the page knows less than it should, and that another window may have sent them', async () => {
    const closed = arrange();
    closed.runner.decide(one, APPROVE);
    const { runner, calls, outbox } = arrange(closed.storage);
    expect(runner.getSnapshot().elsewhere).toBe(1);
    await at(calls, 0).fail();
    runner.goneElsewhere(at(outbox(), 0).key);
    expect([outbox().length, runner.getSnapshot().elsewhere]).toEqual([0, 2]);
    runner.goneElsewhere('another');
    expect(runner.getSnapshot().elsewhere).toBe(2);
  });

  it('stay while something here waits for their answer', async () => {
    const { runner, calls, outbox } = arrange();
    runner.decide(one, APPROVE);
    await at(calls, 0).fail();
    runner.undo();
    runner.goneElsewhere(at(outbox(), 0).key);
    expect(outbox()).toHaveLength(2);
  });

  it('are not said to be kept where the browser refuses, until all are through', async () => {
    const storage = memoryStorage();
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const { runner, calls } = arrange(storage);
    runner.decide(one, APPROVE);
    expect(runner.getSnapshot().kept).toBe(false);
    await at(calls, 0).answer(ok(later(one, 'approved')));
    expect(runner.getSnapshot().kept).toBe(true);
    expect(createActStore(() => null, { deskId: 'desk', userId: 'editor' }).keep({ ...at(calls, 0).entry, at: 0, sent: false })).toBe(
      false,
    );
  });

  it('are left alone where they cannot be read', () => {
    const storage = memoryStorage();
    storage.setItem('hearsay:decisions:desk:editor:1', 'nonsense');
    storage.setItem('hearsay:decisions:desk:editor:2', '{"key":"2"}');
    expect(arrange(storage).calls).toEqual([]);
    expect(storage.length).toBe(2);
  });
});

describe('decisions made together', () => {
  const three = itemOf(3);
  const bulk = () => {
    const made = arrange();
    made.runner.decideAll([one, two, three], APPROVE);
    return made;
  };
  const idsOf = (entries: readonly Entry[] = []) => entries.map(({ item }) => item.claim.id);

  it('go out in one request, each with its own key, and are kept until each is answered', async () => {
    const { calls, outbox, runner, storage } = bulk();
    expect([calls.length, idsOf(calls[0]?.entries)]).toEqual([1, idsOf(outbox())]);
    expect(new Set(outbox().map(({ key }) => key)).size).toBe(3);
    expect(storage.length).toBe(3);
    await calls[0]?.answer(ok(later(one, 'approved')), ok(later(two, 'approved')), ok(later(three, 'approved')));
    expect([outbox().length, storage.length]).toEqual([0, 0]);
    expect(runner.getSnapshot().triage.outcome).toMatchObject({ kind: 'answered', count: 3 });
  });

  it('are refused each for itself, by name, and the others stand', async () => {
    const { calls, outbox, runner } = bulk();
    await calls[0]?.answer(ok(later(one, 'approved')), refused(appError('FOUR_EYES')), ok(later(three, 'approved')));
    const { notices, done } = runner.getSnapshot().triage;
    expect([outbox().length, [...notices.keys()]]).toEqual([0, [two.claim.id]]);
    expect(done.map(({ item }) => item.claim.id)).toEqual([one.claim.id, three.claim.id]);
  });

  it('are sent again with the same keys when no answer came', async () => {
    const { calls, wait } = bulk();
    const keys = calls[0]?.entries.map(({ key }) => key);
    await calls[0]?.fail();
    wait(retryDelay(1));
    expect(calls[1]?.entries.map(({ key }) => key)).toEqual(keys);
  });

  it('that the server was too busy for go again alone', async () => {
    const { calls, wait, outbox } = bulk();
    await calls[0]?.answer(ok(later(one, 'approved')), refused(appError('STORAGE')), refused(appError('STORAGE')));
    expect(outbox()).toHaveLength(2);
    wait(retryDelay(1));
    expect(idsOf(calls[1]?.entries)).toEqual([two.claim.id, three.claim.id]);
  });

  it('are taken back by one undo, all that were applied, and by another what came before', async () => {
    const { calls, runner, outbox } = arrange();
    const four = itemOf(4);
    runner.decide(four, APPROVE);
    await calls[0]?.answer(ok(later(four, 'approved')));
    runner.decideAll([one, two, three], APPROVE);
    await calls[1]?.answer(ok(later(one, 'approved')), refused(appError('FOUR_EYES')), ok(later(three, 'approved')));
    runner.undo();
    expect(idsOf(calls[2]?.entries).sort()).toEqual([one.claim.id, three.claim.id].sort());
    expect(calls[2]?.entries.every(({ act }) => act.kind === 'undo')).toBe(true);
    await calls[2]?.answer(ok(one.claim), ok(three.claim));
    runner.undo();
    expect(outbox().map(({ item }) => item.claim.id)).toEqual([four.claim.id]);
  });

  it('are more than one request when there are many, one after the other', async () => {
    const { calls, runner, outbox } = arrange();
    const many = Array.from({ length: 120 }, (_, index) => itemOf(index + 1));
    runner.decideAll(many, APPROVE);
    for (const expected of [50, 50, 20]) {
      const call = calls.at(-1);
      expect(call?.entries.length).toBe(expected);
      await call?.answer(...(call.entries.map(({ item }) => ok(later(item, 'approved'))) ?? []));
    }
    expect([calls.length, outbox().length]).toEqual([3, 0]);
  });
});
