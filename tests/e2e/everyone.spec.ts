import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { exported, makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, newAccount, openDesk, signInAs, test } from './support/test';

// The page in the ways people have it other than as it comes: larger, in their own colours, still, from right to left.

const SIX = 'Head\n\nThe mayor said so. Reuters said so. The paper said so. Sources said so. Elites said so. It was said so.';

/** Widths beyond the window's own, by what sticks out. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth);
}

test.describe('at 200 %', () => {
  // 1280 px wide, each px twice as large.
  test.use({ viewport: { width: 640, height: 400 } });

  test('nothing scrolls sideways, and what has the keyboard is seen', async ({ page }) => {
    await openDesk(page, 'editor');
    const article = await page
      .getByRole('link', { name: /Close Putin Ally/ })
      .first()
      .getAttribute('href');
    for (const path of ['/', '/articles/new', article ?? '', `${article}/sourcing`, '/review', '/sources', '/keys']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await sideways(page), path).toBeLessThanOrEqual(0);
      for (let count = 0; count < 12; count += 1) {
        await page.keyboard.press('Tab');
        expect(await isHidden(page), `${path}, after ${count + 1} tabs`).toBe('');
      }
    }
  });

  test('a claim is made', async ({ page }) => {
    await signInAs(page, await newAccount('checker'));
    await openArticle(page, SIX);
    await makeClaim(page, { sentence: 1, keys: ['1'], source: 'The mayor' });
    await expect(page.locator('mark[data-claim]').first()).toBeInViewport();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('the six classes still look different, and nothing moves', async ({ page }) => {
    await signInAs(page, await newAccount('checker'));
    await openArticle(page, SIX);
    for (const [at, key] of ['1', '3', '4', '5', '7', '9'].entries()) {
      await makeClaim(page, { sentence: at + 1, keys: [key], ...(key === '9' ? {} : { source: `Name ${key}` }) });
    }
    const looks = await page.locator('mark[data-claim]').evaluateAll((marks) =>
      marks.map((mark) => {
        const { textDecorationStyle, textDecorationThickness } = getComputedStyle(mark);
        return `${mark.getAttribute('data-c')} ${textDecorationStyle} ${textDecorationThickness}`;
      }),
    );
    expect(new Set(looks.map((look) => look.split(' ')[0])).size).toBe(6);
    expect(new Set(looks.map((look) => look.split(' ').slice(1).join(' '))).size).toBe(6);
    await press(page, 'p');
    await expect(page.getByRole('region', { name: /^Claim 6,/ })).toBeVisible();
    const moving = () =>
      page.evaluate(
        () =>
          document.getAnimations().filter(({ playState, effect }) => playState === 'running' && Number(effect?.getTiming().duration) > 10)
            .length,
      );
    expect(await moving()).toBe(0);
    await expectAccessible(page);
  });
});

test('an article from right to left is worked on like any other', async ({ page }) => {
  await signInAs(page, await newAccount('checker'));
  await openArticle(page, 'إغلاق الجسر\n\nقال رئيس البلدية إن الجسر سيغلق في مايو. ونفت ذلك لاحقا.');
  await makeClaim(page, { sentence: 1, keys: ['1'], source: 'رئيس البلدية' });
  const mark = page.locator('mark[data-claim]').first();
  const places = await mark.evaluate((element) => {
    const paragraph = element.closest('p') as HTMLElement;
    const badge = document.querySelector('[data-badge]') as HTMLElement;
    const box = (one: Element) => one.getBoundingClientRect();
    return {
      direction: getComputedStyle(paragraph).direction,
      // The claim begins on the right, and so does its badge.
      begins: Math.abs(box(element).right - box(paragraph).right),
      badge: Math.abs(box(badge).right - box(element).right),
    };
  });
  expect(places.direction).toBe('rtl');
  expect(places.begins).toBeLessThan(40);
  expect(places.badge).toBeLessThan(60);
  await press(page, 'p', '[', '[');
  await expect(page.locator('.open-card del')).toContainText('مايو');
  await press(page, 'Enter');
  await expect(saved(page)).toHaveText('All changes saved');
  const { claims } = (await exported(page)) as { claims: { spans: { quote: string }[] }[] };
  expect(claims[0]?.spans[0]?.quote).toBe('قال رئيس البلدية إن الجسر سيغلق في');
  await expect(text(page)).toBeVisible();
  await expectAccessible(page);
});

/** What hides the element with the keyboard: the window's edge, or something over its middle. Empty when it is seen. */
function isHidden(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (here === null || here === document.body) return '';
    const box = here.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return '';
    const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2));
    const y = box.height > innerHeight ? innerHeight / 2 : box.top + box.height / 2;
    if (y < 0 || y > innerHeight) return `${here.outerHTML.slice(0, 120)} is at ${Math.round(y)} of ${innerHeight}`;
    const over = document.elementFromPoint(x, y);
    const seen = over === null || here.contains(over) || over.contains(here) || over.closest('label') !== null;
    return seen ? '' : `${here.outerHTML.slice(0, 120)} is under ${over.outerHTML.slice(0, 120)}`;
  });
}
