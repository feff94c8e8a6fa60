import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { runCommand } from '../support/http/run-command';
import { expectAccessible } from './support/accessible';
import { type Account, readAccounts } from './support/accounts';
import { chosen, details, nameOf, numberOf, rows, status, tagOf } from './support/review-queue';
import { makeFolder, removeFolder, type Server, startServer, stopServer } from './support/server';
import { signInAt } from './support/sign-in';
import { expect, isListening, test } from './support/test';

// The editor's queue, on a server of its own: nine claims of the sample wait there, one of them made by the editor.
// Each test leaves the queue to the next one as its last lines say.
test.describe.configure({ mode: 'serial' });

let server: Server;
let editor: Account;
let otherEditor: Account;
let checker: Account;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer(await makeFolder());
  ({ editor, checker } = await readAccounts(server.data));
  const { out } = await runCommand(server.data, ['--json', 'create-user', 'emil@example.org', '--name', 'Emil Editor', '--role', 'editor']);
  otherEditor = { email: 'emil@example.org', password: (JSON.parse(out) as { password: string }).password };
});

test.afterAll(async () => {
  if (server === undefined) return;
  await stopServer(server);
  await removeFolder(server.data);
});

test.describe('deciding by keyboard', () => {
  test('approves and advances, and takes the approval back into its place', async ({ page }) => {
    await openQueue(page, editor);
    await expect(rows(page)).toHaveCount(9);
    await page.keyboard.press('j');
    const second = await nameOf(chosen(page));
    await page.keyboard.press('a');
    await expect(status(page)).toHaveText(/^Approved claim \d+\. 8 left\.$/);
    await expect(rows(page)).toHaveCount(8);
    await expect(chosen(page)).toBeFocused();
    await expect(page.getByRole('heading', { name: /8 wait for a decision/ })).toBeVisible();

    await page.keyboard.press('z');
    await expect(status(page)).toHaveText(/^Undone: claim \d+ waits again\. 9 left\.$/);
    expect(await nameOf(rows(page).nth(1))).toBe(second);
    await expect(chosen(page)).toBeFocused();
    await expect(details(page)).toContainText('took the decision back');
    await page.reload();
    await expect(rows(page)).toHaveCount(9);
  });

  test('returns with a reason, which waits on the author’s desk', async ({ page, browser, watch }) => {
    await openQueue(page, editor);
    await page.keyboard.press('r');
    await page.keyboard.press('Control+Enter');
    await expect(details(page)).toContainText('Say why, so that the checker can act on it.');
    await page.keyboard.type('The cue is not part of the claim.');
    await page.keyboard.press('Escape');
    await expect(chosen(page)).toBeFocused();
    await page.keyboard.press('r');
    await expect(page.getByRole('textbox')).toHaveValue('The cue is not part of the claim.');
    await page.keyboard.press('Control+Enter');
    await expect(status(page)).toHaveText(/^Returned claim \d+ to .+\. 8 left\.$/);

    const desk = await newPage(browser, watch);
    await signIn(desk, checker);
    await desk.goto('/');
    await expect(desk.getByText('The cue is not part of the claim.')).toBeVisible();
    await page.keyboard.press('z');
    await expect(status(page)).toHaveText(/9 left\.$/);
  });

  test('fixes and approves in one step, and undoes both together', async ({ page }) => {
    await openQueue(page, editor, '/review?class=anonymous');
    const before = await tagOf(page);
    await page.keyboard.press('f');
    await page.getByLabel('Source type').selectOption('news_organization');
    await page.getByLabel('Source', { exact: true }).fill('');
    await page.keyboard.press('Control+Enter');
    await expect(details(page)).toContainText('“News organisation” needs a source.');
    await page.getByLabel('Source', { exact: true }).fill('The Town Crier');
    // What was begun outlasts a reload.
    await page.reload();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('f');
    await expect(page.getByLabel('Source', { exact: true })).toHaveValue('The Town Crier');
    await page.getByRole('button', { name: 'End one word earlier' }).click();
    await page.getByLabel('Note').press('Control+Enter');
    await expect(status(page)).toHaveText(/^Fixed and approved claim \d+\./);
    await page.keyboard.press('z');
    await expect(status(page)).toHaveText(/^Undone/);
    await expect.poll(() => tagOf(page)).toBe(before);
  });

  test('says why the editor’s own claim is another’s to approve', async ({ page }) => {
    await openQueue(page, editor);
    await rows(page).filter({ hasText: 'made by you' }).click();
    await expect(page.getByRole('button', { name: /^Approve/ })).toHaveAttribute('aria-disabled', 'true');
    await expect(details(page)).toContainText('You made this claim: another editor has to approve it.');
    await page.keyboard.press('a');
    await expect(status(page)).toHaveText(/^Not approved\. You made this claim/);
    await page.keyboard.press('f');
    await expect(status(page)).toHaveText(/^A fix here approves the claim too, and you made it\. Edit it in its article/);
    await expect(rows(page)).toHaveCount(9);
  });

  test('says what the undo would take back, also beside a message about another claim', async ({ page }) => {
    await openQueue(page, editor);
    const first = await numberOf(chosen(page));
    await page.keyboard.press('a');
    await expect(status(page)).toHaveText(`Approved claim ${first}. 8 left.`);
    await rows(page).filter({ hasText: 'made by you' }).click();
    await page.keyboard.press('f');
    await expect(status(page)).toHaveText(/^A fix here approves/);
    await page.getByRole('button', { name: `Undo claim ${first}: approved` }).click();
    await expect(status(page)).toHaveText(/9 left\.$/);
  });

  test('lets single keys be switched off', async ({ page }) => {
    await openQueue(page, editor);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys on this page' });
    await expect(sheet.getByRole('heading', { name: 'Keys on this page' })).toBeInViewport();
    await sheet.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(details(page).locator('kbd')).toHaveCount(0);
    await expect(page.locator('.review [aria-keyshortcuts]')).toHaveCount(0);
    await rows(page).first().focus();
    await page.keyboard.press('a');
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(1)).toBeFocused();
    await expect(rows(page)).toHaveCount(9);
    // It goes with the account, and the next test has the same one.
    await page.getByRole('button', { name: /all keys$/ }).click();
    await sheet.getByRole('checkbox').check();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.insertText('next claim');
    await page.keyboard.press('Enter');
    await expect(rows(page).nth(2)).toBeFocused();
  });
});

