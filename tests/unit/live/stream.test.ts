import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { createHub } from '@/lib/live/hub';
import { streamEvents } from '@/lib/live/stream';
import { CHECKER, DESK, idOf } from '../../factories/report';

function useHub() {
  const hub = createHub({
    findSeq: async () => 5,
    listBlind: async () => new Map(),
    listChanges: async () => ({ claims: [], gone: [] }),
    listTalked: async () => [],
    hasAccountChange: async () => false,
    now: () => 0,
    every: () => () => {},
    report: () => {},
  });
  const actor = { userId: CHECKER.id, name: CHECKER.name, deskId: DESK.id, role: 'checker' as const };
  const open = (gone = new AbortController()) => {
    const stream = streamEvents(
      hub,
      { actor, articleId: idOf('article', 1), sight: SEES_ALL, again: async () => actor },
      { since: 5, gone: gone.signal },
    );
    if (stream === null) throw new Error('There is room.');
    return { stream, gone };
  };
  return { hub, open };
}

describe('a stream of events', () => {
  it('says what the hub tells, until the hub lets it go', async () => {
    const { hub, open } = useHub();
    const { stream } = open();
    hub.close();
    const text = await new Response(stream).text();
    expect([...text.matchAll(/^event: (\w+)$/gm)].map(([, kind]) => kind)).toEqual(['beat', 'people', 'over']);
  });

  it('leaves the hub when its reader goes', async () => {
    const { hub, open } = useHub();
    const { stream } = open();
    expect(hub.count()).toBe(1);
    await stream.cancel();
    expect(hub.count()).toBe(0);
  });

  it('leaves the hub when its request is given up, though nobody ever reads or cancels it', () => {
    const { hub, open } = useHub();
    const { gone } = open();
    expect(hub.count()).toBe(1);
    gone.abort();
    expect(hub.count()).toBe(0);
    const early = new AbortController();
    early.abort();
    open(early);
    expect(hub.count()).toBe(0);
  });
});
