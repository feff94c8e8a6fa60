import { expect, openDesk, test } from './support/test';

test('a link from the desk opens the claim and brings it into view', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 700 });
  await openDesk(page, 'checker');
  await page.getByRole('link', { name: /acts as an informal intermediary/ }).click();
  await page.waitForURL(/#claim-/);
  const claimId = new URL(page.url()).hash.replace('#claim-', '');
  await expect(page.locator(`mark[data-claim="${claimId}"]`).first()).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('Check the edges')).toBeInViewport();
  await page.reload();
  await expect(page.locator(`mark[data-claim="${claimId}"]`).first()).toBeInViewport({ ratio: 1 });
});

test('in a narrow window the linked claim stands above the sheet that opens with it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDesk(page, 'checker');
  await page.getByRole('link', { name: /acts as an informal intermediary/ }).click();
  await page.waitForURL(/#claim-/);
  const claimId = new URL(page.url()).hash.replace('#claim-', '');
  const gap = async () => {
    const mark = await page.locator(`mark[data-claim="${claimId}"]`).first().boundingBox();
    const sheet = await page.locator('.open-card').boundingBox();
    return mark === null || sheet === null ? Number.NaN : sheet.y - (mark.y + mark.height);
  };
  await expect.poll(gap).toBeGreaterThan(0);
  // Once more after the fonts: the place is taken again then.
  await page.reload({ waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  expect(await gap()).toBeGreaterThan(0);
});

test('a link to a claim that is gone says so', async ({ page }) => {
  await openDesk(page, 'checker');
  const href = await page
    .getByRole('link', { name: /^Close Putin Ally/ })
    .first()
    .getAttribute('href');
  await page.goto(`${href}#claim-01a20546-c7b7-7097-ae8d-81a2b04aa7fc`);
  await expect(page.getByText('no longer in the article')).toBeVisible();
});
