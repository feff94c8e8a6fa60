import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireChromium } from './test/chromium.mjs';

// npm run screenshots: the pictures of the README, taken from the sample workspace of a server of its own; with words behind it, such as
// `npm run screenshots -- report`, those whose names begin so.

const FOLDER = 'docs/images';
const WIDE = { width: 1360, height: 850 };
const TALL = { width: 1180, height: 1240 };

/** What is shown: who looks, at which page, in which window, and what they do first. */
const PICTURES = [
  {
    name: 'annotate',
    role: 'checker',
    page: article,
    prepare: (page) =>
      page
        .getByRole('button', { name: /^Claim 8,/ })
        .first()
        .click(),
  },
  {
    name: 'annotate-dark',
    role: 'checker',
    page: article,
    theme: 'dark',
    prepare: (page) =>
      page
        .getByRole('button', { name: /^Claim 8,/ })
        .first()
        .click(),
  },
  { name: 'review', role: 'editor', page: () => '/review' },
  { name: 'sourcing', role: 'checker', page: async (page) => `${await article(page)}/sourcing` },
  { name: 'source', role: 'checker', page: source },
  { name: 'desk-phone', role: 'checker', page: () => '/', window: { width: 390, height: 844 } },
  { name: 'report', role: 'editor', page: published, window: TALL },
  { name: 'report-dark', role: 'editor', page: published, window: TALL, theme: 'dark' },
  { name: 'report-phone', role: 'editor', page: published, window: { width: 390, height: 844 } },
  // A sheet of A4 at 96 dots an inch; the margins, which a screen has none of, are put around it.
  {
    name: 'report-print',
    role: 'editor',
    page: published,
    window: { width: 794, height: 1123 },
    media: 'print',
    prepare: (page) => page.addStyleTag({ content: 'body { padding: 60px }' }),
  },
];

const data = mkdtempSync(path.join(tmpdir(), 'hearsay-pictures-'));
const server = spawn(process.execPath, ['scripts/start.mjs'], {
  env: { ...process.env, PORT: '0', HEARSAY_DATA: data },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await ready();
  mkdirSync(FOLDER, { recursive: true });
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  for (const picture of PICTURES.filter(isWanted)) await take(browser, address, picture);
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}

function isWanted({ name }) {
  const wanted = process.argv.slice(2);
  return wanted.length === 0 || wanted.some((word) => name.startsWith(word));
}

function ready() {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      const found = /ready at (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', () => reject(new Error(`The server did not come up:\n${said}`)));
  });
}

async function take(
  browser,
  address,
  { name, role, page: find, theme = 'light', media = 'screen', window = WIDE, prepare = () => undefined },
) {
  const page = await browser.newPage({ viewport: window, colorScheme: theme, baseURL: address, deviceScaleFactor: 1 });
  const [, email, password] = readFileSync(path.join(data, 'first-run.txt'), 'utf8').match(
    new RegExp(`^${role}\\s+(\\S+)\\s+(\\S+)$`, 'm'),
  );
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(await find(page));
  await page.reload({ waitUntil: 'networkidle' }); // the second time the fonts are there at the first paint
  await page.emulateMedia({ media });
  await prepare(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await page.close();
  console.log(`${FOLDER}/${name}.png`);
}

async function article(page) {
  return page
    .getByRole('link', { name: /^Close Putin Ally/ })
    .first()
    .getAttribute('href');
}

/** Where the sample's report stands in public; the first who asks publishes it. */
async function published(page) {
  await page.goto(`${await article(page)}/report`, { waitUntil: 'networkidle' });
  const link = page.getByRole('textbox', { name: 'Link', exact: true });
  if (!(await link.isVisible())) {
    await page.getByRole('button', { name: /^Publish…/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish/ })
      .click();
  }
  return new URL(await link.inputValue()).pathname;
}

async function source(page) {
  const answer = await page.request.get('/api/sources?q=The New York Times&article=');
  const { value } = await answer.json();
  return `/sources/${value[0].id}`;
}