test.describe('when it goes wrong', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|desk-note|comments/] });

  test('shows both versions of a claim that another editor decided first', async ({ page, browser, watch }) => {
    await openQueue(page, editor);
    const other = await newPage(browser, watch);
    await openQueue(other, otherEditor);
    await other.keyboard.press('f');
    await other.getByLabel('Note').fill('Corrected by Emil.');
    await other.getByLabel('Note').press('Control+Enter');
    await expect(status(other)).toHaveText(/^Fixed and approved/);

    await page.keyboard.press('a');
    await expect(status(page)).toHaveText(
      /^Emil Editor fixed and approved claim \d+ (just now|meanwhile)\. Your decision was not applied\.$/,
    );
    await expect(rows(page).first()).toContainText('approved meanwhile');
    await page.keyboard.press('k');
    await expect(details(page).getByRole('row', { name: /^Note/ })).toContainText('Corrected by Emil.');
    await expect(details(page).getByRole('row', { name: /^State/ })).toContainText('Approved');
    await expect(page.getByRole('button', { name: /^Return/ })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Take it off the list' }).click();
    await expect(rows(page)).toHaveCount(8);

    await other.keyboard.press('z');
    await expect(status(other)).toHaveText(/^Undone/);
    await page.reload();
    await expect(rows(page)).toHaveCount(9);
  });

  test('keeps decisions that cannot be sent, says so, and sends each once when it can', async ({ page, context }) => {
    const before = approvals();
    await openQueue(page, editor);
    await context.setOffline(true);
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await expect(status(page)).toHaveText(
      'Not sent: The server cannot be reached. 2 decisions are kept in this browser and will be sent again.',
    );
    await expect(rows(page)).toHaveCount(7);
    await page.getByRole('link', { name: 'Desk', exact: true }).click();
    await page.getByRole('dialog', { name: '2 decisions not sent' }).getByRole('button', { name: 'Stay' }).click();
    await expect(page).toHaveURL(/\/review$/);

    await context.setOffline(false);
    await expect(status(page)).toHaveText(/^Approved claim \d+\. 7 left\.$/);
    await expect.poll(approvals).toBe(before + 2);
    // The dialog may be fading still, with the focus in it: it was answered, and no key is lost to it.
    await page.keyboard.press('z');
    await page.keyboard.press('z');
    await expect(status(page)).toHaveText(/9 left\.$/);
  });

  test('sends what was left unsent when the window was closed, with the next one, once', async ({ page, context, watch }) => {
    const before = approvals();
    await openQueue(page, editor);
    await context.setOffline(true);
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await expect(status(page)).toHaveText(/2 decisions are kept in this browser/);
    await page.close();
    await context.setOffline(false);
    const next = await context.newPage();
    watch(next);
    await next.goto(`${server.address}/review`);
    await expect(status(next)).toHaveText(/^Approved claim \d+\.$/);
    await expect(rows(next)).toHaveCount(7);
    await expect.poll(approvals).toBe(before + 2);
    await expect
      .poll(() => next.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hearsay:decisions'))))
      .toEqual([]);
    await next.keyboard.press('z');
    await next.keyboard.press('z');
    await expect(status(next)).toHaveText(/9 left\.$/);
  });

  test('sends nobody’s decisions under another’s name, and keeps them for their own', async ({ page, context, watch }) => {
    const before = [approvals(), approvals(otherEditor)];
    await openQueue(page, editor);
    const other = await context.newPage();
    watch(other);
    await context.clearCookies();
    await signIn(other, otherEditor);
    await page.keyboard.press('a');
    await expect(status(page)).toHaveText(
      'Not sent: You are signed in as somebody else in this browser now. 1 decision is kept in this browser until you sign in again.',
    );
    await other.goto(`${server.address}/review`);
    await expect(other.getByRole('heading', { name: /9 wait for a decision/ })).toBeVisible();
    await expect(rows(other)).toHaveCount(9);
    expect([approvals(), approvals(otherEditor)]).toEqual(before);

    await context.clearCookies();
    await signIn(other, editor);
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect(status(page)).toHaveText(/^Approved claim \d+\. 8 left\.$/);
    await expect.poll(() => [approvals(), approvals(otherEditor)]).toEqual([(before[0] ?? 0) + 1, before[1]]);
    await page.keyboard.press('z');
    await expect(status(page)).toHaveText(/9 left\.$/);
  });

  test('applies a decision once although its answer got lost', async ({ page }) => {
    const before = approvals();
    await openQueue(page, editor);
    let lost = false;
    await page.route('**/review*', async (route) => {
      if (lost || route.request().method() !== 'POST') return route.continue();
      lost = true;
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press('a');
    await expect(status(page)).toHaveText(/^Approved claim \d+\. 8 left\.$/, { timeout: 15_000 });
    expect(lost).toBe(true);
    expect(approvals()).toBe(before + 1);
    await page.keyboard.press('z');
    await expect(status(page)).toHaveText(/9 left\.$/);
  });
});

test.describe('who says so', () => {
  test('is told in the row, and link by link in the details, with what speaks against it', async ({ page }) => {
    addEvidence(8);
    await openQueue(page, editor);
    const row = rows(page).filter({ has: page.getByText('Anonymous, claim 8', { exact: true }) });
    await expect(row.locator('.who-part')).toHaveText(['The New York Times', '“sources”', 'Vladimir Putin']);
    await expect(row.locator('.who-part[data-outside]')).toHaveText(['The New York Times']);
    await expect(row).toContainText('contradicted by 3 claims');
    await row.click();
    const links = details(page).getByRole('region', { name: 'Who says so' }).getByRole('listitem');
    await expect(links).toHaveCount(4);
    await expect(links.nth(1)).toContainText('known from outside, taken on trust');
    await expect(links.nth(2)).toContainText('weakest link');
    await expect(details(page)).toContainText('third hand');
    await expect(details(page)).toContainText('1 of 5: the weakest link is “sources”, not described at all.');
    const against = details(page).getByRole('region', { name: 'Contradicted' });
    await expect(against.getByRole('listitem')).toHaveCount(3);
    await expect(against).toContainText('has no plans to abandon this policy');
    await expect(details(page).getByRole('region', { name: 'Flags' })).toContainText('Not described: “sources”.');

    const found = details(page).getByRole('region', { name: 'What checking came to' });
    await expect(found).toContainText('Supports: The report itself');
    const link = found.getByRole('link', { name: /^The report itself/ });
    expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
    await expect(found.getByRole('link', { name: /^A trap/ })).toHaveCount(0);
    // Confidence is about the checker, never beside how credible the claim is.
    await expect(found).not.toContainText('Confidence');
  });

  test('is told of a contradiction from the other side too', async ({ page }) => {
    await openQueue(page, editor);
    await rows(page).filter({ hasText: 'disappointment is growing' }).click();
    const against = details(page).getByRole('region', { name: 'Contradicted' });
    await expect(against).toContainText('he considers the invasion of Ukraine a mistake');
    await against.getByRole('link', { name: 'Claim 8' }).click();
    await expect(page).toHaveURL(/\/articles\/.+#claim-/);
  });
});

test.describe('the page', () => {
  test('holds still while messages come, and keeps every button inside', async ({ page }) => {
    await openQueue(page, editor);
    for (const width of [1440, 1280, 1040, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.reload();
      await page.waitForLoadState('networkidle');
      const foot = page.locator('.status-foot');
      const before = await foot.boundingBox();
      await rows(page).filter({ hasText: 'made by you' }).click();
      const reject = page.getByRole('button', { name: /^Reject/ });
      const box = await reject.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0), `${width}`).toBeLessThanOrEqual(width - 16);
      await page.keyboard.press('f');
      await expect(status(page)).toHaveText(/^A fix here approves/);
      expect(await foot.boundingBox(), `${width}`).toEqual(before);
      expect(await page.evaluate(() => document.documentElement.scrollHeight), `${width}`).toBe(800);
      if (width === 390) await page.goBack();
    }
  });

  test('shows no keys where there is no keyboard', async ({ page, browser, watch }) => {
    await openQueue(page, editor);
    const storageState = await page.context().storageState();
    const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, storageState };
    const touch = await newPage(browser, watch, phone);
    await touch.goto('/review');
    await rows(touch).first().tap();
    await expect(touch.getByRole('button', { name: /^Approve/ })).toBeVisible();
    await expect(touch.locator('.review kbd:visible')).toHaveCount(0);
    await touch.getByRole('button', { name: /^Return/ }).tap();
    await expect(touch.getByRole('button', { name: 'Return, next' })).toBeVisible();
    await expect(touch.locator('.review kbd:visible')).toHaveCount(0);
  });

  test('has no accessibility violation, light and dark', async ({ page }) => {
    test.setTimeout(120_000);
    await openQueue(page, editor);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `list, ${colorScheme}`);
      await page.keyboard.press('f');
      await page.getByLabel('Source type').selectOption('named_person');
      await page.getByLabel('Source', { exact: true }).click();
      await expect(page.getByRole('listbox', { name: 'Sources' })).toBeVisible();
      await expectAccessible(page, `fix, ${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('x');
      await page.keyboard.press('Control+Enter');
      await expectAccessible(page, `reason, ${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expectAccessible(page, `keys, ${colorScheme}`);
      await page.keyboard.press('Escape');
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await rows(page).nth(1).click();
    await expectAccessible(page, 'details on a phone');
  });

  test('leads on a narrow screen from the list to the details and back', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openQueue(page, editor);
    await expect(details(page)).toBeHidden();
    await rows(page).nth(1).click();
    await expect(details(page)).toBeFocused();
    await expect(rows(page).first()).toBeHidden();
    await page.getByRole('button', { name: /^Approve/ }).click();
    await expect(status(page)).toHaveText(/^Approved/);
    await expect(details(page)).toBeVisible();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(status(page)).toHaveText(/^Undone/);
    await page.goBack();
    await expect(rows(page)).toHaveCount(9);
    await expect(chosen(page)).toBeFocused();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('keeps its filters in the address', async ({ page }) => {
    await openQueue(page, editor);
    await page.getByLabel('Class').selectOption('anonymous');
    await expect(page).toHaveURL(/\/review\?class=anonymous$/);
    const anonymous = await rows(page).count();
    expect(anonymous).toBeLessThan(9);
    await expect(status(page)).toHaveText(`The list: ${anonymous} match.`);
    await page.getByLabel('Waiting').selectOption('72');
    await expect(page.getByText('Nothing matches these filters.')).toBeVisible();
    await page.goBack();
    await expect(rows(page)).toHaveCount(anonymous);
    await page.getByRole('link', { name: 'Remove the filter Class: Anonymous' }).click();
    await expect(rows(page)).toHaveCount(9);
    await expect(page.getByLabel('Class')).toBeFocused();
    await page.getByLabel('Contradiction', { exact: true }).selectOption('contradicts');
    await expect(rows(page)).toHaveCount(4);
    await page.getByLabel('Content', { exact: true }).selectOption('checked');
    await expect(page).toHaveURL(/\/review\?check=checked&bears=contradicts$/);
    await expect(rows(page)).not.toHaveCount(4);
    const checked = await rows(page).count();
    await page.getByLabel('Content', { exact: true }).selectOption('not_checked');
    await expect(rows(page)).toHaveCount(4 - checked);
  });

  test('filters without scripts', async ({ page, browser, watch }) => {
    await openQueue(page, editor);
    const storageState = await page.context().storageState();
    const plain = await newPage(browser, watch, { javaScriptEnabled: false, storageState });
    await plain.goto('/review');
    await plain.getByLabel('Class').selectOption('anonymous');
    await plain.getByRole('button', { name: 'Show' }).click();
    await expect(plain).toHaveURL(/class=anonymous/);
    await expect(plain.getByRole('heading', { name: /match/ })).toBeVisible();
  });

  test('is empty when everything is decided', async ({ page, browser, watch }) => {
    await openQueue(page, editor);
    for (let left = 8; left > 0; left -= 1) {
      await page.keyboard.press('Home');
      // The editor's own claim stays.
      if ((await chosen(page).getByText('made by you').count()) > 0) await page.keyboard.press('j');
      await page.keyboard.press('a');
      await expect(status(page)).toHaveText(new RegExp(`${left} left\\.$`));
    }
    const other = await newPage(browser, watch);
    await openQueue(other, otherEditor);
    await other.keyboard.press('a');
    await expect(other.getByText('Nothing waits for you.')).toBeVisible();
    await expect(status(other)).toHaveText(/None left\.$/);
    await expectAccessible(other, 'empty');
  });

  test('does not exist for a checker', async ({ page }) => {
    await signIn(page, checker);
    const answer = await page.request.get(`${server.address}/review`);
    expect(answer.status()).toBe(404);
  });
});

test.describe('a long queue', () => {
  test('comes in pages of fifty, and has the next ones before the last is reached', async ({ page }) => {
    insertClaims(520);
    // Written past the application: it lists them with its next write, or here.
    await runCommand(server.data, ['migrate']);
    await openQueue(page, editor);
    await expect(rows(page)).toHaveCount(50);
    await expect(page.getByRole('heading', { name: /520 wait for a decision/ })).toBeVisible();
    await page.getByRole('link', { name: 'Next 50' }).click();
    await expect(page).toHaveURL(/after=/);
    await expect(chosen(page)).toBeFocused();
    const first = await nameOf(chosen(page));
    await page.getByRole('link', { name: 'First page' }).click();
    await expect(page).toHaveURL(/\/review$/);
    await expect(chosen(page)).toBeFocused();

    await page.keyboard.press('End');
    await expect(rows(page)).toHaveCount(100);
    await page.keyboard.press('a');
    await expect(page).toHaveURL(/\/review$/);
    await expect.poll(() => nameOf(chosen(page))).toBe(first);
    await expect(page.getByRole('heading', { name: /519 wait for a decision/ })).toBeVisible();

    await page.keyboard.press('z');
    await expect(status(page)).toHaveText(/^Undone: claim \d+ waits again\. 520 left\.$/);
    await expect(chosen(page)).toBeFocused();
  });

  test('moves up when a whole page has been decided', async ({ page }) => {
    test.setTimeout(120_000);
    const before = approvals();
    await openQueue(page, editor);
    for (let decided = 0; decided < 50; decided += 1) await page.keyboard.press('a');
    await expect(page.getByRole('heading', { name: /470 wait for a decision/ })).toBeVisible();
    await expect(rows(page)).toHaveCount(50, { timeout: 60_000 });
    await expect(chosen(page)).toBeFocused();
    await expect(page).toHaveURL(/\/review$/);
    // The list is ahead of the server, which the next test begins with.
    await expect.poll(approvals, { timeout: 60_000 }).toBe(before + 50);
  });

  test('is decided on by many at a time, taken back as one, and returned with one reason', async ({ page }) => {
    await openQueue(page, editor);
    await expect(page.getByRole('heading', { name: /470 wait for a decision/ })).toBeVisible();
    const bar = page.getByRole('region', { name: 'Selected claims' });
    await chosen(page).focus();
    await page.keyboard.press('v');
    await expect(bar).toContainText('1 claim selected');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar).toContainText('3 claims selected');
    await expectAccessible(page, 'several selected');
    await page.keyboard.press('a');
    await expect(status(page)).toHaveText('Approved 3 claims. 467 left.');
    await expect(bar).toBeHidden();
    await page.keyboard.press('z');
    await expect(status(page)).toHaveText('Undone: 3 claims wait again. 470 left.');

    await rows(page).nth(0).locator('.mark-box').click();
    await rows(page)
      .nth(4)
      .locator('.mark-box')
      .click({ modifiers: ['Shift'] });
    await expect(bar).toContainText('5 claims selected');
    await bar.getByRole('button', { name: 'Return 5' }).click();
    await page.keyboard.press('Control+Enter');
    await expect(bar).toContainText('Say why');
    await page.keyboard.type('Who says so, all of you?');
    await page.keyboard.press('Control+Enter');
    await expect(status(page)).toHaveText('Returned 5 claims. 465 left.');
  });

  test('is sorted, narrowed and kept as a view', async ({ page }) => {
    await openQueue(page, editor);
    await page.getByLabel('Sort').selectOption('newest');
    await expect(page).toHaveURL(/sort=newest/);
    await page.getByLabel('Class').selectOption('none');
    await expect(page).toHaveURL(/class=none/);
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.keyboard.type('Nobody, newest first');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Nobody, newest first' })).toHaveAttribute('aria-current', 'true');
    await page.goto(`${server.address}/review`);
    await isListening(page.getByLabel('Sort'));
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('nobody, newest');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/sort=newest/);
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Mine');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Mine' })).toBeVisible();
    await page.getByRole('button', { name: 'Delete view' }).click();
    await expect(page.getByRole('link', { name: 'Mine' })).toBeHidden();
  });
});

