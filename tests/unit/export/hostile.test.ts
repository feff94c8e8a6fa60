import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { NO_FINDING } from '@/lib/claims/finding';
import { CLAIM_COLUMNS } from '@/lib/export/claim-columns';
import { contentDisposition, exportFileName } from '@/lib/export/file-name';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/export/formats';
import { parseArticleJson } from '@/lib/export/json';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { balanceDirection } from '@/lib/text/balance-direction';
import { HOSTILE, hostileInput } from '@/tests/factories/hostile';
import { aModel } from '@/tests/factories/report';
import { exportedFile } from '@/tests/support/exported';
import { type HtmlTag, htmlTags } from '@/tests/support/html-tags';
import { unpackedText } from '@/tests/support/unpacked';
import { type XmlToken, xmlTokens } from '@/tests/support/xml-tokens';

// Each of HOSTILE in every field at once, through every format. What others make of the same files is in
// tests/integration/export/outside.test.ts, what a browser does with the page in tests/e2e/hostile.spec.ts.

const validateAnnotation = createRequire(import.meta.url)('validate-web-annotation') as (annotation: unknown) => boolean;
const schema = JSON.parse(readFileSync(new URL('../../../docs/schemas/hearsay-article-2.schema.json', import.meta.url), 'utf8'));
const isArticleFile = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false }).compile(schema);

const SINGLE = EXPORT_FORMATS.filter((format) => format !== 'zip');

type Check = (file: Uint8Array, model: ReportModel) => void;

