import type { Page, Route } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, openDesk, signIn, test } from './support/test';

// What a claim has beyond its tag, by keyboard: chain, flags, relations, finding. Each test brings an article of its own.

const TEXT = [
  'Bridge to close in May',
  '',
  'Aides close to the mayor say that the bridge will close in May. They add that nobody objected.',
  'The mayor denied that any date was fixed.',
].join('\n');

/** A name of its own: the desk's sources are shared by all tests. */
const aides = () => `aides close to the mayor ${Date.now()}`;

test.describe('a claim’s chain', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'checker');
    await openArticle(page, TEXT);
  });

  test('is built by keyboard, says at once what it is worth, and is repeated with one key', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['5'], source: aides(), confidence: 'm' });
    await addRelay(page, 'The Herald');
    const card = page.getByRole('region', { name: /^Claim 1,/ });
    const chain = card.getByRole('list', { name: 'Chain, outermost first' });
    await expect(chain.getByRole('listitem')).toHaveText([/The article.*own voice/, /The Herald.*known from outside/, /aides.*weakest/]);
    await expect(card.getByText(/^Second hand\. Strength 1 of 5: the weakest link is aides/)).toBeVisible();
    for (const flag of ['No basis of knowledge', 'No reason for anonymity', 'Number not given', 'Link left out']) {
      await expect(card.getByText(flag, { exact: true })).toBeVisible();
    }
    await expect(card.getByText('At most 1 origin, 0 attested')).toBeVisible();

    // What the article says of the unnamed: what is filled in is a flag no longer.
    await press(page, 'c', 'Enter');
    const panel = page.getByRole('form', { name: 'Chain of claim 1' });
    await panel.getByRole('combobox', { name: 'How many' }).selectOption('Several, no number');
    await panel.getByRole('textbox', { name: 'How they know' }).fill('they sat at the table');
    await expect(panel.getByText('Missing, and so flagged:')).not.toContainText('No basis of knowledge');
    await press(page, 'Control+Enter');
    await expect(card.getByText(/^Second hand\. Strength 2 of 5: .*“they sat at the table”/)).toBeVisible();
    await expect(card.getByText('No basis of knowledge', { exact: true })).toBeHidden();
    await expect(saved(page)).toHaveText('All changes saved');

    await press(page, 'Escape', 'j', 'r');
    await expect(page.getByRole('button', { name: 'Claim 2, Anonymous, moderate confidence', exact: true })).toBeVisible();
    await press(page, 'p');
    await expect(page.getByRole('region', { name: /^Claim 2,/ }).getByText(/^Second hand\. Strength 2 of 5/)).toBeVisible();
    await page.reload();
    await expect(stub(page, 2)).toHaveAccessibleName(/The Herald \(known from outside\) › aides/);
  });

  test('takes its words from the selection, and is put in order by keyboard and by dragging', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['5'], source: aides() });
    await addRelay(page, 'The Herald');
    await press(page, 'Escape', 'Control+Home', 'ArrowDown', 'Home');
    await press(page, ...Array.from({ length: 5 }, () => 'Shift+ArrowRight'));
    await stub(page, 1).press('Enter');
    await text(page).focus();
    await press(page, 'c', 'Enter');
    const panel = page.getByRole('form', { name: 'Chain of claim 1' });
    await panel.getByRole('button', { name: 'Use the selected words' }).press('Enter');
    await expect(panel.locator('q')).toHaveText('Aides');

    const names = panel.locator('.chain-open');
    await expect(names).toHaveText(['The article', 'The Herald', /^aides/]);
    await names.nth(2).focus();
    await press(page, 'Alt+ArrowUp');
    await expect(names).toHaveText(['The article', /^aides/, 'The Herald']);
    await expect(names.nth(1)).toBeFocused();
    await press(page, 'Alt+ArrowUp');
    await expect(panel.getByText('Every chain begins with the article’s own voice: it stays where it is.')).toBeVisible();

    const open = await names.nth(1).getAttribute('aria-expanded');
    await press(page, 'Enter');
    await expect(names.nth(1)).toHaveAttribute('aria-expanded', open === 'true' ? 'false' : 'true');
    const handle = panel.getByRole('button', { name: 'Drag The Herald' });
    const [from, to] = [await handle.boundingBox(), await names.nth(1).boundingBox()];
    await page.mouse.move((from?.x ?? 0) + 8, (from?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move((from?.x ?? 0) + 8, (to?.y ?? 0) + 8, { steps: 5 });
    await page.mouse.up();
    await expect(names).toHaveText(['The article', 'The Herald', /^aides/]);
  });

  test('says what is missing before anything is sent, and loses nothing', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await press(page, 'p', 'c');
    const panel = page.getByRole('form', { name: 'Chain of claim 1' });
    await panel.getByRole('button', { name: 'Add a link at the end' }).press('Enter');
    await press(page, 'Control+Enter');
    await expect(panel.getByText('Link 1: “Named person” needs a source.')).toBeVisible();
    await press(page, 'Escape');
    await page.getByRole('button', { name: 'Bring back' }).click();
    await expect(panel.locator('.chain-open')).toHaveText(['The articletag', /^Named person, who\?/]);
  });

  test('is given in the form before the claim is saved, one key away', async ({ page }) => {
    await press(page, 'Control+Home', 'j', 'j', 'Enter', '5');
    await page.keyboard.insertText(aides());
    await press(page, 'Enter', 'h', '.');
    const form = page.getByRole('form', { name: 'New claim' });
    await expect(form.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await form.getByRole('button', { name: /^aides/ }).press('Enter');
    await form.getByRole('button', { name: 'Add before' }).press('Enter');
    await press(page, 'Tab');
    await page.keyboard.insertText('The Herald');
    await press(page, 'Enter', 'Control+Enter');
    await expect(stub(page, 1)).toHaveAccessibleName(/The Herald › aides/);
  });

  test('is applied to several marked claims, and taken back from all by one undo', async ({ page }) => {
    await makeClaim(page, { sentence: 3, keys: ['9'] });
    await makeClaim(page, { sentence: 2, keys: ['9'] });
    await makeClaim(page, { sentence: 1, keys: ['5'], source: aides() });
    await stub(page, 2).focus();
    await press(page, 'v');
    await stub(page, 1).click({ modifiers: ['Control'] });
    await stub(page, 3).press('Enter');
    await text(page).focus();
    await press(page, 'Shift+C');
    const dialog = page.getByRole('dialog', { name: 'Apply this chain to…' });
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Apply to 2 claims' }).press('Enter');
    await expect(list(page).getByRole('button', { name: /^Claim \d, Anonymous, high/ })).toHaveCount(3);
    await expect(saved(page)).toHaveText('All changes saved');
    await text(page).focus();
    await press(page, 'u');
    await expect(list(page).getByRole('button', { name: /^Claim \d, No source, high/ })).toHaveCount(2);
    await expect(saved(page)).toHaveText('All changes saved');
  });

  test('shows names of any length and direction without breaking the page', async ({ page }) => {
    const names = [`${'A very long name '.repeat(11)}of two hundred`, 'مصادر مقربة من الرئيس', '𝕿𝖍𝖊 👩🏽‍💻 Herald'];
    await makeClaim(page, { sentence: 1, keys: ['5'], source: names[0] as string });
    await addRelay(page, names[1] as string);
    await addRelay(page, names[2] as string);
    for (const width of [1360, 1100, 900, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const card = await page.getByRole('region', { name: /^Claim 1,/ }).evaluate((one) => [one.scrollWidth, one.clientWidth]);
      expect(card[0]).toBeLessThanOrEqual(card[1] ?? 0);
    }
  });
});

