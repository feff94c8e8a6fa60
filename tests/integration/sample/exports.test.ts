import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { readReport } from '@/lib/export/data';
import { required } from '@/lib/kernel/assert';
import type { ReportModel } from '@/lib/report/model';
import { exportedFile, exportedText } from '@/tests/support/exported';
import { POPPLER, POPPLER_FOUND, runPoppler, wordsOf } from '@/tests/support/poppler';
import { createTestDatabase } from '../../factories/database';
import { createSampleDesk } from '../../factories/sample';

async function readSampleReport(): Promise<ReportModel> {
  const { db, remove } = await createTestDatabase();
  const { desk, articleId } = await createSampleDesk(db);
  const scope = { deskId: desk.deskId, articleId, sight: SEES_ALL, now: new Date('2025-08-12T14:03:00.000Z') };
  const model = required(await readReport(db, scope, { kind: 'working_copy', states: CLAIM_STATES }), 'the sample is there');
  await remove();
  return model;
}

// Read once: every test only writes it out.
let model: ReportModel;
beforeAll(async () => {
  model = await readSampleReport();
});

describe('the sample, exported', () => {
  it('passes the published JSON Schema as JSON', async () => {
    const schema = JSON.parse(readFileSync(new URL('../../../docs/schemas/hearsay-article-2.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false }).compile(schema);
    expect(validate(JSON.parse(await exportedText('json', model))), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe.skipIf(!POPPLER_FOUND)(`the sample as PDF, read by ${POPPLER}`, () => {
  it('is tagged and holds every claim’s words, in order', async () => {
    const pdf = await exportedFile('pdf', model);
    expect(runPoppler('pdfinfo', [], pdf)).toMatch(/Tagged:\s+yes/u);
    const text = wordsOf(runPoppler('pdftotext', [], pdf));
    let at = text.indexOf('In the order of the text.');
    expect(model.claims).toHaveLength(26);
    for (const { spans } of model.claims) {
      for (const { quote } of spans) {
        const next = text.indexOf(wordsOf(quote), at);
        expect(next, quote).toBeGreaterThan(at);
        at = next;
      }
    }
  });
});
