import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { toSample } from '@/lib/sample/sample-claims';
import { normaliseText } from '@/lib/text/normalise';
import { expectAccessible } from './support/accessible';
import { exported, makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, newAccount, signIn, signInAs, test } from './support/test';

// What the keyboard, the palette, find, filter, the quote field and undo do, with real keys.

const SAMPLE = path.resolve('prisma/sample');

type Exported = {
  readonly number: number;
  readonly sourceType: string;
  readonly state: string;
  readonly source: { readonly name: string } | null;
};

async function claimsOf(page: Page): Promise<readonly Exported[]> {
  return ((await exported(page)) as { claims: readonly Exported[] }).claims;
}

async function settled(page: Page): Promise<void> {
  await expect(saved(page)).toHaveText('All changes saved', { timeout: 20_000 });
}

/** Says how often anything was pointed at since the page was opened; a reload begins anew. */
async function watchPointers(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as unknown as { pointed: number };
    counted.pointed = 0;
    for (const type of ['pointerdown', 'mousedown', 'touchstart', 'mousemove']) {
      window.addEventListener(type, () => (counted.pointed += 1), { capture: true });
    }
  });
  return () => page.evaluate(() => (window as unknown as { pointed: number }).pointed);
}

async function runInPalette(page: Page, words: string): Promise<void> {
  await press(page, 'Control+k');
  await page.keyboard.insertText(words);
  await press(page, 'Enter');
}

const DAYS = [
  'Bridge to close in May',
  '',
  'The mayor of Wells said the bridge will close in May. A spokesman denied that any date was fixed.',
  'Nobody else was asked about the bridge. “The Bridge is sound”, the mayor said.',
].join('\n');

test('the sample article is annotated from start to finish without any pointer', async ({ page }) => {
  test.setTimeout(180_000);
  const article = normaliseText(readFileSync(path.join(SAMPLE, 'article.txt'), 'utf8'));
  const { claims } = toSample(JSON.parse(readFileSync(path.join(SAMPLE, 'annotation.json'), 'utf8')), article);
  const pointed = await watchPointers(page);
  await signIn(page, 'checker');
  await page.goto('/articles/new');
  await page.getByRole('textbox', { name: 'Text' }).focus();
  await page.keyboard.insertText(article);
  await press(page, 'Control+Enter');
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}$/);
  await expect(text(page)).toBeFocused();

  for (const { span, sourceType, sourceName, confidence } of claims) {
    const words = article.slice(span.start, span.end);
    // Found, selected, and Enter makes the claim; the caret stays in the text all along.
    await press(page, '/');
    await page.keyboard.insertText(words);
    await expect(page.locator('.find-count')).toHaveText(/^1 of /);
    await press(page, 'Control+Enter', 'Enter', SOURCE_TYPE_FACTS[sourceType].key);
    if (sourceName !== null && SOURCE_TYPE_FACTS[sourceType].source !== 'none') {
      await page.keyboard.insertText(sourceName);
      const first = page.locator('.picker [role="option"][aria-selected="true"]');
      if (!(await first.textContent())?.includes(sourceName)) await press(page, 'ArrowUp');
      await press(page, 'Enter');
    } else if (SOURCE_TYPE_FACTS[sourceType].source !== 'none') await press(page, 'Enter');
    await press(page, CONFIDENCE_FACTS[confidence].key, 'Enter');
    await expect(text(page)).toBeFocused();
  }
  await settled(page);
  const made = await claimsOf(page);
  expect(made.map(({ sourceType }) => sourceType).sort()).toEqual(claims.map(({ sourceType }) => sourceType).sort());
  expect(made.map(({ source }) => source?.name ?? null).sort()).toEqual(claims.map(({ sourceName }) => sourceName).sort());

  await press(page, 'Control+Enter');
  await expect.poll(async () => (await claimsOf(page)).filter(({ state }) => state === 'submitted').length).toBe(claims.length);
  expect(await pointed()).toBe(0);

  // Handing in is one step: taken back as one, and done again.
  await settled(page);
  await press(page, 'u');
  await expect
    .poll(async () => (await claimsOf(page)).filter(({ state }) => state === 'draft').length, { timeout: 20_000 })
    .toBe(claims.length);
});

