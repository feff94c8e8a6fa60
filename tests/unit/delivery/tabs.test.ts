import { describe, expect, it } from 'vitest';
import { createTabs, type Locks } from '@/lib/delivery/tabs';

/** Locks as a browser has them: one holder each, the others wait, and a page's locks go with the page. */
function fakeLocks() {
  const queues = new Map<string, (() => Promise<void> | void)[]>();
  const held = new Set<string>();
  function grant(name: string): void {
    const next = held.has(name) ? undefined : queues.get(name)?.shift();
    if (next === undefined) return;
    held.add(name);
    void Promise.resolve(next()).then(() => letGo(name));
  }
  function letGo(name: string): void {
    held.delete(name);
    grant(name);
  }
  const locks: Locks = {
    async request(name, callback) {
      queues.set(name, [...(queues.get(name) ?? []), callback]);
      grant(name);
    },
  };
  return { locks, close: (id: string) => letGo(`hearsay:tab:${id}`) };
}

describe('the open pages of a browser', () => {
  it('tell when one of them is gone, once to each that asks, one after the other', async () => {
    const { locks, close } = fakeLocks();
    createTabs('one', locks);
    const [two, three] = [createTabs('two', locks), createTabs('three', locks)];
    const told: string[] = [];
    two.whenGone('one', () => told.push('two'));
    two.whenGone('one', () => told.push('two again'));
    three.whenGone('one', () => told.push('three'));
    await Promise.resolve();
    expect(told).toEqual([]);
    close('one');
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual(['two', 'three']);
  });

  it('tell at once of one that is gone already, and where it cannot be known', () => {
    const told: string[] = [];
    createTabs('two', fakeLocks().locks).whenGone('one', () => told.push('gone'));
    const alone = createTabs('three', null);
    alone.whenGone('one', () => told.push('unknown'));
    expect(told).toEqual(['gone', 'unknown']);
    expect([alone.canTell, createTabs('four', fakeLocks().locks).canTell]).toEqual([false, true]);
  });
});
