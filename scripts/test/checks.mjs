import { runNode } from '../setup/run.mjs';

// A check counts as one test.

/** Format, lint and the order of imports. */
export async function runLint() {
  return check(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']);
}

/** Types, after the declarations that Next makes from the routes. */
export async function runTypes() {
  const made = await check(['node_modules/next/dist/bin/next', 'typegen']);
  return made.failed > 0 ? made : check(['node_modules/typescript/bin/tsc', '--noEmit']);
}

async function check(args) {
  const { code } = await runNode(args, { stdio: ['ignore', 2, 2], env: { NEXT_TELEMETRY_DISABLED: '1' } });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
