import path from 'node:path';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { expectAccessible } from './support/accessible';
import { type Account, readAccounts } from './support/accounts';
import { makeFolder, removeFolder, type Server, startServer, stopServer } from './support/server';
import { signInAt } from './support/sign-in';
import { expect, test } from './support/test';

// The figures and the calibration of the sample, on a server of its own where nobody works meanwhile.
test.describe.configure({ mode: 'serial' });
test.use({ expectedComplaints: [/404/] });

/** Claims that the checker called likely, of which every third was contradicted since. */
const SAID = 12;

let server: Server;
let accounts: Readonly<Record<'checker' | 'editor', Account>>;
let editorId: string;
let claims: number;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer(await makeFolder());
  accounts = await readAccounts(server.data);
  const db = new Sqlite(path.join(server.data, 'hearsay.db'), { fileMustExist: true });
  try {
    editorId = (db.prepare('SELECT "id" FROM "User" WHERE "email" = ?').get(accounts.editor.email) as { id: string }).id;
    claims = (db.prepare('SELECT COUNT(*) AS "n" FROM "Claim" WHERE "deletedAt" IS NULL').get() as { n: number }).n;
    sayLikelihoods(db);
  } finally {
    db.close();
  }
});

test.afterAll(async () => {
  if (server === undefined) return;
  await stopServer(server);
  await removeFolder(server.data);
});

function sayLikelihoods(db: Sqlite.Database): void {
  const checker = db.prepare('SELECT "id" FROM "User" WHERE "email" = ?').get(accounts.checker.email) as { id: string };
  const some = db
    .prepare<[number], { id: string; deskId: string; createdAt: string }>(
      `SELECT "id", "deskId", "createdAt" FROM "Claim" WHERE "deletedAt" IS NULL AND "state" <> 'rejected' ORDER BY "number" LIMIT ?`,
    )
    .all(SAID);
  const event = db.prepare(
    'INSERT INTO "AuditEvent" ("id", "deskId", "actorId", "at", "type", "subjectId", "data") VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const finding = db.prepare(
    `INSERT OR REPLACE INTO "Finding" ("claimId", "attributionCheck", "contentCheck", "credibility", "likelihood", "rationale", "correction")
     VALUES (?, 'accurate', ?, NULL, 'likely', '', '')`,
  );
  db.prepare(`DELETE FROM "ClaimRelation" WHERE "kind" IN ('restates', 'same_origin')`).run();
  some.forEach(({ id, deskId, createdAt }, at) => {
    const settled = at % 3 === 0 ? 'contradicted' : 'confirmed';
    for (const contentCheck of ['not_checked', settled]) {
      const after = { details: { finding: { likelihood: 'likely', contentCheck } } };
      event.run(newId(), deskId, checker.id, createdAt, 'claim.edited', id, JSON.stringify({ after }));
    }
    finding.run(id, settled);
  });
}

async function open(page: Page, who: Account, url: string): Promise<void> {
  await signInAt(page, server.address, who);
  await page.goto(`${server.address}${url}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the figures, on the list behind one, and on a calibration', async ({ page }) => {
      await open(page, accounts.editor, '/figures');
      await expect(page.getByRole('heading', { level: 1, name: 'Figures' })).toBeVisible();
      await expect(page.getByText(/No article that two people checked blind/)).toBeVisible();
      await expectAccessible(page);
      await page.goto(`${server.address}/figures/claims?what=made&period=year`);
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      await expectAccessible(page);
      await open(page, accounts.checker, '/calibration?list=likely');
      await expect(page.getByRole('row').filter({ hasText: '55 to 80 %' })).toContainText('67.5 %');
      await expectAccessible(page);
    });
  });
}

test('each number opens as many claims as it says', async ({ page }) => {
  await open(page, accounts.editor, '/figures');
  await page
    .getByRole('main')
    .getByRole('link', { name: `${claims} claims made` })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: `${claims} claims made` })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(claims);
  await page.goBack();
  const table = page.getByRole('table', { name: 'How long claims have waited' });
  for (const row of await table
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .all()) {
    const link = row.getByRole('link');
    const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
    const list = await page.context().newPage();
    await list.goto(`${server.address}${await link.getAttribute('href')}`);
    await expect(list.getByRole('main').getByRole('listitem')).toHaveCount(count);
    await list.close();
  }
});

test('a checker is told that there are no figures, and sees their own calibration and nobody else’s', async ({ page }) => {
  for (const url of ['/figures', '/figures/claims?what=made', '/figures/agreement', `/calibration/${editorId}`]) {
    await open(page, accounts.checker, url);
    await expect(page.getByRole('table'), url).toHaveCount(0);
    await expect(page.getByText('Edith'), url).toHaveCount(0);
  }
  await page.goto(`${server.address}/calibration`);
  await expect(page.getByText(/How your likelihoods came out\. \d+ outcomes/)).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Whose calibration' })).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: '55 to 80 %' });
  const count = Number(/\d+/.exec((await row.getByRole('link').textContent()) ?? '')?.[0]);
  await row.getByRole('link').click();
  await expect(page.getByRole('region', { name: `${count} outcomes called “likely”` }).getByRole('listitem')).toHaveCount(count);
});

test('a phone shows all of it, and nothing runs out of the window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, accounts.editor, '/figures');
  for (const url of ['/figures', '/figures/claims?what=made', '/figures/agreement', '/calibration']) {
    await page.goto(`${server.address}${url}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), url).toBeLessThanOrEqual(390);
  }
});
