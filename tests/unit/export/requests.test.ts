import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { largeReport } from '@/bench/export/large-report';
import { exportReport } from '@/lib/export/export-report';
import { CLAIMS_HEADER, EXPORT_FORMATS, FRAMES_HEADER, isInParts } from '@/lib/export/formats';
import { createFrameReader, type Done, toFrames } from '@/lib/export/frames';
import { fetchExport, type Progress } from '@/lib/export/requests';
import { stepsOf } from '@/lib/export/steps';
import { buildReport } from '@/lib/report/model';
import { REPORT_PARTS } from '@/lib/report/parts';
import { gatherPieces } from '@/tests/support/exported';

async function* from(parts: readonly Uint8Array[]) {
  yield* parts;
}

const bytesOf = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

test('a file in frames is the file, wherever they are cut, and whole only at its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 })), fc.nat({ max: 30 }), fc.nat({ max: 6 }), async (parts, size, total) => {
      let done = 0;
      const framed = await gatherPieces(toFrames(from(parts), () => ({ done: done++, total: total + 1 })));
      const reader = createFrameReader();
      const read: Uint8Array[] = [];
      for (let at = 0; at < framed.length; at += size + 1) {
        expect(reader.end()).toBeNull();
        read.push(...reader.take(framed.slice(at, at + size + 1)));
      }
      expect(bytesOf(...read)).toEqual(bytesOf(...parts));
      expect(reader.end()).toEqual({ whole: true, words: '' });
    }),
  );
});

const input = largeReport(400);
const LARGE = buildReport({
  ...input,
  claims: input.claims.map((claim) => ({
    ...claim,
    state: 'approved' as const,
    finding: { ...claim.finding, contentCheck: 'confirmed' as const, question: 'Who?' },
  })),
});

describe('the progress of an export', () => {
  const cases = EXPORT_FORMATS.filter((format) => format !== 'zip').flatMap((format) =>
    [REPORT_PARTS, ...(isInParts(format) ? REPORT_PARTS.map((part) => [part]) : [])].map((parts) => [format, parts] as const),
  );

  test.each(cases)('in %s with the parts %j goes up only, by what is done, to its end', { timeout: 60_000 }, async (format, parts) => {
    const model = { ...LARGE, choices: { ...LARGE.choices, parts } };
    let done = 0;
    const step = () => {
      done += 1;
    };
    const total = stepsOf(format, model);
    const reader = createFrameReader();
    const told: Done[] = [];
    for await (const frame of toFrames(exportReport(format, model, { step }), () => ({ done, total }))) {
      reader.take(new Uint8Array(frame));
      told.push(reader.work() as Done);
    }
    expect(told.map((work) => work.done)).toEqual(told.map((work) => work.done).toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual({ done: total, total });
    expect(reader.end()).toEqual({ whole: true, words: '' });
    // Told beforehand from what the file holds: a few steps come to every file.
    expect(done).toBeGreaterThan(0.4 * total - 5);
    expect(done).toBeLessThan(1.6 * total + 40);
  });
});

describe('asking for an export', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** What a server sends, in pieces of five bytes, cut off after `until`. */
  async function ask(until = Number.POSITIVE_INFINITY, pieces = from([Uint8Array.of(1, 2, 3), Uint8Array.of(4)])) {
    const saying = { atEnd: () => 'One is “left out”.', onFailure: () => '“Ä” could not be written.' };
    const framed = await gatherPieces(toFrames(pieces, () => ({ done: 1, total: 4 }), saying));
    const sent = framed.slice(0, until);
    const body = new ReadableStream({
      start(controller) {
        for (let at = 0; at < sent.length; at += 5) controller.enqueue(sent.slice(at, at + 5));
        controller.close();
      },
    });
    vi.stubGlobal('fetch', async () => new Response(body, { headers: { [CLAIMS_HEADER]: '7', [FRAMES_HEADER]: '1' } }));
    const seen: Progress[] = [];
    const answer = await fetchExport('/', { onProgress: (progress) => seen.push(progress), signal: new AbortController().signal });
    return { answer, seen };
  }

  test('gives the file and how far it came', async () => {
    const { answer, seen } = await ask();
    expect(answer?.ok === true && new Uint8Array(await answer.value.file.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3, 4));
    expect(answer).toMatchObject({ value: { warnings: 'One is “left out”.' } });
    expect(seen.at(-1)).toEqual({ done: 4, total: 4, bytes: 4, held: 7 });
  });

  test('takes nothing for frames that does not say it is', async () => {
    const looksFramed = await gatherPieces(toFrames(from([Uint8Array.of(1)]), () => ({ done: 0, total: 1 })));
    vi.stubGlobal('fetch', async () => new Response(looksFramed.slice()));
    const answer = await fetchExport('/', { onProgress: () => undefined, signal: new AbortController().signal });
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNEXPECTED' } });
  });

  test('tells why there is no file where the writing failed on its way', async () => {
    async function* failing() {
      yield Uint8Array.of(1);
      throw new Error('An assertion.');
    }
    expect((await ask(undefined, failing())).answer).toMatchObject({ ok: false, error: { message: '“Ä” could not be written.' } });
  });

  test('takes nothing for a file that ends before its end', async () => {
    for (const until of [0, 5, 15, 28]) {
      expect((await ask(until)).answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('Nothing was saved') } });
    }
  });
});
