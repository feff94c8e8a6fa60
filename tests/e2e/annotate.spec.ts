import type { Browser, Page, Route } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { dragOver, exported, makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, newAccount, signIn, signInAs, test } from './support/test';

// The annotate page, act by act. Each test brings an article of its own.

const TEXT = [
  'Bridge to close in May',
  '',
  'The mayor of Wells said the bridge will close in May. A spokesman denied that any date was fixed.',
  'Nobody else was asked about the bridge.',
].join('\n');

const CLOSES = 'the bridge will close in May';

test.describe('annotating', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'checker');
    await openArticle(page, TEXT);
  });

  test('makes a claim of words selected with the mouse', async ({ page }) => {
    await dragOver(page, CLOSES);
    await page.getByRole('button', { name: 'Make a claim' }).click();
    const form = page.getByRole('form', { name: 'New claim' });
    await form.getByRole('radio', { name: 'Named person', exact: true }).check();
    await form.getByRole('combobox', { name: 'Source' }).fill('The mayor');
    await form
      .getByRole('option', { name: /The mayor/ })
      .last()
      .click();
    await form.getByRole('radio', { name: 'High' }).check();
    await form.getByRole('button', { name: 'Save claim' }).click();
    await expect(saved(page)).toHaveText('All changes saved');
    await expect(page.getByRole('button', { name: 'Claim 1, On the record, high confidence', exact: true })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Claims' }).getByRole('button', { name: /Claim 1.*The mayor/ })).toBeVisible();
  });

  test('makes an ordinary claim in five keystrokes when the source is known', async ({ page }) => {
    // A name of its own: the desk's sources are shared by all tests.
    const mayor = `Mayor ${Date.now()}`;
    await makeClaim(page, { sentence: 1, keys: ['1'], source: mayor });
    await press(page, 'j');
    await press(page, 'Enter', '1', 'Enter', 'm', 'Enter');
    await expect(page.getByRole('button', { name: 'Claim 2, On the record, moderate confidence', exact: true })).toBeVisible();
    await expect(saved(page)).toHaveText('All changes saved');
    await expect(text(page)).toBeFocused();
    expect((await claimsOf(page)).map(({ source }) => source?.name)).toEqual([mayor, mayor]);
  });

  test('names a new source though the desk has one that begins like it', async ({ page }) => {
    const mayor = `Mayor ${Date.now()}`;
    await makeClaim(page, { sentence: 1, keys: ['1'], source: `${mayor} of Wells` });
    await press(page, 'j', 'Enter', '1');
    await page.keyboard.insertText(mayor);
    await press(page, 'ArrowUp', 'Enter', 'm', 'Enter');
    await expect(saved(page)).toHaveText('All changes saved');
    expect((await claimsOf(page)).map(({ source }) => source?.name)).toEqual([`${mayor} of Wells`, mayor]);
  });

  test('says what is missing and puts the keyboard there', async ({ page }) => {
    await press(page, 'j', 'j', 'Enter', '1', 'Tab', 'h', 'Enter');
    const form = page.getByRole('form', { name: 'New claim' });
    await expect(form.getByText('“Named person” needs a source.')).toBeVisible();
    await expect(form.getByRole('combobox', { name: 'Source' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
    await expect(text(page)).toBeFocused();
  });

  test('makes a claim like the last one with one key', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['1'], source: 'The mayor', confidence: 'l' });
    await press(page, 'j', 'r');
    await expect(page.getByRole('button', { name: 'Claim 2, On the record, low confidence', exact: true })).toBeVisible();
    await expect(text(page)).toBeFocused();
  });

  test('offers each of several claims over the same words', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await dragOver(page, CLOSES);
    await press(page, 'Enter', '0', 'm', 'Enter');
    await expect(page.locator('mark mark').filter({ hasText: CLOSES })).toBeVisible();

    await page.locator('mark mark').filter({ hasText: CLOSES }).click();
    const menu = page.getByRole('menu', { name: '2 claims here' });
    await expect(menu.getByRole('menuitem')).toHaveText([/2.*impersonal/, /1.*the article’s own voice/]);
    await press(page, 'ArrowDown', 'Enter');
    await expect(page.getByRole('region', { name: /^Claim 1,/ })).toBeVisible();

    await press(page, 'Escape');
    await page.locator('mark mark').filter({ hasText: CLOSES }).click();
    await press(page, 'Enter');
    await expect(page.getByRole('region', { name: /^Claim 2,/ })).toBeVisible();
  });

  test('edits a claim', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await press(page, 'p', 'Enter', '1');
    await page.keyboard.insertText('The mayor');
    await press(page, 'Enter', 'l', '.');
    await page.keyboard.insertText('He said it on the steps.');
    await press(page, 'Control+Enter');
    const card = page.getByRole('region', { name: 'Claim 1, On the record, low confidence' });
    await expect(card.getByText('He said it on the steps.')).toBeVisible();
    await expect(saved(page)).toHaveText('All changes saved');
    expect(await claimsOf(page)).toMatchObject([{ sourceType: 'named_person', confidence: 'low', note: 'He said it on the steps.' }]);
  });

  test('moves an edge by a word, shows what would change, and saves it or puts it back', async ({ page }) => {
    await dragOver(page, CLOSES);
    await press(page, 'Enter', '9', 'm', 'Enter', 'p');
    const card = page.getByRole('region', { name: /^Claim 1,/ });
    await press(page, '[', '[');
    await expect(card.locator('del')).toHaveText(' in May');
    await press(page, 'Escape');
    await expect(card.locator('del')).toHaveCount(0);
    await card.getByRole('button', { name: 'End one word earlier' }).click();
    await card.getByRole('button', { name: 'Start one word earlier' }).click();
    await expect(card.locator('ins')).toHaveText('said ');
    await card.getByRole('button', { name: 'Save the edges' }).click();
    await expect(saved(page)).toHaveText('All changes saved');
    expect(await quotesOf(page)).toEqual(['said the bridge will close in']);
  });

  test('deletes a claim and brings it back, by toast and by key', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    const badge = page.getByRole('button', { name: 'Claim 1, No source, high confidence', exact: true });
    await press(page, 'p', 'Delete');
    await expect(badge).toBeHidden();
    await page.getByRole('button', { name: 'Undo (u)' }).click();
    await expect(badge).toBeVisible();
    await text(page).focus();
    await press(page, 'Shift+U');
    await expect(badge).toBeHidden();
    await press(page, 'u');
    await expect(badge).toBeVisible();
    await expect(saved(page)).toHaveText('All changes saved');
    expect(await claimsOf(page)).toHaveLength(1);
  });

  test('opens the sheet of keys at its top, and lets single keys be switched off there', async ({ page }) => {
    // The page of before would ask for what is new in its article.
    await page.goto('about:blank');
    await signInAs(page, await newAccount('checker'));
    await openArticle(page, TEXT);
    await page.setViewportSize({ width: 1280, height: 500 });
    await press(page, '?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet.getByRole('heading', { name: 'Keys', exact: true })).toBeInViewport();
    await sheet.getByRole('checkbox', { name: /^Single keys act/ }).uncheck();
    await press(page, 'Escape');
    await expect(sheet).toBeHidden();
    await expect(text(page)).toBeFocused();

    const form = page.getByRole('form', { name: 'New claim' });
    await press(page, 'j', 'Enter');
    await expect(form, 'j selected nothing for Enter to make a claim of').toBeHidden();
    await press(page, 'Enter', '1');
    await expect(form).toBeVisible();
    await expect(form.getByRole('radio', { name: 'Named person', exact: true })).not.toBeChecked();
    await press(page, 'Escape');
    await expect(form).toBeHidden();
  });

  test('takes a key by its place on a keyboard without Latin letters', async ({ page, context }) => {
    const keyboard = await context.newCDPSession(page);
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'о', code: 'KeyJ', windowsVirtualKeyCode: 74 });
    await press(page, 'Enter');
    await expect(page.getByRole('form', { name: 'New claim' })).toBeVisible();
  });

  test('takes no change of the text, however it is tried', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const before = await articleText(page);
    await press(page, 'End', 'x', 'Backspace', 'Shift+Enter');
    await page.keyboard.insertText('inserted');
    await press(page, 'Control+a', 'Control+x', 'Control+v');
    const ime = await context.newCDPSession(page);
    await ime.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 });
    await ime.send('Input.insertText', { text: '仮名' });
    await expect.poll(() => articleText(page)).toBe(before);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TEXT);
  });

  test('has nothing for axe to find, light or dark, whatever is open', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(page);
      await press(page, 'p');
      await expect(page.getByRole('region', { name: /^Claim 1,/ })).toBeVisible();
      await expectAccessible(page);
      await press(page, 'Enter');
      await expect(page.getByRole('form', { name: 'Edit claim 1' })).toBeVisible();
      await expectAccessible(page);
      await press(page, 'Escape', '?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await expectAccessible(page);
      await press(page, 'Escape', 'Escape');
    }
  });
});

