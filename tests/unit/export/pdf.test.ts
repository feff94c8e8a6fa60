import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, aSource, harbour, SECRET } from '@/tests/factories/report';
import { exportedFile } from '@/tests/support/exported';
import { POPPLER, POPPLER_FOUND, runPoppler, wordsOf } from '@/tests/support/poppler';
import { rawPdf, unpackedText } from '@/tests/support/unpacked';

const HARBOUR = buildReport(harbour({ kind: 'working_copy' }));
const pdf = (model: ReportModel) => exportedFile('pdf', model);
const raw = async (model: ReportModel) => rawPdf(await pdf(model));

describe('a report as PDF', () => {
  test('is tagged, has a language and a title to show, bookmarks and only fonts of its own', async () => {
    const file = await raw(HARBOUR);
    expect(file).toMatch(/^%PDF-1\.7/u);
    for (const part of ['/Marked true', '/StructTreeRoot', '/Lang (en)', '/DisplayDocTitle true', '/Outlines'])
      expect(file).toContain(part);
    for (const type of ['H1', 'H2', 'H3', 'P', 'Table', 'TH', 'TD', 'Figure', 'Link', 'L', 'LBody'])
      expect(file).toContain(`/S /${type}\n`);
    expect(file).not.toMatch(/Helvetica|Times|Courier/u);
    expect(file.match(/\/Type \/FontDescriptor/gu)?.length).toBe(file.match(/\/FontFile2 /gu)?.length);
    expect(unpackedText(await pdf(HARBOUR))).toContain('The article, claim by claim');
  });

  test('leads from each claim in the text to its entry and back', async () => {
    const file = await raw(HARBOUR);
    const places = new Set([...file.matchAll(/\((claim-\d+|text-\d+(?:-\d+)?)\) \[/gu)].map(([, name]) => name));
    const targets = new Set([...file.matchAll(/\/Dest \(((?:claim|text)-[\d-]+)\)/gu)].map(([, name]) => name));
    for (const { number, spans } of HARBOUR.claims) {
      for (const part of spans.keys()) expect(targets).toContain(part === 0 ? `text-${number}` : `text-${number}-${part + 1}`);
      expect(targets).toContain(`claim-${number}`);
    }
    for (const target of targets) expect(places).toContain(target);
  });

  test('opens web addresses of evidence, as they are shown, and nothing else', async () => {
    const file = await raw(HARBOUR);
    expect([...file.matchAll(/\/URI \((.*?)\)/gu)].map(([, address]) => address)).toEqual(['https://example.org/minutes?a=1&b=2']);
    expect([...file.matchAll(/\/S \/(URI|GoTo|JavaScript|Launch|SubmitForm|GoToR|Named)\n/gu)].map(([, kind]) => kind)).toEqual(['URI']);
    expect(file).not.toContain('/OpenAction');
  });

  test('says what no font can show as its code point, and keeps the character for whoever copies it', async () => {
    const words = unpackedText(await pdf(aModel('A 🚢 and \u0001 [1:one:1]')));
    expect(words).toContain('🚢[U+1F6A2]');
    expect(words).toContain('[U+0001]');
  });

  test('is written whatever the article, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(reportInput({ claims: 5 }), async (input) => {
        const model = buildReport(input);
        const file = await pdf(model);
        expect(Buffer.from(file).equals(Buffer.from(await pdf(model)))).toBe(true);
        expect(unpackedText(file)).not.toContain(SECRET);
      }),
      { numRuns: 12 },
    );
  });
});

test('a report as PDF names the place of each of its objects', async () => {
  const bytes = await pdf(HARBOUR);
  const file = Buffer.from(bytes).toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(file)?.[1]);
  const [, size = '', stream = ''] = /^\d+ 0 obj\n.*?\/Size (\d+)\n.*?\nstream\n(.*)\nendstream/su.exec(file.slice(table)) ?? [];
  const rows = inflateSync(Buffer.from(stream, 'latin1'));
  expect(rows.length).toBe(Number(size) * 8);
  const row = [0, 0, 0, 0, 0, 0, 0];
  const packed = new Map<number, number>();
  for (let id = 0; id < Number(size); id++) {
    // Each row says what it adds to the one before it (PNG, filter 2).
    for (const at of row.keys()) row[at] = ((row[at] as number) + (rows[id * 8 + 1 + at] as number)) & 0xff;
    const place = Buffer.from(row).readUInt32BE(1);
    if (row[0] === 1) expect(file.slice(place).startsWith(`${id} 0 obj\n`)).toBe(true);
    if (row[0] === 2) packed.set(place, (packed.get(place) ?? 0) + 1);
  }
  expect(packed.size).toBeGreaterThan(0);
  for (const [id, count] of packed) expect(file).toMatch(new RegExp(`\n${id} 0 obj\n<<\n/Type /ObjStm\n/N ${count}\n`, 'u'));
});

describe.skipIf(!POPPLER_FOUND)(`a report as PDF, read by ${POPPLER}`, () => {
  test('is tagged', async () => {
    const info = runPoppler('pdfinfo', [], await pdf(HARBOUR));
    expect(info).toMatch(/Tagged:\s+yes/u);
    expect(info).toMatch(/Title:\s+Harbour reopens after strike – Working copy/u);
  });

  test('gives back Cyrillic, Greek and Arabic text in the order in which it is read', async () => {
    const marked = [
      'Заголовок статьи',
      '[1:Источники, близкие к Кремлю:1], утверждают: [2:Козак предложил прекратить войну:2].',
      'Η κυβέρνηση αρνήθηκε κάθε σχόλιο για το θέμα.',
      'قال الوزير في بيان إن [3:الأمر قد انتهى:3] ولا شك في ذلك.',
      'נמל חיפה (חדש) נפתח מחדש.',
    ].join('\n');
    const source = aSource(1, 'وزارة الخارجية', 'organization');
    const text = wordsOf(runPoppler('pdftotext', [], await pdf(aModel(marked, { 3: { sourceType: 'named_organization', source } }))));
    for (const words of ['Заголовок статьи', 'Источники, близкие к Кремлю', 'Козак предложил прекратить войну', 'αρνήθηκε κάθε σχόλιο']) {
      expect(text).toContain(words);
    }
    for (const words of ['الأمر قد انتهى', 'وزارة الخارجية', 'قال الوزير في بيان إن', 'נפתח מחדש', '(חדש)']) expect(text).toContain(words);
  });
});
