import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { callAction, ownHeaders, readBuiltActions, toActionResult, toWriteResult, WRITE_KINDS } from '../support/http/actions';
import { send } from '../support/http/send';
import { signInByHttp } from '../support/http/sign-in';
import { readAccounts } from './support/accounts';
import { dataFolder, expect, isListening, signIn, test } from './support/test';

// A report goes out, is read by somebody who has no account and no JavaScript, is corrected, and is taken back.

// Where there is no report the answer is 404; the browser says so.
test.use({ expectedComplaints: [/404/] });

const address = () => process.env.HEARSAY_E2E_ADDRESS ?? '';
const NOTE = 'Said on the steps of the town hall.';

type Claim = { readonly id: string; readonly version: number };

async function call<Value>(name: string, cookie: string, input: object): Promise<Value> {
  const kind = WRITE_KINDS[name];
  const sent = { key: randomUUID(), ...input };
  const [called, body] = kind === undefined ? [name, sent] : ['sendWrites', { writes: [{ kind, ...sent }] }];
  const id = readBuiltActions().find((built) => built.name === called)?.id ?? '';
  const headers = { ...ownHeaders(address()), Cookie: cookie };
  const answer = await callAction({ address: address(), page: '/', id, input: [body], headers });
  const result = kind === undefined ? toActionResult(answer) : toWriteResult(answer);
  if (result?.ok !== true) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return result.value as Value;
}

/** An article with a claim that was approved, and a way to change what the claim says and have it approved again. */
async function approvedArticle({ said = 'the bridge will close', details = {} } = {}) {
  const accounts = await readAccounts(dataFolder());
  const [checker, editor] = await Promise.all([signInByHttp(address(), accounts.checker), signInByHttp(address(), accounts.editor)]);
  const text = `The bridge will close ${randomUUID()}\nThe mayor said that ${said}. It rained.`;
  const { articleId } = await call<{ articleId: string }>('pasteArticle', checker, { text });
  const model = await send(`${address()}/api/articles/${articleId}/export/json`, { headers: { Cookie: checker } });
  const revisionId = (JSON.parse(model.body) as { revision: { id: string } }).revision.id;
  const start = text.indexOf(said);
  const tag = {
    spans: [{ start, end: start + said.length }],
    sourceType: 'named_person',
    source: { name: 'The mayor' },
    confidence: 'high',
  };
  const approve = async (claim: Claim) => {
    const claims = [{ id: claim.id, version: claim.version }];
    const [sent] = [await call<Claim | Claim[]>('submitClaims', checker, { articleId, claims })].flat();
    await call('approveClaim', editor, { claimId: claim.id, version: sent?.version });
  };
  const claim = await call<Claim>('createClaim', checker, { claimId: newId(), revisionId, ...tag, note: NOTE, details });
  await approve(claim);
  const change = async (note: string) =>
    approve(await call<Claim>('editClaim', checker, { claimId: claim.id, version: claim.version + 2, ...tag, note }));
  return { articleId, change };
}

async function withoutScript(browser: Browser, watch: (page: Page) => void): Promise<Page> {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  watch(reader);
  return reader;
}

/** All of an answer that somebody outside can compare; as browsers ask, with `packed`. */
async function outside(path: string, packed = false) {
  const { status, headers, body } = await send(`${address()}${path}`, packed ? { headers: { 'Accept-Encoding': 'gzip' } } : {});
  const { date: _, ...kept } = headers as Record<string, unknown>;
  return { status, headers: kept, body };
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}

