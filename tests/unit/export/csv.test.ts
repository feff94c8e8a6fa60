import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_COLUMNS, neutraliseFormula } from '@/lib/export/csv';
import { buildReport } from '@/lib/report/model';
import { hostileText, reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, aSource, harbour, SECRET } from '@/tests/factories/report';
import { toCsv } from '@/tests/support/exported';

/** What docs/formats.md tells a script to do with a text field. */
function restore(field: string): string {
  const first = /^'+[=+\-@\t\r\n＝＋－＠]/u.test(field) ? field.slice(1) : field;
  return first.replace(/([;\t\r\n][ "]*)'('*[=+\-@＝＋－＠])/gu, '$1$2');
}

type Row = Record<string, string>;

function read(csv: string): Row[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Row[];
}

describe('toCsv', () => {
  test('begins with a byte order mark and ends every line with CRLF (RFC 4180, section 2)', () => {
    const csv = toCsv(aModel('[1:one:1]'));
    expect(csv.startsWith('\ufeffclaim,quote,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  test('has a header and nothing else when there are no claims', () => {
    expect(toCsv(aModel('No claims here'))).toBe(`\ufeff${CSV_COLUMNS.join(',')}\r\n`);
  });

  test('writes a claim of several spans as one row', () => {
    const [row] = read(toCsv(aModel('[1:one:1] two [1:three:1]')));
    expect(row).toMatchObject({ claim: '1', quote: 'one […] three', start: '0', end: '13', spans: '0..3 8..13' });
  });

  test('is read back as it was written, one row for each claim in text order', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const model = buildReport(input);
        const rows = read(toCsv(model));
        expect(rows.map((row) => Number(row.claim))).toEqual(model.claims.map(({ number }) => number));
        model.claims.forEach((claim, index) => {
          const row = Object.fromEntries(Object.entries(rows[index] as Row).map(([name, field]) => [name, restore(field)]));
          expect(row).toMatchObject({
            quote: claim.spans.map(({ quote }) => quote).join(' […] '),
            source: claim.source?.name ?? '',
            note: claim.note,
            state: claim.state,
            reason: claim.reason?.text ?? '',
            article_title: model.article.title,
            made_at: claim.createdAt.toISOString(),
          });
        });
      }),
    );
  });

  test('has no line end outside of quotes but that of a record, so that every reader counts the same rows', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const model = buildReport(input);
        const bare = toCsv(model).replaceAll(/"(?:[^"]|"")*"/gu, '');
        expect(bare.split('\r\n')).toHaveLength(model.claims.length + 2);
        expect(bare.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      }),
    );
  });

  test('lets no field begin as a formula', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        for (const row of read(toCsv(buildReport(input)))) {
          for (const field of Object.values(row)) expect(field).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
        }
      }),
    );
  });
});

describe('neutraliseFormula', () => {
  // OWASP, "CSV Injection"; the full-width forms are read as the signs by East Asian versions of Excel.
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])('puts an apostrophe before %j', (field) => {
    expect(neutraliseFormula(field)).toBe(`'${field}`);
  });

  // A reader that splits at semicolons or tabs knows nothing of our quotes.
  test.each([
    ['x;=1', "x;'=1"],
    ['x\t=1', "x\t'=1"],
    ['x;"=1"', `x;"'=1"`],
    ['x; +1', "x; '+1"],
    ['a\r\n-1', "a\r\n'-1"],
    ["x;'=1", "x;''=1"],
    ['=1;=1', "'=1;'=1"],
    ['\t=1', "'\t'=1"],
  ])('puts one where a cell could begin within %j', (field, neutral) => {
    expect(neutraliseFormula(field)).toBe(neutral);
    expect(restore(neutral)).toBe(field);
  });

  test.each(['x,=1', 'a; b', 'x;1=1', '', 'word', '1-1', ' =1', '’tis', "'tis", '“=1”'])('leaves %j as it is', (field) => {
    expect(neutraliseFormula(field)).toBe(field);
  });

  test('can always be undone', () => {
    fc.assert(fc.property(hostileText(), (field) => restore(neutraliseFormula(field)) === field));
    expect(neutraliseFormula("'=1")).toBe("''=1");
    expect(restore("''=1")).toBe("'=1");
  });
});

test('a source named as a formula is text in its cell', () => {
  const [row] = read(toCsv(aModel('[1:one:1]', { 1: { sourceType: 'named_person', source: aSource(1, '=cmd|"/c calc"!A1', 'person') } })));
  expect(row?.source).toBe('\'=cmd|"/c calc"!A1');
});

describe('the columns of sourcing', () => {
  const rows = read(toCsv(buildReport(harbour({ kind: 'working_copy' }))));

  test('give the chain in words and what follows from it', () => {
    expect(rows[4]).toMatchObject({
      chain: 'article ← Evening Post (known from outside, taken on trust) ← two officials',
      hand: '2',
      strength: '1',
      relay: 'Evening Post',
      origin: 'The Post’s <b>story</b>',
      independence: 'shared',
      origins_at_most: '1',
      origins_attested: '0',
      flags: 'anonymous; no_reason_for_anonymity; no_basis_of_knowledge; secondary_report; missing_link; internal_contradiction',
      contradicts: 'C2; C8',
      attribution_check: 'not_checked',
    });
    expect(rows[0]).toMatchObject({ hand: '', origin: '', independence: '', flags: '', restates: 'C2' });
  });

  test('give what checking came to, formulas neutralised', () => {
    expect(rows[6]).toMatchObject({
      content_check: 'disputed',
      credibility: '4',
      likelihood: 'unlikely',
      rationale: "'-- He was asked once.\nSee the minutes.",
    });
    expect(rows[6]?.evidence).toContain('Web page, refutes: + Minutes of *the* port, https://example.org/minutes?a=1&b=2, at: p. 3');
  });

  test('say of a claim that is not in the report only that there is one', () => {
    const csv = toCsv(buildReport(harbour()));
    expect(read(csv)[4]?.contradicts).toBe('C2; a claim not in this report');
    expect(csv).not.toContain(SECRET);
  });
});
