import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { writtenBody } from '../factories/bodies';
import {
  type ActionResult,
  callAction,
  ownHeaders,
  readBuiltActions,
  readBuiltRoutes,
  toActionResult,
  toWriteResult,
  WRITE_KINDS,
} from '../support/http/actions';
import { listen } from '../support/http/listen';
import { runCommand } from '../support/http/run-command';
import { type Answer, type Message, send } from '../support/http/send';
import { signInByHttp } from '../support/http/sign-in';
import { readAccounts } from './support/accounts';
import { makeFolder, removeFolder, type Server, startServer, stopServer } from './support/server';

/**
 * Every server action and every route of the build, called as nobody, as the wrong role, as the wrong owner, from
 * another desk and from another site: each is refused with its code and changes not one row. What is in the build and
 * not in the tables here makes the first test fail.
 */
test.describe.configure({ mode: 'default' }); // one after another: each compares the whole database before and after

/** Who asks. `editor` and `admin` are editors of the desk; `outsider` is the administrator of another desk. */
type Caller = 'nobody' | 'checker' | 'otherChecker' | 'editor' | 'otherEditor' | 'outsider';

let server: Server;
let cookies: Readonly<Record<Caller, string>>;
let userIds: Readonly<Record<Exclude<Caller, 'nobody'>, string>>;
let articleId: string;
let revisionId: string;

const actions = readBuiltActions();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer(await makeFolder());
  const accounts = await readAccounts(server.data);
  const make = async (email: string, role: string) => {
    const { out } = await runCommand(server.data, ['--json', 'create-user', email, '--role', role]);
    const { password } = JSON.parse(out) as { password: string };
    return { email, password };
  };
  const [otherChecker, outsider] = [await make('second@example.org', 'checker'), await make('outsider@example.org', 'admin')];
  moveToAnotherDesk(outsider.email);
  const people = { checker: accounts.checker, otherChecker, editor: accounts.editor, otherEditor: accounts.admin, outsider };
  const enter = async ({ email, password }: { email: string; password: string }) => signInByHttp(server.address, { email, password });
  cookies = {
    nobody: '',
    checker: await enter(people.checker),
    otherChecker: await enter(people.otherChecker),
    editor: await enter(people.editor),
    otherEditor: await enter(people.otherEditor),
    outsider: await enter(people.outsider),
  };
  userIds = withDatabase((db) => {
    const find = (email: string) => (db.prepare('SELECT "id" FROM "User" WHERE "email" = ?').get(email) as { id: string }).id;
    return {
      checker: find(people.checker.email),
      otherChecker: find(otherChecker.email),
      editor: find(people.editor.email),
      otherEditor: find(people.otherEditor.email),
      outsider: find(outsider.email),
    };
  });
  ({ articleId, revisionId } = withDatabase(
    (db) => db.prepare('SELECT "articleId", "id" AS "revisionId" FROM "Revision"').get() as { articleId: string; revisionId: string },
  ));
});

test.afterAll(async () => {
  watching?.close();
  if (server === undefined) return;
  await stopServer(server);
  await removeFolder(server.data);
});

