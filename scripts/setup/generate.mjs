import { Refusal } from './refusal.mjs';
import { lastWords, runNode } from './run.mjs';
import { clearStamp, hashOf, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'lib/db/generated/.stamp';

/** Generates the database client from the schema where it is missing or stale. */
export async function generate() {
  const wanted = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']);
  if (readStamp(STAMP) === wanted) return 'up to date';
  clearStamp(STAMP);
  const done = await runNode(['node_modules/prisma/build/index.js', 'generate'], {
    // Generating needs no schema engine; named as present, it is not downloaded. Nor is anything reported home.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  });
  if (done.code !== 0) throw new Refusal(`${lastWords(done)}\nThe database client could not be generated: see above.`);
  writeStamp(STAMP, wanted);
}