test.describe('saving', () => {
  // What the browser says about requests that the tests break on purpose.
  test.use({ expectedComplaints: [/Failed to load resource|ERR_(FAILED|INTERNET_DISCONNECTED)/] });

  test.beforeEach(async ({ page }) => {
    await signIn(page, 'checker');
    await openArticle(page, TEXT);
  });

  test('keeps what is made offline and sends it when the network is back', async ({ page, context }) => {
    await context.setOffline(true);
    await press(page, 'j', 'j', 'Enter', '9', 'm', 'Enter');
    await expect(page.getByText('Offline. 1 change is kept on this device and will be sent.').last()).toBeVisible();
    await context.setOffline(false);
    await expect(saved(page)).toHaveText('All changes saved');
    expect(await claimsOf(page)).toHaveLength(1);
  });

  test('sends after a reload what could not be sent before, once', async ({ page }) => {
    const cut = (route: Route) => (route.request().method() === 'POST' ? route.abort() : route.fallback());
    await page.route('**/articles/*', cut);
    await press(page, 'j', 'j', 'Enter', '9', 'm', 'Enter');
    await expect(saved(page)).toHaveText(/^Not saved: The server cannot be reached\./);
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    await expect(page.getByRole('button', { name: 'New claim, No source, moderate confidence', exact: true })).toBeVisible();
    await page.unroute('**/articles/*', cut);
    await expect(saved(page)).toHaveText('All changes saved', { timeout: 15_000 });
    await page.reload();
    await expect(saved(page)).toHaveText('All changes saved');
    expect(await claimsOf(page)).toHaveLength(1);
  });

  test('makes one claim of a write whose answer was lost', async ({ page }) => {
    let sent = 0;
    await page.route('**/articles/*', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      sent += 1;
      const answer = await route.fetch();
      return sent === 1 ? route.abort() : route.fulfill({ response: answer });
    });
    await press(page, 'j', 'j', 'Enter', '9', 'm', 'Enter');
    await expect(saved(page)).toHaveText('All changes saved', { timeout: 15_000 });
    expect(sent).toBe(2);
    expect(await claimsOf(page)).toHaveLength(1);
  });
});

