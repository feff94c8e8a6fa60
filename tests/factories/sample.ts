import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SEES_ALL } from '@/lib/assignments/sight';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import type { Database } from '@/lib/db/database';
import { readReport } from '@/lib/export/data';
import type { ReportModel } from '@/lib/report/model';
import { loadSample } from '@/lib/sample/mutations';
import { valueOf } from './claims';
import { createTestDesk } from './people';

const FOLDER = fileURLToPath(new URL('../../prisma/sample/', import.meta.url));

/** The sample as the first start reads it. */
export function readSample() {
  return {
    text: readFileSync(`${FOLDER}article.txt`),
    annotation: JSON.parse(readFileSync(`${FOLDER}annotation.json`, 'utf8')) as unknown,
  };
}

/** A desk with the sample article and its worked claims, written as the first start does. */
export async function createSampleDesk(db: Database) {
  const desk = await createTestDesk(db, 'Sample');
  const { articleId } = valueOf(await loadSample(db, desk, readSample()));
  return { desk, articleId };
}

/** The working copy of the sample's 26 claims, in whatever state, made at a fixed time. */
export async function readSampleModel(db: Database): Promise<ReportModel> {
  const { desk, articleId } = await createSampleDesk(db);
  const scope = { deskId: desk.deskId, articleId, sight: SEES_ALL, now: new Date('2025-08-12T14:03:00Z') };
  const model = await readReport(db, scope, { kind: 'working_copy', states: CLAIM_STATES });
  if (model === null) throw new Error('The sample is not there.');
  return model;
}
