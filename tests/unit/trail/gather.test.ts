import { describe, expect, it } from 'vitest';
import type { TrailEntry } from '@/lib/trail/entry';
import { gatherEqual } from '@/lib/trail/gather';

let ids = 0;
function entry(changes: Partial<TrailEntry> = {}): TrailEntry {
  const id = `${++ids}`;
  return {
    ...{ id, at: '2026-11-23T12:00:00.000Z', by: { id: 'e', name: 'Edith' }, did: 'approved it', reason: '' },
    ...{ changes: [], claim: { id: `c${id}`, number: ids }, version: null, wasVersion: false },
    ...changes,
  };
}
const sizes = (entries: readonly TrailEntry[]) => gatherEqual(entries).map((group) => group.length);

describe('the same sentence again and again', () => {
  it('is told once for what one person did in one go, in the order of the trail', () => {
    const entries = [entry(), entry({ at: '2026-11-23T11:58:00.000Z' }), entry({ did: 'returned it' }), entry()];
    expect(sizes(entries)).toEqual([2, 1, 1]);
    expect(gatherEqual(entries).flat()).toEqual(entries);
    expect(gatherEqual([])).toEqual([]);
  });

  it.each<[string, Partial<TrailEntry>]>([
    ['somebody else', { by: { id: 'o', name: 'Olaf' } }],
    ['another reason', { reason: 'Who says so?' }],
    ['another time', { at: '2026-11-23T11:50:00.000Z' }],
    ['a version that can be restored', { wasVersion: true }],
    ['a field that changed', { changes: [{ field: 'Note', lines: [], quoted: false }] }],
    ['no claim', { claim: null }],
  ])('stands apart for %s', (_, changes) => {
    expect(sizes([entry(), entry(changes)])).toEqual([1, 1]);
  });
});
