import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { openDesk, test } from './support/test';

// Every page as a newcomer finds it. States that are opened on a page are looked at where they are tested.
test.use({ expectedComplaints: [/404/] });

const SIGNED_OUT = ['/sign-in', '/sign-in?from=/review'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on any page', async ({ page }) => {
      for (const path of SIGNED_OUT) await expectNothing(page, path);
      await openDesk(page, 'editor');
      const article = await page
        .getByRole('link', { name: /Close Putin Ally/ })
        .first()
        .getAttribute('href');
      const source = await firstSource(page);
      for (const path of [
        '/',
        '/articles/new',
        article ?? '',
        `${article}/sourcing`,
        `${article}/agreement`,
        `${article}/report`,
        '/review',
        '/reports',
        '/sources',
        source,
        '/articles/none',
      ]) {
        await expectNothing(page, path);
      }
    });
  });
}

async function firstSource(page: Page): Promise<string> {
  const answer = await page.request.get('/api/sources?q=The New York Times&article=');
  const { value } = (await answer.json()) as { value: { id: string }[] };
  return `/sources/${value[0]?.id}`;
}

async function expectNothing(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await expectAccessible(page, path);
}
