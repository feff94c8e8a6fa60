import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, isInParts } from '@/lib/export/formats';
import { notAReport } from '@/lib/export/report-words';
import { WHOLE } from '@/lib/report/choices';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { hasPart, hasSection, REPORT_PARTS, type ReportPart, SECTION_IDS } from '@/lib/report/parts';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { harbour } from '@/tests/factories/report';
import { exportedFile, toHtml, toMarkdown } from '@/tests/support/exported';
import { unpackedText } from '@/tests/support/unpacked';

const of = (parts: readonly ReportPart[]): ReportModel =>
  buildReport({ ...harbour({ kind: 'working_copy' }), choices: { ...WHOLE, parts } });

/** What a reader of each format sees above a part of its own. */
const HEADINGS: Readonly<Record<ReportPart, string>> = {
  label: 'Sourcing facts',
  text: 'The article, claim by claim',
  checked: 'Checked copy',
  provenance: 'Where it comes from',
  sources: 'Who speaks',
  conflicts: 'What does not fit',
  unattributed: 'Unattributed statements',
  numbers: 'Numbers',
  claims: 'Every claim',
  method: 'How to read this',
};

/** Every place that a link of the file leads to, and every place there is. */
const htmlTargets = (html: string) => ({
  asked: [...html.matchAll(/(?:href="#|aria-details=")([\w-]+)"/gu)].map(([, id]) => id),
  held: new Set([...html.matchAll(/ id="([\w-]+)"/gu)].map(([, id]) => id)),
});
const wordTargets = (xml: string) => ({
  asked: [...xml.matchAll(/w:anchor="(\w+)"/gu)].map(([, id]) => id),
  held: new Set([...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(\w+)"/gu)].map(([, id]) => id)),
});
const pdfTargets = (pdf: string) => ({
  asked: [...pdf.matchAll(/\/Dest \(([^)]*)\)/gu)].map(([, id]) => id),
  held: new Set([...pdf.matchAll(/\(([\w-]+)\) \[\d+ 0 R \/XYZ/gu)].map(([, id]) => id)),
});
const dead = ({ asked, held }: ReturnType<typeof htmlTargets>) => asked.filter((id) => !held.has(id));

describe('a part that is left out', () => {
  it.each(REPORT_PARTS)('leaves neither its heading nor a link to it: %s', async (part) => {
    const model = of(REPORT_PARTS.filter((other) => other !== part));
    const html = toHtml(model);
    const [word, pdf] = [unpackedText(await exportedFile('docx', model)), unpackedText(await exportedFile('pdf', model))];
    expect(dead(htmlTargets(html))).toEqual([]);
    expect(dead(wordTargets(word))).toEqual([]);
    expect(pdfTargets(pdf).held.size).toBeGreaterThan(0);
    expect(dead(pdfTargets(pdf))).toEqual([]);
    for (const [text, end] of [
      [html, '</h2>'],
      [word, '</w:t></w:r></w:p>'],
    ] as const)
      expect(text).not.toContain(`${HEADINGS[part]}${end}`);
    expect(toMarkdown(model)).not.toContain(`## ${HEADINGS[part]}`);
  });

  it('would be there otherwise, with its links', async () => {
    const model = of(REPORT_PARTS);
    const html = toHtml(model);
    for (const part of REPORT_PARTS) expect(html).toContain(`${HEADINGS[part]}</h2>`);
    const [word, pdf] = [unpackedText(await exportedFile('docx', model)), unpackedText(await exportedFile('pdf', model))];
    for (const found of [htmlTargets(html), wordTargets(word), pdfTargets(pdf)]) {
      expect(found.asked.length).toBeGreaterThan(10);
      expect(dead(found)).toEqual([]);
    }
  });

  it('is named among the limits, which with the notice of a working copy are never left out', () => {
    const model = of(['label']);
    const { head } = notAReport(model);
    for (const text of [toHtml(model), toMarkdown(model)]) {
      expect(text).toContain('Left out of this file: The article, claim by claim; Checked copy; Where it comes from');
      expect(text).toContain(head);
      expect(text).toContain('Limits');
    }
    expect(toHtml(of(REPORT_PARTS))).not.toContain('Left out of this file');
  });

  it('is held all the same by tables and data', async () => {
    for (const format of EXPORT_FORMATS.filter((name) => !isInParts(name))) {
      expect(await exportedFile(format, of(['method']))).toEqual(await exportedFile(format, of(REPORT_PARTS)));
    }
  });
});

it('takes words that look like links of ours for words', () => {
  fc.assert(
    fc.property(reportInput({ claims: 3 }), fc.subarray([...REPORT_PARTS], { minLength: 1 }), (input, parts) => {
      const words = 'see href="#claim-1" aria-label="x" and [A 1](#claim-1)';
      const claims = input.claims.map((claim) => ({ ...claim, note: words }));
      const model = buildReport({ ...input, claims, choices: { ...WHOLE, parts } });
      const shown = parts.includes('claims') ? model.claims.length : 0;
      expect(toHtml(model).split('see href=&quot;#claim-1&quot; aria-label=&quot;x&quot;').length - 1).toBeGreaterThanOrEqual(shown);
      expect(toMarkdown(model).split('and \\[A 1\\](\\#claim-1)').length - 1).toBe(shown);
    }),
    { numRuns: 40 },
  );
});

it('leaves limits and sign-off in, whatever is left out, and every other section with its part', () => {
  for (const part of REPORT_PARTS) {
    const [only, but] = [of([part]), of(REPORT_PARTS.filter((other) => other !== part))];
    expect(hasPart(only, part) && !hasPart(but, part)).toBe(true);
    expect(SECTION_IDS.filter((id) => hasSection(only, id) === hasSection(but, id))).toEqual(['limits']);
  }
});
