import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { writtenBody } from '../factories/bodies';
import { callAction, ownHeaders, readBuiltActions, toActionResult, toWriteResult, WRITE_KINDS } from '../support/http/actions';
import { listen } from '../support/http/listen';
import { send } from '../support/http/send';
import { signInByHttp } from '../support/http/sign-in';
import { readAccounts } from './support/accounts';
import { dataFolder, newAccount } from './support/test';

/**
 * Two check an article blind. Every byte that the server gives one of them, or a checker who has no part in it, is searched for
 * what the other has made: words that stand nowhere else, ids, the other's name.
 */
test.describe.configure({ mode: 'serial' });

type Caller = { readonly cookie: string };
const address = () => process.env.HEARSAY_E2E_ADDRESS ?? '';
const actions = readBuiltActions();

async function call<Value>(name: string, { cookie }: Caller, input: object): Promise<Value> {
  const kind = WRITE_KINDS[name];
  const sent = { key: randomUUID(), ...input };
  const [called, body] = kind === undefined ? [name, sent] : ['sendWrites', { writes: [{ kind, ...sent }] }];
  const id = actions.find((built) => built.name === called)?.id ?? '';
  const headers = { ...ownHeaders(address()), Cookie: cookie };
  const answer = await callAction({ address: address(), page: '/', id, input: [body], headers });
  const result = kind === undefined ? toActionResult(answer) : toWriteResult(answer);
  if (result?.ok !== true) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return result.value as Value;
}

const enter = async (account: { email: string; password: string }): Promise<Caller> => ({ cookie: await signInByHttp(address(), account) });

type Claim = { readonly id: string; readonly version: number; readonly number: number; readonly createdBy: { id: string; name: string } };
type Made = {
  readonly articleId: string;
  readonly revisionId: string;
  readonly claims: readonly Claim[];
  readonly words: readonly string[];
};

let editor: Caller;
let one: Caller;
let other: Caller;
let outsider: Caller;
let made: Made;
let own: Claim;

const secret = () => `secret-${newId()}`;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  editor = await enter((await readAccounts(dataFolder())).editor);
  const accounts = [await newAccount('checker'), await newAccount('checker'), await newAccount('checker')];
  [one, other, outsider] = (await Promise.all(accounts.map(enter))) as [Caller, Caller, Caller];
  const text = `A blind article ${randomUUID()}\nThe mayor said no. The agency reported a flood. It rained.`;
  const { articleId } = await call<{ articleId: string }>('pasteArticle', editor, { text });
  const page = await send(`${address()}/articles/${articleId}`, { headers: { Cookie: editor.cookie } });
  // Next to the article's own id the page names one revision.
  const revisionId = /\\"revision\\":\{\\"id\\":\\"([0-9a-f-]{36})/.exec(page.body)?.[1] ?? '';
  expect(revisionId).not.toBe('');
  const start = text.indexOf('The mayor');
  const claimOf = (source: string, note: string, title: string) => ({
    claimId: newId(),
    revisionId,
    spans: [{ start, end: start + 9 }],
    sourceType: 'named_person',
    source: { name: source },
    confidence: 'high',
    note,
    details: {
      evidence: [
        {
          ...{ id: newId(), kind: 'document', title, url: null, archivedUrl: null, locator: 'p. 2' },
          ...{ retrievedOn: null, originGroupId: null, stance: 'supports' },
        },
      ],
    },
  });
  // Whose ids they are is known by what they made elsewhere.
  const people: string[] = [];
  for (const checker of [one, other]) {
    const probe = await call<Claim>('createClaim', checker, claimOf('Somebody known', '', 'Probe'));
    people.push(probe.createdBy.id);
    await call('deleteClaim', checker, { claimId: probe.id, version: probe.version });
  }
  await call('saveAssignment', editor, { articleId, version: 0, checkers: 2, people, reviewerId: null, priority: 'high', dueAt: null });
  own = await call<Claim>('createClaim', one, claimOf('Somebody known', 'Mine.', 'Own paper'));
  const claims: Claim[] = [];
  const words: string[] = [];
  for (const fate of ['draft', 'submitted', 'deleted']) {
    const [source, note, title, deskNote, said] = [`Person ${secret()}`, secret(), secret(), secret(), secret()];
    const claim = await call<Claim>('createClaim', other, claimOf(source, note, title));
    await call('addComment', other, { claimId: claim.id, commentId: newId(), threadId: null, body: writtenBody(said) });
    await call('saveDeskNote', other, { claimId: claim.id, version: 0, text: deskNote });
    if (fate === 'submitted') await call('submitClaims', other, { articleId, claims: [{ id: claim.id, version: claim.version }] });
    if (fate === 'deleted') await call('deleteClaim', other, { claimId: claim.id, version: claim.version });
    claims.push(claim);
    words.push(source, note, title, deskNote, said, claim.id);
  }
  made = { articleId, revisionId, claims, words };
});