test.describe('two people on one claim', () => {
  test('see both versions, and the one who chooses theirs gets theirs', async ({ page, browser, watch }) => {
    const { other } = await clash(page, browser, watch);
    const card = page.getByRole('region', { name: /changed claim 1 while you were editing/ });
    await expect(card.getByRole('row', { name: /Confidence/ })).toContainText('High');
    await expect(card.getByRole('row', { name: /Confidence/ })).toContainText('Low');
    expect(await claimsOf(page)).toMatchObject([{ confidence: 'high' }]);
    await card.getByRole('button', { name: 'Take theirs' }).click();
    await expect(saved(page)).toHaveText('All changes saved');
    await expect(page.getByRole('region', { name: 'Claim 1, No source, high confidence' })).toBeVisible();
    await other.context().close();
  });

  test('keep mine only when they say so', async ({ page, browser, watch }) => {
    const { other } = await clash(page, browser, watch);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect(saved(page)).toHaveText('All changes saved');
    expect(await claimsOf(page)).toMatchObject([{ confidence: 'low' }]);
    await other.context().close();
  });
});

/** The checker and an editor both change the confidence of claim 1; the editor is first, while the checker has the form open. */
async function clash(page: Page, browser: Browser, watch: (page: Page) => void): Promise<{ other: Page }> {
  await signIn(page, 'checker');
  await openArticle(page, TEXT);
  await makeClaim(page, { sentence: 1, keys: ['9'], confidence: 'm' });
  const other = await (await browser.newContext()).newPage();
  watch(other);
  await signIn(other, 'editor');
  await other.goto(page.url());
  await openForm(page);
  await openForm(other);
  await press(other, 'h', 'Control+Enter');
  await expect(saved(other)).toHaveText('All changes saved');
  await expect(page.locator('.elsewhere-note')).toHaveText(/ changed the confidence just now\.$/);
  await press(page, 'l', 'Control+Enter');
  await expect(saved(page)).toHaveText(/^Not saved: .+ changed claim 1 while you were working on it\.$/);
  return { other };
}

async function openForm(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Claim 1, No source, \w+ confidence$/ })).toBeVisible();
  await text(page).focus();
  await press(page, 'Control+End', 'p', 'Enter');
  await expect(page.getByRole('form', { name: 'Edit claim 1' })).toBeVisible();
}

type Exported = {
  readonly sourceType: string;
  readonly confidence: string;
  readonly note: string;
  readonly source: { readonly name: string } | null;
};

/** The article's claims as the server has them. */
async function claimsOf(page: Page): Promise<readonly Exported[]> {
  return ((await exported(page)) as { claims: readonly Exported[] }).claims;
}

async function quotesOf(page: Page): Promise<readonly string[]> {
  const { claims } = (await exported(page)) as { claims: readonly { readonly spans: readonly { readonly quote: string }[] }[] };
  return claims.flatMap(({ spans }) => spans.map(({ quote }) => quote));
}

/** The text as shown, without badges. */
function articleText(page: Page): Promise<string> {
  return text(page).evaluate((root) => {
    const copy = root.cloneNode(true) as HTMLElement;
    for (const widget of copy.querySelectorAll('[contenteditable="false"]')) widget.remove();
    return [...copy.children].map((block) => block.textContent).join('\n');
  });
}
