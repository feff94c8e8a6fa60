import { expectAccessible } from './support/accessible';
import { makeClaim, openArticle, saved, text } from './support/annotate-page';
import { rows } from './support/review-queue';
import { expect, isListening, newAccount, signIn, signInAs, test } from './support/test';

test('an editor gives out work, a checker takes the next by one key and hands it in', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const title = `Bridge ${Date.now()} closes`;
  await signIn(page, 'editor');
  await openArticle(page, `${title}\nThe ministry said so. It rained.`);
  await page.goto('/');
  await page.getByRole('button', { name: `Assign who checks ${title}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Who checks this' });
  await dialog.getByText('High', { exact: true }).click();
  // The most urgent there is, also beside what an earlier try left.
  await dialog.getByLabel('Due').fill(`202${5 - test.info().retry}-01-01T09:00`);
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog).toBeHidden();
  // Late is said, not only coloured.
  await expect(page.getByRole('region', { name: 'Late' }).getByRole('listitem').filter({ hasText: title })).toContainText('late by');
  await expectAccessible(page, 'the desk of an editor');

  const checker = await (await browser.newContext()).newPage();
  await signInAs(checker, await newAccount('checker'));
  await checker.goto('/');
  await expect(checker.getByRole('region', { name: 'Waits to be checked' }).getByRole('listitem').first()).toContainText(title);
  const take = checker.getByRole('button', { name: /^Take the next/ });
  await expect(take).toHaveAttribute('aria-keyshortcuts', 't');
  await isListening(take);
  await checker.keyboard.press('t');
  await checker.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  await makeClaim(checker, { sentence: 1, keys: ['9'], confidence: 'm' });
  await expect(saved(checker)).toHaveText('All changes saved');
  await checker.getByRole('button', { name: 'Hand in…' }).click();
  const part = checker.getByRole('dialog', { name: 'Your part in checking this' });
  await part.getByRole('button', { name: 'Hand in my check' }).click();
  await expect(part).toContainText('One of your claims here is not submitted yet.');
  await part.getByRole('button', { name: 'Give back' }).click();
  await expect(part).toBeHidden();
  await checker.goto('/');
  await expect(checker.getByRole('region', { name: 'Waits to be checked' }).getByRole('listitem').first()).toContainText(title);
  await checker.context().close();
});

test('people talk about a claim, are called, and find it on their desk', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const account = await newAccount('checker');
  const checker = await (await browser.newContext()).newPage();
  await signInAs(checker, account);
  await openArticle(checker, `Talk ${Date.now()}\nThe ministry said so. It rained.`);
  await makeClaim(checker, { sentence: 1, keys: ['9'], confidence: 'm' });
  await expect(saved(checker)).toHaveText('All changes saved');
  const address = checker.url();

  await signIn(page, 'editor');
  await page.goto(address);
  await text(page).press('n');
  const card = page.getByRole('region', { name: 'Comments' });
  await card.getByRole('button', { name: 'Write a comment' }).click();
  const field = card.getByRole('textbox', { name: 'Comment' });
  await field.pressSequentially('Is it **really** the ministry, @check');
  // What was begun outlives the page.
  await page.reload();
  await text(page).press('n');
  await expect(field).toHaveText('Is it really the ministry, @check');
  await field.press('Control+End');
  // Other tests have checkers of their own.
  await field.pressSequentially(account.email.replace(/^check|@.*$/g, ''));
  await field.press('Tab');
  await field.press('Control+Enter');
  await expect(card.getByRole('article')).toContainText('Is it really the ministry, @checker-');
  await expect(card.locator('strong')).toHaveText('really');

  await checker.goto('/');
  const notice = checker.getByRole('region', { name: 'For you' }).getByRole('listitem').first();
  await expect(notice).toContainText('called you in a comment on C1');
  await expect(notice).toContainText('New');
  await notice.getByRole('link').click();
  await checker.waitForURL(/#claim-/);
  const theirs = checker.getByRole('region', { name: 'Comments' });
  await theirs.getByRole('button', { name: 'Answer' }).click();
  const answer = theirs.getByRole('textbox', { name: 'Answer' });
  await answer.pressSequentially('It is, <b>see</b> the page');
  await answer.press('Control+Shift+ArrowLeft');
  await answer.press('Control+Shift+ArrowLeft');
  await answer.press('Control+k');
  await theirs.getByRole('textbox', { name: 'Where the link leads' }).fill('https://example.org/');
  await theirs.getByRole('textbox', { name: 'Where the link leads' }).press('Enter');
  await expect(answer).toBeFocused();
  await answer.press('Control+Enter');
  await expect(theirs.getByRole('article')).toHaveCount(2);
  await expect(theirs.getByRole('article').getByRole('link', { name: 'the page' })).toHaveAttribute('href', 'https://example.org/');
  await expect(theirs.getByRole('article').getByText('<b>see</b>')).toBeVisible();
  await theirs.getByRole('button', { name: 'Settle' }).click();
  await expect(theirs.getByText(/Settled by/)).toBeVisible();
  await checker.goto('/');
  await checker.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(checker.getByRole('region', { name: 'For you' })).toContainText('nothing new');
  await checker.context().close();
});

test('an editor returns a claim for one of the desk’s reasons', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const checker = await (await browser.newContext()).newPage();
  await signInAs(checker, await newAccount('checker'));
  await openArticle(checker, `Return ${Date.now()}\nThe ministry said so. It rained.`);
  await makeClaim(checker, { sentence: 1, keys: ['9'], confidence: 'm' });
  await expect(saved(checker)).toHaveText('All changes saved');
  const id = /articles\/([0-9a-f-]{36})/.exec(checker.url())?.[1] ?? '';
  await checker.getByRole('button', { name: /^Submit 1/ }).click();
  await expect(checker.getByRole('button', { name: /^Submit$/ })).toBeVisible();

  await signIn(page, 'editor');
  await expect(async () => {
    await page.goto(`/review?article=${id}`);
    await expect(rows(page)).toHaveCount(1, { timeout: 2000 });
  }).toPass();
  await page.keyboard.press('r');
  const reason = page.getByRole('button', { name: /Wrong source/ });
  await expect(reason).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(reason).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(rows(page)).toHaveCount(0);
  await expect(async () => {
    await checker.goto('/');
    await expect(checker.getByRole('region', { name: 'Returned to you' })).toContainText('Wrong source.', { timeout: 2000 });
  }).toPass();
  await checker.context().close();
});