test('the palette runs what it finds, goes to claims, and says why something cannot be done', async ({ page }) => {
  await signInAs(page, await newAccount('checker'));
  await openArticle(page, DAYS);
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const field = palette.getByRole('combobox');
  await makeClaim(page, { sentence: 1, keys: ['9'] });

  await press(page, 'Control+k');
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.insertText('chain: through');
  await expect(palette.getByRole('option').first()).toContainText('Open a claim first.');
  await press(page, 'Enter');
  await expect(palette.getByRole('status')).toContainText('Open a claim first.');
  await press(page, 'Escape');
  await expect(palette).toBeHidden();
  await expect(text(page)).toBeFocused();

  await runInPalette(page, 'C1');
  await expect(page.getByRole('region', { name: /^Claim 1,/ })).toBeVisible();
  await runInPalette(page, 'finding and evid');
  await expect(page.getByRole('form', { name: 'Finding of claim 1' })).toBeVisible();
  await press(page, 'Escape', 'Escape', 'j', 'Control+k');
  await page.keyboard.insertText('bare');
  await press(page, 'Enter');
  const form = page.getByRole('form', { name: 'New claim' });
  await expect(form.getByRole('radio', { name: 'Anonymous, bare' })).toBeChecked();
  await expect(form.getByRole('combobox', { name: 'Source' })).toBeFocused();
  await runInPalette(page, 'high');
  await expect(form.getByRole('radio', { name: 'High' })).toBeChecked();
  await press(page, 'Control+Enter');
  await settled(page);
  await runInPalette(page, 'undo');
  await settled(page);
  expect(await claimsOf(page)).toHaveLength(1);
  await runInPalette(page, 'switch single');
  await press(page, 'p');
  await expect(page.getByRole('region', { name: /^Claim 1,/ })).toBeHidden();
  await runInPalette(page, 'switch single');
  await press(page, 'p');
  await expect(page.getByRole('region', { name: /^Claim 1,/ })).toBeVisible();
});

test('what was done is taken back and done again after a reload', async ({ page }) => {
  await signIn(page, 'checker');
  await openArticle(page, DAYS);
  await makeClaim(page, { sentence: 1, keys: ['9'] });
  await makeClaim(page, { sentence: 2, keys: ['0'] });
  await press(page, 'p', 'Delete');
  await settled(page);
  expect(await claimsOf(page)).toHaveLength(1);

  await page.reload();
  await expect(text(page)).toBeFocused();
  await press(page, 'u');
  await expect.poll(async () => (await claimsOf(page)).length).toBe(2);
  await press(page, 'u', 'u');
  await expect.poll(async () => (await claimsOf(page)).length).toBe(0);
  await settled(page);

  await page.reload();
  await expect(text(page)).toBeFocused();
  await press(page, 'Shift+U', 'Shift+U', 'Shift+U');
  await settled(page);
  await expect.poll(async () => (await claimsOf(page)).map(({ number }) => number)).toEqual([1]);
  await press(page, 'Shift+U');
  await expect(page.getByText('Nothing to do again.').first()).toBeVisible();
});

test('every place of some words is found, marked as one act, and taken back as one', async ({ page }) => {
  await signIn(page, 'checker');
  await openArticle(page, DAYS);
  await press(page, 'j', 'j', '/');
  const line = page.getByRole('search', { name: 'Find in the article' });
  const words = line.getByRole('searchbox');
  await expect(words).toBeFocused();
  await words.fill('bridge');
  await expect(line.getByRole('status')).toHaveText('2 of 4');
  expect(await page.evaluate(() => [CSS.highlights.get('found')?.size, CSS.highlights.get('found-here')?.size])).toEqual([4, 1]);
  await expectAccessible(page);
  await press(page, 'Enter', 'Enter', 'Enter');
  await expect(line.getByRole('status')).toHaveText('1 of 4');
  await line.getByRole('checkbox', { name: 'letters exactly' }).check();
  await expect(line.getByRole('status')).toHaveText(/of 2$/);
  await line.getByRole('checkbox', { name: 'letters exactly' }).uncheck();
  await words.focus();
  await press(page, 'Escape');
  await expect(text(page)).toBeFocused();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain('The mayor of Wells said');
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await makeClaim(page, { sentence: 0, keys: ['9'] });
  await press(page, '/');
  await words.fill('bridge');
  await line.getByRole('button', { name: 'Mark 4 sentences' }).press('Enter');
  const form = page.getByRole('form', { name: 'New claims' });
  await expect(form.getByRole('heading', { name: '4 new claims' })).toBeVisible();
  await press(page, '9');
  await expect(form.getByRole('status').first()).toContainText('1 is left out');
  await expectAccessible(page);
  await press(page, 'h', 'Enter');
  await settled(page);
  expect(await claimsOf(page)).toHaveLength(4);
  await press(page, 'u');
  await settled(page);
  await expect.poll(async () => (await claimsOf(page)).length).toBe(1);
});