/** Every address that answers something about the article, its claims or their sources. */
function addresses(sourceIds: readonly string[]): readonly string[] {
  const { articleId, claims } = made;
  const statuses = ['', '?status=all', '?status=draft', '?status=submitted'];
  return [
    '/',
    '/?has=draft',
    '/review',
    `/review?article=${articleId}`,
    '/review?disagreement=waits',
    '/sources',
    `/sources?article=${articleId}`,
    '/sources?q=secret',
    ...sourceIds.map((id) => `/sources/${id}`),
    `/articles/${articleId}`,
    `/articles/${articleId}/trail`,
    `/articles/${articleId}/sourcing`,
    `/articles/${articleId}/sourcing?claims=all`,
    `/articles/${articleId}/agreement`,
    `/articles/${articleId}/adjudicate`,
    `/articles/${articleId}/outcome`,
    `/api/articles/${articleId}/changes`,
    `/api/articles/${articleId}/changes?since=0`,
    ...claims.flatMap(({ id, number }) => [
      `/api/articles/${articleId}/gone?claim=claim-${id}`,
      `/api/articles/${articleId}/gone?claim=C${number}`,
      `/api/claims/${id}/desk-note`,
      `/api/claims/${id}/comments`,
      `/api/claims/${id}/history`,
      `/claims/${id}/history`,
    ]),
    ...EXPORT_FORMATS.flatMap((format) => statuses.map((status) => `/api/articles/${articleId}/export/${format}${status}`)),
    ...['archive/md', 'archive/zip', 'table/csv', 'table/xlsx'].flatMap((kind) =>
      ['', '&status=all'].map((status) => `/api/export/${kind}?ids=${articleId}${status}`),
    ),
    `/api/sources?q=secret&article=${articleId}`,
    `/api/sources?q=&article=${articleId}`,
  ];
}

/** All that these addresses answer, as pages and as the data a page is moved to with; and what is told live. */
async function readAll({ cookie }: Caller, sourceIds: readonly string[]): Promise<string> {
  const answers: string[] = [];
  for (const path of addresses(sourceIds)) {
    const headers: readonly Readonly<Record<string, string>>[] = path.startsWith('/api/') ? [{}] : [{}, { RSC: '1' }];
    for (const header of headers) {
      const answer = await send(`${address()}${path}`, { headers: { Cookie: cookie, ...header } });
      expect(answer.status, path).toBeLessThan(500);
      // A page names the address it was asked for: what stands there the reader knew.
      const known = path.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g)?.filter((id) => id !== made.articleId) ?? [];
      answers.push(known.reduce((body, id) => body.replaceAll(id, ''), answer.body));
    }
  }
  const live = await listen(`${address()}/api/articles/${made.articleId}/live?since=0`, { Cookie: cookie });
  await expect.poll(() => live.text()).toContain('event: people');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  answers.push(live.text());
  live.stop();
  return answers.join('\n');
}

/** The ids of the sources the other named for the first time, which an editor can see. */
async function sourceIds(): Promise<readonly string[]> {
  const answer = await send(`${address()}/api/sources?q=secret&article=${made.articleId}`, { headers: { Cookie: editor.cookie } });
  return (JSON.parse(answer.body) as { value: readonly { id: string }[] }).value.map(({ id }) => id);
}

test('the editor, who sees all, is given every word', async () => {
  test.setTimeout(120_000);
  const all = await readAll(editor, await sourceIds());
  // The third claim is deleted: of that nobody is shown more than that it is gone.
  for (const word of made.words.slice(0, 12)) expect(all, word).toContain(word);
});

for (const who of ['one of the two', 'a checker who has no part in it']) {
  test(`${who} is given nothing of the other’s work`, async () => {
    test.setTimeout(120_000);
    const ids = await sourceIds();
    expect(ids.length).toBeGreaterThan(1);
    const watching = await listen(`${address()}/api/articles/${made.articleId}/live?since=0`, { Cookie: other.cookie });
    const told = await readAll(who === 'one of the two' ? one : outsider, ids);
    watching.stop();
    for (const word of [...made.words, ...ids]) expect(told.includes(word), word).toBe(false);
    for (const { createdBy } of made.claims) {
      expect(told).not.toContain(createdBy.id);
      expect(told).not.toContain(createdBy.name);
    }
    if (who === 'one of the two') expect(told).toContain(own.id);
  });
}

test('no number tells how much the other has made', async () => {
  expect(made.claims.map(({ number }) => number)).toEqual([1001, 1002, 1003]);
  expect(own.number).toBe(3);
});

test('everything is there for both once both have handed in', async () => {
  test.setTimeout(120_000);
  const { articleId, claims } = made;
  const [draft] = claims;
  await call('submitClaims', one, { articleId, claims: [{ id: own.id, version: own.version }] });
  await call('submitClaims', other, { articleId, claims: [{ id: draft?.id ?? '', version: draft?.version ?? 0 }] });
  await call('handIn', one, { articleId });
  expect((await send(`${address()}/api/articles/${articleId}/changes`, { headers: { Cookie: one.cookie } })).body).not.toContain(draft?.id);
  await call('handIn', other, { articleId });
  const answer = await send(`${address()}/api/articles/${articleId}/changes`, { headers: { Cookie: one.cookie } });
  for (const claim of claims.slice(0, 2)) expect(answer.body).toContain(claim.id);
});
