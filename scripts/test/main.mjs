import { rmSync } from 'node:fs';
import { generate } from '../setup/generate.mjs';
import { install } from '../setup/install.mjs';
import { orRefuse } from '../setup/refusal.mjs';
import { fromRoot, ROOT } from '../setup/root.mjs';
import { step } from '../setup/step.mjs';
import { runLint, runTypes } from './checks.mjs';
import { runEndToEnd } from './end-to-end.mjs';
import { runVitest } from './vitest.mjs';

const SUITES = {
  lint: runLint,
  types: runTypes,
  unit: runVitest,
  integration: runVitest,
  architecture: runVitest,
  e2e: runEndToEnd,
};

/** Suites by the names they can be asked for; `check` is what is worth running after every change. */
const GROUPS = { check: ['lint', 'types', 'unit', 'architecture'] };

/**
 * npm test [-- suite... [filter...]]: installs what is missing, runs the suites named (all without one)
 * and ends with one line `N passed, N failed`. A suite that ran no test has failed. What is no suite's
 * name is handed on, such as a test file.
 */
export function test(args) {
  return orRefuse(async () => {
    process.chdir(ROOT);
    forgetEnvironment();
    await step('Dependencies', install);
    await step('Database client', generate);
    rmSync(fromRoot('test-results'), { recursive: true, force: true });

    const asked = args.flatMap((arg) => GROUPS[arg] ?? (arg in SUITES ? [arg] : []));
    const filters = args.filter((arg) => !(arg in GROUPS) && !(arg in SUITES));
    const total = { passed: 0, failed: 0 };
    for (const name of asked.length > 0 ? asked : Object.keys(SUITES)) {
      process.stderr.write(`\n== ${name}\n`);
      const { passed, failed } = await SUITES[name]({ name, filters });
      const none = passed + failed === 0;
      if (none) process.stderr.write(`The suite ${name} ran no test, which counts as a failure.\n`);
      total.passed += passed;
      total.failed += none ? 1 : failed;
    }
    process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
    process.exitCode = total.failed === 0 ? 0 : 1;
  });
}

/** No test may touch the data of a Hearsay that somebody uses. */
function forgetEnvironment() {
  const ours = ['HOST', 'PORT', 'HEARSAY_DATA', 'DATABASE_URL', 'TRUST_PROXY', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'NODE_ENV'];
  for (const name of ours) delete process.env[name];
}
