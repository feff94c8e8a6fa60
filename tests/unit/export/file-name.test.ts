import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDisposition, exportFileName, toFileName } from '@/lib/export/file-name';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS, isExportFormat } from '@/lib/export/formats';
import { buildReport } from '@/lib/report/model';
import { hostileText } from '@/tests/factories/arbitrary-report';
import { harbour } from '@/tests/factories/report';

describe('toFileName', () => {
  test.each([
    ['Harbour reopens after strike', 'Harbour reopens after strike.csv'],
    ['Порт открыт 港口重开 نمل 🚢', 'Порт открыт 港口重开 نمل 🚢.csv'],
    ['Cafe\u0301', 'Café.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.csv'],
    ['tab\tnul\u0000esc\u001b', 'tab nul esc.csv'],
    ['gpj.\u202eexe', 'gpj. exe.csv'],
    ['.hidden', 'hidden.csv'],
    ['--help', 'help.csv'],
    ['dots...', 'dots.csv'],
    ['CON', '_CON.csv'],
    ['com1.report', '_com1.report.csv'],
    ['Console', 'Console.csv'],
    ['', 'article.csv'],
    ['///', 'article.csv'],
    ['می\u200cخواهم', 'می\u200cخواهم.csv'],
  ])('makes %j into %j', (title, name) => {
    expect(toFileName(title, 'csv')).toBe(name);
  });

  test('cuts a long title between characters, not inside one', () => {
    const name = toFileName('👩🏽‍🚒'.repeat(100), 'html');
    expect(name).toBe(`${'👩🏽‍🚒'.repeat(12)}.html`);
    expect(new TextEncoder().encode(name).length).toBeLessThan(200);
  });

  test('gives a name any system can keep, whatever the title', () => {
    fc.assert(
      fc.property(hostileText(60), (title) => {
        const name = toFileName(title, 'json');
        expect(name).toMatch(/^[^.\s-].*\.json$/u);
        expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}/\\:*?"<>|]/u);
        expect(new TextEncoder().encode(name).length).toBeLessThan(200);
        expect(name.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('exportFileName', () => {
  test('says that a working copy is one', () => {
    expect(exportFileName('md', buildReport(harbour()))).toBe('Harbour reopens after strike.md');
    const copy = buildReport(harbour({ kind: 'working_copy' }));
    expect(exportFileName('md', copy)).toBe('Harbour reopens after strike (working copy).md');
    expect(exportFileName('docx-checked', copy)).toBe('Harbour reopens after strike (checked copy, working copy).docx');
    expect(exportFileName('claimreview', copy)).toBe('Harbour reopens after strike (working copy).claimreview.json');
  });

  test('is of the format’s extension for each format', () => {
    for (const format of EXPORT_FORMATS)
      expect(exportFileName(format, buildReport(harbour()))).toMatch(new RegExp(`\\.${EXPORT_FORMAT_FACTS[format].extension}$`, 'u'));
  });
});

describe('contentDisposition', () => {
  // The second is the example of RFC 8187, section 3.2.2, as a file name.
  test.each([
    ['plan.html', `attachment; filename="plan.html"; filename*=UTF-8''plan.html`],
    ['£ and € rates', `attachment; filename="_ and _ rates"; filename*=UTF-8''%C2%A3%20and%20%E2%82%AC%20rates`],
    ["it's (1)*.csv", `attachment; filename="it's (1)*.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`],
    ['Café 50%.csv', `attachment; filename="Cafe 50_.csv"; filename*=UTF-8''Caf%C3%A9%2050%25.csv`],
    ['港口.md', `attachment; filename="_.md"; filename*=UTF-8''%E6%B8%AF%E5%8F%A3.md`],
  ])('writes %j', (name, header) => {
    expect(contentDisposition(name)).toBe(header);
  });

  test('is one line of printable ASCII that cannot leave its quotes, whatever the title', () => {
    fc.assert(
      fc.property(hostileText(60), (title) => {
        const header = contentDisposition(toFileName(title, 'csv'));
        expect(header).toMatch(/^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/u);
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(toFileName(title, 'csv'));
      }),
    );
  });
});

describe('the formats', () => {
  test('are a closed list', () => {
    expect(EXPORT_FORMATS).toEqual(['html', 'pdf', 'docx', 'docx-checked', 'xlsx', 'jsonld', 'claimreview', 'csv', 'md', 'json', 'zip']);
    expect(isExportFormat('csv')).toBe(true);
    for (const name of ['rtf', '', 'CSV', 'toString', '__proto__']) expect(isExportFormat(name)).toBe(false);
  });

  test('never give two files of one article the same name', () => {
    const model = buildReport(harbour());
    expect(new Set(EXPORT_FORMATS.map((format) => exportFileName(format, model))).size).toBe(EXPORT_FORMATS.length);
  });
});
