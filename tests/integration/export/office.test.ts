import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_COLUMNS, type Field } from '@/lib/export/claim-columns';
import { evidenceLine } from '@/lib/export/sourcing-words';
import { ENGLISH } from '@/lib/frame/en/english';
import { buildReport, type ReportClaim, type ReportModel } from '@/lib/report/model';
import { HOSTILE, hostileInput } from '@/tests/factories/hostile';
import { HARBOUR_GROUPS, harbour } from '@/tests/factories/report';
import { readSampleModel } from '@/tests/factories/sample';
import { exportedFile } from '@/tests/support/exported';
import { readFlatOdt, squeeze } from '@/tests/support/flat-odt';
import { convert, NO_OFFICE } from '@/tests/support/office';
import { useDatabase } from '../use-database';

/** The harbour working copy with corrections of approved claims, and words that a spreadsheet could take for something else. */
function hostileModel(): ReportModel {
  const input = harbour({ kind: 'working_copy', groups: HARBOUR_GROUPS });
  const corrected: Readonly<Record<number, string>> = {
    1: 'Harbour open again',
    3: 'after 9 days',
    5: 'never tracked: it overlaps, or C4 does',
  };
  const claims = input.claims.map((claim): Claim => {
    const correction = corrected[claim.number];
    const note = claim.number === 2 ? '=1+1\n_x0041_ stays;\t"so"' : claim.note;
    return { ...claim, note, finding: correction === undefined ? claim.finding : { ...claim.finding, correction } };
  });
  return buildReport({ ...input, claims });
}

/** The same with one to three pieces of evidence for each claim, of which no two are alike. */
function withEvidence(model: ReportModel): ReportModel {
  const [piece] = model.claims.flatMap(({ evidence }) => evidence);
  if (piece === undefined) throw new Error('The sample has no evidence.');
  const claims = model.claims.map((claim) => ({
    ...claim,
    evidence: Array.from({ length: 1 + (claim.number % 3) }, (_, at) => ({ ...piece, title: `Document ${at} on claim ${claim.number}` })),
  }));
  return { ...model, claims };
}

/** What the footnote of a claim says. */
function toNote({ number, evidence }: ReportClaim): string {
  return squeeze(`C${number}. ${evidence.map((piece) => evidenceLine(piece, ENGLISH)).join(' ')}`);
}

function told(field: Field): string {
  return field instanceof Date ? field.toISOString().slice(0, 19).replace('T', ' ') : String(field);
}

