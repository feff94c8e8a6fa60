import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { makeClaim, openArticle, saved } from './support/annotate-page';
import { expect, isListening, signIn, test } from './support/test';

// A report is handed over in part, without names, and the choice is there the next time.

const TEXT = 'Bridge to close in May\n\nThe mayor of Wells said the bridge will close in May.';

async function exportWith(page: Page): Promise<string> {
  const came: Promise<Download> = page.waitForEvent('download');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Export/ })
    .click();
  return readFile(await (await came).path(), 'utf8');
}

async function openChoices(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Export', exact: true });
  await isListening(menu);
  await menu.click();
  await page.getByRole('menuitem', { name: /^With choices/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Names of checkers and reviewers');
}

test('an export leaves parts out and withholds names, and the next one begins where it ended', async ({ page }) => {
  await signIn(page, 'checker');
  await openArticle(page, TEXT);
  await makeClaim(page, { sentence: 1, keys: ['1'], source: 'The mayor' });
  await expect(saved(page)).toHaveText('All changes saved');

  await openChoices(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Working copy/ }).check();
  await dialog.getByRole('checkbox', { name: /^Names of checkers/ }).check();
  await dialog.getByRole('checkbox', { name: 'Every claim' }).uncheck();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const html = await exportWith(page);
  expect(html).toContain('Withheld: names of checkers and reviewers.');
  expect(html).toContain('Left out of this file: Every claim.');
  expect(html).not.toContain('>Every claim</h2>');
  expect(html).toContain('Checker 1');

  await page.reload();
  await openChoices(page);
  await expect(dialog.getByRole('radio', { name: /^Working copy/ })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: /^Names of checkers/ })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Every claim' })).not.toBeChecked();
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('csv');
  await expect(dialog.getByRole('checkbox', { name: 'Every claim' })).toBeDisabled();
  expect(await exportWith(page)).toContain('Checker 1');
});
