import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SOURCE_CLASS_FACTS, SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { type ClassCount, compositionPicture, compositionSummary, LETTER_SIZE, toClassCounts } from '@/lib/export/composition-picture';
import { toSteps } from '@/lib/export/outline';
import { ENGLISH } from '@/lib/frame/en/english';
import { buildReport } from '@/lib/report/model';
import { pseudoFrame } from '@/tests/factories/frames';
import { aModel, harbour } from '@/tests/factories/report';
import { exportedFile, exportedText } from '@/tests/support/exported';
import { rawPdf } from '@/tests/support/unpacked';

const countsOf = (...claims: readonly number[]): readonly ClassCount[] =>
  SOURCE_CLASSES.map((sourceClass, at) => ({ sourceClass, claims: claims[at] ?? 0 }));

const counts = fc
  .array(fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(60), fc.nat(100_000)), { minLength: 6, maxLength: 6 })
  .map((claims) => countsOf(...claims));
const size = fc.record({ width: fc.integer({ min: 160, max: 1000 }), direction: fc.constantFrom('ltr' as const, 'rtl' as const) });

describe('the composition bar', () => {
  test('has a part for each class that occurs, side by side from end to end, each with room for its letter and its line inside', () => {
    fc.assert(
      fc.property(counts, size, (all, look) => {
        const { width, height, parts } = compositionPicture(all, look);
        expect(parts.map(({ sourceClass }) => sourceClass)).toEqual(
          all.filter(({ claims }) => claims > 0).map(({ sourceClass }) => sourceClass),
        );
        const fromLeft = look.direction === 'rtl' ? parts.toReversed() : parts;
        let x = 0;
        for (const part of fromLeft) {
          expect(Math.abs(part.x - x)).toBeLessThan(0.11);
          expect(part.width).toBeGreaterThan(LETTER_SIZE);
          expect(part.letter).toMatchObject({ text: SOURCE_CLASS_FACTS[part.sourceClass].letter });
          expect(Math.abs(part.letter.x - part.x - part.width / 2)).toBeLessThan(0.06);
          for (const [px, py] of toSteps(part.line).flatMap(({ points }) => points)) {
            expect(px).toBeGreaterThanOrEqual(part.x - 0.1);
            expect(px).toBeLessThanOrEqual(part.x + part.width + 0.1);
            expect(py).toBeGreaterThan(part.letter.y);
            expect(py).toBeLessThanOrEqual(height);
          }
          x = part.x + part.width + 2;
        }
        if (parts.length > 0) expect(x - 2).toBeCloseTo(width, 1);
      }),
    );
  });

  test('is divided by count; only what would have no room for its letter is wider', () => {
    const widths = (...claims: readonly number[]) =>
      compositionPicture(countsOf(...claims), { width: 316, direction: 'ltr' }).parts.map((part) => part.width);
    expect(widths(1, 0, 0, 2, 0, 1)).toEqual([78, 156, 78]);
    const [least, middle, most] = widths(1, 0, 0, 100, 0, 300) as [number, number, number];
    expect(least).toBe(16);
    expect(most / middle).toBeCloseTo(3, 2);
    expect(widths(1, 1, 1, 10_000, 1, 1)).toEqual([16, 16, 16, 226, 16, 16]);
    expect(widths(0, 0, 0, 7)).toEqual([316]);
    expect(widths()).toEqual([]);
  });

  test('has another line for each class, and begins where words begin', () => {
    const look = { width: 310, direction: 'ltr' } as const;
    const { parts } = compositionPicture(countsOf(1, 1, 1, 1, 1, 1), look);
    const lines = parts.map(({ line, x }) =>
      toSteps(line)
        .map(({ kind, points }) => `${kind} ${points.map((point) => `${Math.round(point[0] - x)} ${point[1]}`)}`)
        .join(),
    );
    expect(new Set(lines).size).toBe(6);
    const turned = compositionPicture(countsOf(3, 0, 0, 0, 0, 1), { ...look, direction: 'rtl' });
    expect(turned.parts.map(({ sourceClass, x }) => [sourceClass, x])).toEqual([
      ['record', 79],
      ['none', 0],
    ]);
  });

  test('is told in words: how many claims there are, how many of each class, and which share that is', () => {
    expect(compositionSummary(countsOf(1, 0, 0, 300), ENGLISH)).toBe(
      '301 claims by class of source. On the record: 1 claim, <1%; Anonymous: 300 claims, 100%.',
    );
  });

  const model = buildReport(harbour({ kind: 'working_copy' }));

  test.each(['html', 'docx', 'pdf'] as const)('stands in %s with what it shows in words', async (format) => {
    const alt = compositionSummary(toClassCounts(model.sourcing.label.classes), ENGLISH);
    expect(alt).toBe(
      '9 claims by class of source. On the record: 2 claims, 22%; News relay: 1 claim, 11%; Document: 1 claim, 11%; Anonymous: 3 claims, 33%; No source: 2 claims, 22%.',
    );
    const text = format === 'pdf' ? rawPdf(await exportedFile(format, model)) : await exportedText(format, model);
    if (format === 'html') expect(text).toContain(`role="img" aria-label="${alt}"`);
    else if (format === 'docx') expect(text).toContain(`descr="${alt}"`);
    else expect(text).toContain(`/Alt (${alt})`);
  });

  test('is in no file without a claim', async () => {
    const empty = aModel('Head\nNobody says anything.');
    expect(await exportedText('html', empty)).not.toContain('class="stack"');
    expect(await exportedText('docx', empty)).not.toContain('<w:drawing>');
  });

  test('begins on the right of a file from right to left', async () => {
    const { parts } = compositionPicture(toClassCounts(model.sourcing.label.classes), { width: 316, direction: 'rtl' });
    const html = await exportedText('html', buildReport({ ...model, frame: pseudoFrame('hebrew') }));
    for (const { letter } of parts) expect(html).toContain(`<text x="${letter.x}" y="${letter.y}">${letter.text}</text>`);
  });
});
