import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { openArticle, press, saved, text } from './support/annotate-page';
import { insertClaims } from './support/many-claims';
import { expect, signIn, test } from './support/test';

// Articles with more claims than anyone looks at at once: what is near the window is drawn, and nothing moves.

const WORDS = 'the mayor of “Wells” said on Monday that (a bridge) would close in May and nobody else was asked about it'.split(' ');

/** So many words, in paragraphs of sixty; the last says where it is. */
function longText(words: number): string {
  const paragraphs = Array.from({ length: words / 60 }, (_, block) =>
    Array.from({ length: 60 }, (_word, at) => WORDS[(block * 7 + at * 5) % WORDS.length]).join(' '),
  );
  return ['A long article', ...paragraphs, 'The very last words of a long article.'].join('\n\n');
}

/** Claims of two to thirty words, every few words of the text. */
function places(content: string, count: number): readonly (readonly [number, number])[] {
  const starts = [...content.matchAll(/\S+/g)].map(({ index }) => index);
  return Array.from({ length: count }, (_, at) => {
    const word = 4 + Math.floor((at / count) * (starts.length - 40));
    const start = starts[word] as number;
    const lineEnd = content.indexOf('\n', start);
    return [start, Math.min(lineEnd === -1 ? content.length : lineEnd, (starts[word + 2 + ((at * 11) % 28)] as number) - 1)] as const;
  });
}

/** Where the letters in the window stand: every fourth, with its place. */
function letters(page: Page): Promise<readonly (readonly [string, number, number])[]> {
  return text(page).evaluate((root) => {
    const found: [string, number, number][] = [];
    const accept = (node: Node) =>
      node instanceof Element && node.getAttribute('contenteditable') === 'false' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
    let count = 0;
    for (let node = walker.nextNode(); node !== null && found.length < 600; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      for (let at = 0; at < node.length; at += 1) {
        if (/\s/.test(node.data.charAt(at))) continue;
        count += 1;
        if (count % 4 !== 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top } = range.getBoundingClientRect();
        if (top < innerHeight) found.push([node.data.charAt(at), left, top]);
      }
    }
    return found;
  });
}

function claimsInWindow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen = document.querySelector('.stage')?.getBoundingClientRect();
    const marks = [...document.querySelectorAll('mark[data-claim]')].map((mark) => mark.getBoundingClientRect());
    return marks.filter(({ top, bottom }) => seen !== undefined && bottom > seen.top && top < seen.bottom).length;
  });
}

/** Nothing that an eye could see has moved: letters are placed to 1/64 px, and what they are cut into rounds that. */
async function expectSamePlaces(page: Page, before: Awaited<ReturnType<typeof letters>>): Promise<void> {
  const now = await letters(page);
  expect(now.map(([letter]) => letter)).toEqual(before.map(([letter]) => letter));
  const moved = now.map(([, left, top], at) => Math.max(Math.abs(left - (before[at]?.[1] ?? 0)), Math.abs(top - (before[at]?.[2] ?? 0))));
  expect(Math.max(...moved)).toBeLessThan(0.5);
}

const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

test('an article of 100,000 words and 5,000 claims', async ({ page }) => {
  test.setTimeout(180_000);
  const content = longText(100_000);
  await signIn(page, 'checker');
  await openArticle(page, content);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(text(page)).toBeFocused();
  const bare = await letters(page);
  expect(bare.length).toBeGreaterThan(200);

  insertClaims(idOf(page), content, places(content, 5_000));
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByText(/^5,000 claims/)).toBeVisible();
  await expect.poll(() => claimsInWindow(page)).toBeGreaterThan(8);

  await test.step('stands where it stood without claims, letter by letter', async () => {
    await expectSamePlaces(page, bare);
  });

  await test.step('does not move when a claim is made', async () => {
    await press(page, 'j', 'j', 'j', 'Enter', '9', 'm', 'Enter');
    await expect(saved(page)).toHaveText('All changes saved');
    await expect(page.getByText(/^5,001 claims/)).toBeVisible();
    await expectSamePlaces(page, bare);
  });

  await test.step('draws what is near the window and nothing else', async () => {
    expect(await page.locator('mark[data-claim]').count()).toBeLessThan(1_000);
    expect(await page.locator('[data-stub]').count()).toBeLessThan(400);
  });

  await test.step('has all its text in the page', async () => {
    expect(await text(page).evaluate((root) => root.textContent?.includes('The very last words'))).toBe(true);
  });

  await test.step('lets the keyboard walk through every claim, the text going along', async () => {
    const list = page.getByRole('navigation', { name: 'Claims' });
    const here = () =>
      page.evaluate(() => {
        const line = document.activeElement?.closest('li');
        const box = line?.getBoundingClientRect();
        return {
          at: Number(line?.getAttribute('aria-posinset')),
          of: Number(line?.getAttribute('aria-setsize')),
          seen: box !== undefined && box.top > 0 && box.bottom < innerHeight,
        };
      });
    await list.getByRole('button').first().focus();
    await press(page, 'ArrowDown', 'ArrowDown');
    await expect.poll(here).toEqual({ at: 3, of: 5_001, seen: true });
    await press(page, 'End');
    await expect.poll(here).toEqual({ at: 5_001, of: 5_001, seen: true });
    await press(page, 'ArrowUp');
    await expect.poll(here).toEqual({ at: 5_000, of: 5_001, seen: true });
    await press(page, 'Home');
    await expect.poll(here).toEqual({ at: 1, of: 5_001, seen: true });
  });

  await test.step('shows the claims at its end at once', async () => {
    await text(page).focus();
    await press(page, 'Control+End');
    expect(await claimsInWindow(page)).toBeGreaterThan(2);
    await expect(page.getByText('The very last words')).toBeInViewport();
    await page.locator('.map').click({ position: { x: 10, y: 300 } });
    await press(page, 'Shift');
    expect(await claimsInWindow(page)).toBeGreaterThan(2);
  });
});

