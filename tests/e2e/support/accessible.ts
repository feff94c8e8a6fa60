import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Axe finds nothing wrong on the page as it is now. Colours are looked at when none is on its way to another any more: what fades or
 * changes its scheme is between two for a moment. `what`: which of several states, for the message.
 */
export async function expectAccessible(page: Page, what = 'page'): Promise<void> {
  // A streamed page has its name a moment after its first words.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(async () => {
    const ends = ({ effect }: Animation) => Number.isFinite(effect?.getComputedTiming().endTime);
    // Starting them may wait for a frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map(({ finished }) => finished),
    );
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${what}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}