test.describe('what is said of a claim', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'checker');
    await openArticle(page, TEXT);
  });

  test('shows a relation on both claims, refuses it twice, and takes it away from either side', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await makeClaim(page, { sentence: 3, keys: ['0'] });
    await press(page, 'p', 'b');
    const panel = page.getByRole('form', { name: 'Relations of claim 2' });
    await page.keyboard.insertText('1');
    await press(page, 'Enter');
    await expect(panel.getByRole('button', { name: 'Remove: Contradicts claim 1' })).toBeVisible();
    await page.keyboard.insertText('1');
    await press(page, 'Enter');
    await expect(panel.getByText('Claim 2 already contradicts claim 1.')).toBeVisible();
    await expect(saved(page)).toHaveText('All changes saved');
    await expect(stub(page, 1)).toHaveAccessibleName(/contradicts 1/);
    await expect(page.getByRole('button', { name: /^Claim 1, .*, contradicts the open claim$/ })).toBeVisible();

    await press(page, 'Escape', 'p');
    const card = page.getByRole('region', { name: /^Claim 1,/ });
    await expect(card.getByText('Contradicts the article')).toBeVisible();
    await expect(card.getByRole('button', { name: /^Open Claim 2,/ })).toBeVisible();
    await press(page, 'b');
    await page.getByRole('button', { name: 'Remove: Contradicts claim 2' }).press('Enter');
    await expect(saved(page)).toHaveText('All changes saved');
    await page.reload();
    await expect(stub(page, 2)).not.toHaveAccessibleName(/contradicts/);
  });

  test('relates claims by pressing the other one', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await makeClaim(page, { sentence: 3, keys: ['0'] });
    await press(page, 'p', 'b');
    await page.getByRole('combobox', { name: 'Claim 2' }).selectOption('= Restates');
    await page
      .getByRole('button', { name: /^Claim 1, No source/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Remove: Restates claim 1' })).toBeVisible();
  });

  test('takes a flag with a note, and the dismissal of a computed one', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await press(page, 'p', 'f');
    const panel = page.getByRole('form', { name: 'Flags of claim 1' });
    await panel.getByRole('combobox', { name: 'Add' }).selectOption('Prediction');
    await expect(panel.getByText(/^It speaks of what has not happened yet/)).toBeVisible();
    await panel.getByRole('textbox', { name: 'Note' }).fill('“will close”');
    await press(page, 'Enter');
    await panel.getByRole('button', { name: 'Dismiss: Unattributed' }).press('Enter');
    await panel.getByRole('textbox', { name: 'Note' }).fill('The sentence before says it.');
    await press(page, 'Enter', 'Escape');
    const card = page.getByRole('region', { name: /^Claim 1,/ });
    await expect(card.getByText('Prediction', { exact: true })).toBeVisible();
    await card.getByText('1 dismissed').click();
    await expect(card.getByText('The sentence before says it.')).toBeVisible();
    await text(page).focus();
    await press(page, 'u');
    await expect(card.getByText('1 dismissed')).toBeHidden();
    await expect(card.getByText('Unattributed', { exact: true })).toBeVisible();
    await expect(saved(page)).toHaveText('All changes saved');
  });

  test('refuses credibility 1 in words and keeps 2, with its evidence', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    await press(page, 'p', 'e');
    const panel = page.getByRole('form', { name: 'Finding of claim 1' });
    await expect(panel.getByRole('combobox', { name: 'Did they say it?' })).toBeFocused();
    await panel.getByRole('combobox', { name: 'Is it so?' }).selectOption('Confirmed');
    await panel.getByRole('combobox', { name: 'Credibility' }).selectOption('1 Confirmed by other sources');
    await panel.getByRole('textbox', { name: 'Why' }).fill('The council’s minutes say so.');
    await panel.getByRole('button', { name: 'Add evidence' }).press('Enter');
    await panel.getByRole('button', { name: 'Supports Evidence 1' }).waitFor();
    await panel.getByRole('textbox', { name: 'Title' }).fill('Minutes of 3 March');
    await panel.getByRole('textbox', { name: 'Where in it' }).fill('item 4');
    await press(page, 'Control+Enter');
    await expect(panel.getByText(/^Credibility 1 means confirmed by independent sources\./)).toBeVisible();
    await panel.getByRole('combobox', { name: 'Credibility' }).selectOption('2 Probably true');
    await panel.getByRole('combobox', { name: 'Likelihood' }).selectOption('Very likely, 80–95 %');
    await press(page, 'Control+Enter');
    const card = page.getByRole('region', { name: /^Claim 1,/ });
    await expect(card.getByText('Content: confirmed. Credibility 2, probably true.')).toBeVisible();
    await expect(saved(page)).toHaveText('All changes saved');
    await page.reload();
    await stub(page, 1).press('Enter');
    await expect(card.getByText(/Minutes of 3 March.*item 4/)).toBeVisible();
    await expect(card.getByText('Very likely (80–95 %)')).toBeVisible();
  });

  test('has nothing for axe to find, light or dark, in any panel', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['5'], source: aides() });
    await makeClaim(page, { sentence: 3, keys: ['0'] });
    await press(page, 'p', 'b');
    await page.keyboard.insertText('1');
    await press(page, 'Enter', 'Escape');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const key of ['c', 'e', 'f', 'b']) {
        await press(page, key);
        await expect(page.locator('.panel-card')).toBeVisible();
        if (key === 'c') await page.locator('.chain-open').last().press('Enter');
        if (key === 'e') await page.getByRole('button', { name: 'Add evidence' }).press('Enter');
        await expectAccessible(page);
        await press(page, 'Escape');
      }
      await expectAccessible(page);
    }
  });
});

