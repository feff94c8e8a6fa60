import { existsSync } from 'node:fs';
import { Refusal } from './refusal.mjs';
import { fromRoot } from './root.mjs';
import { lastWords, runNode } from './run.mjs';
import { clearStamp, hashOf, readStamp, writeStamp } from './stamp.mjs';

const STAMP = '.next/hearsay-build';

/** Everything a build is made from. The generated client follows from the schema, the command line is not built. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
];
const SETTINGS = ['tsconfig.json', 'package-lock.json'];

/** Builds the application where the build is missing or stale. */
export async function build() {
  const wanted = hashOf([...SOURCES, ...SETTINGS], { without: ['lib/db/generated', 'lib/cli'], words: [process.versions.modules] });
  if (readStamp(STAMP) === wanted && existsSync(fromRoot('.next/BUILD_ID'))) return 'up to date';
  clearStamp(STAMP);
  const done = await runNode(['node_modules/next/dist/bin/next', 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (done.code !== 0) throw new Refusal(`${lastWords(done, 60)}\nThe application could not be built: see above.`);
  writeStamp(STAMP, wanted);
}
