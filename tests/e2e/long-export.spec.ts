import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/accessible';
import { openArticle } from './support/annotate-page';
import { insertClaims } from './support/many-claims';
import { expect, signIn, test } from './support/test';

// Exports that take long enough to be watched: from 2,000 claims on.

const CLAIMS = 2_400;
/** A claim each. */
const WORDS = Array.from({ length: CLAIMS }, (_, at) => `ship${at + 1}`);

// A request is broken off on purpose.
test.use({ expectedComplaints: [/Failed to load resource|ERR_FAILED/] });

test('a long export says how far it is, can be cancelled, and is saved whole', async ({ page }) => {
  test.setTimeout(120_000);
  const content = `Ships\n${WORDS.join(' ')}`;
  await signIn(page, 'checker');
  await openArticle(page, content);
  const places = [...content.matchAll(/ship\d+/g)].map(({ index, 0: word }) => [index, index + word.length] as const);
  insertClaims(new URL(page.url()).pathname.split('/').at(-1) ?? '', content, places);
  await page.reload({ waitUntil: 'networkidle' });

  const line = page.getByRole('region', { name: 'Export: Working copy, Table (CSV)' });
  const start = async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Table (CSV)' }).last().click();
  };

  await test.step('says that it has begun, and stops when it is cancelled', async () => {
    // Held back, so that there is time to look at it.
    await page.route('**/export/csv*', () => undefined);
    await start();
    await expect(line).toContainText('Reading the claims…');
    await expect(line.getByRole('status')).toHaveText('The export has begun.');
    await expectAccessible(page);
    await line.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('cancelled. Nothing was saved.')).toBeVisible();
    await expect(line).toHaveCount(0);
    await page.unroute('**/export/csv*');
  });

  await test.step('says so when it breaks off, and goes again', async () => {
    await page.route('**/export/csv*', (route) => route.abort());
    await start();
    await expect(line.getByRole('status')).toHaveText('The export broke off before its end. Nothing was saved.');
    await page.unroute('**/export/csv*');
    const saved = page.waitForEvent('download');
    await line.getByRole('button', { name: 'Try again' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('Ships (working copy).csv');
    expect((await readFile(await file.path(), 'utf8')).split('\r\n')).toHaveLength(CLAIMS + 2);
    await expect(line).toHaveCount(0);
  });
});
