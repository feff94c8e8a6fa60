import type { Locator, Page } from '@playwright/test';

// The review screen, as its tests find their way about it.

export function rows(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Claims that wait for a decision' }).getByRole('option');
}

export function chosen(page: Page): Locator {
  return page.locator('[role="option"][aria-selected="true"]').first();
}

export function details(page: Page): Locator {
  return page.locator('#claim-detail');
}

/** The screen's own status line; links of the top bar have one each too. */
export function status(page: Page): Locator {
  return page.locator('.status-foot').getByRole('status');
}

/** A row's class and number: "Anonymous, claim 8". */
export async function nameOf(row: Locator): Promise<string | null> {
  return row.locator('.sr-only').first().textContent();
}

export async function numberOf(row: Locator): Promise<string> {
  return /\d+$/.exec((await nameOf(row)) ?? '')?.[0] ?? '';
}

/** The details of the chosen claim as text, without its times: those are words, and move on. */
export async function tagOf(page: Page): Promise<string> {
  const texts = await details(page).locator('dl, .review-chain').allTextContents();
  return texts.join('\n').replace(/\d+ \w+ ago|just now/g, '');
}
