import { describe, expect, it } from 'vitest';
import { readBody } from '@/lib/http/read-body';

/** A body sent in pieces without saying how long it is; `sent` counts the pieces taken. */
function stream(pieces: number, size: number) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (sent === pieces) return controller.close();
        sent += 1;
        controller.enqueue(new Uint8Array(size).fill(sent));
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request('http://desk.example/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  return { request, sent: () => sent };
}

describe('reading a body', () => {
  it('gives all its bytes in order, up to the very limit', async () => {
    const { request } = stream(4, 3);
    expect(await readBody(request, 12)).toEqual(new Uint8Array([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]));
  });

  it('stops at the first byte over the limit, however much more is coming', async () => {
    const { request, sent } = stream(1_000_000, 1024);
    expect(await readBody(request, 10_000)).toBeNull();
    expect(sent()).toBeLessThan(15);
  });

  it('does not begin when the sender says that it is longer', async () => {
    const request = new Request('http://desk.example/', { method: 'POST', body: 'short', headers: { 'Content-Length': '9999' } });
    expect(await readBody(request, 100)).toBeNull();
    expect(request.bodyUsed).toBe(false);
  });

  it('does not believe a sender who says that it is shorter', async () => {
    const { request } = stream(10, 10);
    const lying = new Request(request, { headers: { 'Content-Length': '1' } });
    expect(await readBody(lying, 50)).toBeNull();
  });

  it('is empty where there is none', async () => {
    expect(await readBody(new Request('http://desk.example/'), 10)).toEqual(new Uint8Array());
  });
});
