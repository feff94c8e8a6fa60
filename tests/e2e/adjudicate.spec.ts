import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { callAction, ownHeaders, readBuiltActions, toActionResult } from '../support/http/actions';
import { runCommand } from '../support/http/run-command';
import { signInByHttp } from '../support/http/sign-in';
import { expectAccessible } from './support/accessible';
import { type Account, readAccounts } from './support/accounts';
import { makeClaim, press, text } from './support/annotate-page';
import { dataFolder, expect, signInAs, test } from './support/test';

/**
 * Two people check an article, neither seeing the other; an editor decides where they differ by keyboard alone; the figures are those of
 * what each had made; both see what became of it.
 *
 *     The mayor said the bridge will close.   Ann: the mayor, high            Bo: the same
 *     Officials denied it.                    Ann: officials, moderate        Bo: officials, low
 *     Nobody was asked.                       Ann: the article's voice, low   Bo: nothing
 */
test.describe.configure({ mode: 'serial' });

const address = () => process.env.HEARSAY_E2E_ADDRESS ?? '';

type Person = Account & { readonly id: string };

async function newPerson(name: string): Promise<Person> {
  const email = `${randomUUID()}@example.org`;
  const { out } = await runCommand(dataFolder(), ['--json', 'create-user', email, '--role', 'checker', '--name', name]);
  const db = new Sqlite(path.join(dataFolder(), 'hearsay.db'), { readonly: true });
  const { id } = db.prepare('SELECT "id" FROM "User" WHERE "email" = ?').get(email) as { id: string };
  db.close();
  return { email, id, password: (JSON.parse(out) as { password: string }).password };
}

let ann: Person;
let bo: Person;
let articleId: string;

test.beforeAll(async () => {
  [ann, bo] = [await newPerson('Ann First'), await newPerson('Bo Second')];
  const cookie = await signInByHttp(address(), (await readAccounts(dataFolder())).editor);
  const actions = readBuiltActions();
  const act = async (name: string, input: object) => {
    const id = actions.find((built) => built.name === name)?.id ?? '';
    const headers = { ...ownHeaders(address()), Cookie: cookie };
    const result = toActionResult(
      await callAction({ address: address(), page: '/', id, input: [{ key: randomUUID(), ...input }], headers }),
    );
    if (result?.ok !== true) throw new Error(`${name}: ${JSON.stringify(result)}`);
    return result.value as { readonly articleId: string };
  };
  const content = `Bridge ${randomUUID()}\n\nThe mayor said the bridge will close. Officials denied it. Nobody was asked.`;
  ({ articleId } = await act('pasteArticle', { text: content }));
  const plan = { people: [ann.id, bo.id], reviewerId: null, priority: 'normal', dueAt: null };
  await act('saveAssignment', { articleId, version: 0, checkers: 2, ...plan });
});

/** Opens the article as one of its checkers, makes the claims, submits them and hands in. */
async function check(page: Page, who: Person, claims: readonly Parameters<typeof makeClaim>[1][]): Promise<void> {
  await signInAs(page, who);
  await page.goto(`/articles/${articleId}`);
  await text(page).focus();
  for (const claim of claims) await makeClaim(page, claim);
  await press(page, 'Control+Enter');
  await expect(page.getByRole('button', { name: /^Submit$/ })).toBeVisible();
  await page.getByRole('button', { name: /hand in…/i }).click();
  await page.getByRole('button', { name: 'Hand in my check' }).click();
  await expect(page.getByRole('button', { name: /hand in…/i })).toHaveCount(0);
}

// Names that no other test's articles bring to the desk, where the finder would offer them first.
const own = randomUUID().slice(0, 8);
const MAYOR = { sentence: 1, keys: ['1'], source: `Mayor ${own}`, confidence: 'h' };
const OFFICIALS = { sentence: 2, keys: ['8'], source: `Officials ${own}` };

test('two check the article, neither seeing the other', async ({ page, browser, watch }) => {
  await check(page, ann, [MAYOR, { ...OFFICIALS, confidence: 'm' }, { sentence: 3, keys: ['9'], confidence: 'l' }]);
  const other = await (await browser.newContext()).newPage();
  watch(other);
  await signInAs(other, bo);
  await other.goto(`/articles/${articleId}`);
  await expect(text(other)).toBeVisible();
  await expect(other.locator('mark')).toHaveCount(0);
  await check(other, bo, [MAYOR, { ...OFFICIALS, confidence: 'l' }]);
  await other.context().close();
});

