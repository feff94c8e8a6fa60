import { describe, expect, it } from 'vitest';
import { pauseUntilGone, toBody } from '@/lib/http/streamed-body';

/** Pieces 0, 1, 2 and so on without end, with what became of them. */
function counted({ failAt = Number.POSITIVE_INFINITY } = {}) {
  const seen = { made: 0, stopped: false };
  async function* make() {
    try {
      for (;;) {
        if (seen.made === failAt) throw new Error('The pen broke.');
        yield Uint8Array.of(seen.made++);
      }
    } finally {
      seen.stopped = true;
    }
  }
  return { seen, pieces: make() };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('toBody', () => {
  it('says when no more pieces are made: at their end, where the reader goes, and where making one fails', async () => {
    const ended: string[] = [];
    async function* one() {
      yield Uint8Array.of(1);
    }
    await new Response(toBody(one(), new AbortController().signal, () => ended.push('end'))).arrayBuffer();
    await toBody(counted().pieces, new AbortController().signal, () => ended.push('cancelled')).cancel();
    await expect(
      new Response(toBody(counted({ failAt: 1 }).pieces, new AbortController().signal, () => ended.push('failed'))).arrayBuffer(),
    ).rejects.toThrow();
    toBody(counted().pieces, AbortSignal.abort(), () => ended.push('gone'))
      .cancel()
      .catch(() => undefined);
    await settled();
    expect(ended).toEqual(['end', 'cancelled', 'failed', 'gone']);
  });

  it('gives the pieces in their order and ends with them', async () => {
    async function* three() {
      for (const value of [1, 2, 3]) yield Uint8Array.of(value);
    }
    const response = new Response(toBody(three(), new AbortController().signal));
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it('makes no more than one piece ahead of a slow reader', async () => {
    const { seen, pieces } = counted();
    const reader = toBody(pieces, new AbortController().signal).getReader();
    for (let read = 0; read < 5; read++) {
      for (let turn = 0; turn < 20; turn++) await settled();
      expect(seen.made).toBeLessThanOrEqual(read + 1);
      await reader.read();
    }
    await reader.cancel();
  });

  it('stops the work when the reader cancels', async () => {
    const { seen, pieces } = counted();
    const reader = toBody(pieces, new AbortController().signal).getReader();
    await reader.read();
    await reader.cancel();
    const { made } = seen;
    await settled();
    expect(seen).toEqual({ made, stopped: true });
  });

  it('stops the work when the request is given up, also where nobody cancels', async () => {
    const { seen, pieces } = counted();
    const gone = new AbortController();
    const reader = toBody(pieces, gone.signal).getReader();
    await reader.read();
    gone.abort();
    await settled();
    const { made } = seen;
    await settled();
    expect(seen).toEqual({ made, stopped: true });
    await expect(reader.read()).rejects.toThrow();
  });

  it('makes nothing for a request that was given up before', async () => {
    const { seen, pieces } = counted();
    const body = toBody(pieces, AbortSignal.abort());
    await expect(body.getReader().read()).rejects.toThrow();
    expect(seen.made).toBe(0);
  });

  it('fails where the making fails, so that half a file is not taken for one', async () => {
    const { pieces } = counted({ failAt: 2 });
    const response = new Response(toBody(pieces, new AbortController().signal));
    await expect(response.arrayBuffer()).rejects.toThrow('The pen broke.');
  });
});

describe('pauseUntilGone', () => {
  it('gives the loop back before the work goes on', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    await pauseUntilGone(new AbortController().signal)();
    order.push('work');
    expect(order).toEqual(['another', 'work']);
  });

  it('rejects once the reader has gone', async () => {
    await expect(pauseUntilGone(AbortSignal.abort())()).rejects.toThrow();
  });
});
