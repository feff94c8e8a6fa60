import type { Page } from '@playwright/test';
import { signInByHttp } from '../../support/http/sign-in';
import type { Account } from './accounts';

/**
 * A session of its own for this browser, without a look at the form: main-road.spec.ts goes that way, with mouse and keyboard.
 * The page stays where it is.
 */
export async function signInAt(page: Page, address: string, account: Account): Promise<void> {
  const [name = '', value = ''] = (await signInByHttp(address, account)).split('=');
  await page.context().addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }]);
}
