import { describe, expect, it } from 'vitest';
import { inTurns, pauseEvery, type Steps } from '@/lib/kernel/pause';

describe('a pause every so many milliseconds', () => {
  it('gives others their turn when it has worked for so long, and not before', async () => {
    let [time, turns] = [0, 0];
    const pause = pauseEvery(
      10,
      () => time,
      async () => {
        turns += 1;
        // What others do takes time, too, and is not counted as work.
        time += 100;
      },
    );
    function* work(): Steps<string> {
      for (let step = 0; step < 12; step++) {
        time += 4;
        yield;
      }
      return 'done';
    }
    expect(await inTurns(work(), pause)).toBe('done');
    expect(turns).toBe(4);
  });

  it('has none where there is little to do, and passes on what goes wrong', async () => {
    function* work(fault: Error | null): Steps<number> {
      yield;
      if (fault !== null) throw fault;
      return 5;
    }
    let turns = 0;
    const pause = pauseEvery(
      10,
      () => 0,
      async () => turns++,
    );
    expect(await inTurns(work(null), pause)).toBe(5);
    expect(turns).toBe(0);
    await expect(inTurns(work(new Error('Broken')), pause)).rejects.toThrow('Broken');
  });
});