test('the keyboard goes far in a long article of several scripts, and the caret is seen', async ({ page }) => {
  const scripts = [
    'قال المسؤول إن الجسر سيغلق في مايو',
    'ראש העיר אמר ביום שני כי הגשר ייסגר',
    'The mayor said that the bridge would close',
  ];
  const paragraphs = Array.from(
    { length: 400 },
    (_, at) => `${at} ${Array.from({ length: 4 + ((at * 7) % 9) }, () => scripts[at % 3]).join(' ')}`,
  );
  const content = ['Of several scripts', ...paragraphs, 'The very last words.'].join('\n\n');
  expect(content.length, 'long enough not to be laid out whole').toBeGreaterThan(100_000);
  await signIn(page, 'checker');
  await openArticle(page, content);
  const places = [40, 150, 260, 370].map((at) => {
    const start = content.indexOf(`\n${at} `) + 1;
    return [start, start + 10] as const;
  });
  insertClaims(idOf(page), content, places);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(text(page)).toBeFocused();
  const caret = () =>
    page.evaluate(() => {
      const { focusNode } = getSelection() as Selection;
      const block = focusNode?.parentElement?.closest('h1, p');
      const top = block?.getBoundingClientRect().top ?? -1;
      // Without what is said of claims among the words.
      const words = block?.cloneNode(true) as Element | undefined;
      for (const said of words?.querySelectorAll('[contenteditable="false"]') ?? []) said.remove();
      return { words: words?.textContent?.slice(0, 14), seen: top > 0 && top < innerHeight - 60 };
    });
  for (const at of [40, 150, 260, 370]) {
    await press(page, 'n');
    await page.waitForTimeout(300); // what is around it is laid out
    expect(await caret()).toEqual({ words: paragraphs[at]?.slice(0, 14), seen: true });
  }
  await press(page, 'Control+End');
  await page.waitForTimeout(300);
  expect(await caret()).toEqual({ words: 'The very last ', seen: true });
});

test('five claims over the same words have a line each, and a press offers all of them', async ({ page }) => {
  const content = 'Head\n\nThe mayor of Wells said that a spokesman had said that the bridge will close in May, as was known.';
  await signIn(page, 'checker');
  await openArticle(page, content);
  const end = content.indexOf(' in May');
  const starts = ['The mayor', 'Wells', 'said that a', 'spokesman', 'the bridge'].map((words) => content.indexOf(words));
  insertClaims(
    idOf(page),
    content,
    starts.map((start, at) => [start, at === 4 ? end : end + ' in May'.length] as const),
  );
  await page.reload({ waitUntil: 'networkidle' });
  const lanes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('mark[data-claim]')]
        .filter((mark) => mark.textContent?.startsWith('the bridge'))
        .map(({ dataset }) => dataset.lane ?? '0'),
    );
  await expect.poll(lanes).toEqual(['4', '3', '2', '1', '0']);

  await page.locator('mark:not(:has(mark))').filter({ hasText: 'the bridge' }).click();
  const menu = page.getByRole('menu', { name: '5 claims here' });
  await expect(menu.getByRole('menuitem')).toHaveCount(5);
  await press(page, 'End', 'Enter');
  await expect(page.getByRole('region', { name: /^Claim 1,/ })).toBeVisible();
  expect(await lanes(), 'opening one gives the others no other line').toEqual(['4', '3', '2', '1', '0']);
  await expectAccessible(page);
});