async function newPage(browser: Browser, watch: (page: Page) => void, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.address, ...options })).newPage();
  watch(page);
  return page;
}

function signIn(page: Page, account: Account): Promise<void> {
  return signInAt(page, server.address, account);
}

async function openQueue(page: Page, account: Account, place = '/review'): Promise<void> {
  await signIn(page, account);
  await page.goto(server.address + place);
  await expect(page.getByRole('heading', { name: /^Review/ })).toBeVisible();
  // Keys act once the scripts have come.
  await page.waitForLoadState('networkidle');
}

function withDatabase<Value>(work: (db: Sqlite.Database) => Value): Value {
  const db = new Sqlite(path.join(server.data, 'hearsay.db'), { fileMustExist: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** A link that is to be followed, and one that no form of ours takes. */
function addEvidence(claimNumber: number): void {
  withDatabase((db) => {
    const insert = db.prepare(
      `INSERT INTO "Evidence" ("claimId", "id", "ordinal", "kind", "title", "url", "archivedUrl", "locator", "retrievedOn", "originGroupId", "stance")
       SELECT "id", ?, ?, 'url', ?, ?, NULL, 'paragraph 3', '2026-03-01', NULL, 'supports' FROM "Claim" WHERE "number" = ?`,
    );
    insert.run(newId(), 100, 'The report itself', 'https://example.org/report', claimNumber);
    insert.run(newId(), 101, 'A trap', 'javascript:alert(1)', claimNumber);
  });
}

/** How often an editor has approved a claim, whatever became of it later. */
function approvals({ email } = editor): number {
  return withDatabase((db) => {
    const count = `SELECT COUNT(*) FROM "Transition" WHERE "event" = 'approve' AND "actorId" = (SELECT "id" FROM "User" WHERE "email" = ?)`;
    return db.prepare(count).pluck().get(email) as number;
  });
}

/** Claims of the checker, submitted a minute apart: through the screens it would take an hour. */
function insertClaims(count: number): void {
  withDatabase((db) => {
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString().replace('Z', '+00:00');
    const place = db.prepare('SELECT "articleId", "revisionId", "deskId", "createdById" FROM "Claim" WHERE "number" = 1').get() as Record<
      string,
      string
    >;
    const claim = db.prepare(
      `INSERT INTO "Claim" ("id", "deskId", "articleId", "revisionId", "number", "sourceType", "confidence", "note", "state", "version",
         "createdById", "lastEditedById", "createdAt", "updatedAt", "submittedAt")
       VALUES (:id, :deskId, :articleId, :revisionId, :number, 'author', 'high', '', 'submitted', 2, :createdById, :createdById, :at, :at, :at)`,
    );
    const span = db.prepare(`INSERT INTO "ClaimSpan" VALUES (?, 0, 0, 5, 'Close', 'Claim ', ' Putin Ally ...')`);
    db.transaction(() => {
      for (let index = 0; index < count; index += 1) {
        const id = newId();
        claim.run({ ...place, id, number: 1000 + index, at: at(index) });
        span.run(id);
      }
    })();
  });
}
