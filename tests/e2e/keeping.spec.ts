import type { BrowserContext, Page } from '@playwright/test';
import { exported, makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, signIn, test } from './support/test';

// What becomes of unsent work when something other than the network is wrong. Each test brings an article of its own.

const TEXT = ['Bridge to close in May', '', 'The mayor said so. A spokesman denied it.', 'Nobody else was asked.'].join('\n');

test.beforeEach(async ({ context }) => {
  const page = await context.newPage();
  await signIn(page, 'checker');
  await openArticle(page, TEXT);
  await makeClaim(page, { sentence: 0, keys: ['9'], confidence: 'm' });
});

/** The page on which the article was brought. */
const begun = (context: BrowserContext) => context.pages().at(-1) as Page;

/** A claim of the next sentence, like the last one. */
const another = (page: Page) => press(page, 'j', 'r');

async function countOf(page: Page): Promise<number> {
  return ((await exported(page)) as { claims: readonly unknown[] }).claims.length;
}

test('work waits for a session that ended, and goes when its person is signed in again', async ({ context }) => {
  const page = begun(context);
  await context.clearCookies();
  await another(page);
  await expect(saved(page)).toHaveText(
    'Not saved: your session has ended. Nothing is lost: 1 change will be sent when you have signed in.',
  );
  const [door] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Sign in (new tab)' }).click()]);
  await signIn(door, 'checker');
  await door.close();
  await page.bringToFront();
  const retry = page.getByRole('button', { name: 'Try again' });
  if (await retry.isVisible()) await retry.click();
  await expect(saved(page)).toHaveText('All changes saved');
  expect(await countOf(page)).toBe(2);
});

test('work of one person is not done in the name of the next', async ({ context }) => {
  const page = begun(context);
  const door = await context.newPage();
  await context.clearCookies();
  await signIn(door, 'editor');
  await another(page);
  await expect(saved(page)).toHaveText('You are signed in as somebody else in this browser now. Your changes are kept on this device.');
  expect(await countOf(page)).toBe(1);
  await context.clearCookies();
  await signIn(door, 'checker');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(saved(page)).toHaveText('All changes saved');
  expect(await countOf(page)).toBe(2);
});

test('work waits for a reload when the server was replaced by a newer one', async ({ context }) => {
  const page = begun(context);
  const replaced = {
    status: 404,
    headers: { 'x-nextjs-action-not-found': '1', 'content-type': 'text/plain' },
    body: 'Server action not found.',
  };
  await page.route('**/articles/*', (route) => (route.request().method() === 'POST' ? route.fulfill(replaced) : route.fallback()));
  await another(page);
  await expect(saved(page)).toHaveText(
    'Not saved: Hearsay was updated while this page was open. Reload the page to go on. Nothing is lost: 1 change will be sent again.',
  );
  await page.unroute('**/articles/*');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect.poll(() => countOf(page)).toBe(2);
  await expect(saved(page)).toHaveText('All changes saved');
});

test('a browser without room says so, and warns of leaving', async ({ context }) => {
  const page = begun(context);
  await context.setOffline(true);
  await page.evaluate(() => {
    for (let size = 1 << 20; size >= 1; size = size >> 1) {
      try {
        for (let at = 0; ; at += 1) localStorage.setItem(`fill ${size} ${at}`, 'x'.repeat(size));
      } catch {
        // No room for so much: on with less.
      }
    }
  });
  await another(page);
  await expect(page.getByText(/This browser cannot keep unsaved changes/)).toBeVisible();
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await context.setOffline(false);
  await expect(saved(page)).toHaveText('All changes saved', { timeout: 15_000 });
  await page.evaluate(() => localStorage.clear());
  expect(await countOf(page)).toBe(2);
});

test('two pages of one person send what is theirs, once; what a closed one leaves goes with the other', async ({ context }) => {
  const page = begun(context);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(text(second)).toBeVisible();
  await context.setOffline(true);
  await another(page);
  await text(second).focus();
  await press(second, 'Control+Home', 'j', 'j', 'j');
  await press(second, 'r');
  await expect(saved(second)).toHaveText('Offline. 1 change is kept on this device and will be sent.');
  await page.close();
  await expect(saved(second), 'taken up').toHaveText('Offline. 2 changes are kept on this device and will be sent.');
  await context.setOffline(false);
  await expect(saved(second)).toHaveText('All changes saved', { timeout: 15_000 });
  expect(await countOf(second)).toBe(3);
});
