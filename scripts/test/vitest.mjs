import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from '../setup/root.mjs';
import { runNode } from '../setup/run.mjs';

/** Runs one project of vitest.config.ts; counts from its own report, not from its words. */
export async function runVitest({ name, filters }) {
  const report = fromRoot('test-results', `${name}.json`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', name, '--reporter=default', '--reporter=json'];
  const { code } = await runNode([...args, `--outputFile.json=${report}`, ...filters], { stdio: ['ignore', 2, 2] });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = numFailedTests + broken;
  // An error outside any test (a rejected promise nobody awaited) only shows in the exit code.
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 && numPassedTests > 0 ? 1 : failed };
}
