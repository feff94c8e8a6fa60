import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largeReport } from '@/bench/export/large-report';
import { exportReport } from '@/lib/export/export-report';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { articleJsonPieces } from '@/lib/export/json';
import { Each, each, jsonPieces, Later } from '@/lib/export/json-pieces';
import { encodePieces, PIECE_BYTES } from '@/lib/export/pieces';
import { buildReport, buildReportInTurns } from '@/lib/report/model';
import { harbour } from '@/tests/factories/report';
import { exportedFile, gatherPieces } from '@/tests/support/exported';

const input = largeReport(600);
// Checked, so that there is a review of each.
const LARGE = buildReport({
  ...input,
  claims: input.claims.map((claim) => ({ ...claim, finding: { ...claim.finding, contentCheck: 'confirmed' as const } })),
});

describe('an export', () => {
  test.each(EXPORT_FORMATS)(
    'gives the loop back between any two pieces of %s, and before the rest of the work',
    { timeout: 120_000 },
    async (format) => {
      let [pauses, pieces] = [0, 0];
      const pause = async () => void pauses++;
      for await (const piece of exportReport(format, LARGE, { pause })) {
        expect(piece.length).toBeGreaterThan(0);
        expect(pauses).toBeGreaterThanOrEqual(pieces++);
      }
      expect(pieces).toBeGreaterThan(1);
    },
  );

  test.each(EXPORT_FORMATS)('makes no further piece of %s once the reader has left', { timeout: 60_000 }, async (format) => {
    let made = 0;
    const pause = async () => {
      made++;
    };
    for await (const _ of exportReport(format, LARGE, { pause })) break;
    expect(made).toBeLessThanOrEqual(1);
  });

  test.each(EXPORT_FORMATS)('of %s fails where its pause does, and does not end as a whole file would', async (format) => {
    const pause = () => Promise.reject(new Error('Nobody waits.'));
    await expect(gatherPieces(exportReport(format, LARGE, { pause }))).rejects.toThrow('Nobody waits.');
  });
});

describe('encodePieces', () => {
  test('puts texts together without changing or cutting any, to pieces of about one length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 40_000, size: 'max' }), { maxLength: 12 }), async (texts) => {
        const pieces: Uint8Array[] = [];
        for await (const piece of encodePieces(texts)) pieces.push(piece);
        const decode = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        expect(pieces.map((piece) => decode.decode(piece)).join('')).toBe(texts.join('').toWellFormed());
        for (const piece of pieces) expect(piece.length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  test('asks for no text that no piece needs yet', async () => {
    let asked = 0;
    function* texts() {
      for (;;) {
        asked++;
        yield 'x'.repeat(PIECE_BYTES);
      }
    }
    const pieces = encodePieces(texts());
    await pieces.next();
    expect(asked).toBe(1);
    await pieces.return();
  });
});

describe('jsonPieces', () => {
  test('gives what JSON.stringify gives but for white space, whatever the data', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const written = [...jsonPieces(value)].join('');
        expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  test('indents the two levels of the file, and gives each item of an array a line of its own', () => {
    const value = {
      name: 'A',
      page: { id: 1, items: each([1, 2], (number) => ({ number, deep: [{ of: [number] }] })), none: [] },
      left: undefined,
    };
    expect([...jsonPieces(value)].join('').split('\n')).toEqual([
      '{',
      '  "name": "A",',
      '  "page": {',
      '    "id": 1,',
      '    "items": [',
      '      {"number":1,"deep":[{"of":[1]}]},',
      '      {"number":2,"deep":[{"of":[2]}]}',
      '    ],',
      '    "none": []',
      '  }',
      '}',
    ]);
  });

  test('writes a long text in pieces, and a value made when it is written, as the same', () => {
    for (const character of ['a', '\u{1f600}', '\ud83d', '\n']) {
      const text = `a${character.repeat(50_000)}`;
      const pieces = [...jsonPieces({ text, made: new Later(() => ({ text })) })];
      expect(pieces.join('')).toBe(`{\n  "text": ${JSON.stringify(text)},\n  "made": {\n    "text": ${JSON.stringify(text)}\n  }\n}`);
    }
    expect([...jsonPieces({ text: 'a'.repeat(100_000) })].every(({ length }) => length < 40_000)).toBe(true);
  });

  test('writes items that are made one by one as those of an array', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (items, beside) => {
        const lazy = { beside, deep: { items: each(items, (item) => item) }, items: new Each(items.length, () => items) };
        expect([...jsonPieces(lazy)].join('')).toBe(
          [...jsonPieces({ beside, deep: { items: each(items, (item) => item) }, items })].join(''),
        );
        expect(JSON.parse([...jsonPieces(lazy)].join(''))).toEqual(JSON.parse(JSON.stringify({ beside, deep: { items }, items })));
        expect(JSON.stringify(lazy)).toBe(JSON.stringify({ beside, deep: { items }, items }));
      }),
    );
  });
});

// Some five seconds of work, whoever else is working.
test('a report of 10,000 claims through twelve hands each is written as JSON that can be read, and no string of it is long', {
  timeout: 120_000,
}, () => {
  const model = buildReport(largeReport(10_000, 12));
  let longest = 0;
  const claims: string[] = [];
  let [inClaims, before] = [false, ''];
  for (const piece of articleJsonPieces(model)) {
    longest = Math.max(longest, piece.length);
    if (inClaims && piece.startsWith('\n  ]')) inClaims = false;
    if (inClaims) claims.push(piece);
    // The pieces of an array's items each hold one of them.
    if (before.endsWith('"claims": ') && before.startsWith(',\n  "')) {
      inClaims = true;
      claims.push(piece);
    }
    before = piece;
  }
  expect(longest).toBeLessThan(4_000_000);
  expect(claims).toHaveLength(10_000);
  for (let at = 0; at < claims.length; at += 25) expect(JSON.parse((claims[at] as string).slice(1)).number).toBe(at + 1);
});

test('a report worked out in turns is the one worked out at once', async () => {
  let pauses = 0;
  const pause = async () => void pauses++;
  const made = await buildReportInTurns(harbour({ kind: 'working_copy' }), pause);
  expect(made).toEqual(buildReport(harbour({ kind: 'working_copy' })));
  expect(pauses).toBeGreaterThan(5);
  expect(await exportedFile('json', made)).toEqual(await exportedFile('json', buildReport(harbour({ kind: 'working_copy' }))));
});
