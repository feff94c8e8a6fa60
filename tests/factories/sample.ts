import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '@/lib/db/database';
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
