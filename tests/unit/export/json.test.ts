import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFile } from '@/lib/export/article-file';
import { parseArticleJson, toArticleJson } from '@/lib/export/json';
import { buildReport } from '@/lib/report/model';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, harbour } from '@/tests/factories/report';

const schema = JSON.parse(readFileSync(new URL('../../../docs/schemas/hearsay-article-1.schema.json', import.meta.url), 'utf8'));
// Formats are annotations in JSON Schema 2020-12; the patterns beside them are what is checked.
const validate = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false }).compile(schema);

const HARBOUR = buildReport(harbour({ kind: 'working_copy' }));

/** The file of the harbour article with one thing changed by hand. */
function tampered(change: (file: ReturnType<typeof JSON.parse>) => void): string {
  const file = JSON.parse(toArticleJson(HARBOUR));
  change(file);
  return JSON.stringify(file);
}

describe('a hearsay-article file', () => {
  test('gives back the model it was written from, whatever the model', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const model = buildReport(input);
        expect(parseArticleJson(toArticleJson(model))).toEqual({ ok: true, value: model });
      }),
    );
  });

  test('passes the published JSON Schema and holds nothing it does not document', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const file = JSON.parse(toArticleJson(buildReport(input)));
        expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
        expect(articleFile.parse(file)).toEqual(file);
      }),
      { numRuns: 50 },
    );
  });

  test('counts offsets in code points', () => {
    const file = JSON.parse(toArticleJson(aModel('👩🏽‍🚒 [1:said:1] no')));
    expect(file.claims[0].spans[0]).toMatchObject({ start: 5, end: 9, quote: 'said', prefix: '👩🏽‍🚒 ', suffix: ' no' });
  });
});

describe('parseArticleJson', () => {
  test.each([
    ['not JSON', '{'],
    ['another file', '{"format":"other"}'],
    ['a later version', tampered((file) => Object.assign(file, { version: 2 }))],
    ['a claim without spans', tampered((file) => Object.assign(file.claims[0], { spans: [] }))],
    ['an id that is none', tampered((file) => Object.assign(file.claims[0], { id: 'x' }))],
  ])('refuses %s', (_, json) => {
    expect(parseArticleJson(json)).toMatchObject({
      ok: false,
      error: { code: 'INVALID', message: expect.stringContaining('not a hearsay-article file') },
    });
  });

  test.each([
    ['a quote that is not in its place', tampered((file) => Object.assign(file.claims[0].spans[0], { start: 1 }))],
    ['a place outside the text', tampered((file) => Object.assign(file.claims[0].spans[0], { end: 9999 }))],
    ['a text that was changed', tampered((file) => Object.assign(file.revision, { text: `x${file.revision.text}` }))],
  ])('refuses %s', (_, json) => {
    expect(parseArticleJson(json)).toMatchObject({ ok: false, error: { code: 'INVALID', message: expect.stringContaining('quotes') } });
  });

  test.each([
    ['counts', tampered((file) => Object.assign(file.counts, { claims: 9 }))],
    ['a claim in a state a report cannot hold', tampered((file) => Object.assign(file, { kind: 'report' }))],
    ['an approval no step tells of', tampered((file) => Object.assign(file, { transitions: [] }))],
    ['claims out of order', tampered((file) => file.claims.reverse())],
    ['sources left out', tampered((file) => Object.assign(file, { sources: [] }))],
  ])('refuses %s that does not follow from the claims', (_, json) => {
    expect(parseArticleJson(json)).toMatchObject({
      ok: false,
      error: { code: 'INVALID', message: expect.stringContaining('do not follow') },
    });
  });

  test('ignores fields it does not know, as later files of this version may have them', () => {
    expect(parseArticleJson(tampered((file) => Object.assign(file, { addedLater: true })))).toEqual({ ok: true, value: HARBOUR });
  });
});
