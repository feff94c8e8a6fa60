import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { runCommand } from '../../support/http/run-command';
import { type Account, type AccountRole, readAccounts } from './accounts';
import { signInAt } from './sign-in';

type Fixtures = {
  /** What a test makes the browser complain about on purpose, such as an answer of 403. */
  readonly expectedComplaints: readonly RegExp[];
  /** Makes every complaint of another page (a second context) fail the test too; `page` is watched already. */
  readonly watch: (page: Page) => void;
};

/** Playwright's test, failing on whatever the browser complains about: errors, refused scripts, broken policies. */
export const test = base.extend<Fixtures>({
  expectedComplaints: [[], { option: true }],
  watch: [
    async ({ expectedComplaints }, use) => {
      const complaints: string[] = [];
      await use((page) => {
        page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.text()} (${message.location().url})`);
        });
      });
      expect(complaints.filter((complaint) => !expectedComplaints.some((pattern) => pattern.test(complaint)))).toEqual([]);
    },
    { box: true },
  ],
  page: async ({ page, watch }, use) => {
    watch(page);
    await use(page);
  },
});

export { expect } from '@playwright/test';

/** Signs in; the page stays where it is. */
export async function signIn(page: Page, role: AccountRole): Promise<void> {
  await signInAs(page, (await readAccounts(dataFolder()))[role]);
}

/** Signs in and opens the desk. */
export async function openDesk(page: Page, role: AccountRole): Promise<void> {
  await signIn(page, role);
  await page.goto('/');
}

/** Somebody new on the desk, for a test that changes what belongs to a person: the other tests share three accounts. */
export async function newAccount(role: AccountRole): Promise<Account> {
  const email = `${role}-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.org`;
  const { out } = await runCommand(dataFolder(), ['--json', 'create-user', email, '--role', role]);
  const { password } = JSON.parse(out) as { password: string };
  return { email, password };
}

/** Until the page listens: what a server sent can be read before its scripts run, and a key pressed then is nobody's. */
export async function isListening(control: Locator): Promise<void> {
  const isReacts = (element: Element) => Object.keys(element).some((name) => name.startsWith('__reactProps'));
  await expect.poll(() => control.evaluate(isReacts)).toBe(true);
}

export async function signInAs(page: Page, account: Account): Promise<void> {
  await signInAt(page, process.env.HEARSAY_E2E_ADDRESS ?? '', account);
}

/** The data folder of the server under test. */
export function dataFolder(): string {
  const folder = process.env.HEARSAY_E2E_DATA;
  if (folder === undefined) throw new Error('global-setup.ts starts the server before any test runs.');
  return folder;
}
