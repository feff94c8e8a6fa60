import { describe, expect, it } from 'vitest';
import { AT_ONCE, inBatches } from '@/lib/claims/batches';

describe('many claims', () => {
  it('are taken in batches that SQLite can answer, each once and in their order', () => {
    const values = Array.from({ length: 2 * AT_ONCE + 1 }, (_, at) => at);
    const batches = inBatches(values);
    expect(batches.map(({ length }) => length)).toEqual([AT_ONCE, AT_ONCE, 1]);
    expect(batches.flat()).toEqual(values);
    expect([inBatches([]), inBatches([7])]).toEqual([[], [[7]]]);
  });
});
