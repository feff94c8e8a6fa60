import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from './support/accessible';
import { openArticle } from './support/annotate-page';
import { insertClaims } from './support/many-claims';
import { expect, isListening, signIn, test } from './support/test';

// Several articles of the desk's list as one file, with what is left out said.

// What has nothing to show is refused; the browser says so.
test.use({ expectedComplaints: [/400/] });

test('several articles are exported as one archive or one table, and what is left out is said', async ({ page }) => {
  const mark = `Quay${randomUUID().slice(0, 8)}`;
  await signIn(page, 'checker');
  for (const name of ['First', 'Second', 'Empty']) {
    const content = `${name} ${mark}\nThe ships wait outside.`;
    await openArticle(page, content);
    const at = content.indexOf('ships');
    if (name !== 'Empty') insertClaims(new URL(page.url()).pathname.split('/').at(-1) ?? '', content, [[at, at + 5]]);
  }
  await page.goto(`/?q=${mark}`);
  const open = page.getByRole('button', { name: 'Export several…' });
  await isListening(open);
  await open.click();
  const dialog = page.getByRole('dialog', { name: 'Export several articles' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(3);
  await expectAccessible(page);

  await test.step('what has nothing to show is refused, with its reason', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toContainText('There is nothing to export. 3 articles are left out: 3 without an approved claim');
  });

  await test.step('an archive has a file for each', async () => {
    await dialog.getByText('All, as a working copy').click();
    await dialog.getByLabel('Format').selectOption('md');
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export 3 articles' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^Hearsay reports \d{4}-\d\d-\d\d \(working copy\)\.zip$/);
    const files = Object.entries(unzipSync(await readFile(await saved.path())));
    expect(files.map(([name]) => name)).toEqual([
      expect.stringMatching(/^hearsay-reports\/Second /),
      expect.stringMatching(/^hearsay-reports\/First /),
      'manifest.json',
    ]);
    expect(strFromU8(files[0]?.[1] ?? new Uint8Array())).toContain('### Claim 1');
    await expect(dialog.getByRole('status')).toContainText('1 article is left out: 1 without a claim in the states asked for (“Empty');
  });

  await test.step('a table has the claims of all, and can be of some', async () => {
    await dialog.getByText('One table').click();
    await dialog.getByRole('checkbox', { name: `Second ${mark}` }).uncheck();
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export 2 articles' }).click();
    const rows = (await readFile(await (await saving).path(), 'utf8')).split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain(`First ${mark}`);
  });
});