/** One line of the agreement page's tables. */
const figureOf = (page: Page, table: string, name: string) =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name }).first().locator('td.num');

/**
 * By hand. Characters: 37 and 20 marked by both, 17 by Ann alone; F1 = 2 × 57 / (2 × 57 + 17) = 114 / 131 = 0.87. Confidence as
 * places (low 0, moderate 1, high 2): (2, 2) and (1, 0); observed (0 + 0 + 1 + 1) / 4 = 0.5; expected over all ordered pairs of
 * 2, 2, 1, 0: 2 × (1 + 1 + 4 + 4 + 1 + 0) / (4 × 3) = 22 / 12; alpha = 1 − 0.5 / 1.8333 = 0.73. Source types: both times the same: 1.
 */
async function expectFigures(page: Page): Promise<void> {
  await page.goto(`/articles/${articleId}/agreement`);
  await expect(page.getByText('2 claims that at least two made')).toBeVisible();
  await expect(figureOf(page, 'What they are', 'Confidence')).toHaveText('0.73');
  await expect(figureOf(page, 'What they are', 'Source type')).toHaveText('1.00');
  await expect(figureOf(page, 'Where they are', 'Overlap F1')).toHaveText('0.87');
}

/** The page came from the server: its keys act once the browser listens. */
async function waitForKeys(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog', { name: 'Keys on this page' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(sheet).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
}

/** Somebody else decides the first open difference meanwhile: as Ann has it. */
async function decideMeanwhile(other: Page): Promise<void> {
  await signInAs(other, (await readAccounts(dataFolder())).admin);
  await other.goto(`/articles/${articleId}/adjudicate`);
  await expect(other.getByRole('heading', { name: /2 of 3: confidence/ })).toBeVisible();
  await waitForKeys(other);
  await other.keyboard.press('1');
  await expect(other.getByText('2 of 3 decided')).toBeVisible();
  await expect(other.getByText('All decisions saved.')).toBeVisible();
}

test('an editor decides where they differ by keyboard alone, and the figures stay what they were', async ({ page, browser, watch }) => {
  await signInAs(page, (await readAccounts(dataFolder())).editor);
  await expectFigures(page);
  await page.getByRole('link', { name: 'Adjudicate 2 differences' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/adjudicate$/);
  await expect(page.getByText('0 of 3 decided')).toBeVisible();
  await expect(page.getByRole('heading', { name: /2 of 3: confidence/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: '2 differences still to be decided' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.keyboard.press('a');
  await expect(page.getByText('1 of 3 decided')).toBeVisible();
  await expect(page.getByText('All decisions saved.')).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  watch(other);
  await decideMeanwhile(other);
  await other.context().close();
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: /3 of 3: marked by one alone/ })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'was quicker and decided: as Ann First has it' })).toBeVisible();
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/\/adjudicate\?at=[0-9a-f-]{36}$/);
  await expect(page.getByText('Ada Admin', { exact: true })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: /3 of 3: marked by one alone/ })).toBeVisible();
  await expect(page.getByText('2 of 3 decided')).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText('3 of 3 decided')).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('2 of 3 decided')).toBeVisible();
  await page.keyboard.press('x');
  await page.keyboard.insertText('It says that nobody spoke.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 of 3 decided')).toBeVisible();
  await expect(page.getByText('All decisions saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: /3 of 3: marked by one alone/ })).toBeVisible();
  await expect(page.getByText('3 of 3 decided')).toBeVisible();
  await waitForKeys(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Adjudicated.' })).toBeVisible();
  await expectFigures(page);
  await page.goto(`/review?article=${articleId}`);
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);
});

test('the checkers see what became of their claims, and why', async ({ page }) => {
  await signInAs(page, ann);
  await page.goto('/');
  const list = page.getByRole('region', { name: 'Adjudicated' });
  await expect(list).toContainText('1 as you made it, 1 changed, 1 not kept.');
  await list.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'What became of your claims' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Officials denied it.' })).toContainText('Changed: confidence');
  await expect(page.getByRole('listitem').filter({ hasText: 'Officials denied it.' })).toContainText('Low');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nobody was asked.' })).toContainText('“It says that nobody spoke.”');
  await expectAccessible(page);
});
