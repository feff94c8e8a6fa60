import { expect, signIn, test } from './support/test';

test('finds claims, articles and sources, marked, and is reached by a key', async ({ page }) => {
  await signIn(page, 'checker');
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Search' }).click();
  const field = page.getByRole('searchbox', { name: 'Search articles, claims and sources' });
  await expect(field).toBeFocused();
  await page.keyboard.type('putin KOZ');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=putin\+KOZ/);
  await expect(page.getByRole('heading', { name: 'Articles' })).toBeVisible();
  await expect(page.locator('mark.hit', { hasText: 'Kozak' }).first()).toBeVisible();
  await page.locator('body').click({ position: { x: 5, y: 400 } });
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await field.fill('nothing of the kind');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing has these words.')).toBeVisible();
  await page.goto('/search?q=kozak&in=claim');
  await page
    .locator('main a')
    .filter({ has: page.locator('mark.hit') })
    .first()
    .click();
  await expect(page).toHaveURL(/\/articles\/.*#claim-/);
});
