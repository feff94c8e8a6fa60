import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_COLUMNS } from '@/lib/export/claim-columns';
import { exportFileName } from '@/lib/export/file-name';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { createTestDatabase } from '@/tests/factories/database';
import { HOSTILE, hostileInput } from '@/tests/factories/hostile';
import { aModel } from '@/tests/factories/report';
import { readSampleModel } from '@/tests/factories/sample';
import { exportedFile } from '@/tests/support/exported';
import { POPPLER, POPPLER_FOUND, runPoppler, wordsOf } from '@/tests/support/poppler';
import { askPython, NO_PYTHON } from '@/tests/support/python';

// The sample and hostile articles, in files that something opens which is not ours. What LibreOffice makes of them is in
// office.test.ts; browsers open the page in tests/e2e/hostile.spec.ts; the W3C's schemas and the validator are asked in
// tests/unit/export/jsonld.test.ts, the types of schema.org in claim-review.test.ts.

const hostile = () => buildReport(hostileInput(Object.values(HOSTILE).join(' ')));
let sample: ReportModel;

beforeAll(async () => {
  const { db, remove } = await createTestDatabase();
  sample = await readSampleModel(db).finally(remove);
});

describe.skipIf(!POPPLER_FOUND)(`a PDF read by ${POPPLER}`, () => {
  test('of the sample is tagged and has every claim in order', async () => {
    const pdf = await exportedFile('pdf', sample);
    const info = runPoppler('pdfinfo', [], pdf);
    expect(info).toMatch(/Tagged:\s+yes/u);
    expect(info).toMatch(/JavaScript:\s+no/u);
    expect(
      runPoppler('pdfinfo', ['-url'], pdf)
        .split('\n')
        .slice(1)
        .filter((line) => /\S/u.test(line) && !/https?:\/\//u.test(line)),
    ).toEqual([]);
    const text = wordsOf(runPoppler('pdftotext', ['-raw'], pdf));
    let at = text.indexOf('Every claim');
    expect(sample.claims).toHaveLength(26);
    for (const { number, spans } of sample.claims) {
      for (const { quote } of spans) {
        const found = text.indexOf(wordsOf(quote).slice(0, 40), at);
        expect(found, `C${number}: ${quote}`).toBeGreaterThan(at);
        at = found;
      }
    }
  });

  test.each([...Object.entries(HOSTILE), ['all of them', Object.values(HOSTILE).join(' ')] as const])(
    'of %s opens and does nothing',
    async (_, words) => {
      const pdf = await exportedFile('pdf', buildReport(hostileInput(words)));
      const info = runPoppler('pdfinfo', [], pdf);
      expect(info).toMatch(/Tagged:\s+yes/u);
      expect(info).toMatch(/JavaScript:\s+no/u);
      // Marks piled up on a line above are read among its letters.
      expect(runPoppler('pdftotext', [], pdf).replace(/\p{M}/gu, '')).toContain('told us');
    },
  );

  test('holds a quote of a megabyte', { timeout: 120_000 }, async () => {
    const pdf = await exportedFile('pdf', aModel(`Head\n[1:${'x'.repeat(500_000)} ${'word '.repeat(100_000)}end:1] and more`));
    expect(runPoppler('pdfinfo', [], pdf)).toMatch(/Pages:\s+\d{3}/u);
    expect(wordsOf(runPoppler('pdftotext', [], pdf))).toContain('word word end');
  });
});

const READ_CSV = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    print(json.dumps(list(csv.reader(file, strict=True))))`;

const READ_PARTS = `
import io, json, sys, zipfile
from xml.dom import minidom
found = {}
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    for name in archive.namelist():
        root = minidom.parse(io.BytesIO(archive.read(name))).documentElement
        names = {element.tagName for element in root.getElementsByTagName('*')}
        found[name] = sorted(names & {'f', 'hyperlink', 'w:instrText', 'w:fldChar', 'w:object', 'w:altChunk'})
print(json.dumps(found))`;

const READ_ARCHIVE = `
import hashlib, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    print(json.dumps({info.filename: hashlib.sha256(archive.read(info)).hexdigest() for info in archive.infolist()}))`;

describe.skipIf(NO_PYTHON !== null)(`what Python’s own library reads${NO_PYTHON === null ? '' : ` (skipped: ${NO_PYTHON})`}`, () => {
  const MODELS = [['the sample', () => sample] as const, ['a hostile article', hostile] as const];

  test.each(MODELS)('in the CSV of %s: every field of every claim, as formats.md undoes it', async (_, modelOf) => {
    const model = modelOf();
    const [head, ...rows] = askPython<string[][]>(READ_CSV, await exportedFile('csv', model));
    expect(head).toEqual(CLAIM_COLUMNS.map(({ name }) => name));
    const told = model.claims.map((claim) =>
      CLAIM_COLUMNS.map(({ value }) => {
        const field = value(claim, model);
        return field instanceof Date ? field.toISOString() : String(field).toWellFormed();
      }),
    );
    expect(rows.map((row) => row.map(restore))).toEqual(told);
  });

  test.each(MODELS)('in the office files of %s: parts that are XML, with no formula and no field of others', async (_, modelOf) => {
    for (const format of ['docx', 'docx-checked', 'xlsx'] as const) {
      const parts = askPython<Record<string, string[]>>(READ_PARTS, await exportedFile(format, modelOf()));
      expect(Object.keys(parts).length, format).toBeGreaterThan(5);
      expect(Object.values(parts).flat(), format).toEqual([]);
    }
  });

  test.each(MODELS)('in the archive of %s: every format, whole', async (_, modelOf) => {
    const zip = await exportedFile('zip', modelOf());
    const hashes = askPython<Record<string, string>>(READ_ARCHIVE, zip);
    const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
    expect(hashes).toEqual(Object.fromEntries(files));
    for (const format of EXPORT_FORMATS) if (format !== 'zip') expect(hashes).toHaveProperty([exportFileName(format, modelOf())]);
  });
});

/** What docs/formats.md tells a script to do with a text field. */
function restore(field: string): string {
  const first = /^'+[=+\-@\t\r\n＝＋－＠]/u.test(field) ? field.slice(1) : field;
  return first.replace(/([;\t\r\n][ "]*)'('*[=+\-@＝＋－＠])/gu, '$1$2');
}

const NO_UNZIP = spawnSync('unzip', ['-v']).status === 0 ? null : 'unzip is not installed';

test.skipIf(NO_UNZIP !== null)(
  `unzip finds no fault in the archive of a hostile article${NO_UNZIP === null ? '' : ` (skipped: ${NO_UNZIP})`}`,
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hearsay-zip-'));
    try {
      writeFileSync(path.join(folder, 'a.zip'), await exportedFile('zip', hostile()));
      expect(spawnSync('unzip', ['-t', path.join(folder, 'a.zip')], { encoding: 'utf8' }).stdout).toContain('No errors detected');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
