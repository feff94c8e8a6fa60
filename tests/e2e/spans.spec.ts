import type { Page } from '@playwright/test';
import { dragOver, exported, makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, signIn, test } from './support/test';

// The words a claim stands on: several parts, and edges that are moved by hand.

const TEXT = ['Bridge to close in May', '', 'The mayor of Wells, a lawyer, said the bridge will close in May. She denied it later.'].join(
  '\n',
);

test.beforeEach(async ({ page, hasTouch }) => {
  await signIn(page, 'checker');
  await openArticle(page, TEXT, { focused: !hasTouch });
});

test('a claim is made of words that do not stand together, and a part is taken away and comes back', async ({ page }) => {
  await dragOver(page, 'The mayor of Wells');
  await page.keyboard.down('Control');
  await dragOver(page, 'the bridge will close');
  await page.keyboard.up('Control');
  const form = page.getByRole('form', { name: 'New claim' });
  await expect(form.getByText('The mayor of Wells … the bridge will close', { exact: true })).toBeVisible();
  await press(page, '9', 'h', 'Enter');
  await expect.poll(() => quotes(page)).toEqual([['The mayor of Wells', 'the bridge will close']]);
  await expect(page.locator('mark[data-claim]')).toHaveText(['The mayor of Wells', 'the bridge will close']);

  await press(page, 'p');
  const card = page.getByRole('region', { name: /^Claim 1,/ });
  await dragOver(page, 'in May. She');
  await page.keyboard.press('+');
  await expect(card.locator('ins')).toHaveText(' in May. She');
  await press(page, 'Escape');
  await expect(card.locator('ins')).toHaveCount(0);
  await card.getByRole('button', { name: /^Take part 1 away/ }).click();
  await expect(card.locator('del')).toHaveText('The mayor of Wells');
  await card.getByRole('button', { name: 'Save the edges' }).click();
  await expect.poll(() => quotes(page)).toEqual([['the bridge will close']]);
  await text(page).focus();
  await press(page, 'u');
  await expect.poll(() => quotes(page)).toEqual([['The mayor of Wells', 'the bridge will close']]);
});

test('an edge is dragged to a word, or to a character with Alt, and stops at the other edge', async ({ page }) => {
  await dragOver(page, 'bridge will');
  await press(page, 'Enter', '9', 'h', 'Enter');
  await expect(saved(page)).toHaveText('All changes saved');
  await press(page, 'p');
  const card = page.getByRole('region', { name: /^Claim 1,/ });
  // No step of the way leaves the end before the start.
  await dragHandle(page, 'end', '', 'The mayor');
  await expect(card.getByText('bridge', { exact: false }).first()).toBeVisible();
  await dragHandle(page, 'end', 'will clo', 'se in');
  await expect(card.locator('ins')).toHaveText(' close');
  await dragHandle(page, 'start', '', 'of Wells');
  await expect(card.locator('ins').first()).toHaveText('of Wells, a lawyer, said the ');
  await page.keyboard.down('Alt');
  await dragHandle(page, 'end', 'will clo', 'se in');
  await page.keyboard.up('Alt');
  await expect(card.locator('ins').last()).toHaveText(' clo');
  await text(page).focus();
  await press(page, 'Enter');
  await expect.poll(() => quotes(page)).toEqual([['of Wells, a lawyer, said the bridge will clo']]);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('an edge is dragged by a handle large enough for it', async ({ page }) => {
    await text(page).focus();
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await page.locator('[data-badge]').first().tap();
    const handle = page.locator('.edge-handle[data-edge="end"]');
    const reach = await handle.evaluate((element) => getComputedStyle(element, '::after').width);
    expect(Number.parseFloat(reach)).toBeGreaterThanOrEqual(44);
    const from = await middleOf(page, 'end');
    const to = await placeOf(page, 'will cl', 'ose in May');
    const touch = await page.context().newCDPSession(page);
    const at = (x: number, y: number) => ({ touchPoints: [{ x, y }] });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(from.x, from.y + 16) });
    for (let step = 1; step <= 6; step += 1) {
      const [x, y] = [from.x + ((to.x - from.x) * step) / 6, from.y + 16 + ((to.y - from.y) * step) / 6];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(x, y) });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(page.locator('.open-card del')).toHaveText(' in May.');
    // Sooner it would be the second half of a double tap.
    await page.waitForTimeout(400);
    await page.getByRole('button', { name: 'Save the edges' }).tap();
    await expect.poll(() => quotes(page)).toEqual([['The mayor of Wells, a lawyer, said the bridge will close']]);
  });
});

async function quotes(page: Page): Promise<readonly (readonly string[])[]> {
  const { claims } = (await exported(page)) as { claims: { spans: { quote: string }[] }[] };
  return claims.map(({ spans }) => spans.map(({ quote }) => quote));
}

/** Where `after` begins when it stands after `before`, in px of the window. */
async function placeOf(page: Page, before: string, after: string): Promise<{ x: number; y: number }> {
  return text(page).evaluate(
    (root, [first = '', second = '']) => {
      const skip = (node: Node) => node.parentElement?.closest('[contenteditable="false"]') !== null;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
        skip(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const nodes: Text[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
      let at =
        nodes
          .map(({ data }) => data)
          .join('')
          .indexOf(first + second) + first.length;
      for (const node of nodes) {
        if (at < node.length) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left + 1, y: top + height / 2 };
        }
        at -= node.length;
      }
      throw new Error(`The article does not hold “${first}${second}”.`);
    },
    [before, after],
  );
}

async function middleOf(page: Page, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  const box = await page.locator(`.edge-handle[data-edge="${edge}"]`).boundingBox();
  return { x: (box?.x ?? 0) + 1, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

async function dragHandle(page: Page, edge: 'start' | 'end', before: string, after: string): Promise<void> {
  const from = await middleOf(page, edge);
  const to = await placeOf(page, before, after);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}