test.describe('unsaved work', () => {
  // What the browser says about requests that the tests break on purpose.
  test.use({ expectedComplaints: [/Failed to load resource|ERR_(FAILED|INTERNET_DISCONNECTED)/] });

  test.beforeEach(async ({ page }) => {
    await signIn(page, 'checker');
    await openArticle(page, TEXT);
  });

  test('on a chain arrives after a reload, exactly once', async ({ page }) => {
    await makeClaim(page, { sentence: 1, keys: ['5'], source: aides() });
    const cut = (route: Route) => (route.request().method() === 'POST' ? route.abort() : route.fallback());
    await page.route('**/articles/*', cut);
    const name = `The Herald ${Date.now()}`;
    await addRelay(page, name);
    await expect(stub(page, 1)).toHaveAccessibleName(new RegExp(`${name} \\(known from outside\\)`));
    await expect(saved(page)).toHaveText(/^Not saved: The server cannot be reached\./);
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    await expect(stub(page, 1)).toHaveAccessibleName(new RegExp(name));
    await page.unroute('**/articles/*', cut);
    await expect(saved(page)).toHaveText('All changes saved', { timeout: 15_000 });
    await page.reload();
    await stub(page, 1).press('Enter');
    const chain = page.getByRole('list', { name: 'Chain, outermost first' });
    await expect(chain.getByRole('listitem').filter({ hasText: name })).toHaveCount(1);
    await expect(chain.getByRole('listitem')).toHaveCount(3);
  });

  test('in a form or a panel is back after a reload', async ({ page }) => {
    await press(page, 'j', 'j', 'Enter', '5');
    await page.keyboard.insertText('aid');
    await page.reload();
    const form = page.getByRole('form', { name: 'New claim' });
    await expect(form.getByRole('combobox', { name: 'Source' })).toHaveValue('aid');
    await expect(form.getByRole('combobox', { name: 'Source' })).toBeFocused();
    await page.keyboard.insertText('es');
    await press(page, 'ArrowUp', 'Enter', '.');
    await page.keyboard.insertText('half a note');
    await page.reload();
    await expect(form.getByRole('textbox', { name: 'Note' })).toHaveValue('half a note');
    await expect(form.getByRole('radio', { name: 'Anonymous, described' })).toBeChecked();
    await form.getByRole('radio', { name: 'High' }).check();
    await press(page, 'Control+Enter');
    await expect(saved(page)).toHaveText('All changes saved');

    await press(page, 'p', 'e');
    await page.getByRole('textbox', { name: 'Should say' }).fill('in June');
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Should say' })).toHaveValue('in June');
  });

  test('is submitted once it is saved, though the page was loaded anew meanwhile', async ({ page }) => {
    const cut = (route: Route) => (route.request().method() === 'POST' ? route.abort() : route.fallback());
    await page.route('**/articles/*', cut);
    await press(page, 'j', 'j', 'Enter', '9', 'm', 'Enter');
    await page.getByRole('button', { name: /^Submit 1/ }).click();
    await expect(page.getByRole('button', { name: /^Submits when saved/ })).toBeVisible();
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    await expect(page.getByRole('button', { name: /^Submits when saved/ })).toBeVisible();
    await page.unroute('**/articles/*', cut);
    await expect(page.getByRole('button', { name: 'Submit', exact: true })).toBeVisible({ timeout: 15_000 });
    await stub(page, 1).press('Enter');
    await expect(page.getByText('Submitted, you')).toBeVisible();
  });

  test('in two windows of one person is told as what it is', async ({ page, context, watch }) => {
    await makeClaim(page, { sentence: 1, keys: ['9'] });
    const other = await context.newPage();
    watch(other);
    await other.goto(page.url());
    await expect(stub(other, 1)).toBeVisible();
    await openForm(page);
    await openForm(other);
    await press(other, 'l', 'Control+Enter');
    await expect(saved(other)).toHaveText('All changes saved');
    await press(page, 'm', 'Control+Enter');
    await expect(page.getByRole('heading', { name: 'You changed claim 1 in another window while you were editing.' })).toBeVisible();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect(page.getByRole('region', { name: 'Claim 1, No source, moderate confidence' })).toBeVisible();
  });
});

