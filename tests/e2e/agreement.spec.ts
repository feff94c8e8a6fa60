import path from 'node:path';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { runCommand } from '../support/http/run-command';
import { expectAccessible } from './support/accessible';
import { type Account, readAccounts } from './support/accounts';
import { makeFolder, removeFolder, type Server, startServer, stopServer } from './support/server';
import { signInAt } from './support/sign-in';
import { expect, test } from './support/test';

// The agreement page of the sample, on a server of its own where a second checker has marked twelve of its claims again.
test.describe.configure({ mode: 'serial' });
test.use({ expectedComplaints: [/404/] });

const COPIED = 12;

let server: Server;
let accounts: Readonly<Record<'checker' | 'editor', Account>>;
let articleId: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer(await makeFolder());
  accounts = await readAccounts(server.data);
  await runCommand(server.data, ['--json', 'create-user', 'second@example.org', '--role', 'checker', '--name', 'Bo Second']);
  articleId = copyClaims();
});

test.afterAll(async () => {
  if (server === undefined) return;
  await stopServer(server);
  await removeFolder(server.data);
});

/** The first claims of the sample once more, by somebody else; of the first anonymous one another type of its class. */
function copyClaims(): string {
  const db = new Sqlite(path.join(server.data, 'hearsay.db'), { fileMustExist: true });
  try {
    const { id: maker } = db.prepare('SELECT "id" FROM "User" WHERE "email" = ?').get('second@example.org') as { id: string };
    const claims = db.prepare('SELECT * FROM "Claim" ORDER BY "number" LIMIT ?').all(COPIED) as Record<string, unknown>[];
    const other = claims.find(({ sourceType }) => sourceType === 'anonymous_source')?.id;
    for (const claim of claims) {
      const copy = {
        ...claim,
        id: newId(),
        number: Number(claim.number) + 100,
        createdById: maker,
        lastEditedById: maker,
        state: 'draft',
        submittedAt: null,
      };
      insert('Claim', claim.id === other ? { ...copy, sourceType: 'unspecified_source' } : copy);
      for (const span of db.prepare('SELECT * FROM "ClaimSpan" WHERE "claimId" = ?').all(claim.id) as Record<string, unknown>[])
        insert('ClaimSpan', { ...span, claimId: copy.id });
    }
    // Of the sample's people only the checker marked anything then.
    db.prepare(
      `UPDATE "Claim" SET "deletedAt" = "updatedAt" WHERE "createdById" NOT IN (?, (SELECT "createdById" FROM "Claim" WHERE "number" = 1))`,
    ).run(maker);
    return (db.prepare('SELECT "id" FROM "Article"').get() as { id: string }).id;
  } finally {
    db.close();
  }
  function insert(table: string, row: Readonly<Record<string, unknown>>): void {
    const columns = Object.keys(row);
    db.prepare(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(Object.values(row));
  }
}

async function open(page: Page, who: Account): Promise<void> {
  await signInAt(page, server.address, who);
  await page.goto(`${server.address}/articles/${articleId}/agreement`);
}

const rowOf = (page: Page, table: string, name: string) =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the page shows the figures of the two checkers, and axe finds nothing on it', async ({ page }) => {
      await open(page, accounts.editor);
      await expect(page.getByRole('heading', { level: 1, name: 'Agreement' })).toBeVisible();
      await expect(page.getByText(`${COPIED} claims that at least two made`)).toBeVisible();
      await expect(rowOf(page, 'What they are', 'Source type')).toContainText(`${COPIED} matched claims`);
      await expect(rowOf(page, 'Where they are', 'Overlap F1')).toContainText('in words that both marked');
      await page.getByText('All figures of “Source type”').click();
      await expectAccessible(page);
    });
  });
}

test('a figure leads to the claims that differ, with what each checker said, and on into the text', async ({ page }) => {
  await open(page, accounts.editor);
  await rowOf(page, 'What they are', 'Source type').getByRole('link', { name: '1 claim' }).click();
  const differ = page.getByRole('region', { name: 'Source type' });
  await expect(differ).toBeInViewport();
  await expect(differ).toContainText('Bo Second: Anonymous, bare');
  await differ.getByRole('link').last().click();
  await expect(page).toHaveURL(new RegExp(`/articles/${articleId}#claim-`));
});

test('a phone shows every figure, and nothing runs out of the window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, accounts.editor);
  await expect(rowOf(page, 'What they are', 'Source type')).toContainText('matched claims');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a checker is told that there is no such page', async ({ page }) => {
  await open(page, accounts.checker);
  await expect(page.getByText('Bo Second')).toHaveCount(0);
  await expect(page.getByRole('table')).toHaveCount(0);
});
