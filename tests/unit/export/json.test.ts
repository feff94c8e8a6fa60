import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFile } from '@/lib/export/article-file';
import { parseArticleJson, readKeptJson } from '@/lib/export/json';
import { buildReport } from '@/lib/report/model';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, harbour, idOf, SECRET } from '@/tests/factories/report';
import { toArticleJson, toJsonLd } from '@/tests/support/exported';

const schema = JSON.parse(readFileSync(new URL('../../../docs/schemas/hearsay-article-2.schema.json', import.meta.url), 'utf8'));
// Formats are annotations in JSON Schema 2020-12; the patterns beside them are what is checked.
const validate = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false }).compile(schema);

const HARBOUR = buildReport(harbour({ kind: 'working_copy' }));

// biome-ignore lint/suspicious/noExplicitAny: a file is broken here in ways that its type forbids
type File = any;

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

  test('that was kept is read whatever it says of what follows from its claims, which later words may tell in another way', () => {
    const older = tampered((file) => {
      file.claims[0].chainInWords = 'as an earlier Hearsay said it';
      file.label.sentences.pop();
    });
    expect(parseArticleJson(older)).toMatchObject({ ok: false });
    expect(readKeptJson(older)).toEqual({ ok: true, value: HARBOUR });
    expect(readKeptJson('{}')).toMatchObject({ ok: false });
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

  // What a reader that knows the schema alone is kept from: parseArticleJson refuses more (below).
  test.each([
    ['another format', (file: File) => Object.assign(file, { format: 'hearsay' })],
    ['another version', (file: File) => Object.assign(file, { version: 3 })],
    ['a kind that is none', (file: File) => Object.assign(file, { kind: 'draft' })],
    ['no text', (file: File) => delete file.revision.text],
    ['no claims', (file: File) => delete file.claims],
    ['an id that is none', (file: File) => Object.assign(file.claims[0], { id: 'C1' })],
    ['a claim without a place', (file: File) => Object.assign(file.claims[0], { spans: [] })],
    ['an offset below zero', (file: File) => Object.assign(file.claims[0].spans[0], { start: -1 })],
    ['an offset between characters', (file: File) => Object.assign(file.claims[0].spans[0], { start: 0.5 })],
    ['a quote that is a number', (file: File) => Object.assign(file.claims[0].spans[0], { quote: 7 })],
    ['a state of nobody’s', (file: File) => Object.assign(file.claims[0], { state: 'published' })],
    ['a type of nobody’s', (file: File) => Object.assign(file.claims[0], { sourceType: 'rumour' })],
    ['a strength off its scale', (file: File) => Object.assign(file.claims[0].strength, { value: 6 })],
    ['a credibility off its scale', (file: File) => Object.assign(file.claims[0].finding, { credibility: 7 })],
    ['a check that is none', (file: File) => Object.assign(file.claims[0].finding, { contentCheck: 'true' })],
    ['a link without a type', (file: File) => delete file.claims[0].chain[0].sourceType],
    ['a time that is none', (file: File) => Object.assign(file, { generatedAt: 'yesterday' })],
    ['a hash that is none', (file: File) => Object.assign(file.revision, { sha256: 'abc' })],
    ['a step to nowhere', (file: File) => Object.assign(file.transitions[0], { to: 'lost' })],
    ['a flag of nobody’s', (file: File) => Object.assign(file.claims[0].flags[0], { flag: 'odd' })],
    ['a relation of nobody’s', (file: File) => Object.assign(file.claims[0].relations[0], { kind: 'likes' })],
  ])('with %s fails the published JSON Schema', (_, change) => {
    const file = JSON.parse(toArticleJson(HARBOUR)) as File;
    expect(validate(file), 'before').toBe(true);
    change(file);
    expect(validate(file)).toBe(false);
  });

  test('names its schema by its format and version, which the archive has beside it', () => {
    const { format, version } = JSON.parse(toArticleJson(HARBOUR)) as { format: string; version: number };
    expect(existsSync(new URL(`../../../docs/schemas/${format}-${version}.schema.json`, import.meta.url))).toBe(true);
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
    ['an earlier version', tampered((file) => Object.assign(file, { version: 1 }))],
    ['a later version', tampered((file) => Object.assign(file, { version: 3 }))],
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
    ['a cue that is not in its place', tampered((file) => Object.assign(file.claims[3].chain[2].cue, { start: 1 }))],
    ['a hedge outside the text', tampered((file) => Object.assign(file.claims[3].chain[2].hedges[0], { end: 9999 }))],
    ['a chain without the article’s voice', tampered((file) => file.claims[3].chain.shift())],
    ['a chain whose tag is not the claim’s', tampered((file) => Object.assign(file.claims[3], { sourceType: 'unnamed_person' }))],
    ['a text that was changed', tampered((file) => Object.assign(file.revision, { text: `x${file.revision.text}` }))],
  ])('refuses %s', (_, json) => {
    expect(parseArticleJson(json)).toMatchObject({ ok: false, error: { code: 'INVALID', message: expect.stringContaining('quotes') } });
  });

  test.each([
    ['counts', tampered((file) => Object.assign(file.counts, { claims: 9 }))],
    ['a claim in a state a report cannot hold', tampered((file) => Object.assign(file, { kind: 'report' }))],
    ['an approval no step tells of', tampered((file) => Object.assign(file, { transitions: [] }))],
    ['claims out of order', tampered((file) => file.claims.reverse())],
    ['a strength typed in', tampered((file) => Object.assign(file.claims[3].strength, { value: 5 }))],
    ['an origin more', tampered((file) => Object.assign(file.label, { originsAtMost: 9 }))],
    ['a flag left out', tampered((file) => file.claims[3].standingFlags.pop())],
    ['evidence in a group that is not in the file', tampered((file) => Object.assign(file, { originGroups: [] }))],
    ['a speaker left out', tampered((file) => file.speakers.pop())],
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

test('a file of an earlier Hearsay of this version is read: nobody said who published it, and no question is open', () => {
  const earlier = tampered((file) => {
    delete file.contents;
    delete file.article.outlet;
    delete file.article.publishedOn;
    for (const { finding } of file.claims) delete finding.question;
  });
  const read = parseArticleJson(earlier);
  expect(read).toMatchObject({ ok: true, value: { article: { outlet: '', publishedOn: null }, contents: { questions: [] } } });
  expect(read.ok && read.value.contents.numbers).toEqual(HARBOUR.contents.numbers);
});

test('the contents of a file are worked out from its claims and not taken from it', () => {
  const other = tampered((file) => Object.assign(file.contents, { scales: [], numbers: [{ claim: 1, figures: ['99'] }] }));
  expect(parseArticleJson(other)).toEqual({ ok: true, value: HARBOUR });
});

describe('the sourcing in a file', () => {
  const file = JSON.parse(toArticleJson(HARBOUR));

  test('has cues and hedges in code points, with their words', () => {
    const characters = [...file.revision.text];
    const links = file.claims.flatMap((claim: { chain: object[] }) => claim.chain);
    const words = links.flatMap((link: { cue: object | null; hedges: object[] }) => [link.cue ?? [], ...link.hedges].flat());
    expect(words).toHaveLength(7);
    for (const { start, end, quote } of words) expect(characters.slice(start, end).join('')).toBe(quote);
  });

  test('keeps flags that a person dismissed', () => {
    expect(file.claims[0].flags).toEqual([{ flag: 'unattributed', verdict: 'dismissed', note: 'A headline.' }]);
    expect(file.claims[0].standingFlags).toMatchObject([{ flag: 'unattributed', from: 'data', dismissed: true }]);
  });

  test('has the notes of relations only where both claims are in it', () => {
    const report = toArticleJson(buildReport(harbour()));
    expect(JSON.parse(report).claims[4].relations).toMatchObject([
      { kind: 'contradicts', claim: 2, note: 'It cannot be over and go on.' },
      { kind: 'contradicts', claim: null, note: '' },
    ]);
    expect(report).not.toContain(SECRET);
    expect(report).not.toContain('Leaked memo');
  });

  test('has no group of evidence that is not in it, because it was deleted', () => {
    const model = buildReport(harbour({ kind: 'working_copy', groups: [] }));
    const groupIds = JSON.parse(toArticleJson(model)).claims.flatMap(({ evidence }: { evidence: { originGroupId: unknown }[] }) =>
      evidence.map(({ originGroupId }) => originGroupId),
    );
    expect(groupIds).toEqual([null, null]);
    expect(toJsonLd(HARBOUR)).toContain(idOf('group', 1));
    expect(toJsonLd(model)).not.toContain(idOf('group', 1));
  });

  test('points each claim to its origin', () => {
    expect(file.origins[file.claims[3].origin]).toMatchObject({
      name: 'The Post’s <b>story</b>',
      independence: 'shared',
      claims: [2, 4, 5],
    });
    expect(file.label).toMatchObject({
      contradictions: [
        [2, 5],
        [5, 8],
      ],
      originsAtMost: 5,
      originsAttested: 1,
    });
  });
});
