import type { Page } from '@playwright/test';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/export/formats';
import { toReadable } from '@/tests/support/readable';
import { type AccountRole, readAccounts } from './support/accounts';
import { dataFolder, expect, test } from './support/test';

// The whole road as people take it: the checker brings an article and tags a claim, the editor approves
// it, and it comes out in every format. Once with the mouse, once without it.

const CLAIM = 'the bridge will close in May';

/** A page's letters are drawn, and a ClaimReview is of claims whose content was checked: tests of their own look into them. */
const HIDES_CLAIM: readonly ExportFormat[] = ['pdf', 'claimreview'];

function articleNamed(title: string): string {
  return `${title}\n\nThe mayor of Wells said ${CLAIM}. Nobody else was asked.`;
}

test('a checker tags a claim and an editor approves it, with the mouse', async ({ page, browser, watch }) => {
  const title = `Bridge to close ${Date.now()}`;
  await signInByForm(page, 'checker');
  await page.getByRole('link', { name: 'New article' }).first().click();
  await page.getByRole('textbox', { name: 'Text' }).fill(articleNamed(title));
  await page.getByRole('button', { name: /^Create the article/ }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  const articleId = page.url().split('/').at(-1) ?? '';

  await dragOver(page, CLAIM);
  await page.getByRole('button', { name: 'Make a claim' }).click();
  const form = page.getByRole('form', { name: 'New claim' });
  await form.getByRole('radio', { name: 'Named person', exact: true }).check();
  await form.getByRole('combobox').fill('The mayor of Wells');
  await form
    .getByRole('option', { name: /The mayor of Wells/ })
    .last()
    .click();
  await form.locator('label', { hasText: 'High' }).click();
  await form.getByRole('button', { name: /^Save claim/ }).click();
  await expect(page.getByText('All changes saved')).not.toHaveCount(0);
  await expect(page.locator('mark').filter({ hasText: CLAIM })).toBeVisible();
  await page.getByRole('button', { name: /^Submit 1/ }).click();
  await expect(page.getByRole('button', { name: /^Submit$/ })).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  watch(desk);
  await signInByForm(desk, 'editor');
  await desk.goto(`/review?article=${articleId}`);
  await desk.getByRole('button', { name: /^Approve/ }).click();
  await expect(desk.getByText(/Nothing (waits|matches)/)).toBeVisible();
  // The list is ahead of the server.
  await expect.poll(() => exported(desk, articleId, 'jsonld')).toContain(CLAIM);

  for (const format of EXPORT_FORMATS) {
    const text = await exported(desk, articleId, format);
    if (!HIDES_CLAIM.includes(format)) expect(text, format).toContain(CLAIM);
    if (!HIDES_CLAIM.includes(format) && format !== 'docx-checked') expect(text, format).toContain('The mayor of Wells');
  }
});

test('a checker tags a claim and an editor approves it, by keyboard alone', async ({ page, browser, watch }) => {
  const title = `Bridge by keyboard ${Date.now()}`;
  await signInByKeyboard(page, 'checker');
  await tabTo(page, 'New article');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/articles\/new$/);
  await tabTo(page, 'Text');
  await page.keyboard.insertText(articleNamed(title));
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  const articleId = page.url().split('/').at(-1) ?? '';

  await tabTo(page, 'Article text');
  await page.keyboard.press('j'); // the headline
  await page.keyboard.press('j'); // the sentence after it
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await page.keyboard.insertText('The mayor of Wells');
  await page.keyboard.press('Enter');
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  await expect(page.getByText('All changes saved')).not.toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Submit$/ })).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  watch(desk);
  await signInByKeyboard(desk, 'editor');
  await desk.goto(`/review?article=${articleId}`);
  await desk.keyboard.press('a');
  await expect(desk.getByText(/Nothing (waits|matches)/)).toBeVisible();
  // The list is ahead of the server.
  await expect.poll(() => exported(desk, articleId, 'jsonld')).toContain(CLAIM);
  for (const format of EXPORT_FORMATS) {
    const text = await exported(desk, articleId, format);
    if (!HIDES_CLAIM.includes(format)) expect(text, format).toContain(CLAIM);
  }
});

async function exported(page: Page, articleId: string, format: string): Promise<string> {
  const answer = await page.request.get(`/api/articles/${articleId}/export/${format}`);
  expect(answer.status(), format).toBe(200);
  expect(answer.headers()['content-disposition'], format).toMatch(/^attachment/);
  return toReadable(await answer.body());
}

/** Presses at the first character of `words` in the article, drags to the last, lets go. */
async function dragOver(page: Page, words: string): Promise<void> {
  const box = await page.getByRole('textbox', { name: 'Article text' }).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (first !== undefined && last !== undefined)
        return { fromX: first.left, fromY: first.top + first.height / 2, toX: last.right, toY: last.top + last.height / 2 };
    }
    throw new Error(`The article does not hold “${wanted}”.`);
  }, words);
  await page.mouse.move(box.fromX + 1, box.fromY);
  await page.mouse.down();
  await page.mouse.move(box.toX - 1, box.toY, { steps: 5 });
  await page.mouse.up();
}

/** Presses Tab until the element with this accessible name has focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const focused = page.locator(':focus');
    if (
      (await focused.count()) > 0 &&
      (await focused.and(page.getByLabel(name).or(page.getByRole('link', { name })).or(page.getByRole('button', { name }))).count()) > 0
    )
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`“${name}” is not reached by Tab.`);
}

async function signInByForm(page: Page, role: AccountRole): Promise<void> {
  const { email, password } = (await readAccounts(dataFolder()))[role];
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

async function signInByKeyboard(page: Page, role: AccountRole): Promise<void> {
  const { email, password } = (await readAccounts(dataFolder()))[role];
  await page.goto('/sign-in');
  await tabTo(page, 'Email');
  await page.keyboard.insertText(email);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
}