test('the sample shows at a glance what its sources are worth', async ({ page }) => {
  await openDesk(page, 'checker');
  await page.goto(await sampleAddress(page));
  await expect(page.getByRole('link', { name: /10.*at most 2 origins, 1 attested/ })).toBeVisible();
  await stub(page, 8).press('Enter');
  const card = page.getByRole('region', { name: /^Claim 8,/ });
  const links = card.getByRole('list', { name: 'Chain, outermost first' }).getByRole('listitem');
  await expect(links).toHaveText([
    /The article.*own voice/,
    /The New York Times.*known from outside/,
    /“sources”.*weakest.*according to sources/,
    /Vladimir Putin/,
  ]);
  await expect(card.getByText(/^Third hand\. Strength 1 of 5/)).toBeVisible();
  for (const number of [9, 14, 15]) await expect(card.getByRole('button', { name: new RegExp(`^Open Claim ${number},`) })).toBeVisible();
  await expect(page.getByRole('button', { name: /, contradicts the open claim$/ })).toHaveCount(3);
});

/** The line of a claim in the list beside the text. */
function stub(page: Page, number: number) {
  return list(page).getByRole('button', { name: new RegExp(`^Claim ${number},`) });
}

function list(page: Page) {
  return page.getByRole('navigation', { name: 'Claims' });
}

/** Puts a newsroom that the sentence does not name in front of claim 1's source, and saves. Leaves the claim open. */
async function addRelay(page: Page, name: string): Promise<void> {
  await stub(page, 1).press('Enter');
  await text(page).focus();
  await press(page, 'c', 'Enter');
  const panel = page.getByRole('form', { name: 'Chain of claim 1' });
  await panel.getByRole('button', { name: 'Add before' }).press('Enter');
  await press(page, 'Tab');
  await expect(panel.getByRole('combobox', { name: 'Who' })).toBeFocused();
  await page.keyboard.insertText(name);
  await press(page, 'ArrowUp', 'Enter');
  await panel.getByRole('combobox', { name: 'Stated' }).selectOption('Known from outside');
  await press(page, 'Control+Enter');
  await expect(panel).toBeHidden();
}

async function openForm(page: Page): Promise<void> {
  await stub(page, 1).press('Enter');
  await text(page).focus();
  await press(page, 'Enter');
  await expect(page.getByRole('form', { name: 'Edit claim 1' })).toBeVisible();
}

async function sampleAddress(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: /^Close Putin Ally Attempted/ }).first();
  return ((await link.getAttribute('href')) ?? '').split('#')[0] ?? '';
}