test('a report is published, read without script, corrected and revoked', async ({ page, browser, watch }) => {
  const { articleId, change } = await approvedArticle();
  await signIn(page, 'editor');
  await page.goto(`/articles/${articleId}/report`);
  const publish = page.getByRole('button', { name: /^Publish…/ });
  await isListening(publish);
  await publish.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 approved claim');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const link = page.getByRole('textbox', { name: 'Link', exact: true });
  await expect(link).toHaveValue(/\/reports\/the-bridge-will-close-.*[0-9a-z]{16}$/);
  const path = new URL(await link.inputValue()).pathname;
  await expect(dialog).toBeHidden();
  await expectAccessible(page);

  const reader = await withoutScript(browser, watch);
  await reader.goto(path);
  await expect(reader.getByText(NOTE).first()).toBeVisible();
  await expect(reader.getByText(/^Published /)).toBeVisible();
  expect((await outside(path, true)).headers, 'the page is packed for the way').toMatchObject({ 'content-encoding': 'gzip' });
  const before = await outside(path);
  await change('Said in the hall.');
  expect((await outside(path)).body, 'the article has changed, the report has not').toBe(before.body);

  await page.reload();
  const correct = page.getByRole('button', { name: /^Publish a correction…/ });
  await isListening(correct);
  await correct.click();
  await dialog.getByRole('textbox').fill('The place was wrong.');
  await dialog.getByRole('button', { name: /^Publish the correction/ }).click();
  await expect(page.getByText('The correction is published.')).toBeVisible();
  expect(await page.getByText('Edition 2').isVisible(), 'the list is true once it is said').toBe(true);
  await reader.goto(path);
  await expect(reader.getByText(`C1: note was “${NOTE}”, now “Said in the hall.”.`)).toBeVisible();
  await expect(reader.getByText('The place was wrong.')).toBeVisible();
  await reader.getByRole('link', { name: /^What stood before/ }).click();
  await expect(reader.getByText('This is an earlier edition.')).toBeVisible();
  await expect(reader.getByText(NOTE).first()).toBeVisible();
  const earlier = new URL(reader.url()).pathname;

  await page.getByRole('button', { name: 'Close edition 1…' }).click();
  await dialog.getByRole('textbox', { name: 'Why' }).fill('A name was given away.');
  await dialog.getByRole('button', { name: /^Close the edition/ }).click();
  await expect(page.getByText('Edition 1 is closed.')).toBeVisible();
  await expect(page.getByRole('list').getByText('A name was given away.')).toBeVisible();
  const nothing = await outside(`${path}/0123456789abcdef`);
  expect(nothing.status).toBe(404);
  for (const gone of [earlier, `${earlier}.json`]) expect(await outside(gone), gone).toEqual(nothing);
  await reader.goto(path);
  await expect(reader.getByText('What stood before (edition 1) can no longer be read.')).toBeVisible();
  expect(await reader.content()).not.toContain(NOTE);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open edition 1 again' }).click();
  await expect(page.getByRole('button', { name: 'Close edition 1…' })).toBeVisible();
  expect((await outside(earlier)).status).toBe(200);

  await page.getByRole('button', { name: /^Revoke…/ }).click();
  await dialog.getByRole('button', { name: /^Revoke/ }).click();
  await expect(page.getByText('Revoked: the link answers as if there had never been a report.')).toBeVisible();
  const unknown = await outside(`${path.slice(0, -16)}0000000000000000`);
  expect(unknown.status).toBe(404);
  const packed = await outside(`${path.slice(0, -16)}0000000000000000`, true);
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip' });
  for (const gone of [path, earlier, `${earlier}.json`]) {
    expect(await outside(gone), gone).toEqual(unknown);
    expect(await outside(gone, true), gone).toEqual(packed);
  }
  const label = await outside(`${path}/embed`);
  expect([label.body, label.status]).toEqual([unknown.body, 404]);
  await reader.goto(path);
  await expect(reader.getByRole('heading', { name: 'There is no report here.' })).toBeVisible();

  await page.getByRole('button', { name: 'Give the link back' }).click();
  await expect(link).toHaveValue(new RegExp(`${path}$`));
  expect((await outside(path)).status).toBe(200);
});

test('a report with a password is read by whoever gives it, in any light and on a phone', async ({ page, browser, watch }) => {
  const { articleId } = await approvedArticle();
  await signIn(page, 'editor');
  await page.goto(`/articles/${articleId}/report`);
  const publish = page.getByRole('button', { name: /^Publish…/ });
  await isListening(publish);
  await publish.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Ask for a password' }).check();
  const field = dialog.getByRole('textbox', { name: 'Password for readers' });
  await field.fill('short');
  await dialog.getByRole('button', { name: /^Publish/ }).click();
  await expect(dialog).toContainText('A password has at least 10 characters.');
  await field.fill('the river is high');
  await dialog.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByText('Whoever has the link and the password can read it.')).toBeVisible();
  const path = new URL(await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue()).pathname;

  // Axe needs script to look, which the page itself has none of.
  const reader = await (
    await browser.newContext({ viewport: { width: 390, height: 800 }, colorScheme: 'dark', bypassCSP: true })
  ).newPage();
  watch(reader);
  await reader.goto(path);
  await expectAccessible(reader);
  expect(await reader.content()).not.toContain(NOTE);
  await reader.getByLabel('Password').fill('the river is high');
  await reader.getByRole('button', { name: 'Read the report' }).click();
  await expect(reader.getByText(NOTE).first()).toBeVisible();
  await expectAccessible(reader);
  expect(await reader.evaluate(() => document.documentElement.scrollWidth), 'nothing stands out to the side').toBeLessThanOrEqual(390);
  await reader.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(reader);
});

test('fact checks lead to the published report, and the page says which are long for search engines', async ({ page }) => {
  const finding = {
    attributionCheck: 'accurate',
    contentCheck: 'confirmed',
    credibility: null,
    likelihood: null,
    rationale: '',
    correction: '',
  };
  const said = 'the bridge will close on Monday for as long as it takes to paint each of its eleven arches';
  const { articleId } = await approvedArticle({ said, details: { finding } });
  await signIn(page, 'editor');
  await page.goto(`/articles/${articleId}/report`);
  const publish = page.getByRole('button', { name: /^Publish…/ });
  await isListening(publish);
  await publish.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();

  await page.goto(`/articles/${articleId}`);
  const menu = page.getByRole('button', { name: 'Export', exact: true });
  await isListening(menu);
  await menu.click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Fact checks (ClaimReview)' }).first().click();
  const saved = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as { '@graph': { url: string }[] };
  expect(saved['@graph'].map(({ url }) => url)).toEqual([`${link}#claim-1`]);
  const line = page.getByRole('region', { name: 'Export: Report, Fact checks (ClaimReview)' });
  await expect(line.getByRole('status')).toHaveText(/^Saved\. Search engines may cut claims of more than 75 characters: C1 \(\d+\)\.$/);
  await expectAccessible(page);
  await line.getByRole('button', { name: 'Dismiss' }).click();
  await expect(line).toHaveCount(0);
});
