import { describe, expect, it } from 'vitest';
import { createRetryKey } from '@/lib/delivery/retry-key';

describe('the key of a write that is sent again', () => {
  it('is the same for the same thing until it was done, and another for anything else', () => {
    const keys = createRetryKey();
    const first = keys.for({ version: 1, topic: 'Trade' });
    expect(keys.for({ version: 1, topic: 'Trade' })).toBe(first);
    const other = keys.for({ version: 2, topic: 'Trade' });
    expect(other).not.toBe(first);
    expect(keys.for({ version: 1, topic: 'Trade' })).not.toBe(first);
    const last = keys.for('once');
    keys.done();
    expect(keys.for('once')).not.toBe(last);
  });

  it('is not shared between two that send', () => {
    expect(createRetryKey().for(null)).not.toBe(createRetryKey().for(null));
  });
});
