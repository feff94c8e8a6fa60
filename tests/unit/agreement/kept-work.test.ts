import { describe, expect, it } from 'vitest';
import { createKeptWork, WorkLeft } from '@/lib/agreement/kept-work';

/** A pause that waits for the next turn of the loop, and a while that never ends: what is asked for is all that happens. */
const LOOP = {
  pause: () => () => new Promise<void>((resolve) => setImmediate(resolve)),
  while: () => new Promise<never>(() => {}),
};

/** Work of ten steps that counts how many of them were taken. */
function tenSteps() {
  const taken = { steps: 0, begun: 0 };
  const work = async (pause: () => Promise<void>) => {
    taken.begun += 1;
    for (let step = 0; step < 10; step++) {
      taken.steps += 1;
      await pause();
    }
    return 'done';
  };
  return { taken, work };
}

describe('kept work', () => {
  it('is done once for all who ask meanwhile and afterwards, and again under another key', async () => {
    const ask = createKeptWork<string>(2, LOOP);
    const { taken, work } = tenSteps();
    const both = [ask('a', null, work), ask('a', null, work)];
    expect(await Promise.all(both.map(({ value }) => value))).toEqual(['done', 'done']);
    await ask('a', null, work).value;
    expect(taken.begun).toBe(1);
    await ask('b', null, work).value;
    expect(taken.begun).toBe(2);
  });

  it('stops when the last who asked has left, and not before', async () => {
    const ask = createKeptWork<string>(2, LOOP);
    const { taken, work } = tenSteps();
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = ask('a', first.signal, work);
    ask('a', second.signal, work);
    await LOOP.pause()();
    first.abort();
    await LOOP.pause()();
    const steps = taken.steps;
    second.abort();
    await expect(asked.value).rejects.toThrow(WorkLeft);
    expect(steps).toBeGreaterThan(1);
    expect(taken.steps).toBeLessThan(10);
    expect(await ask('a', null, work).value).toBe('done');
  });

  it('is kept when those who asked leave after it was done', async () => {
    const ask = createKeptWork<string>(2, LOOP);
    const { taken, work } = tenSteps();
    const reader = new AbortController();
    await ask('a', reader.signal, work).value;
    reader.abort();
    await ask('a', null, work).value;
    expect(taken.begun).toBe(1);
  });

  it('keeps no failure, and of results those asked for last', async () => {
    const ask = createKeptWork<string>(2, LOOP);
    const { taken, work } = tenSteps();
    await expect(ask('a', null, () => Promise.reject(new Error('no'))).value).rejects.toThrow('no');
    for (const key of ['a', 'b', 'a', 'c', 'a']) await ask(key, null, work).value;
    expect(taken.begun).toBe(3);
  });

  it('tells how far it is to whoever looks before it is there', async () => {
    const ask = createKeptWork<string>(2, { ...LOOP, while: () => new Promise((resolve) => setImmediate(resolve)) });
    let finish: () => void = () => {};
    const asked = ask('a', null, async (_, tell) => {
      tell({ done: 3, of: 7 });
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return 'done';
    });
    expect(await asked.look()).toEqual({ there: false, progress: { done: 3, of: 7 } });
    finish();
    await asked.value;
    expect(await asked.look()).toEqual({ there: true, value: 'done' });
  });
});