const CHECKS: Readonly<Record<Exclude<ExportFormat, 'zip'>, Check>> = {
  html: (file) => {
    const tags = htmlTags(toText(file));
    expect(tags.filter(isActive)).toEqual([]);
    expect(tags.filter(isTurning).map(({ name, text }) => [name, text])).toEqual([]);
  },
  pdf: (file) => {
    const raw = Buffer.from(file)
      .toString('latin1')
      .replaceAll(/\nstream\n.*?\nendstream/gsu, '')
      .replaceAll(/\((?:\\.|[^\\()])*\)/gsu, '()');
    expect(raw).not.toMatch(/\/(?:JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|SubmitForm|GoToR|RichMedia)\b/u);
    expect(raw.trimEnd().endsWith('%%EOF')).toBe(true);
  },
  docx: expectOffice,
  'docx-checked': expectOffice,
  xlsx: expectOffice,
  jsonld: (file, model) => {
    const { first } = JSON.parse(toText(file)) as { first: { items: Record<string, unknown>[] } };
    expect(first.items).toHaveLength(model.claims.length);
    const toDay = (value: unknown) => String(value).slice(0, 10);
    // The validator mistakes times for dates: tests/unit/export/jsonld.test.ts.
    for (const item of first.items)
      expect(
        validateAnnotation({ ...item, created: toDay(item.created), modified: toDay(item.modified), generated: toDay(item.generated) }),
      ).toBe(true);
  },
  claimreview: (file, model) => {
    const text = toText(file);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/u);
    expect((JSON.parse(text) as { '@graph': object[] })['@graph']).toHaveLength(
      model.claims.filter(({ state }) => state === 'approved').length,
    );
  },
  csv: (file, model) => {
    const rows: string[][] = parse(toText(file), { bom: true, record_delimiter: '\r\n' });
    expect(rows.map(({ length }) => length)).toEqual(Array.from({ length: model.claims.length + 1 }, () => CLAIM_COLUMNS.length));
    // Also where a reader with another separator begins a cell, for which quotes in the middle of one mean nothing.
    const cells = toText(file).split(/[;\t\r\n]/u);
    expect([...rows.flat(), ...cells].filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
  },
  md: (file) => {
    const active = toText(file).replace(/\\[!-/:-@[-`{-~]|&#\d+;/gu, 'x');
    expect(active).not.toMatch(/<|!\[|\]\((?!#)/u);
    expect(toText(file)).not.toMatch(/\p{Bidi_Control}/u);
  },
  json: (file, model) => {
    expect(isArticleFile(JSON.parse(toText(file))), JSON.stringify(isArticleFile.errors)).toBe(true);
    expect(parseArticleJson(toText(file))).toEqual({ ok: true, value: model });
  },
};

/** Every part is XML that can be read, nothing in it is a formula, a field but a page's number, or fetched. */
function expectOffice(file: Uint8Array): void {
  for (const [path, bytes] of Object.entries(unzipSync(file))) {
    const tags = xmlTokens(strFromU8(bytes)).flatMap((token) => (token.kind === 'text' ? [] : token));
    expect(tags.filter(isLive), path).toEqual([]);
  }
}

function isLive({ name, attributes }: Exclude<XmlToken, { kind: 'text' }>): boolean {
  const field = attributes['w:instr'];
  return (
    ['f', 'hyperlink', 'w:instrText', 'w:fldChar', 'w:object', 'w:altChunk'].includes(name) ||
    ['TargetMode', 'r:link', 'r:embed'].some((key) => key in attributes) ||
    (field !== undefined && !/^ (?:PAGE|NUMPAGES) $/u.test(field))
  );
}

/** An element that does or fetches something, an attribute that does, a link to anywhere but itself and the web. */
function isActive({ name, attributes }: HtmlTag): boolean {
  const href = attributes.get('href') ?? '#';
  return (
    /^(?:script|iframe|frame|object|embed|form|input|button|base|link|img|image|video|audio|use|foreignobject|template)$/u.test(name) ||
    [...attributes.keys()].some((key) => /^(?:on|src|action|xlink)/u.test(key)) ||
    !/^(?:[a-z]+:[\d.]+(?: [\d.]+){0,2};?)*$/u.test(attributes.get('style') ?? '') ||
    !/^(?:#|https?:\/\/)/iu.test(href)
  );
}

/** Words that turn what stands after them, but in an element of their own that keeps them to themselves (HTML, 15.3.5). */
function isTurning(tag: HtmlTag): boolean {
  if (balanceDirection(tag.text) === tag.text) return false;
  for (let at: HtmlTag | null = tag; at !== null && at.name !== 'body'; at = at.within) {
    if (at.name === 'bdi' || at.name === 'title' || (at.attributes.has('dir') && at.name !== 'html')) return false;
  }
  return true;
}

function toText(file: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
}

describe.each(Object.entries(HOSTILE))('%s in every field', (_, words) => {
  let model: ReportModel;
  beforeAll(() => {
    model = buildReport(hostileInput(words));
  });

  test.each(SINGLE)('does nothing in %s, which is a valid file', async (format) => {
    CHECKS[format](await exportedFile(format, model), model);
  });

  test('makes a file name that is one', () => {
    for (const format of EXPORT_FORMATS) {
      const name = exportFileName(format, model);
      expect(name).toMatch(/^[^.\s~-][^\p{Cc}\p{Bidi_Control}/\\:*?"<>|\u2028\u2029]*\.[a-z.]+$/u);
      expect(name).toBe(name.toWellFormed());
      expect(contentDisposition(name)).toMatch(/^[\x20-\x7e]+$/u);
    }
  });
});

test('every format of a hostile article is in its archive, under a name that is one', { timeout: 60_000 }, async () => {
  const model = buildReport(hostileInput(Object.values(HOSTILE).join(' ')));
  const files = unzipSync(await exportedFile('zip', model));
  expect(Object.keys(files).filter((name) => /[\p{Cc}/\\:]|^\./u.test(name))).toEqual([]);
  for (const format of SINGLE) CHECKS[format](files[exportFileName(format, model)] as Uint8Array, model);
});

/** A megabyte, half of it without a place to break a line. A PDF of as much takes seconds: it is in the tests of what others read. */
const LONG = `${'x'.repeat(500_000)} ${'word '.repeat(100_000)}end`;

test.each(SINGLE.filter((format) => format !== 'pdf'))(
  'a quote of a megabyte makes a valid file in %s',
  { timeout: 60_000 },
  async (format) => {
    const finding = { ...NO_FINDING, contentCheck: 'confirmed' as const };
    const model = aModel(`Head\n[1:${LONG}:1]`, { 1: { finding } });
    const file = await exportedFile(format, model);
    CHECKS[format](file, model);
    expect(unpackedText(file)).toContain(format === 'xlsx' ? '[cut here: a cell holds no more]' : 'word word end');
  },
);
