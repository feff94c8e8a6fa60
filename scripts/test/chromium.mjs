import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../setup/refusal.mjs';
import { runNode } from '../setup/run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];

const FOLDERS = [
  ...(process.env.PATH ?? '').split(path.delimiter),
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
  'C:\\Program Files\\Google\\Chrome\\Application',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application',
];

const MAC_NAMES = ['Google Chrome', 'Chromium'];

/**
 * The path of a Chromium to test in: the one HEARSAY_CHROMIUM names, the system's, Playwright's own
 * (downloaded where it is missing and the network allows). Refuses, saying what to install.
 */
export async function requireChromium() {
  const named = process.env.HEARSAY_CHROMIUM;
  if (named) {
    if (runs(named)) return named;
    throw new Refusal(`HEARSAY_CHROMIUM names ${named}, which is no Chromium that runs.`);
  }
  const found = FOLDERS.flatMap((folder) => [...NAMES, ...MAC_NAMES].map((name) => path.join(folder, name))).find(runs);
  return found ?? (await ofPlaywright());
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  if (!runs(chromium.executablePath()))
    await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  if (runs(chromium.executablePath())) return chromium.executablePath();
  throw new Refusal(
    'The end-to-end tests need Chromium and none was found. Install it (Debian, Ubuntu: apt-get install chromium; macOS: brew install chromium), or set HEARSAY_CHROMIUM to one.',
  );
}

/** Some systems have a stand-in of that name that only says how to get the real one. */
function runs(file) {
  if (!existsSync(file)) return false;
  return process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}