/** UTF-8, comma, quotes; cells as they are shown, every sheet in a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

describe.skipIf(NO_OFFICE !== null)(`what LibreOffice reads${NO_OFFICE === null ? '' : ` (skipped: ${NO_OFFICE})`}`, () => {
  test('in the Word files: comments on the words of each claim, evidence in footnotes, headings, corrections as changes', async () => {
    const [sample, hostile] = [withEvidence(await readSampleModel((await useDatabase()).db)), hostileModel()];
    const read = await convert(
      {
        'sample.docx': await exportedFile('docx', sample),
        'hostile.docx': await exportedFile('docx', hostile),
        'checked.docx': await exportedFile('docx-checked', hostile),
      },
      'fodt',
    );
    expect(sample.claims).toHaveLength(26);
    for (const [name, model] of [['sample', sample] as const, ['hostile', hostile] as const]) {
      const { annotations, footnotes, headings } = readFlatOdt(read[`${name}.fodt`] ?? '');
      for (const claim of model.claims) {
        const own = annotations.filter(({ comment }) => new RegExp(`^. ${claim.number}(?:\\.|, part)`, 'u').test(comment));
        expect(
          own.map(({ text }) => text),
          `C${claim.number}`,
        ).toEqual(claim.spans.map(({ quote }) => squeeze(quote)));
        expect(own[0]?.author).toBe(claim.createdBy.name);
        expect(own[0]?.comment).toContain(claim.sourcing.strength.sentence);
        expect(headings.some((heading) => new RegExp(`^. ${claim.number} `, 'u').test(heading))).toBe(true);
      }
      const noted = model.claims.filter(({ evidence }) => evidence.length > 0);
      expect(noted).toHaveLength({ sample: 26, hostile: 1 }[name]);
      expect(footnotes.map(({ note }) => note).toSorted()).toEqual(noted.map(toNote).toSorted());
      for (const claim of noted) {
        const before = footnotes.find(({ note }) => note === toNote(claim))?.before ?? '';
        const end = squeeze(claim.spans.at(-1)?.quote ?? '');
        expect(before.slice(-end.length), `C${claim.number}`).toBe(end);
      }
    }

    const checked = readFlatOdt(read['checked.fodt'] ?? '');
    expect(checked.deleted).toEqual(['Harbour reopens after strike', 'nine', 'had given in, and that talks']);
    expect(checked.inserted).toEqual(['Harbour open again', '9', 'never tracked: it overlaps, or C4 does']);
    expect(checked.annotations.map(({ comment }) => comment.split('.')[0])).toEqual([
      'C1',
      'C3',
      'C5',
      'C7, part 1 of 2',
      'C7, part 2 of 2',
    ]);
  });

  test('in the workbook: every cell as it was, text that looks like a formula among it', async () => {
    const model = hostileModel();
    const read = await convert({ 'book.xlsx': await exportedFile('xlsx', model) }, CSV);
    const rowsOf = (sheet: string): readonly (readonly string[])[] => parse(read[`book-${sheet}.csv`] ?? '');
    const [head, ...rows] = rowsOf('Claims');
    expect(head).toEqual(CLAIM_COLUMNS.map(({ name }) => name));
    expect(rows).toEqual(model.claims.map((claim) => CLAIM_COLUMNS.map(({ value }) => told(value(claim, model)))));
    expect(rows.flat()).toContain('=HYPERLINK("https://example.org")');

    const links = rowsOf('Links').slice(1);
    expect(links.map(([claim, id, position]) => [claim, id, position])).toEqual(
      model.claims.flatMap(({ number, id, chain }) => chain.map((_, at) => [String(number), id, String(at + 1)])),
    );
    const sources = new Set(rowsOf('Sources').map(([id]) => id));
    expect(links.every((row) => row[6] === '' || sources.has(row[6]))).toBe(true);
    const evidence = rowsOf('Evidence').slice(1);
    expect(evidence.map((row) => row[5])).toEqual(model.claims.flatMap((claim) => claim.evidence.map(({ title }) => title)));
    expect(evidence[0]?.[9]).toBe('2025-08-02');
    expect(rowsOf('About').map((row) => row[1])).toContain('=Ports & <b>strikes</b>');
  });

  test('of a hostile article, in every field: comments on its words, no formula, nothing that is not text', async () => {
    // No dictionary of a reader is put to a word of thousands of letters in vain.
    const { 'a very long word': _, ...texts } = HOSTILE;
    const model = buildReport(hostileInput(Object.values(texts).join(' ')));
    const files = { 'h.docx': await exportedFile('docx', model), 'c.docx': await exportedFile('docx-checked', model) };
    const read = await convert(files, 'fodt');
    const { annotations } = readFlatOdt(read['h.fodt'] ?? '');
    expect(annotations.map(({ comment }) => comment.slice(0, 3))).toHaveLength(
      model.claims.reduce((sum, { spans }) => sum + spans.length, 0),
    );
    expect(annotations.some(({ text }) => text === 'again')).toBe(true);
    for (const document of Object.values(read))
      expect(document).not.toMatch(/<(?:text:script|script:event-listener|draw:object|form:button|text:a [^>]*xlink:href="(?!#))/u);
    const flat = await convert({ 'h.xlsx': await exportedFile('xlsx', model) }, 'fods');
    expect(flat['h.fods']).toContain('table:table-cell');
    expect(flat['h.fods']).not.toMatch(/table:formula|office:value-type="error"/u);
  });
});
