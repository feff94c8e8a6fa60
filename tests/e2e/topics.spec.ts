import { exported, makeClaim, openArticle, text } from './support/annotate-page';
import { expect, signIn, test } from './support/test';

// What an article is about, and what a desk keeps to itself about a claim.

// Saving while offline is part of it.
test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED/] });

const TEXT = 'Bridge to close in May\n\nThe mayor of Wells said the bridge will close in May.';

test('a topic is said when the article comes in, changed on its page, and narrows the desk’s list', async ({ page }) => {
  await signIn(page, 'checker');
  const topic = `Bridges ${Date.now()}`;
  await page.goto('/articles/new');
  await page.getByRole('textbox', { name: 'Text' }).fill(TEXT);
  await page.getByRole('combobox', { name: 'Topic' }).fill(`  ${topic} `);
  await page.getByRole('textbox', { name: 'Outlet' }).fill('The Wells Echo');
  await page.getByLabel('Published').fill('2026-02-28');
  await page.getByRole('button', { name: /^Create the article/ }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  await expect(text(page)).toBeFocused();

  await page.getByRole('button', { name: `Topic: ${topic}` }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Who published it' })).toHaveValue('The Wells Echo');
  await page.getByLabel('When it was published').fill('2026-03-01');
  const field = page.getByRole('dialog').getByRole('combobox', { name: 'What the article is about' });
  await expect(field).toHaveValue(topic);
  await field.fill('x'.repeat(61));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('A topic has at most 60 characters.');
  await expect(field).toHaveValue('x'.repeat(61));
  await field.fill(`${topic} and ports`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Topic: ${topic} and ports` })).toBeVisible();
  const article = { topic: `${topic} and ports`, outlet: 'The Wells Echo', publishedOn: '2026-03-01' };
  expect(await exported(page)).toMatchObject({ article });

  await page.goto(`/?topic=${encodeURIComponent(`${topic} and ports`)}`);
  const articles = page.getByRole('region', { name: 'Articles' });
  await expect(articles.getByRole('listitem').filter({ hasText: 'Bridge to close in May' })).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'Topic' })).toHaveValue(`${topic} and ports`);
  await page.getByRole('button', { name: `Topic: ${topic} and ports` }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('');
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('No article matches.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('War in Ukraine');
  await page.waitForURL(/topic=War/);
  await expect(page.getByRole('link', { name: /^Close Putin Ally/ }).last()).toBeVisible();
});

test('a desk note is written on the claim’s card, is read again, and is in no export', async ({ page, context }) => {
  await signIn(page, 'checker');
  await openArticle(page, TEXT);
  await makeClaim(page, { sentence: 1, keys: ['1'], source: 'The mayor' });
  const card = page.getByRole('region', { name: 'Desk note' });
  await page.getByRole('button', { name: 'Claim 1, On the record, high confidence', exact: true }).click();
  await card.getByRole('button', { name: 'Write the desk note' }).click();
  const field = card.getByRole('textbox', { name: 'Desk note' });
  await expect(field).toBeFocused();
  await page.keyboard.insertText('Ring Yelena before we print, nxp');
  await page.keyboard.type('l h');

  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(card).toContainText('The server cannot be reached. The note is only in this field');
  await context.setOffline(false);
  const storage = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(storage).not.toContain('Yelena');
  await field.press('Control+Enter');
  await expect(card.getByText('Ring Yelena before we print, nxpl h')).toBeVisible();
  await expect(card).toContainText('Cleo');

  await page.reload();
  await page.getByRole('button', { name: 'Claim 1, On the record, high confidence', exact: true }).click();
  await expect(card.getByText(/^Ring Yelena/)).toBeVisible();
  expect(JSON.stringify(await exported(page))).not.toContain('Yelena');
});
