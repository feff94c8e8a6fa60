import { describe, expect, it } from 'vitest';
import { toPieces } from '@/lib/http/shared-body';
import { createShared } from '@/lib/publication/link/shared-bytes';

const bytes = (length: number, value = 1) => new Uint8Array(length).fill(value);

describe('bytes that many read', () => {
  it('are made once, however many ask while they are made and after', async () => {
    const shared = createShared(100);
    let made = 0;
    const make = async () => {
      made += 1;
      await Promise.resolve();
      return bytes(10);
    };
    const all = await Promise.all([shared.get('a', make), shared.get('a', make), shared.get('a', make)]);
    expect(new Set([...all, await shared.get('a', make)]).size).toBe(1);
    expect(made).toBe(1);
  });

  it('are kept up to a limit, those asked for last; beyond it while somebody holds them', async () => {
    const shared = createShared(25);
    const kept = await shared.get('a', async () => bytes(10));
    for (const key of ['b', 'c', 'd']) await shared.get(key, async () => bytes(10));
    expect(await shared.get('a', async () => bytes(10, 2))).toBe(kept);
    const long = await shared.get('long', async () => bytes(1000));
    expect(await shared.get('long', async () => bytes(1000, 2))).toBe(long);
  });

  it('are asked for again where they could not be made', async () => {
    const shared = createShared(100);
    const fail = () => {
      throw new Error('no such edition');
    };
    await expect(shared.get('a', fail)).rejects.toThrow('no such edition');
    expect((await shared.get('a', async () => bytes(3))).length).toBe(3);
  });

  it('leave in pieces of the same memory, the next when there is room for it', async () => {
    const all = new Uint8Array(200_000).map((_, at) => at % 251);
    const reader = toPieces(all).getReader();
    const lengths: number[] = [];
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      expect(next.value.buffer).toBe(all.buffer);
      lengths.push(next.value.length);
    }
    expect(lengths).toEqual([65_536, 65_536, 65_536, 3392]);
    expect(Buffer.from(await new Response(toPieces(all)).arrayBuffer()).equals(all)).toBe(true);
    expect((await new Response(toPieces(new Uint8Array())).arrayBuffer()).byteLength).toBe(0);
  });
});