/** Looks into the server's database beside it. */
function withDatabase<Value>(look: (db: Sqlite.Database) => Value): Value {
  const db = new Sqlite(path.join(server.data, 'hearsay.db'), { fileMustExist: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

/** There is no command for a second desk yet, so its rows are written by hand. */
function moveToAnotherDesk(email: string): void {
  withDatabase((db) => {
    db.prepare('INSERT INTO "Desk" VALUES (?, ?, ?)').run(newId(), 'Another desk', '2026-01-01T00:00:00.000+00:00');
    db.prepare(
      `UPDATE "Membership" SET "deskId" = (SELECT "id" FROM "Desk" WHERE "name" = 'Another desk')
       WHERE "userId" = (SELECT "id" FROM "User" WHERE "email" = ?)`,
    ).run(email);
  });
}

let watching: Sqlite.Database | undefined;
let lastRead: { readonly version: unknown; readonly rows: string } | undefined;

/** Every row of every table, to compare before and after. Read again only when somebody wrote since: most calls here are refused. */
function contents(): string {
  watching ??= new Sqlite(path.join(server.data, 'hearsay.db'), { readonly: true });
  const db = watching;
  // Differs from its last answer on this connection whenever another has committed (https://sqlite.org/pragma.html#pragma_data_version).
  const version = db.pragma('data_version', { simple: true });
  if (lastRead !== undefined && lastRead.version === version) return lastRead.rows;
  // What stands in a virtual table stands in those it is kept in.
  const names = `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`;
  const tables = db.prepare(names).pluck().all() as string[];
  const rowsOf = (table: string) =>
    db
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => JSON.stringify(row));
  const rows = JSON.stringify(tables.map((table) => [table, rowsOf(table).sort()]));
  lastRead = { version, rows };
  return rows;
}

async function expectNothingChanged<Value>(act: () => Promise<Value>): Promise<Value> {
  const before = contents();
  const value = await act();
  expect(contents() === before, 'not one row changed').toBe(true);
  return value;
}

// ---- server actions ----------------------------------------------------------------------------------------------

const TAG = { spans: [{ start: 0, end: 20 }], sourceType: 'author', source: null, confidence: 'low', note: '' };
type Claim = { readonly id: string; readonly version: number };

function idOf(name: string): string {
  const action = actions.find((built) => built.name === name);
  if (action === undefined) throw new Error(`The build has no action ${name}.`);
  return action.id;
}

function call(
  name: string,
  caller: Caller,
  input: unknown,
  headers: Readonly<Record<string, string>> = ownHeaders(server.address),
): Promise<Answer> {
  const cookie: Record<string, string> = cookies[caller] === '' ? {} : { Cookie: cookies[caller] };
  const kind = WRITE_KINDS[name];
  // Each kind of write is tried by itself, as a batch of one.
  const [action, sent] = kind === undefined ? [name, input] : ['sendWrites', { writes: [{ kind, ...(input as object) }] }];
  return callAction({ address: server.address, page: '/', id: idOf(action), input: [sent], headers: { ...cookie, ...headers } });
}

const resultOf = (name: string, answer: Answer) => (name in WRITE_KINDS ? toWriteResult(answer) : toActionResult(answer));

/** The value of an action that a test's arrangement counts on. */
async function done(name: string, caller: Caller, input: object): Promise<Claim> {
  const result = resultOf(name, await call(name, caller, { key: randomUUID(), ...input }));
  if (result?.ok !== true) throw new Error(`${name} as ${caller}: ${JSON.stringify(result)}`);
  return result.value as Claim;
}

/** What an answer is about. Not compared whole: React writes an object that stands twice in it as a reference to the first. */
function gistOf(result: ActionResult | null) {
  if (result?.ok !== true) return result;
  const { id, articleId: article, version, state } = [result.value].flat()[0] as Readonly<Record<string, unknown>>;
  return { id, article, version, state };
}

const versionOf = ({ id, version }: Claim) => ({ claimId: id, version });

async function draft(maker: Caller): Promise<Claim> {
  return done('createClaim', maker, { claimId: newId(), revisionId, ...TAG });
}

async function submitted(maker: Caller): Promise<Claim> {
  const { id, version } = await draft(maker);
  return done('submitClaims', maker, { articleId, claims: [{ id, version }] });
}

const SOURCE_FORM = { kind: 'person', affiliation: '', role: '', language: '', homepage: '', wikidata: '', parentId: null };

/** A source of the desk that nobody wrote to yet, as a write to it names it. */
async function newSource(): Promise<{ readonly sourceId: string; readonly version: number }> {
  const name = `Somebody ${randomUUID()}`;
  await done('createClaim', 'checker', { claimId: newId(), revisionId, ...TAG, sourceType: 'named_person', source: { name } });
  const { id } = withDatabase((db) => db.prepare('SELECT "id" FROM "Source" WHERE "name" = ?').get(name) as { id: string });
  return { sourceId: id, version: 1 };
}

async function newMerge() {
  const [from, into] = [await newSource(), await newSource()];
  return { ...from, intoId: into.sourceId, intoVersion: into.version };
}

/** A group of one source, as it is written for the first time. */
async function newGroup() {
  const { sourceId } = await newSource();
  return { groupId: newId(), articleId, version: 0, name: 'One origin', sourceIds: [sourceId], reason: '', attested: null };
}

async function newArticle(by: Caller): Promise<string> {
  const { articleId: id } = (await done('pasteArticle', by, { text: `Article ${randomUUID()}\nIt rained.` })) as unknown as {
    articleId: string;
  };
  return id;
}

/** An article whose report an editor has looked at and would publish. */
async function toPublish() {
  const id = await newArticle('checker');
  const revision = withDatabase((db) => db.prepare('SELECT "id" FROM "Revision" WHERE "articleId" = ?').get(id) as { id: string });
  const made = await done('createClaim', 'checker', { claimId: newId(), revisionId: revision.id, ...TAG, spans: [{ start: 0, end: 7 }] });
  const sent = await done('submitClaims', 'checker', { articleId: id, claims: [{ id: made.id, version: made.version }] });
  await done('approveClaim', 'editor', versionOf([sent].flat()[0] as Claim));
  const fingerprint = /fingerprint[\\":]+([0-9a-f]{64})/.exec((await ask(`/articles/${id}/report`, 'editor')).body)?.[1];
  return { articleId: id, version: 0, fingerprint, note: '', access: null };
}

/** A report that stands at its link. */
async function published(): Promise<{ readonly articleId: string; readonly version: number; readonly slug: string }> {
  const {
    articleId: id,
    version,
    slug,
  } = (await done('publishReport', 'editor', await toPublish())) as Claim & {
    articleId: string;
    slug: string;
  };
  return { articleId: id, version, slug };
}

/** One with an edition before its newest, as it is named for closing that. */
async function corrected() {
  const first = await toPublish();
  const { version } = (await done('publishReport', 'editor', first)) as Claim;
  const again = await done('publishReport', 'editor', { ...first, version, choices: { without: 'people' } });
  return { articleId: first.articleId, version: (again as Claim).version, number: 1 };
}

async function takenBy(caller: Caller): Promise<{ readonly articleId: string }> {
  const id = await newArticle(caller);
  await done('takeCheck', caller, { articleId: id });
  return { articleId: id };
}

async function assigned(checkers: number): Promise<{ readonly articleId: string; readonly version: number }> {
  const id = await newArticle('editor');
  const plan = { people: [], reviewerId: null, priority: 'normal', dueAt: null };
  const { version } = await done('saveAssignment', 'editor', { articleId: id, version: 0, checkers, ...plan });
  return { articleId: id, version };
}

/** An article that both checkers have checked, one of whom made a claim. */
async function checkedTwice(): Promise<{ readonly articleId: string; readonly claim: Claim }> {
  const id = await newArticle('editor');
  const plan = { people: [userIds.checker, userIds.otherChecker], reviewerId: null, priority: 'normal', dueAt: null };
  await done('saveAssignment', 'editor', { articleId: id, version: 0, checkers: 2, ...plan });
  const revision = withDatabase((db) => db.prepare('SELECT "id" FROM "Revision" WHERE "articleId" = ?').get(id) as { id: string });
  const made = await done('createClaim', 'checker', { claimId: newId(), revisionId: revision.id, ...TAG, spans: [{ start: 0, end: 7 }] });
  const claim = await done('submitClaims', 'checker', { articleId: id, claims: [{ id: made.id, version: made.version }] });
  for (const caller of ['checker', 'otherChecker'] as const) await done('handIn', caller, { articleId: id });
  return { articleId: id, claim: [claim].flat()[0] as Claim };
}

/** Something the maker said about a claim of theirs, as a write about it names it. */
async function comment(maker: Caller): Promise<{ readonly commentId: string; readonly version: number }> {
  const { id } = await draft(maker);
  const said = { claimId: id, commentId: newId(), threadId: null, body: writtenBody('Who says so?') };
  const { id: commentId, version } = await done('addComment', maker, said);
  return { commentId, version };
}

type ActionCase = {
  /** An input that the one who `may` is allowed; made anew for each call. `maker` made the claim it is about. */
  readonly input: (maker: Caller) => Promise<object>;
  readonly may: Caller;
  /** Who is refused, and how: the wrong role, the wrong owner. Nobody, another desk and other sites are always tried. */
  readonly refused: readonly (readonly [caller: Caller, code: string, maker?: Caller])[];
  /** What another desk is told. Absent where the action is about nothing yet and makes something on the caller's own desk. */
  readonly elsewhere?: 'NOT_FOUND';
};

const CHECKERS_DECIDE_NOTHING = [
  ['checker', 'FORBIDDEN'],
  ['otherChecker', 'FORBIDDEN'],
] as const;

const ACTIONS: Readonly<Record<string, ActionCase>> = {
  savePreferences: {
    // On one more version each time: whoever may writes once, all others write nothing.
    input: async () => ({ version: 0, singleKeys: true, keys: { 'annotate.undo': ['q'] } }),
    may: 'checker',
    refused: [],
  },
  saveMailChoice: {
    input: async () => {
      const sql = 'SELECT "mailVersion" AS "version" FROM "Preferences" WHERE "userId" = ?';
      const row = withDatabase((db) => db.prepare(sql).get(userIds.checker) as Claim | undefined);
      return { version: row?.version ?? 0, choice: 'mentions' };
    },
    may: 'checker',
    refused: [],
  },
  saveView: {
    input: async () => ({ viewId: newId(), version: 0, name: `View ${randomUUID()}`, query: 'strength=0' }),
    may: 'editor',
    refused: [['checker', 'FORBIDDEN']],
  },
  deleteView: {
    input: async () => {
      const { id } = await done('saveView', 'editor', { viewId: newId(), version: 0, name: `View ${randomUUID()}`, query: '' });
      return { viewId: id, version: 1 };
    },
    may: 'editor',
    refused: [
      ['checker', 'FORBIDDEN'],
      ['otherEditor', 'NOT_FOUND'],
    ],
    elsewhere: 'NOT_FOUND',
  },
  pasteArticle: { input: async () => ({ text: 'A pasted text.\nIt rained.' }), may: 'checker', refused: [] },
  describeArticle: {
    input: async () => {
      const article = withDatabase((db) => db.prepare('SELECT "version" FROM "Article" WHERE "id" = ?').get(articleId) as Claim);
      return { articleId, version: article.version, topic: `Topic ${randomUUID()}` };
    },
    may: 'checker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  publishReport: { input: toPublish, may: 'editor', refused: CHECKERS_DECIDE_NOTHING, elsewhere: 'NOT_FOUND' },
  setAccess: {
    input: async () => ({ ...(await published()), access: { listed: true, expiresAt: null, password: 'none' } }),
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  revokePublication: { input: published, may: 'editor', refused: CHECKERS_DECIDE_NOTHING, elsewhere: 'NOT_FOUND' },
  restorePublication: {
    input: async () => {
      const { articleId: id, version } = await published();
      return { articleId: id, version: (await done('revokePublication', 'editor', { articleId: id, version })).version };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  closeEdition: {
    input: async () => ({ ...(await corrected()), reason: 'Asked for.' }),
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  reopenEdition: {
    input: async () => {
      const edition = await corrected();
      return { ...edition, version: (await done('closeEdition', 'editor', { ...edition, reason: 'Asked for.' })).version };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  addComment: {
    input: async (maker) => ({
      claimId: (await draft(maker)).id,
      commentId: newId(),
      threadId: null,
      body: writtenBody(`Why ${randomUUID()}?`),
    }),
    may: 'otherChecker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  editComment: {
    input: async (maker) => ({ ...(await comment(maker)), body: writtenBody('Said differently.') }),
    may: 'checker',
    refused: [
      ['otherChecker', 'FORBIDDEN'],
      ['editor', 'FORBIDDEN'],
    ],
    elsewhere: 'NOT_FOUND',
  },
  deleteComment: { input: comment, may: 'editor', refused: [['otherChecker', 'FORBIDDEN']], elsewhere: 'NOT_FOUND' },
  resolveThread: {
    input: async (maker) => ({ ...(await comment(maker)), resolved: true }),
    may: 'otherChecker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  readNotices: { input: async () => ({ until: '2026-01-01T00:00:00.000Z' }), may: 'checker', refused: [] },
  saveReturnReasons: {
    input: async () => {
      const row = withDatabase((db) => db.prepare('SELECT "version" FROM "DeskSettings"').get() as Claim | undefined);
      const first = ['wrong_source', 'wrong_span', 'chain_incomplete', 'evidence_missing', 'not_a_claim'];
      return { version: row?.version ?? 0, reasons: first.map((id) => ({ id, label: `${id} ${randomUUID()}`, retired: false })) };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
  },
  saveHouse: {
    input: async () => {
      const row = withDatabase((db) => db.prepare('SELECT "version" FROM "House"').get() as Claim | undefined);
      return { version: row?.version ?? 0, name: '', logo: 'none', alt: '' };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
  },
  saveAssignment: {
    input: async () => {
      const row = withDatabase((db) => db.prepare('SELECT "version" FROM "Assignment" WHERE "articleId" = ?').get(articleId) as Claim);
      const plan = { people: [], reviewerId: null, priority: 'high', dueAt: '2027-01-01T12:00:00.000Z' };
      return { articleId, version: row?.version ?? 0, checkers: 1, ...plan };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  // Each takes an article of its own: nobody has begun it.
  takeCheck: { input: async () => ({ articleId: await newArticle('checker') }), may: 'checker', refused: [], elsewhere: 'NOT_FOUND' },
  giveBack: { input: async () => takenBy('checker'), may: 'checker', refused: [['otherChecker', 'NOT_FOUND']], elsewhere: 'NOT_FOUND' },
  handIn: { input: async () => takenBy('checker'), may: 'checker', refused: [['otherChecker', 'NOT_FOUND']], elsewhere: 'NOT_FOUND' },
  endBlind: {
    input: async () => ({ ...(await assigned(2)), reason: 'Breaking news.' }),
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  reopenChecking: {
    input: async () => {
      const { articleId: id } = await takenBy('checker');
      const { version } = await done('handIn', 'checker', { articleId: id });
      return { articleId: id, version, personId: userIds.checker };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  decideDifferences: {
    input: async () => {
      const { articleId: id, claim } = await checkedTwice();
      return { articleId: id, decisions: [{ parents: [{ id: claim.id, version: claim.version }], version: 0, decision: null }] };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  finishAdjudication: {
    input: async () => {
      const { articleId: id, claim } = await checkedTwice();
      const decision = { kind: 'take', claimId: claim.id };
      const decisions = [{ parents: [{ id: claim.id, version: claim.version }], version: 0, decision }];
      const { version } = await done('decideDifferences', 'editor', { articleId: id, decisions });
      return { articleId: id, version };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  handOn: {
    input: async () => {
      await takenBy('otherEditor');
      return { fromId: userIds.otherEditor, toId: userIds.checker };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  createClaim: {
    input: async () => ({ claimId: newId(), revisionId, ...TAG }),
    may: 'checker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  editClaim: {
    input: async (maker) => ({ ...versionOf(await draft(maker)), ...TAG, note: 'Edited.' }),
    may: 'checker',
    refused: [['otherChecker', 'FORBIDDEN']],
    elsewhere: 'NOT_FOUND',
  },
  deleteClaim: {
    input: async (maker) => versionOf(await draft(maker)),
    may: 'checker',
    refused: [['otherChecker', 'FORBIDDEN']],
    elsewhere: 'NOT_FOUND',
  },
  restoreClaim: {
    input: async (maker) => versionOf(await done('deleteClaim', maker, versionOf(await draft(maker)))),
    may: 'checker',
    refused: [['otherChecker', 'FORBIDDEN']],
    elsewhere: 'NOT_FOUND',
  },
  saveDeskNote: {
    input: async (maker) => ({ claimId: (await draft(maker)).id, version: 0, text: `Call ${randomUUID()}` }),
    may: 'otherChecker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  restoreVersion: {
    input: async (maker) => {
      const made = await draft(maker);
      const edited = await done('editClaim', maker, { ...versionOf(made), ...TAG, note: `Edited ${randomUUID()}` });
      const sql = `SELECT "id" FROM "AuditEvent" WHERE "subjectId" = ? AND "type" = 'claim.created'`;
      const { id: eventId } = withDatabase((db) => db.prepare(sql).get(made.id) as { id: string });
      return { ...versionOf(edited), eventId };
    },
    may: 'checker',
    refused: [['otherChecker', 'FORBIDDEN']],
    elsewhere: 'NOT_FOUND',
  },
  submitClaims: {
    input: async (maker) => {
      const { id, version } = await draft(maker);
      return { articleId, claims: [{ id, version }] };
    },
    may: 'checker',
    refused: [['otherChecker', 'FORBIDDEN']],
    elsewhere: 'NOT_FOUND',
  },
  withdrawClaim: {
    input: async (maker) => versionOf(await submitted(maker)),
    may: 'checker',
    refused: [['otherChecker', 'FORBIDDEN']],
    elsewhere: 'NOT_FOUND',
  },
  approveClaim: {
    input: async (maker) => versionOf(await submitted(maker)),
    may: 'editor',
    refused: [...CHECKERS_DECIDE_NOTHING, ['editor', 'FOUR_EYES', 'editor'], ['otherEditor', 'FOUR_EYES', 'otherEditor']],
    elsewhere: 'NOT_FOUND',
  },
  fixAndApprove: {
    input: async (maker) => ({ ...versionOf(await submitted(maker)), ...TAG, note: 'Fixed.' }),
    may: 'editor',
    refused: [...CHECKERS_DECIDE_NOTHING, ['editor', 'FOUR_EYES', 'editor']],
    elsewhere: 'NOT_FOUND',
  },
  returnClaim: {
    input: async (maker) => ({ ...versionOf(await submitted(maker)), reason: 'Who says so?' }),
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  rejectClaim: {
    input: async (maker) => ({ ...versionOf(await submitted(maker)), reason: 'Not a claim.' }),
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  undoDecision: {
    input: async (maker) =>
      versionOf(await done('rejectClaim', 'editor', { ...versionOf(await submitted(maker)), reason: 'Not a claim.' })),
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  editSource: {
    input: async () => ({ ...(await newSource()), ...SOURCE_FORM, name: `Renamed ${randomUUID()}` }),
    may: 'checker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  addAlias: {
    input: async () => ({ ...(await newSource()), alias: `Alias ${randomUUID()}` }),
    may: 'checker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  removeAlias: {
    input: async () => {
      const source = await newSource();
      await done('addAlias', 'checker', { ...source, alias: `Alias ${randomUUID()}` });
      const { id } = withDatabase((db) => db.prepare('SELECT "id" FROM "SourceAlias" WHERE "sourceId" = ?').get(source.sourceId) as Claim);
      return { ...source, version: 2, aliasId: id };
    },
    may: 'checker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  gradeSource: {
    input: async () => ({ ...(await newSource()), grade: 'B', reason: 'Traced to its origin.' }),
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  mergeSource: { input: newMerge, may: 'editor', refused: CHECKERS_DECIDE_NOTHING, elsewhere: 'NOT_FOUND' },
  splitSource: {
    input: async () => {
      const merge = await newMerge();
      await done('mergeSource', 'editor', merge);
      return { sourceId: merge.sourceId, version: 2 };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  retractSource: {
    input: async () => ({ ...(await newSource()), reason: 'It made things up.' }),
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  unretractSource: {
    input: async () => {
      const source = await newSource();
      await done('retractSource', 'editor', { ...source, reason: 'It made things up.' });
      return { ...source, version: 2 };
    },
    may: 'editor',
    refused: CHECKERS_DECIDE_NOTHING,
    elsewhere: 'NOT_FOUND',
  },
  saveOriginGroup: { input: newGroup, may: 'checker', refused: [], elsewhere: 'NOT_FOUND' },
  deleteOriginGroup: {
    input: async () => {
      const { id, version } = await done('saveOriginGroup', 'checker', await newGroup());
      return { groupId: id, version };
    },
    may: 'checker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
  restoreOriginGroup: {
    input: async () => {
      const made = await done('saveOriginGroup', 'checker', await newGroup());
      const { id, version } = await done('deleteOriginGroup', 'checker', { groupId: made.id, version: made.version });
      return { groupId: id, version };
    },
    may: 'checker',
    refused: [],
    elsewhere: 'NOT_FOUND',
  },
};

/** Actions with tests of their own: one takes nothing, one is only called by its route, one holds writes of each kind. */
const APART = ['signOut', 'uploadArticle', 'sendWrites'];

/** Headers that no page of ours would send, by what is wrong with them. */
function foreignHeaders(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const { host } = new URL(server.address);
  return {
    'another site, told by Sec-Fetch-Site': { Origin: server.address, 'Sec-Fetch-Site': 'cross-site' },
    'a sister site, told by Sec-Fetch-Site': { Origin: server.address, 'Sec-Fetch-Site': 'same-site' },
    'another origin': { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    'another origin alone': { Origin: 'http://evil.example' },
    'an origin that hides': { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
    'another origin that claims to be forwarded': { Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' },
    'another port of the same machine': { Origin: `http://${host.split(':')[0]}:1` },
    'no origin at all': {},
  };
}

/** Refused by our action with CROSS_SITE, or by Next before the action ran, and then with no result. */
function expectCrossSite(answer: Answer, what: string): void {
  const result = toActionResult(answer);
  if (result === null) expect([403, 500], what).toContain(answer.status);
  else expect(result, what).toMatchObject({ ok: false, error: { code: 'CROSS_SITE' } });
}

function expectRefused(result: ActionResult | null, code: string, what: string): void {
  expect(result, what).toMatchObject({ ok: false, error: { code } });
  expect(result, 'a refusal carries nothing of the claim').not.toHaveProperty('error.current');
}

test('every action and route of the build is in the tables of this file', () => {
  const own = Object.keys(ACTIONS).filter((name) => !(name in WRITE_KINDS));
  expect(actions.map(({ name }) => name).sort()).toEqual([...own, ...APART].sort());
  expect(Object.keys(ACTIONS)).toEqual(expect.arrayContaining(Object.keys(WRITE_KINDS)));
  expect(Object.values(readBuiltRoutes()).sort()).toEqual([...Object.keys(ROUTES), ...NEXTS_OWN].sort());
});

for (const [name, { input, may, refused, elsewhere }] of Object.entries(ACTIONS)) {
  test(`${name} is refused to nobody, the wrong role, the wrong owner, another desk and another site, and done for the right one`, async () => {
    const fresh = async (maker: Caller = 'checker') => ({ key: randomUUID(), ...(await input(maker)) });

    const asNobody = await fresh();
    const answer = await expectNothingChanged(() => call(name, 'nobody', asNobody));
    expectRefused(resultOf(name, answer), 'NOT_SIGNED_IN', 'nobody');

    for (const [caller, code, maker] of refused) {
      const wrong = await fresh(maker);
      const refusal = await expectNothingChanged(() => call(name, caller, wrong));
      expectRefused(resultOf(name, refusal), code, `${caller} at a claim of ${maker ?? 'checker'}`);
    }

    if (elsewhere !== undefined) {
      const theirs = await fresh();
      const refusal = await expectNothingChanged(() => call(name, 'outsider', theirs));
      expectRefused(resultOf(name, refusal), elsewhere, 'another desk');
    }

    const right = await fresh();
    for (const [what, headers] of Object.entries(foreignHeaders())) {
      expectCrossSite(await expectNothingChanged(() => call(name, may, right, headers)), what);
    }
    const malformed = await expectNothingChanged(() => call(name, may, { key: 'no key' }));
    expect(resultOf(name, malformed)).toMatchObject({ ok: false, error: { code: 'INVALID' } });

    const before = contents();
    const first = resultOf(name, await call(name, may, right));
    expect(first, 'the right one').toMatchObject({ ok: true });
    expect(contents()).not.toBe(before);
    const again = await expectNothingChanged(() => call(name, may, right));
    expect(gistOf(resultOf(name, again)), 'the same answer when it is sent again').toEqual(gistOf(first));
  });
}

test('a batch does for its sender what each of its writes would be allowed alone', async () => {
  const [own, foreign] = [await draft('checker'), await draft('otherChecker')];
  const edit = (claim: Claim) => ({ kind: 'edit', key: randomUUID(), ...versionOf(claim), ...TAG, note: 'In a batch.' });
  const writes = [edit(foreign), edit(own), { kind: 'decree', key: randomUUID(), ...versionOf(own) }];
  const send = (sent: object) =>
    callAction({
      address: server.address,
      page: '/',
      id: idOf('sendWrites'),
      input: [sent],
      headers: { ...ownHeaders(server.address), Cookie: cookies.checker },
    });
  const answers = toActionResult(await send({ writes }));
  expect(answers).toMatchObject({ ok: true, value: [{ error: { code: 'FORBIDDEN' } }, { ok: true }, { error: { code: 'INVALID' } }] });
  const meant = await expectNothingChanged(() => send({ actorId: userIds.editor, writes: [edit(own)] }));
  expectRefused(toActionResult(meant), 'OTHER_PERSON', 'a batch of somebody else');
  for (const malformed of [[], [{ kind: 'edit', claims: 'x' }], Array.from({ length: 201 }, () => edit(own)), 'x']) {
    const answer = await expectNothingChanged(() => send({ writes: malformed }));
    expectRefused(toActionResult(answer), 'INVALID', 'not a batch');
  }
});

test('a session that was signed out, made up or tampered with is nobody’s', async () => {
  const { checker } = await readAccounts(server.data);
  const left = await signInByHttp(server.address, checker);
  const signedOut = await callAction({
    address: server.address,
    page: '/',
    id: idOf('signOut'),
    input: [],
    headers: { ...ownHeaders(server.address), Cookie: left },
  });
  expect(signedOut.headers['x-action-redirect']).toContain('/sign-in');
  const [name, token = ''] = cookies.checker.split('=');
  const tampered = `${token.slice(0, -8)}AAAAAAAA`;
  for (const cookie of [left, `${name}=nonsense`, `${name}=${tampered}`, `${name}=`, `${name}=${userIds.checker}`]) {
    const headers = { ...ownHeaders(server.address), Cookie: cookie };
    const input = [{ writes: [{ kind: 'create', key: randomUUID(), claimId: newId(), revisionId, ...TAG }] }];
    const answer = await expectNothingChanged(() =>
      callAction({ address: server.address, page: '/', id: idOf('sendWrites'), input, headers }),
    );
    expectRefused(toActionResult(answer), 'NOT_SIGNED_IN', cookie);
  }
});

test('another site cannot sign a person out, by script or by form', async () => {
  const { checker } = await readAccounts(server.data);
  const cookie = await signInByHttp(server.address, checker);
  const page = `${server.address}/`;
  const form = new FormData();
  form.set(`$ACTION_ID_${idOf('signOut')}`, '');
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  for (const headers of Object.values(foreignHeaders())) {
    await expectNothingChanged(() =>
      callAction({ address: server.address, page: '/', id: idOf('signOut'), input: [], headers: { ...headers, Cookie: cookie } }),
    );
    const contentType = encoded.headers.get('content-type') ?? '';
    await expectNothingChanged(() =>
      send(page, { method: 'POST', headers: { ...headers, Cookie: cookie, 'Content-Type': contentType }, body }),
    );
  }
  expect((await send(page, { headers: { Cookie: cookie } })).status, 'still signed in').toBe(200);
});

test('the action behind the upload cannot be called from a page', async () => {
  const input = { key: randomUUID(), fileName: 'a.txt', bytes: [65, 66] };
  for (const caller of ['nobody', 'checker'] as const) {
    const answer = await expectNothingChanged(() => call('uploadArticle', caller, input));
    expect(toActionResult(answer)?.ok ?? false).toBe(false);
  }
});

// ---- routes ------------------------------------------------------------------------------------------------------

function ask(url: string, caller: Caller, { headers = {}, ...message }: Message = {}): Promise<Answer> {
  const cookie: Record<string, string> = cookies[caller] === '' ? {} : { Cookie: cookies[caller] };
  return send(`${server.address}${url}`, { ...message, headers: { ...cookie, ...headers } });
}

/** A page as a browser opens it, and as Next's router asks for it (the parameter keeps the two apart in caches). */
const AS_PAGE = { suffix: '', headers: {} };
const AS_ROUTER = { suffix: '?_rsc', headers: { RSC: '1' } };

function codeOf({ body }: Answer): string | null {
  const result = JSON.parse(body) as ActionResult;
  return result.ok ? null : result.error.code;
}

/** Words that only the sample article and its claims hold. */
const SECRETS = ['Close Putin Ally', 'Kozak', 'elite circles', 'The New York Times'];

function expectNoSecrets({ body }: Answer, what: string): void {
  for (const secret of SECRETS) expect(body.includes(secret), `${what} shows “${secret}”`).toBe(false);
}

/** A page, also as the router of a browser asks for it, sends nobody to the sign-in page and shows them nothing. */
async function expectSignInFirst(url: string): Promise<void> {
  for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
    const answer = await expectNothingChanged(() => ask(url + suffix, 'nobody', { headers }));
    expectNoSecrets(answer, url);
    const leads = `${answer.headers.location ?? ''} ${answer.body}`;
    expect(leads, `${url} leads to the sign-in page`).toMatch(/\/sign-in(\?next=|\b)/);
    if (answer.status !== 200) expect([303, 307]).toContain(answer.status);
  }
}

async function upload(caller: Caller, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const form = new FormData();
  form.set('key', randomUUID());
  form.set('file', new File(['An uploaded text.\nIt rained.'], 'upload.txt', { type: 'text/plain' }));
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') ?? '';
  const body = new Uint8Array(await encoded.arrayBuffer());
  return ask('/api/articles/upload', caller, { method: 'POST', headers: { 'Content-Type': contentType, ...headers }, body });
}

const OTHER_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

async function expectReadOnly(url: string): Promise<void> {
  for (const method of OTHER_METHODS) {
    const { status } = await expectNothingChanged(() => ask(url, 'checker', { method, headers: ownHeaders(server.address) }));
    expect(status, `${method} ${url}`).toBe(405);
  }
}

/** A claim of the sample. */
async function sampleClaim(): Promise<{ readonly id: string }> {
  const sql = `SELECT c."id" FROM "Claim" c JOIN "AuditEvent" e ON e."subjectId" = c."id" AND e."type" = 'claim.created' ORDER BY c."number"`;
  return withDatabase((db) => db.prepare(sql).get() as { id: string });
}

/** A page that holds `words` for editors, and is not there for anybody else. */
async function expectEditorsOnly(url: string, words: string): Promise<void> {
  await expectSignInFirst(url);
  expect((await ask(url, 'editor')).body).toContain(words);
  for (const caller of ['checker', 'outsider'] as const) {
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      const answer = await ask(`${url}${suffix}`, caller, { headers });
      expectNoSecrets(answer, `${url}, for ${caller}`);
      // Of another desk an editor has a page of their own, without a word of ours.
      expect(answer.body.includes(caller === 'checker' ? words : userIds.checker), caller).toBe(false);
    }
  }
  expect((await ask(url, 'checker')).status).toBe(404);
}

/** Every route of the build and what is true of it. */
const ROUTES: Readonly<Record<string, () => Promise<void>>> = {
  '/': async () => {
    await expectSignInFirst('/');
    expect((await ask('/', 'checker')).body).toContain('Close Putin Ally');
    const elsewhere = await ask('/', 'outsider');
    expect(elsewhere.status).toBe(200);
    expectNoSecrets(elsewhere, 'the desk of another');
  },
  '/articles/new': async () => {
    await expectSignInFirst('/articles/new');
    expect((await ask('/articles/new', 'checker')).status).toBe(200);
  },
  '/articles/[id]': async () => {
    await expectSignInFirst(`/articles/${articleId}`);
    expect((await ask(`/articles/${articleId}`, 'checker')).body).toContain('Kozak');
    expect((await ask(`/articles/${articleId}?_rsc`, 'checker', AS_ROUTER)).body).toContain('Kozak');
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      const elsewhere = await ask(`/articles/${articleId}${suffix}`, 'outsider', { headers });
      expectNoSecrets(elsewhere, 'another desk');
      expect([200, 404], 'the page streams, or is not found').toContain(elsewhere.status);
    }
    for (const id of [newId(), 'x', '..%2f..%2fetc%2fpasswd', "'%20OR%201=1"]) expectNoSecrets(await ask(`/articles/${id}`, 'checker'), id);
  },
  '/articles/[id]/sourcing': async () => {
    const url = `/articles/${articleId}/sourcing`;
    await expectSignInFirst(url);
    expect((await ask(`${url}?claims=all`, 'checker')).body).toContain('The New York Times');
    expect((await ask(`${url}?_rsc`, 'checker', AS_ROUTER)).body).toContain('The New York Times');
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      expectNoSecrets(await ask(`${url}${suffix}`, 'outsider', { headers }), 'another desk');
    }
    for (const id of [newId(), 'x', "'%20OR%201=1"]) expectNoSecrets(await ask(`/articles/${id}/sourcing`, 'checker'), id);
  },
  '/articles/[id]/agreement': async () => {
    const url = `/articles/${articleId}/agreement`;
    await expectSignInFirst(url);
    expect((await ask(url, 'editor')).body).toContain('Marked by one alone');
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      for (const caller of ['checker', 'outsider'] as const)
        expectNoSecrets(await ask(`${url}${suffix}`, caller, { headers }), `agreement, for ${caller}`);
    }
    for (const id of [newId(), 'x', "'%20OR%201=1"]) expectNoSecrets(await ask(`/articles/${id}/agreement`, 'editor'), id);
  },
  '/articles/[id]/adjudicate': async () => {
    const url = `/articles/${articleId}/adjudicate`;
    await expectSignInFirst(url);
    expect((await ask(url, 'editor')).status).toBe(200);
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      for (const caller of ['checker', 'outsider'] as const)
        expectNoSecrets(await ask(`${url}${suffix}`, caller, { headers }), `adjudication, for ${caller}`);
    }
    for (const id of [newId(), 'x', "'%20OR%201=1"]) expectNoSecrets(await ask(`/articles/${id}/adjudicate`, 'editor'), id);
  },
  '/articles/[id]/outcome': async () => {
    const url = `/articles/${articleId}/outcome`;
    await expectSignInFirst(url);
    expect((await ask(url, 'checker')).status).toBe(200);
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER])
      expectNoSecrets(await ask(`${url}${suffix}`, 'outsider', { headers }), 'another desk');
    for (const id of [newId(), 'x', "'%20OR%201=1"]) expectNoSecrets(await ask(`/articles/${id}/outcome`, 'checker'), id);
  },
  '/articles/[id]/trail': async () => {
    const url = `/articles/${articleId}/trail`;
    await expectSignInFirst(url);
    expect((await ask(`${url}?kind=claims`, 'editor')).body).toMatch(/made <a [^>]*\/claims\//);
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      for (const caller of ['checker', 'outsider'] as const)
        expectNoSecrets(await ask(`${url}${suffix}`, caller, { headers }), `the trail, for ${caller}`);
    }
    for (const query of ['kind=x', 'person=x', "before=1' OR 1=1", 'before=-1', 'kind=__proto__&kind=steps']) {
      expect((await ask(`${url}?${encodeURI(query)}`, 'editor')).status, query).toBe(200);
    }
  },
  '/claims/[id]/history': async () => {
    const { id } = await sampleClaim();
    const url = `/claims/${id}/history`;
    await expectSignInFirst(url);
    for (const caller of ['otherChecker', 'editor'] as const) expect((await ask(url, caller)).body).toContain('made it');
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      expectNoSecrets(await ask(`${url}${suffix}`, 'outsider', { headers }), 'a claim of another desk');
    }
    for (const wrong of [newId(), 'x', "'%20OR%201=1"]) expectNoSecrets(await ask(`/claims/${wrong}/history`, 'checker'), wrong);
  },
  '/api/claims/[id]/history': async () => {
    const { id } = await sampleClaim();
    const url = `/api/claims/${id}/history`;
    const nobody = await ask(url, 'nobody');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    const elsewhere = await ask(url, 'outsider');
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([404, 'NOT_FOUND']);
    expect((await ask(`${url}?before=nonsense`, 'otherChecker')).body).toContain('made it');
    await expectReadOnly(url);
  },
  '/figures': async () => {
    await expectEditorsOnly('/figures', 'What waits now');
  },
  '/figures/claims': async () => {
    const own = await submitted('checker');
    await expectEditorsOnly('/figures/claims', 'in days of UTC');
    expect((await ask('/figures/claims?what=made', 'editor')).body).toContain(own.id);
    expect((await ask('/figures/claims?what=made', 'checker')).body).not.toContain(own.id);
  },
  '/figures/agreement': async () => {
    await expectEditorsOnly('/figures/agreement', 'For editors only');
  },
  '/calibration': async () => {
    await expectSignInFirst('/calibration');
    const own = await ask('/calibration', 'checker');
    expect([own.status, own.body.includes('How your likelihoods came out')]).toEqual([200, true]);
    expect(own.body, 'nobody else’s').not.toContain(userIds.otherChecker);
    expectNoSecrets(await ask('/calibration', 'outsider'), 'the calibration of another desk');
  },
  '/calibration/[id]': async () => {
    const url = `/calibration/${userIds.checker}`;
    await expectSignInFirst(url);
    for (const caller of ['checker', 'editor'] as const) expect((await ask(url, caller)).body, caller).toContain('Cleo');
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      for (const caller of ['otherChecker', 'outsider'] as const) {
        const answer = await ask(`${url}${suffix}`, caller, { headers });
        expectNoSecrets(answer, `somebody’s calibration, for ${caller}`);
        expect(answer.body.includes('Cleo'), caller).toBe(false);
      }
    }
    for (const id of [newId(), 'x', "'%20OR%201=1"]) expect((await ask(`/calibration/${id}`, 'editor')).status, id).toBe(404);
  },
  '/review': async () => {
    await expectSignInFirst('/review');
    const own = await submitted('checker');
    expect((await ask('/review', 'editor')).body).toContain('Kozak');
    for (const caller of ['checker', 'outsider'] as const) {
      for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
        const answer = await ask(`/review${suffix}`, caller, { headers });
        expectNoSecrets(answer, `the queue, for ${caller}`);
        expect(answer.body.includes(own.id), caller).toBe(false);
      }
    }
    expect((await ask('/review', 'checker')).status).toBe(404);
  },
  '/api/review/next': async () => {
    const own = await submitted('checker');
    const nobody = await ask('/api/review/next', 'nobody');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    const checker = await ask('/api/review/next', 'checker');
    expect([checker.status, codeOf(checker)]).toEqual([403, 'FORBIDDEN']);
    const elsewhere = await ask(`/api/review/next?article=${articleId}`, 'outsider');
    expectNoSecrets(elsewhere, 'the queue of another desk');
    expect(elsewhere.body.includes(own.id)).toBe(false);
    expect((await ask('/api/review/next?sort=newest', 'editor')).body).toContain(own.id);
    expect((await ask("/api/review/next?after=newest.1.2.' OR 1=1&sort=newest&strength=x", 'editor')).status).toBe(200);
    await expectReadOnly('/api/review/next');
  },
  '/api/review/total': async () => {
    await submitted('checker');
    const nobody = await ask('/api/review/total', 'nobody');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    expect(codeOf(await ask('/api/review/total', 'checker'))).toBe('FORBIDDEN');
    expect(JSON.parse((await ask(`/api/review/total?article=${articleId}`, 'outsider')).body)).toEqual({ ok: true, value: 0 });
    const { value } = JSON.parse((await ask('/api/review/total', 'editor')).body) as { value: number };
    expect(value).toBeGreaterThan(0);
    await expectReadOnly('/api/review/total');
  },
  '/search': async () => {
    await expectSignInFirst('/search');
    for (const caller of ['checker', 'editor'] as const) expect((await ask('/search?q=kozak', caller)).body).toContain('Kozak');
    for (const { suffix, headers } of [AS_PAGE, { ...AS_ROUTER, suffix: '&_rsc' }]) {
      const elsewhere = await ask(`/search?q=elite${suffix}`, 'outsider', { headers });
      expect(elsewhere.status).toBe(200);
      expectNoSecrets(elsewhere, 'a search on another desk');
    }
    const { id } = await draft('checker');
    await done('saveDeskNote', 'checker', { claimId: id, version: 0, text: 'Ask Yevgenia first.' });
    expect((await ask('/search?q=first', 'checker')).body, 'desk notes are not searched').not.toContain('Yevgenia');
    for (const q of ['%22', '%00', '*', 'a AND', 'x'.repeat(2000), "'; DROP TABLE", 'q&q=2&in=x&after=-1']) {
      expect((await ask(`/search?q=${q}`, 'checker')).status, q).toBe(200);
    }
  },
  '/reports': async () => {
    const { articleId: id } = await published();
    await expectSignInFirst('/reports');
    for (const caller of ['checker', 'editor'] as const) expect((await ask('/reports', caller)).body).toContain(`/articles/${id}/report`);
    const elsewhere = await ask('/reports', 'outsider');
    expect(elsewhere.body).toContain('No report is published.');
    expect(elsewhere.body).not.toContain(id);
  },
  '/articles/[id]/report': async () => {
    const { articleId: id, slug } = await published();
    const url = `/articles/${id}/report`;
    await expectSignInFirst(url);
    expect((await ask(url, 'editor')).body).toContain('Revoke…');
    expect((await ask(url, 'checker')).body).toContain(slug);
    expect((await ask(url, 'checker')).body, 'they see how it stands, and change nothing').not.toContain('Revoke…');
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      expect((await ask(`${url}${suffix}`, 'outsider', { headers })).body).not.toContain(slug);
    }
    expect((await ask(url, 'outsider')).status).toBe(404);
  },
  '/reports/[slug]': async () => {
    const { slug } = await published();
    for (const caller of ['nobody', 'outsider', 'editor'] as const) {
      const answer = await expectNothingChanged(() => ask(`/reports/${slug}`, caller));
      expect([answer.status, answer.headers['cache-control']], caller).toEqual([200, 'public, no-cache']);
      expect(answer.headers['content-security-policy'], caller).toContain("frame-ancestors 'none'");
      expect(answer.headers['x-frame-options'], caller).toBe('DENY');
    }
    for (const odd of [slug.slice(0, -1), slug.toUpperCase(), '%00', "'%20OR%201=1", '__proto__']) {
      expect((await ask(`/reports/${odd}`, 'editor')).status, odd).toBe(404);
    }
    const form = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'password=x' };
    expect((await expectNothingChanged(() => ask(`/reports/${slug}`, 'nobody', form))).status, 'from nowhere').toBe(404);
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await ask(`/reports/${slug}`, 'editor', { method })).status, method).toBe(405);
  },
  '/reports/[slug]/[edition]': async () => {
    const { slug } = await published();
    const prefix = /\/reports\/[^/"]+\/([0-9a-f]{16})"/.exec((await ask(`/reports/${slug}`, 'nobody')).body)?.[1];
    expect((await ask(`/reports/${slug}/${prefix}`, 'nobody')).status).toBe(200);
    expect((await ask(`/reports/${slug}/${prefix}.json`, 'nobody')).headers['content-type']).toBe('application/json');
    expect((await ask(`/reports/${(await published()).slug}/${prefix}`, 'editor')).status, 'of another report').toBe(404);
    await expectReadOnly(`/reports/${slug}/${prefix}`);
  },
  '/reports/[slug]/embed': async () => {
    const { slug } = await published();
    const label = await ask(`/reports/${slug}/embed`, 'nobody');
    expect(label.status).toBe(200);
    expect(label.headers['content-security-policy'], 'here alone').toContain('frame-ancestors *');
    expect(label.headers['x-frame-options']).toBeUndefined();
    await expectReadOnly(`/reports/${slug}/embed`);
  },
  '/reports/[slug]/card.png': async () => {
    const { slug } = await published();
    expect((await ask(`/reports/${slug}/card.png`, 'nobody')).headers['content-type']).toBe('image/png');
    await expectReadOnly(`/reports/${slug}/card.png`);
  },
  '/robots.txt': async () => {
    expect((await ask('/robots.txt', 'nobody')).body).toContain('Allow: /reports/');
    await expectReadOnly('/robots.txt');
  },
  '/mail': async () => {
    await expectSignInFirst('/mail');
    expect((await ask('/mail', 'checker')).body).toContain('Mail is not set up');
    expect((await ask('/mail', 'checker')).body).not.toContain('could not be delivered');
    expect((await ask('/mail', 'otherEditor')).body, 'for administrators').toContain('could not be delivered');
  },
  '/keys': async () => {
    await expectSignInFirst('/keys');
    expect((await ask('/keys', 'checker')).body).not.toContain('Approve and go to the next');
    expect((await ask('/keys', 'editor')).body).toContain('Approve and go to the next');
  },
  '/sources': async () => {
    await expectSignInFirst('/sources');
    for (const caller of ['checker', 'editor'] as const) expect((await ask('/sources', caller)).body).toContain('The New York Times');
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      const elsewhere = await ask(`/sources${suffix}`, 'outsider', { headers });
      expect(elsewhere.status).toBe(200);
      expectNoSecrets(elsewhere, 'the registry of another desk');
    }
  },
  '/sources/[id]': async () => {
    const sql = 'SELECT "id" FROM "Source" WHERE "name" = ?';
    const { id } = withDatabase((db) => db.prepare(sql).get('The New York Times') as { id: string });
    await expectSignInFirst(`/sources/${id}`);
    const own = await ask(`/sources/${id}`, 'checker');
    expect(own.body).toContain('Kozak');
    for (const { suffix, headers } of [AS_PAGE, AS_ROUTER]) {
      const elsewhere = await ask(`/sources/${id}${suffix}`, 'outsider', { headers });
      expectNoSecrets(elsewhere, 'a source of another desk');
      expect([200, 404], 'the page streams, or is not found').toContain(elsewhere.status);
    }
    const stray = await ask(`/sources?q=&article=${articleId}`, 'outsider');
    expectNoSecrets(stray, 'another desk’s article in the filter');
  },
  '/sign-in': async () => {
    const answer = await ask('/sign-in', 'nobody');
    expect(answer.status).toBe(200);
    expectNoSecrets(answer, 'the sign-in page');
  },
  '/design': async () => {
    expect((await ask('/design', 'nobody')).status, 'only in development').toBe(404);
    expect((await ask('/design', 'checker')).status, 'only in development').toBe(404);
  },
  '/icon.svg': async () => {
    expect((await ask('/icon.svg', 'nobody')).status).toBe(200);
  },
  '/api/health': async () => {
    const answer = await ask('/api/health', 'nobody');
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true }]);
    await expectReadOnly('/api/health');
  },
  '/api/sources': async () => {
    const url = `/api/sources?q=&article=${articleId}`;
    const nobody = await ask(url, 'nobody');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    expect((await ask(url, 'checker')).body).toContain('The New York Times');
    const elsewhere = await ask(url, 'outsider');
    expect(elsewhere.status).toBe(200);
    expectNoSecrets(elsewhere, 'the sources of another desk');
    await expectReadOnly(url);
  },
  '/api/claims/[id]/desk-note': async () => {
    const { id } = await draft('checker');
    await done('saveDeskNote', 'checker', { claimId: id, version: 0, text: 'Ask Yelena first.' });
    const url = `/api/claims/${id}/desk-note`;
    const nobody = await ask(url, 'nobody');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    const elsewhere = await ask(url, 'outsider');
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([404, 'NOT_FOUND']);
    const own = await ask(url, 'otherChecker');
    expect([own.status, own.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(own.body).toContain('Ask Yelena first.');
    const page = await ask(`/articles/${articleId}`, 'checker');
    expect(page.body, 'no page carries it').not.toContain('Ask Yelena first.');
    await expectReadOnly(url);
  },
  '/api/claims/[id]/comments': async () => {
    const { id } = await draft('checker');
    await done('addComment', 'checker', { claimId: id, commentId: newId(), threadId: null, body: writtenBody('Ask Boris first.') });
    const url = `/api/claims/${id}/comments`;
    const nobody = await ask(url, 'nobody');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    const elsewhere = await ask(url, 'outsider');
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([404, 'NOT_FOUND']);
    const own = await ask(url, 'otherChecker');
    expect([own.status, own.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(own.body).toContain('Ask Boris first.');
    await expectReadOnly(url);
  },
  '/api/articles/upload': async () => {
    const nobody = await expectNothingChanged(() => upload('nobody', ownHeaders(server.address)));
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    for (const [what, headers] of Object.entries(foreignHeaders())) {
      const answer = await expectNothingChanged(() => upload('checker', headers));
      expect([answer.status, codeOf(answer)], what).toEqual([403, 'CROSS_SITE']);
    }
    const before = contents();
    expect((await upload('checker', ownHeaders(server.address))).status).toBe(200);
    expect(contents()).not.toBe(before);
    expect((await ask('/api/articles/upload', 'checker')).status).toBe(405);
  },
  '/api/articles/[id]/gone': async () => {
    const claim = await done('deleteClaim', 'checker', versionOf(await draft('checker')));
    const url = `/api/articles/${articleId}/gone?claim=claim-${claim.id}`;
    const nobody = await ask(url, 'nobody');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    expect(JSON.parse((await ask(url, 'outsider')).body)).toEqual({ ok: true, value: null });
    expect(JSON.parse((await ask(url, 'editor')).body)).toMatchObject({ ok: true, value: { by: { id: userIds.checker } } });
    expect(JSON.parse((await ask(`/api/articles/${articleId}/gone?claim=__proto__`, 'editor')).body)).toEqual({ ok: true, value: null });
    await expectReadOnly(`/api/articles/${articleId}/gone?claim=C1`);
  },
  '/api/articles/[id]/export/[format]': async () => {
    for (const format of ['html', 'jsonld', 'csv', 'md', 'json']) {
      const url = `/api/articles/${articleId}/export/${format}?status=all`;
      const nobody = await ask(url, 'nobody');
      expect([nobody.status, codeOf(nobody)], format).toEqual([401, 'NOT_SIGNED_IN']);
      const elsewhere = await ask(url, 'outsider');
      expect([elsewhere.status, codeOf(elsewhere)], format).toEqual([404, 'NOT_FOUND']);
      const own = await ask(url, 'checker');
      expect([own.status, own.headers['cache-control']], format).toEqual([200, 'no-store']);
    }
    const bad = await ask(`/api/articles/${articleId}/export/json?status=everything`, 'checker');
    expect([bad.status, codeOf(bad)]).toEqual([400, 'INVALID']);
    const none = await ask(`/api/articles/${articleId}/export/__proto__`, 'checker');
    expect([none.status, codeOf(none)]).toEqual([404, 'NOT_FOUND']);
    await expectReadOnly(`/api/articles/${articleId}/export/json`);
  },
  '/api/export/[form]/[format]': async () => {
    for (const kind of ['archive/md', 'archive/pdf', 'table/csv', 'table/xlsx']) {
      const url = `/api/export/${kind}?status=all&ids=${articleId}`;
      const nobody = await ask(url, 'nobody');
      expect([nobody.status, codeOf(nobody)], kind).toEqual([401, 'NOT_SIGNED_IN']);
      const elsewhere = await ask(url, 'outsider');
      expect([elsewhere.status, codeOf(elsewhere)], kind).toEqual([400, 'INVALID']);
      expectNoSecrets(elsewhere, `${kind} of another desk`);
      const own = await ask(url, 'checker');
      expect([own.status, own.headers['cache-control']], kind).toEqual([200, 'no-store']);
    }
    for (const [path, status] of [
      ['heap/csv', 404],
      ['table/pdf', 400],
      ['table/csv', 400],
      ['archive/__proto__', 404],
    ] as const)
      expect((await ask(`/api/export/${path}?ids=`, 'checker')).status, path).toBe(status);
    await expectReadOnly(`/api/export/table/csv?status=all&ids=${articleId}`);
  },
  '/api/articles/[id]/live': async () => {
    const url = `/api/articles/${articleId}/live`;
    const nobody = await ask(url, 'nobody');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
    const elsewhere = await ask(url, 'outsider');
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([404, 'NOT_FOUND']);
    for (const id of [newId(), 'x', "'%20OR%201=1"]) expect((await ask(`/api/articles/${id}/live`, 'checker')).status, id).toBe(404);

    const { checker } = await readAccounts(server.data);
    const leaving = await signInByHttp(server.address, checker);
    const [stays, goes] = await Promise.all(
      [cookies.checker, leaving].map((Cookie) => listen(`${server.address}${url}?since=0`, { Cookie, 'Accept-Encoding': 'gzip' })),
    );
    if (stays === undefined || goes === undefined) throw new Error('Two streams were asked for.');
    expect(stays.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    expect(stays.headers['cache-control']).toBe('no-store, no-transform');
    expect(stays.headers['content-encoding'], 'nothing packs the events up').toBeUndefined();
    await expect.poll(() => stays.text(), 'what happened since').toContain('Kozak');
    const own = await draft('checker');
    await expect.poll(() => stays.text(), 'what happens').toContain(own.id);
    await callAction({
      address: server.address,
      page: '/',
      id: idOf('signOut'),
      input: [],
      headers: { ...ownHeaders(server.address), Cookie: leaving },
    });
    await goes.ended;
    expect(goes.text(), 'a session that ends ends its streams').toContain('"why":"signed_out"');
    stays.stop();
    await expectReadOnly(url);
  },
  '/api/articles/[id]/changes': async () => {
    const url = `/api/articles/${articleId}/changes`;
    for (const query of ['', '?since=0', '?since=x']) {
      const nobody = await ask(url + query, 'nobody');
      expect([nobody.status, codeOf(nobody)]).toEqual([401, 'NOT_SIGNED_IN']);
      const elsewhere = await ask(url + query, 'outsider');
      expect([elsewhere.status, codeOf(elsewhere)]).toEqual([404, 'NOT_FOUND']);
      const own = await ask(url + query, 'checker');
      expect([own.status, own.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(own.body).toContain('Kozak');
    }
    await expectReadOnly(url);
  },
  '/api/auth/[...nextauth]': async () => {
    const { checker } = await readAccounts(server.data);
    const told = await ask('/api/auth/session', 'checker');
    for (const secret of [checker.email, userIds.checker, 'Cleo'])
      expect(told.body, 'the session route tells nobody’s name').not.toContain(secret);
    const form = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
    const login = new URLSearchParams({ email: checker.email, password: checker.password, json: 'true' }).toString();
    const forged = await expectNothingChanged(() => ask('/api/auth/callback/credentials', 'nobody', { ...form, body: login }));
    expect(`${forged.headers['set-cookie'] ?? ''}`, 'no session without the form’s token').not.toContain('hearsay.session=e');
    await expectNothingChanged(() => ask('/api/auth/signout', 'checker', { ...form, body: '' }));
    expect((await ask('/', 'checker')).status, 'still signed in').toBe(200);
  },
};

/** What Next adds itself; it shows nothing of ours. */
const NEXTS_OWN = ['/_not-found', '/_global-error'];

for (const [route, check] of Object.entries(ROUTES)) test(`${route} shows and does what its caller may`, check);

test('what is not there is not found, by anybody', async () => {
  for (const caller of ['nobody', 'checker'] as const) {
    for (const url of [
      '/nowhere',
      '/api/nowhere',
      '/_next/nowhere',
      '/api/articles',
      `/api/articles/${articleId}`,
      '/.env',
      '/data/hearsay.db',
    ]) {
      const answer = await ask(url, caller);
      expect(answer.status, url).toBe(404);
      expectNoSecrets(answer, url);
    }
  }
});
