import path from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { expectAccessible } from './support/accessible';
import { type Account, readAccounts } from './support/accounts';
import { makeFolder, removeFolder, type Server, startServer, stopServer } from './support/server';
import { signInAt } from './support/sign-in';
import { expect, test } from './support/test';

// The registry and a source's page, on a server of its own: grades, names and merges would show in other tests.
test.describe.configure({ mode: 'serial' });

let server: Server;
let editor: Account;
let checker: Account;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer(await makeFolder());
  ({ editor, checker } = await readAccounts(server.data));
});

test.afterAll(async () => {
  if (server === undefined) return;
  await stopServer(server);
  await removeFolder(server.data);
});

function signIn(page: Page, account: Account): Promise<void> {
  return signInAt(page, server.address, account);
}

/** Signs in and opens the source's page through the list, as a person does. */
async function openSource(page: Page, account: Account, name: RegExp): Promise<void> {
  await signIn(page, account);
  await page.goto(server.address);
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  await list(page).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const list = (page: Page) => page.getByRole('navigation', { name: 'Sources' });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

/** The open source's id, and what the database holds of it. */
function rowOf(page: Page): { readonly id: string; readonly version: number; readonly canonicalId: string | null } {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const db = new Sqlite(path.join(server.data, 'hearsay.db'), { fileMustExist: true });
  try {
    return db.prepare('SELECT "id", "version", "canonicalId" FROM "Source" WHERE "id" = ?').get(id) as ReturnType<typeof rowOf>;
  } finally {
    db.close();
  }
}

test('finds sources as one types, goes through them by keyboard, and leads from a claim into its article', async ({ page }) => {
  await signIn(page, checker);
  await page.goto(`${server.address}/sources`);
  await expect(list(page).getByRole('link')).toHaveCount(8);
  await page.keyboard.press('/');
  await page.keyboard.type('kremlin');
  await expect(list(page).getByRole('link')).toHaveCount(2);
  await expect(page).toHaveURL(/q=kremlin/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sources close to the Kremlin');

  await page.goto(`${server.address}/sources`);
  await expect(list(page).getByRole('link')).toHaveCount(8);
  await page.getByRole('heading', { name: 'Sources' }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The New York Times');
  await expect(list(page).getByRole('link', { name: /The New York Times/ })).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dmitry Kozak');
  await page.keyboard.press('k');
  await expect(page.getByText('13 claims in 1 article')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'this proposal did not yield the desired effect' }).click();
  await page.waitForURL(/\/articles\/.+#claim-/);
});

test('asks for a reason before it takes a grade, and keeps what was typed', async ({ page }) => {
  await openSource(page, editor, /The New York Times/);
  await page.keyboard.press('g');
  const form = dialog(page, 'Grade this source');
  await form.getByRole('radio', { name: /Usually reliable/ }).check();
  await page.keyboard.press('Control+Enter');
  await expect(form).toContainText('A grade needs its reason');
  await expect(form.getByRole('radio', { name: /Usually reliable/ })).toBeChecked();
  await form.getByLabel('What it rests on').fill('Four attributions traced, all accurate.');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(page.getByText('Grade B', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Grades, newest first' })).toContainText('Four attributions traced, all accurate.');
});

test('offers the merge when an alias is another source’s name, and undoes it', async ({ page }) => {
  await openSource(page, editor, /The New York Times/);
  await page.keyboard.press('+');
  const alias = dialog(page, 'Add another name');
  await alias.getByLabel('Name').fill('western SOURCES');
  await page.keyboard.press('Enter');
  await expect(alias.getByRole('alert')).toContainText('“western SOURCES” is another source');
  await expect(alias.getByLabel('Name')).toHaveValue('western SOURCES');
  await alias.getByRole('button', { name: /Merge with/ }).click();

  const merge = dialog(page, 'Merge with another source');
  await merge.getByRole('radio', { name: /Western sources/ }).check();
  await expect(merge).toContainText('Not the same kind');
  await expectAccessible(page);
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('“Western sources” is merged into “The New York Times”.')).toBeVisible();
  await expect(list(page).getByRole('link')).toHaveCount(7);
  await expect(page.getByRole('button', { name: 'Split off “Western sources”' })).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list(page).getByRole('link')).toHaveCount(8);
  await expect(page.getByText('Nothing was merged into it.')).toBeVisible();
});

test('leads from the address of a merged source to the one that stands for it, where it can be split off', async ({ page }) => {
  await openSource(page, editor, /Close Kremlin insiders/);
  const address = page.url();
  await page.keyboard.press('m');
  const merge = dialog(page, 'Merge with another source');
  await merge.getByLabel('The other source').fill('western');
  await merge.getByRole('radio', { name: /Western sources/ }).check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Western sources');
  await page.goto(address);
  await expect(page.getByRole('note')).toContainText('“Close Kremlin insiders” was merged into this source.');
  await page.getByRole('button', { name: 'Split off “Close Kremlin insiders”' }).click();
  await expect(page.getByText('“Close Kremlin insiders” stands for itself again.')).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Close Kremlin insiders');
  expect(rowOf(page).canonicalId).toBeNull();
});

test('lists every claim that leans on a retracted source, and takes the retraction back', async ({ page }) => {
  await openSource(page, editor, /Reuters/);
  await page.getByRole('button', { name: 'Retract…' }).click();
  const form = dialog(page, 'Retract this source');
  await page.keyboard.press('Control+Enter');
  await expect(form).toContainText('Say why the source is retracted');
  await form.getByLabel('Why').fill('It withdrew the story.');
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('region', { name: 'Retracted' });
  await expect(note).toContainText('It withdrew the story.');
  await expect(note).toContainText('3 claims in 1 article lean on it:');
  await expect(note).toContainText(/C\d+, C\d+, C\d+/);
  await expect(note).toBeFocused();
  await expect(list(page).getByRole('link', { name: /Reuters/ })).toContainText('retracted');
  await expectAccessible(page);
  await note.getByRole('button', { name: 'Take the retraction back' }).click();
  await expect(note).toBeHidden();
});

test('shows both when two people edit the same source, and loses neither', async ({ page, browser, watch }) => {
  await openSource(page, checker, /Dmitry Kozak/);
  await page.keyboard.press('e');
  const form = dialog(page, 'Edit this source');
  await form.getByLabel('Role').fill('Deputy head of the administration');

  const other = await otherPage(browser, watch);
  await openSource(other, editor, /Dmitry Kozak/);
  await other.keyboard.press('e');
  await dialog(other, 'Edit this source').getByLabel('Affiliation').fill('The Kremlin');
  await other.keyboard.press('Control+Enter');
  await expect(other.getByText('The Kremlin', { exact: true })).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(form.getByRole('alert')).toContainText('Someone else changed this source');
  await expect(form).toContainText('Affiliation: The Kremlin');
  await expect(form.getByLabel('Role')).toHaveValue('Deputy head of the administration');
  await expect(form.getByLabel('Affiliation')).toHaveValue('The Kremlin');
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(page.getByText('Deputy head of the administration')).toBeVisible();
  expect(rowOf(page).version).toBe(3);
});

test('shows a checker the grades and no act of an editor', async ({ page }) => {
  await openSource(page, checker, /The New York Times/);
  await expect(page.getByText('Grade B', { exact: true })).toBeVisible();
  for (const name of ['Grade', 'Merge…', 'Retract…']) await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await page.keyboard.press('g');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button(page, 'Add an alias')).toBeVisible();
});

test('shows the list or the source on a phone, never wider than it is, in the dark too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSource(page, editor, /The New York Times/);
  await expect(list(page)).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All sources' }).click();
  await expect(list(page)).toBeVisible();
});

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name });
}

async function otherPage(browser: Browser, watch: (page: Page) => void): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  watch(page);
  return page;
}
