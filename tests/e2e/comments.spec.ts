import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { makeClaim, openArticle, text } from './support/annotate-page';
import { expect, signIn, test } from './support/test';

const comments = (page: Page) => page.getByRole('region', { name: 'Comments' });

async function write(page: Page, button: string, name: string, words: string): Promise<void> {
  await comments(page).getByRole('button', { name: button }).first().click();
  const field = comments(page).getByRole('textbox', { name, exact: true });
  await field.pressSequentially(words);
  await field.press('Control+Enter');
  await expect(field).toHaveCount(0);
}

const top = (locator: Locator) => locator.evaluate((element) => Math.round(element.getBoundingClientRect().top));

test('what somebody else says is there within a second, marked as new, and moves nothing that is being typed', async ({
  page,
  browser,
  watch,
}) => {
  await signIn(page, 'checker');
  await openArticle(page, 'A bridge\n\nThe bridge will close in May. It rained.');
  await makeClaim(page, { sentence: 1, keys: ['9'] });
  await text(page).press('p');
  for (const words of ['First matter.', 'Second matter.']) {
    await write(page, words.startsWith('First') ? 'Write a comment' : 'Begin another thread', 'Comment', words);
    await expect(comments(page).getByRole('article')).toHaveCount(words.startsWith('First') ? 1 : 2);
  }

  const other = await (await browser.newContext()).newPage();
  watch(other);
  await signIn(other, 'editor');
  await other.goto(page.url());
  await text(other).press('n');
  await expect(comments(other).getByText('New', { exact: true })).toHaveCount(2);

  // The checker is in the middle of an answer to the second matter when the first is answered above it.
  await comments(page).getByRole('button', { name: 'Answer' }).nth(1).click();
  const field = comments(page).getByRole('textbox', { name: 'Answer' });
  await field.pressSequentially('Half an ans');
  const before = await top(field);
  await page.evaluate(() => {
    const seen = { at: 0 };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (seen.at === 0 && document.body.textContent?.includes('Who says May?')) seen.at = Date.now();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await comments(other).getByRole('button', { name: 'Answer' }).first().click();
  await comments(other).getByRole('textbox', { name: 'Answer' }).pressSequentially('Who says May?\nThe ministry, or somebody else?');
  const sent = Date.now();
  await comments(other).getByRole('textbox', { name: 'Answer' }).press('Control+Enter');
  const arrived = comments(page).getByRole('article').filter({ hasText: 'Who says May?' });
  await expect(arrived).toBeVisible();
  const seenAt = await page.evaluate(() => (window as unknown as { seen: { at: number } }).seen.at);
  expect(seenAt - sent, 'ms until it is there').toBeLessThan(1000);
  expect(Math.abs((await top(field)) - before), 'px the field moved').toBeLessThanOrEqual(2);
  await expect(field).toBeFocused();
  await page.keyboard.type('wer.');
  await expect(field).toHaveText('Half an answer.');
  await expect(arrived.getByText('New', { exact: true })).toBeVisible();
  await expect(comments(page).getByRole('status').filter({ hasText: 'wrote a comment' })).toHaveCount(1);

  // Settling and editing come too.
  await comments(other).getByRole('button', { name: 'Settle' }).first().click();
  await expect(comments(page).getByText(/Settled by/)).toBeVisible();
  await expect(field).toHaveText('Half an answer.');

  // Of a claim whose card is not open it is said in passing.
  await page.keyboard.press('Escape');
  await text(page).press('Escape');
  await expect(comments(page)).toHaveCount(0);
  await write(other, 'Begin another thread', 'Comment', 'One thing more.');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(comments(page).getByText('One thing more.')).toBeVisible();
  await other.context().close();
});

test.describe('the field', () => {
  // The browser says of what was pasted that it does not run it.
  test.use({ expectedComplaints: [/Executing inline event handler violates/] });

  test('a comment is written with marks, lists, links and calls, by keyboard, and keeps nothing else of what is pasted', async ({
    page,
  }) => {
    await signIn(page, 'checker');
    await openArticle(page, 'A bridge\n\nThe bridge will close in May. It rained.');
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await text(page).press('p');
    await comments(page).getByRole('button', { name: 'Write a comment' }).click();
    const field = comments(page).getByRole('textbox', { name: 'Comment', exact: true });
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+b');
    await expect(comments(page).getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.type('Really');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' @ed');
    await expect(comments(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(field.locator('.mention')).toHaveText(/^@Ed/);
    await field.evaluate((element) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        `<h1 onclick="alert(1)">Pasted</h1><script>alert(1)</script><img src="x" onerror="alert(1)">
       <p style="color:red">with <em>care</em> and <a href="javascript:alert(1)">a trap</a></p><table><tr><td><p>Who</p></td><td>When</td></tr><tr><td>Ann</td><td>May</td></tr></table>
       <ol start="3"><li><p>first<ul><li>within<ol><li>deeper</li></ol></li></ul></li><li>second</li></ol><p>after</p>`,
      );
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(field).toContainText('care');
    await expect(field.locator('p', { hasText: 'Who | When' })).toHaveCount(1);
    await expect(field.locator('p', { hasText: 'Ann | May' })).toHaveCount(1);
    await expect(field.locator('ol > li')).toHaveText(['first', '– within', '– – 1. deeper', 'second']);
    expect(await field.locator('h1, script, img, table, a, [style], [onclick]').count(), 'none of it').toBe(0);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Control+Enter');
    const said = comments(page).getByRole('article');
    await expect(said.locator('strong')).toHaveText('Really');
    await expect(said.locator('em')).toHaveText('care');
    await expect(said.locator('ul').getByRole('listitem')).toHaveText(['one', 'two']);
    await expect(said.locator('ol')).toHaveAttribute('start', '3');
    await said.getByRole('button', { name: 'Edit' }).click();
    await expect(comments(page).getByRole('textbox', { name: 'Say it differently' }).locator('ul > li')).toHaveText(['one', 'two']);
    await page.keyboard.press('Escape');
    await expect(said.locator('strong')).toHaveText('Really');
  });
});

test('two windows of one person never write over each other unseen, and what waits to be sent is there after a reload', async ({
  page,
  watch,
}) => {
  await signIn(page, 'checker');
  await openArticle(page, 'A bridge\n\nThe bridge will close in May. It rained.');
  await makeClaim(page, { sentence: 1, keys: ['9'] });
  await text(page).press('p');
  await write(page, 'Write a comment', 'Comment', 'First wording.');
  const second = await page.context().newPage();
  watch(second);
  await second.goto(page.url());
  await text(second).press('n');

  const field = (where: Page) => comments(where).getByRole('textbox', { name: 'Say it differently' });
  for (const where of [page, second]) {
    await comments(where).getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(field(where), 'it writes at the end of what is there').toBeFocused();
  }
  await field(page).pressSequentially(' Mine.');
  await field(second).pressSequentially(' Theirs.');
  await field(second).press('Control+Enter');
  await expect(comments(second).getByText('First wording. Theirs.')).toBeVisible();
  await expect(comments(page).getByText('Changed in another window meanwhile.')).toBeVisible();
  await field(page).press('Control+Enter');
  await expect(
    comments(page)
      .getByText(/nothing you wrote is lost/)
      .first(),
  ).toBeVisible();
  await expect(field(page)).toHaveText('First wording. Mine.');

  await page.reload();
  await text(page).press('n');
  await expect(field(page)).toHaveText('First wording. Mine.');
  await expect(comments(page).getByText('First wording. Theirs.')).toBeVisible();
  await comments(page).getByRole('button', { name: 'Let mine replace it' }).click();
  await field(page).press('Control+Enter');
  await expect(field(page)).toHaveCount(0);
  await expect(comments(page).getByText('First wording. Mine.')).toBeVisible();
  await second.close();
});
