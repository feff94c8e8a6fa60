import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/export/formats';
import { parseArticleJson } from '@/lib/export/json';
import { buildReport } from '@/lib/report/model';
import { harbour } from '@/tests/factories/report';
import { exportedText, toArticleJson } from '@/tests/support/exported';

/** The harbour report with every claim graded `credibility`: no claim of it has two attested origins. */
function graded(credibility: 1 | 2) {
  const input = harbour({ kind: 'working_copy' });
  return buildReport({ ...input, claims: input.claims.map((claim) => ({ ...claim, finding: { ...claim.finding, credibility } })) });
}

const DOUBT = /Grade 1 is not supported by what stands here, because (?:no|only one) attested origin stands behind it/u;

/** The checked copy says what should be corrected, a ClaimReview what came of checking; neither has the grade. A page's letters are drawn, and an archive holds the others. */
const SILENT: readonly ExportFormat[] = ['docx-checked', 'claimreview', 'pdf', 'zip'];
const TELLING = EXPORT_FORMATS.filter((format) => !SILENT.includes(format));

describe('a credibility of 1 that the claims of an export do not bear out', () => {
  test.each(TELLING)('is said to be so in %s, and no other grade is', async (format) => {
    expect(await exportedText(format, graded(1))).toMatch(DOUBT);
    expect(await exportedText(format, graded(2))).not.toMatch(/not supported/u);
  });

  test('is told of every claim that counts, and computed again when the file is read', () => {
    const model = graded(1);
    for (const { state, sourcing } of model.claims) expect(sourcing.gradeDoubt === null).toBe(state === 'rejected');
    const read = parseArticleJson(toArticleJson(model));
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.claims.map(({ sourcing }) => sourcing.gradeDoubt)).toEqual(model.claims.map(({ sourcing }) => sourcing.gradeDoubt));
  });
});