test('a link shows some claims only, n and p go to those, and one key shows all', async ({ page }) => {
  await signIn(page, 'checker');
  await openArticle(page, DAYS);
  await makeClaim(page, { sentence: 1, keys: ['9'] });
  await makeClaim(page, { sentence: 2, keys: ['6'], source: 'Sources at the ferry' });
  await makeClaim(page, { sentence: 3, keys: ['0'] });
  const stubs = page.getByRole('navigation', { name: 'Claims' }).getByRole('button');
  await expect(stubs).toHaveCount(3);

  await page.goto(`${page.url()}?class=anonymous`);
  await expect(text(page)).toBeFocused();
  await expect(stubs).toHaveCount(1);
  await expect(page.getByText('1 of 3 shown').first()).toBeVisible();
  await press(page, 'n');
  await expect(page.getByRole('region', { name: /^Claim 2,/ })).toBeVisible();
  await press(page, 'n');
  await expect(page.getByText('No claim after this one.').first()).toBeVisible();
  await press(page, 'Escape', 'g');
  const choices = page.getByRole('dialog', { name: 'Show only claims' });
  await expect(choices).toBeVisible();
  await expectAccessible(page);
  await choices.getByRole('checkbox', { name: 'No source' }).press('Space');
  await expect(choices.getByRole('status')).toHaveText('3 of 3 shown');
  await expect(page).toHaveURL(/class=anonymous(,|%2C)none/);
  await press(page, 'Escape');
  await expect(text(page)).toBeFocused();
  await press(page, 'Shift+G');
  await expect(stubs).toHaveCount(3);
  expect(new URL(page.url()).search).toBe('');

  await page.goto(`${page.url()}?class=record#C3`);
  await expect(page.getByRole('region', { name: /^Claim 3,/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).last().press('Enter');
  await expect(stubs).toHaveCount(3);
});

test('a claim is made of pasted words, chosen where they stand twice, and the nearest is offered where they do not', async ({ page }) => {
  await signIn(page, 'checker');
  await openArticle(page, DAYS);
  const dialog = page.getByRole('dialog', { name: 'Quote it' });
  const form = page.getByRole('form', { name: 'New claim' });
  await press(page, 'q');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText('any date was fixed');
  await press(page, 'Enter');
  await expect(form).toContainText('any date was fixed');
  await press(page, '9', 'h', 'Enter');
  await settled(page);

  await press(page, 'q');
  await page.keyboard.insertText('the   bridge');
  await press(page, 'Enter');
  await expect(dialog.getByRole('status')).toHaveText(/^Found in 3 places, but for/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /asked about/ }).press('Enter');
  await expect(form).toContainText('the bridge');
  await press(page, 'Escape', 'q');
  await page.keyboard.insertText('nobody was asked about the ferry');
  await press(page, 'Enter');
  await expect(dialog.getByRole('status')).toContainText('Most like them is');
  await dialog.getByRole('button', { name: /Nobody else/ }).press('Enter');
  await expect(form).toContainText('Nobody else was asked');
  await press(page, 'Escape', 'q');
  await page.keyboard.insertText('any date was fixed');
  await press(page, 'Enter');
  await expect(form.getByText('Claim 1 is of these very words.')).toBeVisible();
});

test.describe('keys of one’s own', () => {
  // What was refused on purpose while nobody could be reached.
  test.use({ expectedComplaints: [/Failed to load resource|ERR_(FAILED|INTERNET_DISCONNECTED)/] });

  test('are pressed to be chosen, go along to another browser, and are refused where they cannot be', async ({ page, browser, watch }) => {
    const account = await newAccount('editor');
    await signInAs(page, account);
    await page.goto('/keys');
    const change = (what: string) => page.getByRole('button', { name: `Change the key for: ${what}`, exact: true });
    const row = (what: string) => page.getByRole('listitem').filter({ has: page.getByText(what, { exact: true }) });
    await change('Next claim').first().press('Enter');
    await press(page, 'Control+t');
    await expect(row('Next claim').first()).toContainText('Ctrl t opens a new tab.');
    await press(page, 'j');
    await expect(row('Next claim').first()).toContainText('j is “Next sentence” already.');
    await page.getByRole('button', { name: 'Swap the two' }).press('Enter');
    await expect(row('Next sentence').locator('kbd')).toHaveText('n');
    await change('Undo').press('Enter');
    await press(page, ';');
    await expect(page.locator('.keys-all').getByRole('status')).toHaveText('Saved with your account.');
    await expectAccessible(page);

    const other = await elsewhere(browser);
    watch(other);
    await signInAs(other, account);
    await openArticle(other, DAYS);
    await press(other, 'n', 'Enter');
    await expect(other.getByRole('form', { name: 'New claim' })).toBeVisible();
    await press(other, '9', 'h', 'Enter');
    await settled(other);
    await press(other, 'u');
    expect(await claimsOf(other)).toHaveLength(1);
    await press(other, ';');
    await expect.poll(async () => (await claimsOf(other)).length).toBe(0);
    await press(other, '?');
    await expect(other.getByRole('dialog', { name: 'Keys' }).getByText('Undo', { exact: true })).toBeVisible();
    await press(other, 'Escape');
    await other.context().setOffline(true);
    await runInPalette(other, 'switch single');
    await press(other, 'n', 'Enter');
    await expect(other.getByRole('form', { name: 'New claim' })).toBeHidden();
    await other.context().setOffline(false);
    await expect
      .poll(() => other.evaluate(() => localStorage.getItem('hearsay.keys.none') ?? Object.values(localStorage).join(' ')))
      .toContain('"mine":null');

    await page.reload();
    await expect(page.getByRole('checkbox', { name: /^Single keys act/ })).not.toBeChecked();
    await page.getByRole('checkbox', { name: /^Single keys act/ }).press('Space');
    await page.getByRole('button', { name: /changed their usual keys$/ }).press('Enter');
    await expect(row('Next sentence').locator('kbd')).toHaveText('j');
    await expect(page.locator('.keys-all').getByRole('status')).toHaveText('Saved with your account.');
    await other.context().close();
  });
});

async function elsewhere(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}
