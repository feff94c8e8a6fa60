import type { Page } from '@playwright/test';
import { claimReviewPieces } from '@/lib/export/claim-review';
import { htmlPieces } from '@/lib/export/html';
import { joinTexts } from '@/lib/export/pieces';
import { buildReport } from '@/lib/report/model';
import { HOSTILE, hostileInput } from '@/tests/factories/hostile';
import { harbour } from '@/tests/factories/report';
import { expect, test } from './support/test';

// What a real browser makes of exported pages, with their own policy put aside: the words alone must do nothing.
test.use({ bypassCSP: true });

const ADDRESS = 'https://report.example/report.html';

/** Opens a page as if it came from the web, and says what it asked for beyond itself. */
async function openPage(page: Page, body: string): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route('**/*', (route) => {
    const { href } = new URL(route.request().url());
    if (href === ADDRESS) return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
    asked.push(href);
    return route.abort();
  });
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(ADDRESS, { waitUntil: 'load' });
  return asked;
}

for (const [name, input] of [
  ['a hostile article', hostileInput(Object.values(HOSTILE).join(' '))],
  ['an article of every kind of claim', harbour({ kind: 'working_copy' })],
] as const) {
  test(`the page of ${name} runs nothing and asks for nothing`, async ({ page }) => {
    const model = buildReport(input);
    const asked = await openPage(page, joinTexts(htmlPieces(model)));
    const found = await page.evaluate(() => ({
      hit: 'hit' in window,
      active: [...document.querySelectorAll('script, img, iframe, object, embed, form, input, link, base, svg image, svg use')].length,
      handlers: [...document.querySelectorAll('*')].flatMap(({ attributes }) =>
        [...attributes].filter(({ name: key, value }) => /^on/i.test(key) || /^\s*javascript:/i.test(value)).map(({ name: key }) => key),
      ),
      entries: document.querySelectorAll('li[id^="claim-"]').length,
      words: document.body.textContent ?? '',
    }));
    expect(found).toMatchObject({ hit: false, active: 0, handlers: [], entries: model.claims.length });
    for (const { note } of model.claims) expect(found.words).toContain(readable(note));
    // Whatever can be pressed leads within the page or to the web.
    for (const link of await page.locator('a:visible').all()) expect(await link.getAttribute('href')).toMatch(/^(?:#|https?:\/\/)/);
    expect(asked).toEqual([]);
  });
}

test('the fact checks of a hostile article stand in a script element of another page as data', async ({ page }) => {
  const checks = joinTexts(claimReviewPieces(buildReport(hostileInput(Object.values(HOSTILE).join(' ')))));
  const asked = await openPage(page, `<!doctype html><title>x</title><script type="application/ld+json">${checks}</script><p>after</p>`);
  const found = await page.evaluate(() => ({ hit: 'hit' in window, data: document.querySelector('script')?.textContent ?? '' }));
  expect({ hit: found.hit, data: JSON.parse(found.data), asked }).toEqual({ hit: false, data: JSON.parse(checks), asked: [] });
});

/** As HTML shows it: what it cannot hold is replaced. */
function readable(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '\ufffd');
}
