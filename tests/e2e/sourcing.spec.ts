import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { expectAccessible } from './support/accessible';
import { type Account, readAccounts } from './support/accounts';
import { makeFolder, removeFolder, type Server, startServer, stopServer } from './support/server';
import { signInAt } from './support/sign-in';
import { expect, test } from './support/test';

// The sourcing page of the sample, on a server of its own: the tests of origin groups change what the others read.
test.describe.configure({ mode: 'serial' });

let server: Server;
let checker: Account;
let articleId: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer(await makeFolder());
  ({ checker } = await readAccounts(server.data));
  articleId = withDatabase((db) => (db.prepare('SELECT "id" FROM "Article"').get() as { id: string }).id);
});

test.afterAll(async () => {
  if (server === undefined) return;
  await stopServer(server);
  await removeFolder(server.data);
});

function withDatabase<Value>(look: (db: Sqlite.Database) => Value): Value {
  const db = new Sqlite(path.join(server.data, 'hearsay.db'), { fileMustExist: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

/** Signs in and opens the page, with what its address asks for. */
async function open(page: Page, more = '', id = articleId): Promise<void> {
  await signInAt(page, server.address, checker);
  await page.goto(`${server.address}/articles/${id}/sourcing${more}`);
}

const facts = (page: Page) => page.getByRole('region', { name: 'Sourcing facts' });
const panel = (page: Page) => page.locator('#claims');
const groups = (page: Page) => page.locator('#origin-groups');
const graph = (page: Page) => page.getByRole('group', { name: /^Provenance/ });

/** The numbers of the claims that are listed, in their order. */
async function listed(place: Locator): Promise<readonly string[]> {
  const badges = await place.locator('.cls u').allTextContents();
  return badges.map((number) => number.trim());
}

test('tells in its headline how many stand behind the story', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('7 attributions. At most 2 origins, 1 attested.');
  const head = page.getByRole('banner').or(page.locator('.hero'));
  await expect(head.last()).toContainText('13 of its 26 claims lean on one relay, The New York Times');
  await expect(head.last()).toContainText('Reuters stands apart: 3 claims.');
  await expect(facts(page)).toContainText('26 claims in 343 words');
  await expect(facts(page)).toContainText('≠ 3 contradictions and their claims, all with C8');
  await expect(facts(page).getByRole('img', { name: /^26 claims by class of source\. On the record: 1 claim, 4%; / })).toBeVisible();
});

test('opens the claims behind a number beside the page, and gives the focus back', async ({ page }) => {
  await open(page);
  const anonymous = facts(page).getByRole('link', { name: '10 claims: Anonymous' });
  await anonymous.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Anonymous' })).toBeFocused();
  await expect(panel(page).getByRole('listitem')).toHaveCount(10);
  await expect(page).toHaveURL(/\?claims=class-anonymous$/);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(anonymous).toBeFocused();
  await page.goBack();
  await expect(panel(page).getByRole('listitem')).toHaveCount(10);
});

test('gives the focus to a list that the page was loaded with, and back to its number', async ({ page }) => {
  await open(page, '?claims=class-anonymous');
  await expect(panel(page).getByRole('heading', { name: 'Anonymous' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(facts(page).getByRole('link', { name: '10 claims: Anonymous' })).toBeFocused();
});

test('opens an edge’s claims by keyboard, each with a link into the text', async ({ page }) => {
  await open(page);
  const edge = graph(page).getByRole('link', { name: /^13 claims: from The New York Times to the article; 10 known from outside$/ });
  await edge.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'From The New York Times to the article' })).toBeFocused();
  await expect(panel(page).getByRole('listitem')).toHaveCount(13);
  const first = panel(page).getByRole('listitem').first();
  await expect(first).toContainText('article ← The New York Times');
  await expect(first).toContainText('at most 1 origin, 0 attested');
  await first.getByRole('link').click();
  await page.waitForURL(/\/articles\/[^/]+#claim-/);
});

test('works before any script has loaded: a number’s address lists its claims', async ({ browser, watch }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  watch(page);
  const signedIn = await browser.newPage();
  await open(signedIn);
  await context.addCookies(await signedIn.context().cookies());
  await page.goto(`${server.address}/articles/${articleId}/sourcing`);
  await facts(page)
    .getByRole('link', { name: /^26 claims/ })
    .click();
  await expect(panel(page).getByRole('listitem')).toHaveCount(26);
  await panel(page).getByRole('link', { name: 'Close', exact: true }).click();
  await expect(panel(page)).toHaveCount(0);
  await Promise.all([context.close(), signedIn.close()]);
});

test('has in its table what the picture shows', async ({ page }) => {
  await open(page);
  await page.getByText('The same as a table').click();
  const rows = page.getByRole('table', { name: 'Where the claims come from' }).locator('tbody tr');
  const fromTable = await rows.evaluateAll((all) =>
    all.map((row) => {
      const [to, from, claims, outside] = [...row.children].map(
        (cell) => cell.firstElementChild?.firstChild?.textContent ?? cell.textContent ?? '',
      );
      return `${claims} ${Number(claims) === 1 ? 'claim' : 'claims'}: from ${from} to ${to === 'The article' ? 'the article' : to} ${outside}`;
    }),
  );
  const fromPicture = await graph(page)
    .locator('a.edge')
    .evaluateAll((all) =>
      all.map((edge) => {
        const [words = '', known = ''] = (edge.getAttribute('aria-label') ?? '').split('; ');
        const claims = Number(words.split(' ')[0]);
        const outside = known === '' ? 0 : known === 'known from outside' ? claims : Number(known.split(' ')[0]);
        return `${words} ${outside}`;
      }),
    );
  expect(fromTable).toEqual(fromPicture);
  expect(fromTable.length).toBeGreaterThan(10);
});

test('lays the contradictions of C8 with C9, C14 and C15 beside each other', async ({ page }) => {
  await open(page, '#mismatches');
  const versus = page.locator('.versus[data-kind=contradicts]');
  await expect(versus).toHaveCount(1);
  expect(await listed(versus.locator('> .q'))).toEqual(['8']);
  expect(await listed(versus.getByRole('listitem'))).toEqual(['9', '14', '15']);
  await expect(versus).toContainText('Contradicts');
});

test('says who speaks, through whom, and on which origin they lean', async ({ page }) => {
  await open(page);
  const table = page.getByRole('table', { name: 'Who speaks' });
  await expect(table.getByRole('row', { name: /Reuters/ }).first()).toContainText('attested');
  const times = table.getByRole('row', { name: /^News relay The New York Times/ });
  await expect(times).toContainText('shown to be shared');
  await expect(times.getByRole('link', { name: 'The New York Times', exact: true })).toHaveAttribute('href', /^\/sources\//);
  await expect(table.getByRole('row', { name: /the article’s own voice/ })).toContainText('unknown');
});

test('leads from a flag to its claims', async ({ page }) => {
  await open(page, '#flags');
  await page.getByRole('link', { name: /claims: Contradicts the article/ }).click();
  await expect.poll(() => listed(panel(page).getByRole('listitem'))).toEqual(['8', '9', '14', '15']);
});

test('makes, changes, deletes and brings back an origin group by keyboard', async ({ page }) => {
  await open(page, '#origin-groups');
  const form = page.getByRole('form', { name: 'New origin group' });
  await page.getByRole('button', { name: 'New origin group' }).focus();
  await page.keyboard.press('Enter');
  // Nothing chosen and nothing typed: it is said, and nothing is lost.
  await page.keyboard.press('Control+Enter');
  await expect(form).toContainText('Give this origin a name.');
  await expect(form).toContainText('An origin group holds at least one source.');
  await form.getByRole('checkbox', { name: /Dmitry Kozak/ }).focus();
  await page.keyboard.press('Space');
  await form.getByLabel('Name of the origin').focus();
  await page.keyboard.type('Kozak himself');
  await form.getByRole('checkbox', { name: /This origin is attested/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(form).toContainText('Say how you know that this origin is independent.');
  await expect(form.getByLabel('How do you know?')).toBeFocused();
  await page.keyboard.type('He told us.');
  await page.keyboard.press('Control+Enter');

  const card = groups(page).getByRole('article').filter({ hasText: 'Kozak himself' });
  await expect(card).toContainText('attested');
  await expect(card.getByRole('button', { name: 'Edit Kozak himself' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the origin').fill('Kozak, himself');
  await page.getByLabel('Name of the origin').press('Control+Enter');
  await expect(groups(page).getByRole('button', { name: 'Edit Kozak, himself' })).toBeFocused();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New origin group' })).toBeFocused();
  await expect(groups(page)).toContainText('“Kozak, himself” is deleted');
  await page.keyboard.press('F6');
  await page.getByRole('button', { name: 'Undo' }).last().focus();
  await page.keyboard.press('Enter');
  await expect(groups(page).getByRole('button', { name: 'Edit Kozak, himself' })).toBeFocused();
  await page.reload();
  await expect(groups(page)).toContainText('He told us.');
});

test('refuses a source that another group holds, and keeps what was typed', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'New origin group' }).click();
  const form = page.getByRole('form', { name: 'New origin group' });
  await expect(form.getByRole('checkbox', { name: /Reuters.*in the group/ })).toBeDisabled();
  await form.getByRole('checkbox', { name: /elite circles/ }).check();
  await form.getByLabel('Name of the origin').fill('The elite');
  // Somebody else is quicker: the source goes into their group while this form is open.
  withDatabase((db) => {
    const { id } = db.prepare(`SELECT "id" FROM "Source" WHERE "name" LIKE '%elite circles%'`).get() as { id: string };
    const { groupId } = db.prepare('SELECT "groupId" FROM "OriginMember" LIMIT 1').get() as { groupId: string };
    db.prepare('INSERT INTO "OriginMember" ("groupId", "sourceId", "articleId") VALUES (?, ?, ?)').run(groupId, id, articleId);
  });
  await form.getByLabel('Name of the origin').press('Control+Enter');
  await expect(form).toContainText('already. Take it out there first');
  await expect(form.getByLabel('Name of the origin')).toHaveValue('The elite');
  withDatabase((db) => {
    db.prepare(`DELETE FROM "OriginMember" WHERE "sourceId" = (SELECT "id" FROM "Source" WHERE "name" LIKE '%elite circles%')`).run();
  });
  await form.getByLabel('Name of the origin').press('Control+Enter');
  await expect(groups(page).getByRole('button', { name: 'Edit The elite' })).toBeFocused();
});

test('shows both versions of a group that somebody else changed, and writes what is chosen', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Edit The elite' }).click();
  const form = page.getByRole('form', { name: 'Edit The elite' });
  await form.getByLabel('Name of the origin').fill('Mine');
  const change = (name: string) =>
    withDatabase((db) =>
      db.prepare(`UPDATE "OriginGroup" SET "name" = ?, "version" = "version" + 1 WHERE "name" LIKE '%elite%'`).run(name),
    );
  change('Theirs, of the elite');
  await form.getByLabel('Name of the origin').press('Control+Enter');
  const conflict = form.getByRole('alert');
  await expect(conflict).toContainText('Somebody else changed this group');
  await expect(conflict).toContainText('Mine');
  await expect(conflict).toContainText('Theirs, of the elite');
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect(groups(page).getByRole('button', { name: 'Edit Mine' })).toBeFocused();

  await page.getByRole('button', { name: 'Edit Mine' }).click();
  withDatabase((db) => db.prepare(`UPDATE "OriginGroup" SET "name" = 'The elite', "version" = "version" + 1 WHERE "name" = 'Mine'`).run());
  await page.getByLabel('Name of the origin').fill('Mine again');
  await page.getByLabel('Name of the origin').press('Control+Enter');
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(groups(page)).toContainText('The elite');
  await expect(groups(page)).not.toContainText('Mine');
});

for (const theme of ['light', 'dark'] as const) {
  test(`has nothing for axe to complain of, ${theme}, with a list open and with a form open`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await open(page, '?claims=origins');
    await expect(panel(page)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByText('The same as a table').click();
    await page.getByRole('button', { name: 'New origin group' }).click();
    await page.keyboard.press('Control+Enter');
    await expectAccessible(page);
  });
}

test('reads on a phone as a list, with nothing wider than the window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(graph(page)).toBeHidden();
  const table = page.getByRole('table', { name: 'Where the claims come from' });
  await expect(table).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const speakers = page.getByRole('table', { name: 'Who speaks' });
  await expect(speakers).toBeHidden();
  await page.locator('#who-speaks summary').click();
  await expect(speakers).toBeVisible();
  await page.locator('#who-speaks summary').click();
  await expect(speakers).toBeHidden();
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Who speaks' }).click();
  await expect(speakers, 'a link to it opens it').toBeVisible();
  await table.getByRole('link', { name: /^13/ }).click();
  await expect(panel(page).getByRole('listitem')).toHaveCount(13);
  await expectAccessible(page);
});

test('gathers the smallest of hundreds of sources, and lists each with its claims behind their number', async ({ page }) => {
  await open(page, '', newArticle(Array.from({ length: 300 }, (_, at) => `Paper ${at + 1}`)));
  const others = graph(page).getByRole('link', { name: '287 claims: 287 others' });
  await expect(graph(page)).toContainText('a claim each; the number lists them');
  await others.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: '287 others' })).toBeFocused();
  await expect(
    panel(page)
      .getByRole('heading', { name: /^Paper \d+ 1$/ })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('stands up to no claims, one claim and names meant to do harm', async ({ page }) => {
  const empty = newArticle([]);
  await open(page, '', empty);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No claims yet.');
  await page.getByRole('link', { name: 'Open the article' }).click();
  await page.waitForURL(`**/articles/${empty}`);

  const hostile = '<img src=x onerror=alert(1)>"\'&\u202E';
  await page.goto(`${server.address}/articles/${newArticle([hostile])}/sourcing`);
  await expect(page.getByRole('table', { name: 'Who speaks' })).toContainText('<img src=x onerror=alert(1)>');
  await expect(facts(page)).toContainText('1 claim in');
  await expectAccessible(page);

  const names = ['مصادر قريبة من الحكومة', 'A'.repeat(300), '新华社'];
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.address}/articles/${newArticle(names)}/sourcing?claims=all`);
  await expect(panel(page).getByRole('listitem')).toHaveCount(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await page.goto(`${server.address}/articles/${empty}/sourcing?claims=nothing-of-that-name`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No claims yet.');
  await page.goto(`${server.address}/articles/${articleId}/sourcing?claims=edge-gone`);
  await expect(panel(page)).toContainText('These claims are not here any more');
});

/** An article with a claim for each name, written beside the server as its own writes would. */
function newArticle(names: readonly string[]): string {
  const [id, revisionId] = [newId(), newId()];
  withDatabase((db) => {
    const like = db.prepare('SELECT * FROM "Revision"').get() as Record<string, unknown>;
    const article = db.prepare('SELECT * FROM "Article" WHERE "id" = ?').get(articleId) as Record<string, unknown>;
    const claim = db.prepare(`SELECT * FROM "Claim" WHERE "sourceType" = 'news_organization'`).get() as Record<string, unknown>;
    const source = db.prepare('SELECT * FROM "Source"').get() as Record<string, unknown>;
    const span = db.prepare('SELECT * FROM "ClaimSpan"').get() as Record<string, unknown>;
    insert(db, 'Article', { ...article, id });
    insert(db, 'Revision', { ...like, id: revisionId, articleId: id });
    names.forEach((name, at) => {
      const [claimId, sourceId] = [newId(), newId()];
      insert(db, 'Source', {
        ...source,
        id: sourceId,
        name,
        nameKey: `${name.toLowerCase()} ${id}`,
        canonicalId: null,
        mergedIntoId: null,
      });
      insert(db, 'Claim', { ...claim, id: claimId, articleId: id, revisionId, number: at + 1, sourceId });
      insert(db, 'ClaimSpan', { ...span, claimId });
    });
  });
  return id;
}

function insert(db: Sqlite.Database, table: string, row: Readonly<Record<string, unknown>>): void {
  const columns = Object.keys(row);
  const names = columns.map((name) => `"${name}"`).join(', ');
  db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(...columns.map((name) => row[name]));
}
