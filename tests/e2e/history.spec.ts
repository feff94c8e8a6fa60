import { expectAccessible } from './support/accessible';
import { makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, signIn, test } from './support/test';

test('a claim’s history says what changed, gives a version back, and is undone like anything else', async ({ page, browser, watch }) => {
  await signIn(page, 'checker');
  await openArticle(page, 'A flood\n\nThe mayor said on Monday that the river will rise. It rained.');
  await makeClaim(page, { sentence: 1, keys: ['1'], source: 'The Mayor' });
  for (const day of ['Monday', 'Tuesday']) {
    await press(page, 'p', 'Enter', '1');
    await page.keyboard.insertText('The Mayor');
    await press(page, 'Enter', 'h', '.');
    await page.getByRole('textbox', { name: 'Note' }).fill(`He said so on ${day}.`);
    await press(page, 'Control+Enter');
    await expect(saved(page)).toHaveText('All changes saved');
  }
  await expect(text(page)).toBeFocused();
  await press(page, 'h');
  const history = page.getByRole('form', { name: /^History of/ });
  await expect(history.getByText('You edited it')).toHaveCount(2);
  await expect(history.getByRole('deletion')).toHaveText('taken out: Monday');
  await expect(history.getByRole('insertion').filter({ hasText: 'Tuesday' })).toHaveText('put in: Tuesday');
  await expectAccessible(page);

  // The second entry: what it was after the first edit.
  const monday = history.getByRole('listitem').filter({ hasText: 'version 2' });
  await monday.getByRole('button', { name: 'Restore this version' }).click();
  await expect(history.getByText('You gave it back what it was in version 2')).toBeVisible();
  await expect(history.getByRole('status').filter({ hasText: 'is as it was then' })).toBeVisible();
  await press(page, 'Escape');
  const card = page.getByRole('region', { name: /^Claim 1/ });
  await expect(card.locator('.card-note')).toHaveText('He said so on Monday.');
  await expect(text(page)).toBeFocused();
  await press(page, 'u');
  await expect(card.locator('.card-note')).toHaveText('He said so on Tuesday.');
  await expect(saved(page)).toHaveText('All changes saved');

  await press(page, 'h');
  const address = await history.getByRole('link', { name: /page of its own/ }).getAttribute('href');
  const articleId = page.url().split('/').at(-1)?.split('#')[0];
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const reader = await plain.newPage();
  await signIn(reader, 'editor');
  await reader.goto(address ?? '');
  await expect(reader.getByRole('heading', { name: 'History of claim 1' })).toBeVisible();
  await expect(reader.getByRole('listitem').filter({ hasText: 'gave it back what it was in version 2' })).toHaveCount(1);
  await expect(reader.getByRole('button', { name: /Restore/ }), 'without scripts it is only read').toHaveCount(0);
  await reader.goto(`/articles/${articleId}/trail`);
  await reader.getByLabel('About').selectOption('article');
  await reader.getByRole('button', { name: 'Show' }).click();
  await expect(reader.getByRole('main').getByRole('listitem')).toHaveText([/brought the article in/]);
  await plain.close();

  const editor = await (await browser.newContext()).newPage();
  watch(editor);
  await signIn(editor, 'editor');
  await editor.goto(address ?? '');
  await editor.getByRole('listitem').filter({ hasText: 'version 1' }).getByRole('button', { name: 'Restore this version' }).click();
  await expect(editor.getByText('You gave it back what it was in version 1')).toBeVisible();
  await expectAccessible(editor);
  await editor.context().close();
  await expect(history.getByText('gave it back what it was in version 1'), 'told to the page that has it open').toBeVisible();
});
