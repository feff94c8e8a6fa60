import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appError } from '@/lib/kernel/app-error';
import { ok, refused } from '@/lib/kernel/result';
import { findSources, findSourcesAtRest, REST } from '@/lib/sources/requests';

type Asked = { readonly url: string; readonly answer: (body: string) => void };

/** A network that answers when the test says so, and rejects what is called off as a browser does. */
function arrange(): readonly Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      asked.push({ url, answer: (body) => resolve(new Response(body)) });
    });
  });
  return asked;
}

const CALM = new AbortController().signal;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('asking for sources', () => {
  it('gives the sources, asked for by name and article', async () => {
    const asked = arrange();
    const answer = findSources('R & D', 'article-1', CALM);
    asked[0]?.answer(JSON.stringify(ok([])));
    expect(await answer).toEqual(ok([]));
    expect(asked[0]?.url).toBe('/api/sources?q=R+%26+D&article=article-1');
  });

  it('gives the server’s own refusal, and one of ours where no answer of its came', async () => {
    const asked = arrange();
    const refusal = refused(appError('NOT_SIGNED_IN'));
    const [out, page] = [findSources('', 'a', CALM), findSources('', 'a', CALM)];
    asked[0]?.answer(JSON.stringify(refusal));
    asked[1]?.answer('<!doctype html>');
    expect(await out).toEqual(refusal);
    expect(await page).toMatchObject({ ok: false, error: { code: 'UNEXPECTED' } });
  });

  it('gives nothing when it was called off, which is no failure', async () => {
    arrange();
    const asking = new AbortController();
    const answer = findSources('', 'a', asking.signal);
    asking.abort();
    expect(await answer).toBeNull();
  });
});

describe('asking while a name is typed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('waits for the typing to rest, and asks once', async () => {
    const asked = arrange();
    const taken: unknown[] = [];
    const callOff = findSourcesAtRest('r', 'a', (answer) => taken.push(answer));
    await vi.advanceTimersByTimeAsync(REST - 1);
    callOff();
    findSourcesAtRest('re', 'a', (answer) => taken.push(answer));
    await vi.advanceTimersByTimeAsync(REST);
    expect(asked.map(({ url }) => url)).toEqual(['/api/sources?q=re&article=a']);
    asked[0]?.answer(JSON.stringify(ok([])));
    await vi.advanceTimersByTimeAsync(0);
    expect(taken).toEqual([ok([])]);
  });

  it('takes no answer to a question that was called off', async () => {
    const asked = arrange();
    const taken: unknown[] = [];
    const callOff = findSourcesAtRest('r', 'a', (answer) => taken.push(answer));
    await vi.advanceTimersByTimeAsync(REST);
    asked[0]?.answer(JSON.stringify(ok([])));
    callOff();
    await vi.advanceTimersByTimeAsync(0);
    expect(taken).toEqual([]);
  });
});
