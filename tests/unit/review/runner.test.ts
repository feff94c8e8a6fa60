import { describe, expect, it } from 'vitest';
import type { Entry } from '@/components/review/triage/act';
import { createRunner, retryDelay, SERVER_TRIES, SILENT_AFTER, SLOW_AFTER } from '@/components/review/triage/runner';
import type { Claim } from '@/lib/claims/claim';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { APPROVE, at, itemOf, later } from './queue-items';

type Call = {
  readonly entry: Entry;
  readonly answer: (result: Result<Claim>) => Promise<void>;
  readonly fail: (error?: Error) => Promise<void>;
};

/** A runner whose server answers when the test says so, and whose timers fire when the test says so. */
function arrange() {
  const calls: Call[] = [];
  const timers: { ms: number; fire: () => void }[] = [];
  let keys = 0;
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const runner = createRunner({
    send: (entry) =>
      new Promise((resolve, reject) => {
        calls.push({
          entry,
          answer(result) {
            resolve(result);
            return settled();
          },
          fail(error = new TypeError('Failed to fetch')) {
            reject(error);
            return settled();
          },
        });
      }),
    machine: {
      newKey: () => `key-${++keys}`,
      after(ms, callback) {
        const timer = { ms, fire: callback };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
    },
  });
  const hide = runner.show();
  const wait = (ms: number) => timers.find((timer) => timer.ms === ms)?.fire();
  const outbox = () => runner.getSnapshot().triage.outbox;
  return { runner, calls, timers, wait, hide, outbox };
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

describe('the wait before the next try', () => {
  it('begins with a second, doubles, and ends at half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(retryDelay)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });
});
