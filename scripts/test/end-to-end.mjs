import { existsSync, readFileSync } from 'node:fs';
import { build } from '../setup/build.mjs';
import { fromRoot } from '../setup/root.mjs';
import { runNode } from '../setup/run.mjs';
import { step } from '../setup/step.mjs';
import { requireChromium } from './chromium.mjs';

/** Builds, finds a Chromium and runs tests/e2e in it. */
export async function runEndToEnd({ filters }) {
  try {
    await step('Build', build);
    process.env.HEARSAY_CHROMIUM = await requireChromium();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
  const report = fromRoot('test-results/e2e.json');
  const { code } = await runNode(['node_modules/@playwright/test/cli.js', 'test', ...filters], { stdio: ['ignore', 2, 2] });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && code !== 0 && stats.expected > 0 ? 1 : failed };
}
