import type { Page } from '@playwright/test';
import { expect } from './test';

// The annotate page as a hand works on it: for every test that makes claims.

export function text(page: Page) {
  return page.getByRole('textbox', { name: 'Article text' });
}

/** The status line, as it is read out. */
export function saved(page: Page) {
  return page.locator('.saved').getByRole('status');
}

/** Keys one after another, as fast as a hand: focus that moves after a key is drawn first. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

/** Brings the article and waits until its text can be worked on: it has the keyboard then, where there is one. */
export async function openArticle(page: Page, content: string, { focused = true } = {}): Promise<void> {
  await page.goto('/articles/new');
  await page.getByRole('textbox', { name: 'Text' }).fill(content);
  await page.getByRole('button', { name: /^Create the article/ }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  if (focused) await expect(text(page)).toBeFocused();
  else await expect(text(page)).toBeVisible();
}

type Making = { readonly sentence: number; readonly keys: readonly string[]; readonly source?: string; readonly confidence?: string };

/** Makes a claim of a whole sentence (counted from 0, the headline) from the start of the text, and waits until it is saved. */
export async function makeClaim(page: Page, { sentence, keys, source, confidence = 'h' }: Making): Promise<void> {
  await press(page, 'Control+Home', ...Array.from({ length: sentence + 1 }, () => 'j'), 'Enter', ...keys);
  if (source !== undefined) {
    await page.keyboard.insertText(source);
    await press(page, 'Enter');
  }
  await press(page, confidence, 'Enter');
  await expect(saved(page)).toHaveText('All changes saved');
  await expect(text(page)).toBeFocused();
}

/** The whole article as the server has it. */
export async function exported(page: Page): Promise<unknown> {
  const articleId = page.url().split('/').at(-1) ?? '';
  const answer = await page.request.get(`/api/articles/${articleId}/export/json?status=all`);
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** Drags from the first character of `words` in the article to the last. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const [from, to] = await text(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rects = [...range.getClientRects()];
      const places = [rects[0], rects.at(-1)].map((rect) => ({
        left: rect?.left ?? 0,
        right: rect?.right ?? 0,
        middle: (rect?.top ?? 0) + (rect?.height ?? 0) / 2,
      }));
      return [places[0], places[1]];
    }
    throw new Error(`The article does not hold “${wanted}”.`);
  }, words);
  await page.mouse.move((from?.left ?? 0) + 1, from?.middle ?? 0);
  await page.mouse.down();
  await page.mouse.move((to?.right ?? 0) - 1, to?.middle ?? 0, { steps: 5 });
  await page.mouse.up();
}
