import type { Browser, Page } from '@playwright/test';
import type { AccountRole } from './support/accounts';
import { makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, signIn, test } from './support/test';

// Two people on one article, each in a browser of their own.

const SENTENCES = 40;
const TEXT = [
  'A bridge',
  '',
  ...Array.from({ length: SENTENCES }, (_, at) => `Sentence ${at + 1} says that the bridge will close in ${1990 + at}.`),
].join('\n');

type Watch = (page: Page) => void;

/** A second person on the same article, when their page is told what happens. */
async function joinAs(role: AccountRole, page: Page, browser: Browser, watch: Watch): Promise<Page> {
  const other = await (await browser.newContext()).newPage();
  watch(other);
  await signIn(other, role);
  await other.goto(page.url());
  await expect(text(other)).toBeVisible();
  await expect(here(other)).toHaveText(/^Also here: .+/);
  return other;
}

const here = (page: Page) => page.locator('.others');
const stubs = (page: Page) => page.getByRole('navigation', { name: 'Claims' }).getByRole('button');

/** From now on writes down when each claim's line is first in the page, in ms since 1970. */
function noteArrivals(page: Page): Promise<void> {
  return page.evaluate(() => {
    const arrivals: number[] = [];
    Object.assign(window, { arrivals });
    const nav = document.querySelector('nav[aria-label="Claims"]');
    const count = () => nav?.querySelectorAll('button').length ?? 0;
    new MutationObserver(() => {
      while (arrivals.length < count()) arrivals.push(Date.now());
    }).observe(nav as Node, { childList: true, subtree: true });
  });
}

/** Where the reader is, and where each line of the text stands to the eye. */
function places(page: Page) {
  return text(page).evaluate((root) => {
    const blocks = [...root.children].map((block) => {
      const { top, left, width, height } = block.getBoundingClientRect();
      return [top, left, width, height].map((value) => Math.round(value * 10) / 10);
    });
    return { scroll: document.querySelector('.stage')?.scrollTop, blocks };
  });
}

test.describe('two people on an article', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'checker');
    await openArticle(page, TEXT);
  });

  test('see each other, and each other’s claims within a second', async ({ page, browser, watch }) => {
    const other = await joinAs('editor', page, browser, watch);
    await expect(here(page)).toHaveText(/^Also here: .+/);
    await noteArrivals(other);
    const made: number[] = [];
    for (let at = 0; at < 9; at += 1) {
      await press(page, 'j', 'Enter', '9', 'm');
      made.push(Date.now());
      await page.keyboard.press('Enter');
      await expect(stubs(other)).toHaveCount(at + 1);
    }
    const arrived = await other.evaluate(() => (window as unknown as { arrivals: number[] }).arrivals);
    const waits = made.map((at, index) => (arrived[index] ?? Number.POSITIVE_INFINITY) - at).sort((a, b) => a - b);
    const median = waits[Math.floor(waits.length / 2)] ?? Number.POSITIVE_INFINITY;
    test
      .info()
      .annotations.push({ type: 'from the key to the other browser, ms', description: `median ${median}, all ${waits.join(' ')}` });
    console.log(`From the key to the other browser: median ${median} ms, slowest ${waits.at(-1)} ms.`);
    expect(median).toBeLessThan(1000);

    await other.context().close();
    await expect(here(page)).toHaveText('', { timeout: 30_000 });
  });

  test('neither moves what the other reads, nor takes the keyboard, a form or a choice from them', async ({ page, browser, watch }) => {
    await makeClaim(page, { sentence: 30, keys: ['9'], confidence: 'm' });
    const other = await joinAs('editor', page, browser, watch);
    await other.locator('.stage').evaluate((stage) => {
      stage.scrollTop = 300;
    });
    const before = await places(other);
    await press(page, 'Control+Home', 'j');
    for (let at = 0; at < 6; at += 1) await press(page, 'j', 'Enter', '9', 'm', 'Enter');
    await expect(stubs(other)).toHaveCount(7);
    expect(await places(other)).toEqual(before);

    await stubs(other).last().click();
    await text(other).focus();
    await press(other, 'Enter', '.');
    const form = other.getByRole('form', { name: 'Edit claim 1' });
    await form.getByRole('textbox', { name: /note/i }).fill('Half a sentence');
    const standing = await places(other);
    await press(page, 'Control+End', 'p', 'Enter', 'h', 'Control+Enter');
    await expect(form.getByText(/ changed the confidence just now\.$/)).toBeVisible();
    await expect(form.getByRole('textbox', { name: /note/i })).toBeFocused();
    await other.keyboard.insertText(' and the rest.');
    expect(await places(other)).toEqual(standing);
    await press(other, 'Control+Enter');
    await expect(saved(other)).toHaveText('All changes saved');
    const card = other.getByRole('region', { name: 'Claim 1, No source, high confidence' });
    await expect(card).toContainText('Half a sentence and the rest.');
    await other.context().close();
  });

  test('catch up after a gap', async ({ page, browser, watch }) => {
    const other = await joinAs('editor', page, browser, watch);
    await other.context().setOffline(true);
    await makeClaim(page, { sentence: 1, keys: ['9'], confidence: 'm' });
    await makeClaim(page, { sentence: 2, keys: ['9'], confidence: 'l' });
    await expect(stubs(other)).toHaveCount(0);
    await other.context().setOffline(false);
    await expect(stubs(other)).toHaveCount(2);
    await press(page, 'Control+Home', 'n', 'Delete');
    await expect(stubs(other)).toHaveCount(1);
    await other.context().close();
  });
});

test('a page without a stream asks every few seconds, and is there all the same', async ({ page, browser }) => {
  await signIn(page, 'checker');
  await openArticle(page, TEXT);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'editor');
  await other.route('**/api/articles/*/live**', (route) => route.abort());
  await other.goto(page.url());
  await expect(here(page)).toHaveText(/^Also here: .+/);
  await makeClaim(page, { sentence: 1, keys: ['9'], confidence: 'm' });
  await expect(stubs(other)).toHaveCount(1);
  await other.context().close();
});
