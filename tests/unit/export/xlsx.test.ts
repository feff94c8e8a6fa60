import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aboutSheet } from '@/lib/export/xlsx/about-sheet';
import { CELL_MAX, cell, columnName, FORMATS, toSerial } from '@/lib/export/xlsx/cell';
import { cutWords, ROWS_MAX, sheetPieces } from '@/lib/export/xlsx/sheet';
import { workbookWarnings } from '@/lib/export/xlsx/xlsx';
import { ENGLISH } from '@/lib/frame/en/english';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, harbour } from '@/tests/factories/report';
import { exportedFile } from '@/tests/support/exported';
import { xmlTokens } from '@/tests/support/xml-tokens';

async function partsOf(model: ReportModel): Promise<readonly (readonly [string, string])[]> {
  const files = unzipSync(await exportedFile('xlsx', model));
  return Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
}

describe('a cell', () => {
  test('with text is never a formula, whatever it begins with', () => {
    expect(String(cell('A1', '=1+1', FORMATS.words))).toBe('<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
  });

  test('is cut, and says so, where a cell can hold no more', () => {
    const text = String(cell('A1', '😀'.repeat(20_000), FORMATS.words)).replace(/<[^>]*>/gu, '');
    expect(text.length).toBeLessThanOrEqual(CELL_MAX);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toMatch(/ … \[cut here: a cell holds no more\]$/u);
  });

  test('keeps what looks like an escape from being read as one', () => {
    expect(String(cell('A1', 'a_x000D_b', FORMATS.words))).toContain('a_x005F_x000D_b');
  });

  // The dates and their numbers are those of ECMA-376, 18.17.4.1 and 18.17.4.2.
  test.each([
    ['1970-01-01T00:00:00Z', 25_569],
    ['9999-12-31T00:00:00Z', 2_958_465],
    ['2025-08-01T12:00:00Z', 45_870.5],
  ])('has %s as %d', (moment, serial) => {
    expect(toSerial(new Date(moment))).toBe(serial);
  });

  test('stands in a column with a name of letters', () => {
    expect([0, 25, 26, 51, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
  });
});

describe('the workbook', () => {
  test('of any report is well-formed, without a formula and with nothing to fetch', async () => {
    await fc.assert(
      fc.asyncProperty(reportInput(), async (input) => {
        for (const [path, part] of await partsOf(buildReport(input))) {
          const tags = xmlTokens(part).flatMap((token) => (token.kind === 'text' ? [] : token));
          expect(
            tags.filter(({ name }) => name === 'f' || name === 'hyperlink'),
            path,
          ).toEqual([]);
          expect(tags.filter(({ attributes }) => 'TargetMode' in attributes)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('has a sheet each, with its header in sight and a filter over all its rows', async () => {
    const parts = new Map(await partsOf(buildReport(harbour())));
    const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="(\w+)"/gu)].map(([, name]) => name);
    expect(names).toEqual(['Claims', 'Sources', 'Links', 'Evidence', 'About']);
    for (const [path, part] of parts) {
      if (!path.startsWith('xl/worksheets/')) continue;
      const rows = part.match(/<row /gu)?.length ?? 0;
      expect(part).toContain('state="frozen"');
      expect(part).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows}"/>`, 'u'));
    }
  });

  test('has no sheet that is longer than sheets can be, and says of a list that is', () => {
    const columns = [{ name: 'claim', width: 7 }];
    function* rows() {
      for (let row = 0; row < ROWS_MAX + 5; row++) yield [1];
    }
    let [written, last] = [0, ''];
    for (const piece of sheetPieces({ name: 'Links', columns, count: ROWS_MAX + 5, rows: rows() }, false)) {
      written += 1;
      last = piece;
    }
    expect(written).toBe(ROWS_MAX + 2);
    expect(last).toContain('<autoFilter ref="A1:A1048576"/>');
    expect(cutWords({ name: 'Links', count: ROWS_MAX + 5 }, ENGLISH)).toBe(
      'The sheet Links holds 1,048,575 of 1,048,580 rows: a sheet holds no more. JSON and CSV hold them all.',
    );
    expect(cutWords({ name: 'Links', count: ROWS_MAX }, ENGLISH)).toBeNull();
    expect(workbookWarnings(buildReport(harbour()))).toEqual([]);
    expect([...aboutSheet(buildReport(harbour()), ['The sheet Links holds less.']).rows]).toContainEqual([
      'notice',
      'The sheet Links holds less.',
    ]);
  });

  test('holds a quote of a million letters', async () => {
    for (const [, part] of await partsOf(aModel(`Head\n[1:${'long '.repeat(200_000)}end:1]`))) xmlTokens(part);
  });
});
