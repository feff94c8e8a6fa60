import { existsSync, readdirSync } from 'node:fs';
import { readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSessionActor } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import { openDatabase } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { verifyDatabase } from '@/lib/verify/data';
import { valueOf } from '../../factories/claims';
import { makeWorkspace, toJson } from './run-cli';

type Workspace = Awaited<ReturnType<typeof makeWorkspace>>;

let workspace: Workspace;
let articleId: string;
let passwords: Readonly<Record<string, string>>;

// One workspace for all: each process takes about a second. The tests only add to it, so their order does not matter.
beforeAll(async () => {
  workspace = await makeWorkspace();
  const { code, out, err } = await workspace.run(['--json', 'setup']);
  expect([code, err]).toEqual([0, '']);
  const made = toJson(out) as { created: boolean; articleId: string; lines: string[] };
  expect(made.created).toBe(true);
  articleId = made.articleId;
  passwords = Object.fromEntries(made.lines.map((line) => line.split(/\s+/).slice(1) as [string, string]));
});

afterAll(() => workspace.remove());

/** Looks into the workspace's database beside the command. */
async function look<Value>(ask: (db: ReturnType<typeof openDatabase>) => Promise<Value>, file = workspace.file): Promise<Value> {
  const db = openDatabase(file);
  try {
    return await ask(db);
  } finally {
    await db.close();
  }
}

const findText = (id: string) =>
  look((db) =>
    db.read.revision.findFirstOrThrow({ where: { articleId: id }, select: { text: true, encoding: true, fileName: true, origin: true } }),
  );

/** A refusal in JSON, with nothing on standard output. */
function expectRefusal({ code, out, err }: Awaited<ReturnType<Workspace['run']>>, exit: 1 | 2, error: object) {
  expect([code, out]).toEqual([exit, '']);
  expect(toJson(err)).toMatchObject({ error });
}

describe('setup', () => {
  it('makes the sample workspace and three accounts whose passwords work, readable by the owner only', async () => {
    expect(Object.keys(passwords)).toEqual(['checker@hearsay.local', 'editor@hearsay.local', 'admin@hearsay.local']);
    for (const [email, password] of Object.entries(passwords)) {
      expect(password).toMatch(/^[a-z2-9]{20}$/);
      expect(await look((db) => signIn(db, { email, password }, 'cli-test')), email).toMatchObject({ ok: true });
    }
    const kept = path.join(workspace.data, 'first-run.txt');
    expect((await readFile(kept, 'utf8')).trim().split('\n')).toHaveLength(3);
    for (const file of [kept, workspace.file]) expect((await stat(file)).mode & 0o777, file).toBe(0o600);
    expect(existsSync(`${workspace.file}.new`)).toBe(false);
  });

  it('does nothing a second time, and sample refuses', async () => {
    const [again, sample] = await Promise.all([workspace.run(['setup']), workspace.run(['sample', '--json'])]);
    expect(again).toMatchObject({ code: 0, out: 'The database is set up already.\n', err: '' });
    expectRefusal(sample, 1, { code: 'NOT_EMPTY' });
  });

  it('leaves a whole workspace or none when it is killed: the next one finishes', async () => {
    const killed = await makeWorkspace();
    try {
      // Killed as soon as its accounts are on paper, which is in the middle of its work.
      const child = killed.start(['setup']);
      await expect.poll(() => existsSync(path.join(killed.data, 'first-run.txt')), { timeout: 20_000, interval: 2 }).toBe(true);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      expect(existsSync(killed.file)).toBe(false);

      const { code, out } = await killed.run(['--json', 'setup']);
      expect(code).toBe(0);
      const made = toJson(out) as { created: boolean; lines: string[] };
      expect(made.created).toBe(true);
      expect((await readFile(path.join(killed.data, 'first-run.txt'), 'utf8')).trim().split('\n')).toEqual(made.lines);
      expect(await look((db) => verifyDatabase(db), killed.file)).toMatchObject({
        checked: { articles: 1, claims: 26, spans: 26 },
        problems: [],
      });
    } finally {
      await killed.remove();
    }
  });
});

describe('import', () => {
  it('takes a file in a legacy encoding with CRLF and keeps its text in canonical form', async () => {
    const file = path.join(workspace.data, 'новость.txt');
    const text =
      'Источники сообщили о переговорах\r\n\r\nПо словам собеседников издания, близких к администрации, решение ещё не принято. «Никто не спешит», — добавил один из них.\r\n';
    await writeFile(file, iconv.encode(text, 'windows-1251'));
    const { code, out, err } = await workspace.run(['import', file, '--as', 'checker@hearsay.local']);
    expect([code, err]).toEqual([0, '']);
    const { articleId: id } = toJson(out) as { articleId: string };
    expect(await findText(id)).toEqual({
      text: text.replaceAll('\r\n', '\n'),
      encoding: expect.stringMatching(/1251/),
      fileName: 'новость.txt',
      origin: 'file',
    });
    const author = await look((db) => db.read.article.findUniqueOrThrow({ where: { id }, select: { createdById: true } }));
    const checker = await look((db) => db.read.user.findUniqueOrThrow({ where: { email: 'checker@hearsay.local' }, select: { id: true } }));
    expect(author.createdById).toBe(checker.id);
  });

  it('reads standard input, decomposed UTF-16 too, and always answers with one line of JSON', async () => {
    const input = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Cafe\u0301 closes 🌧\nIt rained.', 'utf16le')]);
    const { code, out } = await workspace.run(['import', '-', '--json'], { input });
    expect(code).toBe(0);
    const { articleId: id } = toJson(out) as { articleId: string };
    expect(await findText(id)).toMatchObject({
      text: 'Café closes 🌧\nIt rained.',
      encoding: expect.stringMatching(/utf-?16/i),
      fileName: null,
    });
  });

  it('refuses with a reason and keeps nothing: no file, nothing in it, no such person', async () => {
    const before = await look((db) => db.read.article.count());
    const [missing, empty, stranger] = await Promise.all([
      workspace.run(['--json', 'import', '/nowhere/at/all.txt']),
      workspace.run(['import', '-']),
      workspace.run(['--json', 'import', '-', '--as', 'nobody@example.org'], { input: 'A text.' }),
    ]);
    expectRefusal(missing, 1, { code: 'NOT_FOUND', message: 'There is no file /nowhere/at/all.txt.' });
    expect(empty).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^[^\n]*empty[^\n]*\n$/) });
    expectRefusal(stranger, 1, { code: 'NOT_FOUND' });
    expect(await look((db) => db.read.article.count())).toBe(before);
  });
});

describe('an article that is checked blind', () => {
  it('is exported as one checker sees it, or whole where that is asked for, and never without either', async () => {
    const text = path.join(workspace.data, 'blind.txt');
    await writeFile(text, 'A blind article\nThe mayor said no.');
    const { out } = await workspace.run(['--json', 'import', text]);
    const blind = (toJson(out) as { articleId: string }).articleId;
    await look((db) =>
      db.transact(async (tx) => {
        const { deskId, createdAt } = await tx.article.findUniqueOrThrow({ where: { id: blind } });
        const plan = { checkers: 2, reviewerId: null, priority: 'normal', dueAt: null, endedAt: null, endedReason: '', version: 1 };
        await tx.assignment.create({ data: { articleId: blind, deskId, ...plan, createdAt, updatedAt: createdAt } });
      }),
    );
    const run = (...more: readonly string[]) => workspace.run(['--json', 'export', blind, '--format', 'json', ...more]);
    const folder = ['--out', path.join(workspace.data, 'of-blind'), '--status', 'all', articleId];
    const [plain, whole, report, copy] = await Promise.all([
      run(),
      run('--include-blind', ...folder),
      run('--as', 'checker@hearsay.local'),
      run('--as', 'checker@hearsay.local', '--status', 'all'),
    ]);
    for (const { code, err } of [plain, report]) {
      expect(code).toBe(1);
      expect(toJson(err)).toMatchObject({ error: { code: 'FORBIDDEN', message: /checked blind/ } });
    }
    for (const { code } of [whole, copy]) expect(code).toBe(0);

    // What an earlier run wrote with leave is not told as there without it.
    const again = await run(...folder);
    expect(again.code).toBe(1);
    expect(toJson(again.out)).toMatchObject({ written: [], kept: [{ articleId }], refused: [{ articleId: blind }] });
  });
});

describe('articles and export', () => {
  it('lists articles with their state and counts, as words and as JSON', async () => {
    const [words, json] = await Promise.all([workspace.run(['articles']), workspace.run(['articles', '--json'])]);
    expect(words.out).toContain(`${articleId}  Being checked, 26 claims  Close Putin Ally`);
    const rows = toJson(json.out) as { id: string }[];
    expect(rows.find(({ id }) => id === articleId)).toMatchObject({
      state: 'in_progress',
      words: expect.any(Number),
      counts: { draft: 4, submitted: 9, returned: 2, approved: 11, rejected: 0, reopened: 0 },
    });
  });

  it('writes approved claims to standard output, and with --status a working copy to a file', async () => {
    const out = path.join(workspace.data, 'copy.csv');
    const [report, copy] = await Promise.all([
      workspace.run(['export', articleId, '--format', 'json']),
      workspace.run(['--json', 'export', articleId, '--format', 'csv', '--status', 'all', '--out', out]),
    ]);
    expect(report.code).toBe(0);
    expect((JSON.parse(report.out) as { claims: unknown[] }).claims).toHaveLength(11);
    expect([copy.code, copy.err]).toEqual([0, '']);
    expect(toJson(copy.out)).toEqual({ file: out, bytes: (await stat(out)).size });
    expect((await readFile(out, 'utf8')).split('\r\n').length).toBeGreaterThan(26);
  });

  it('writes each of several articles into a file of a folder, and after a break only those that are missing', async () => {
    const text = path.join(workspace.data, 'another.txt');
    await writeFile(text, 'Close Putin Ally\nThe mayor said no.');
    const facts = ['--topic', 'Harbours', '--outlet', 'The Daily Wave', '--published-on', '2026-02-28'];
    const { out } = await workspace.run(['import', text, ...facts]);
    const another = (toJson(out) as { articleId: string }).articleId;
    const listed = toJson((await workspace.run(['--json', 'articles'])).out) as { id: string }[];
    expect(listed.find(({ id }) => id === another)).toMatchObject({ outlet: 'The Daily Wave', publishedOn: '2026-02-28' });
    expect(await workspace.run(['import', text, '--published-on', '2026-02-30'])).toMatchObject({ code: 2 });
    const folder = path.join(workspace.data, 'reports');
    const run = (...more: readonly string[]) => workspace.run(['--json', 'export', '--format', 'csv', '--out', folder, ...more]);

    const [both, unknown] = [await run(articleId, another, another), 'no-such-article'];
    expect([both.code, both.err]).toEqual([0, '']);
    const first = toJson(both.out) as { written: { articleId: string; file: string; bytes: number }[] };
    expect(first).toMatchObject({ folder, written: [{ articleId }, { articleId: another }], kept: [], refused: [] });
    for (const { file, bytes } of first.written) expect((await stat(file)).size).toBe(bytes);

    // As a run leaves things that was stopped in the middle of its second file.
    const [{ file: whole = '' } = {}, { file: missing = '' } = {}] = first.written;
    await rename(missing, `${missing}.part`);
    const [again, topic] = [await run(another, articleId, unknown), await run('--all', '--topic', 'Harbours')];
    expect(again.code).toBe(1);
    expect(toJson(again.out)).toMatchObject({
      written: [{ articleId: another, file: missing }],
      kept: [{ articleId, file: whole }],
      refused: [{ articleId: unknown, error: { code: 'NOT_FOUND' } }],
    });
    expect(toJson(topic.out)).toMatchObject({ written: [], kept: [{ articleId: another }] });
    expect(readdirSync(folder).sort()).toEqual(['.hearsay-exports', path.basename(whole), path.basename(missing)].sort());
  });

  it('writes anew into a folder what an earlier run wrote with other choices, and says which of its files may hold what is withheld', async () => {
    const folder = path.join(workspace.data, 'handed-on');
    const run = async (...more: readonly string[]) => {
      const { out, err } = await workspace.run(['--json', 'export', '--all', ...more]);
      return { ...(toJson(out) as Record<'written' | 'kept', { articleId: string; file: string }[]> & { open: string[] }), err };
    };
    const [md, csv] = [
      ['--format', 'md', '--out', folder, '--status', 'all'],
      ['--format', 'csv', '--out', folder, '--status', 'all'],
    ];
    const open = await run(...md);
    const { file = '' } = open.written.find((one) => one.articleId === articleId) ?? {};
    expect(await readFile(file, 'utf8')).toContain('Cleo Checker');

    // The Markdown is of another run, and named: its own files are without.
    const table = await run(...csv, '--without', 'people');
    expect(table.open).toContain(path.basename(file));
    expect(table.err).toContain('may hold what is withheld now');
    const without = await run(...md, '--without', 'people,notes');
    expect(without.written.map((one) => one.file)).toContain(file);
    expect(without.open.toSorted()).toEqual(table.written.map((one) => path.basename(one.file)).toSorted());
    expect(await readFile(file, 'utf8')).not.toContain('Cleo Checker');
    const again = await run(...md, '--without', 'notes,people');
    expect([again.written, again.kept.map((one) => one.file)]).toEqual([[], without.written.map((one) => one.file)]);

    // One of which nothing is known may hold anything, also where it has the name.
    await writeFile(file, 'From elsewhere');
    expect((await run(...md, '--without', 'people,notes')).written.map((one) => one.file)).toEqual([file]);
    expect((await run(...md)).written).toHaveLength(without.written.length);
  });

  it('writes several articles into one archive or one table, and says what it leaves out', async () => {
    const text = path.join(workspace.data, 'empty.txt');
    await writeFile(text, 'Nothing marked here\nThe mayor said no.');
    const { articleId: empty } = toJson((await workspace.run(['import', text])).out) as { articleId: string };
    const [zip, csv] = [path.join(workspace.data, 'all.zip'), path.join(workspace.data, 'all.csv')];
    const run = (...more: readonly string[]) => workspace.run(['--json', 'export', '--status', 'all', ...more]);

    const [archive, table, printed] = await Promise.all([
      run('--all', '--format', 'md', '--archive', '--out', zip),
      run(articleId, empty, newId(), '--format', 'csv', '--table', '--out', csv),
      workspace.run(['export', articleId, '--status', 'all', '--format', 'csv', '--table']),
    ]);
    expect([archive.code, archive.err]).toEqual([
      0,
      expect.stringMatching(/left out: .* without a claim in the states asked for \(.*“Nothing marked here”/),
    ]);
    const files = Object.keys(unzipSync(await readFile(zip)));
    expect(files.at(-1)).toBe('manifest.json');
    expect(files.filter((name) => name.endsWith(`${articleId.slice(-12)}.md`))).toHaveLength(1);
    expect(toJson(archive.out)).toMatchObject({ file: zip, articles: expect.arrayContaining([articleId]) });
    expect(toJson(table.out)).toMatchObject({
      file: csv,
      articles: [articleId],
      leftOut: [{ id: empty, why: 'empty' }, { why: 'unknown' }],
    });
    expect((await readFile(csv, 'utf8')).match(new RegExp(articleId, 'g'))).toHaveLength(26);
    expect(printed).toMatchObject({ code: 0, err: '' });
    expect(printed.out).toBe(await readFile(csv, 'utf8'));

    const nothing = await run(empty, '--format', 'csv', '--table');
    expectRefusal(nothing, 1, { code: 'INVALID', message: expect.stringContaining('There is nothing to export. 1 article is left out') });
  });

  it('leaves out of one file what is being checked blind, unless it is told to hold it', async () => {
    const text = path.join(workspace.data, 'blind.txt');
    await writeFile(text, 'Checked twice\nThe mayor said no.');
    const { articleId: blind } = toJson((await workspace.run(['import', text])).out) as { articleId: string };
    const db = new Sqlite(workspace.file);
    const { deskId } = db.prepare('SELECT "deskId" FROM "Article" WHERE "id" = ?').get(blind) as { deskId: string };
    db.prepare(
      'INSERT INTO "Assignment" ("articleId", "deskId", "checkers", "priority", "endedReason", "version", "createdAt", "updatedAt") VALUES (?, ?, 2, \'normal\', \'\', 1, 0, 0)',
    ).run(blind, deskId);
    db.close();
    const refused = await workspace.run(['--json', 'export', blind, '--status', 'all', '--format', 'csv', '--table']);
    expectRefusal(refused, 1, { message: expect.stringContaining('1 being checked blind (“Checked twice”)') });
  });

  it('writes again, with --since, the files of articles that changed after them', async () => {
    const folder = path.join(workspace.data, 'nightly');
    const run = () => workspace.run(['--json', 'export', '--all', '--status', 'all', '--format', 'csv', '--since', '1d', '--out', folder]);
    const first = toJson((await run()).out) as { written: { articleId: string; file: string }[] };
    const of = (told: unknown, list: 'written' | 'kept') =>
      (told as Record<string, { articleId: string }[]>)[list]?.some((one) => one.articleId === articleId);
    expect(of(first, 'written')).toBe(true);
    expect(of(toJson((await run()).out), 'kept')).toBe(true);
    const { file = '' } = first.written.find((one) => one.articleId === articleId) ?? {};
    await utimes(file, new Date(0), new Date(0));
    expect(of(toJson((await run()).out), 'written')).toBe(true);
  });

  it('tells wrong use (2) from refusals (1)', async () => {
    const [format, missing, unknown] = await Promise.all([
      workspace.run(['--json', 'export', articleId, '--format', 'rtf']),
      workspace.run(['--json', 'export', articleId]),
      workspace.run(['--json', 'export', 'no-such-article', '--format', 'csv']),
    ]);
    expectRefusal(format, 2, { code: 'WRONG_USE', message: expect.stringContaining('There is no format “rtf”') });
    expectRefusal(missing, 2, { code: 'WRONG_USE', message: expect.stringContaining('--format') });
    expectRefusal(unknown, 1, { code: 'NOT_FOUND' });
    const several = await Promise.all([
      workspace.run(['--json', 'export', articleId, 'another', '--format', 'csv']),
      workspace.run(['--json', 'export', '--format', 'csv']),
      workspace.run(['--json', 'export', articleId, '--topic', 'x', '--format', 'csv']),
      workspace.run(['--json', 'export', '--all', '--state', 'lost', '--format', 'csv', '--out', 'nowhere']),
      workspace.run(['--json', 'export', '--all', '--format', 'pdf', '--table', '--out', 'nowhere']),
      workspace.run(['--json', 'export', '--all', '--format', 'csv', '--since', 'soon', '--out', 'nowhere']),
    ]);
    for (const answer of several) expectRefusal(answer, 2, { code: 'WRONG_USE' });
  });
});

describe('agreement', () => {
  it('gives an article’s figures with their reasons, in words and as one line of data', async () => {
    const { code, out } = await workspace.run(['agreement', articleId]);
    expect(code).toBe(0);
    expect(out).toContain('0 claims that at least two made, 26 that one made alone.');
    expect(out).toContain('Undefined: nothing was judged by two people.');
    const data = toJson((await workspace.run(['agreement', articleId, '--json'])).out) as { where: { measures: object[] }; what: object[] };
    expect(data.where.measures[0]).toMatchObject({
      measure: 'alpha_u',
      figure: { defined: true },
      n: expect.any(Number),
      sentence: expect.any(String),
    });
    expect(data.what[0]).toMatchObject({
      field: 'sourceType',
      n: 0,
      measures: expect.arrayContaining([
        expect.objectContaining({ figure: { defined: false, reason: 'nothing was judged by two people' } }),
      ]),
    });
  });

  it('refuses an article that is not there', async () => {
    expectRefusal(await workspace.run(['--json', 'agreement', newId()]), 1, { code: 'NOT_FOUND' });
  });
});

describe('calibration', () => {
  it('gives everybody’s, or one person’s, with the reason where there is no figure', async () => {
    const { code, out } = await workspace.run(['calibration']);
    expect(code).toBe(0);
    expect(out).toContain('Edith Editor\n  No figure: no claim was given a likelihood.');
    const { people } = toJson((await workspace.run(['calibration', '--person', 'editor@hearsay.local', '--json'])).out) as {
      people: object[];
    };
    expect(people).toMatchObject([
      { person: { name: 'Edith Editor' }, defined: false, reason: 'no claim was given a likelihood', late: [], leftOut: [] },
    ]);
  });

  it('refuses a person who is not there', async () => {
    expectRefusal(await workspace.run(['--json', 'calibration', '--person', 'nobody@example.org']), 1, { code: 'NOT_FOUND' });
  });
});

describe('accounts', () => {
  const enter = (email: string, password: string) => look((db) => signIn(db, { email, password }, `cli-${email}`));

  it('are made, given a new password, disabled and enabled, each with its effect on sessions', async () => {
    const email = 'new@example.org';
    const made = toJson((await workspace.run(['--json', 'create-user', email, '--role', 'editor', '--name', 'Nell New'])).out) as {
      password: string;
    };
    expect(made).toEqual({ email, role: 'editor', password: expect.stringMatching(/^[a-z2-9]{20}$/) });
    const { sessionId } = valueOf(await enter(email, made.password));
    const actor = () => look((db) => findSessionActor(db, sessionId, new Date()));
    expect(await actor()).toMatchObject({ name: 'Nell New', role: 'editor' });

    const reset = toJson((await workspace.run(['--json', 'reset-password', email])).out) as { password: string };
    expect(await actor(), 'sessions end with the old password').toBeNull();
    expect(await enter(email, made.password)).toMatchObject({ ok: false });
    expect(await enter(email, reset.password)).toMatchObject({ ok: true });

    expect(toJson((await workspace.run(['--json', 'disable-user', email])).out)).toEqual({ email, disabled: true });
    expect(await enter(email, reset.password)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(toJson((await workspace.run(['--json', 'enable-user', email])).out)).toEqual({ email, disabled: false });
    expect(await enter(email, reset.password)).toMatchObject({ ok: true });
  });

  it('are refused a second time (1), and for a role that is none (2)', async () => {
    const [twice, role] = await Promise.all([
      workspace.run(['--json', 'create-user', 'checker@hearsay.local', '--role', 'checker']),
      workspace.run(['--json', 'create-user', 'x@example.org', '--role', 'owner']),
    ]);
    expectRefusal(twice, 1, { code: 'INVALID', message: expect.stringContaining('already') });
    expectRefusal(role, 2, { code: 'WRONG_USE', message: expect.stringContaining('There is no role “owner”') });
  });
});

describe('the database', () => {
  it('is found whole by verify, and a planted fault is found and told with exit code 1', async () => {
    const copy = path.join(workspace.data, 'faulty.db');
    expect((await workspace.run(['backup', copy])).code).toBe(0);
    const db = new Sqlite(copy);
    db.exec(`UPDATE "ClaimSpan" SET "quote" = 'planted' WHERE rowid = (SELECT MIN(rowid) FROM "ClaimSpan")`);
    db.close();
    const [whole, faulty] = await Promise.all([
      workspace.run(['--json', 'verify']),
      workspace.run(['--json', 'verify'], { DATABASE_URL: `file:${copy}` }),
    ]);
    expect([whole.code, toJson(whole.out)]).toMatchObject([0, { checked: { claims: 26 }, problems: [] }]);
    expect(faulty.code).toBe(1);
    expect(toJson(faulty.out)).toMatchObject({ problems: [expect.stringContaining('is not its quote')] });
    expect(toJson(faulty.err)).toMatchObject({ error: { code: 'INVALID', message: '1 problems found.' } });
  });

  it('is copied by backup while it is written to: the copy opens, verifies and holds all that was acknowledged before', async () => {
    const target = path.join(workspace.data, 'backup.db');
    const done = workspace.run(['--json', 'backup', target]);
    const acknowledged = await look(async (db) => {
      const count = await db.read.auditEvent.count();
      for (let round = 0; round < 20; round += 1)
        await db.transact((tx) =>
          tx.idempotencyKey.create({ data: { actorId: 'a', key: `${round}`, fingerprint: '', result: '{}', createdAt: new Date() } }),
        );
      return count;
    });
    const { code, out } = await done;
    expect(code).toBe(0);
    expect(toJson(out)).toEqual({ file: target, bytes: (await stat(target)).size });
    expect((await stat(target)).mode & 0o777).toBe(0o600);
    expect((await look((db) => verifyDatabase(db), target)).problems).toEqual([]);
    expect(await look((db) => db.read.auditEvent.count(), target)).toBeGreaterThanOrEqual(acknowledged);
  });

  it('is never copied over a file that is there, nor into a folder that is not', async () => {
    const taken = path.join(workspace.data, 'taken.db');
    await writeFile(taken, 'somebody’s');
    const [over, nowhere] = await Promise.all([
      workspace.run(['--json', 'backup', taken]),
      workspace.run(['--json', 'backup', '/nowhere/at/all.db']),
    ]);
    expectRefusal(over, 1, { code: 'INVALID', message: expect.stringContaining('exists already') });
    expectRefusal(nowhere, 1, { code: 'INVALID', message: expect.stringContaining('cannot be written') });
    expect(await readFile(taken, 'utf8')).toBe('somebody’s');
  });

  it('is made by migrate, once, and every other command says that it is missing until then', async () => {
    const fresh = path.join(workspace.data, 'fresh.db');
    const env = { DATABASE_URL: `file:${fresh}` };
    const missing = await Promise.all([
      workspace.run(['--json', 'articles'], env),
      workspace.run(['--json', 'backup', path.join(workspace.data, 'none.db')], env),
    ]);
    expectRefusal(missing[0] as never, 1, { code: 'STORAGE', message: expect.stringContaining('hearsay -- migrate') });
    expectRefusal(missing[1] as never, 1, { code: 'NOT_FOUND' });
    const migrations = readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const applied = migrations.map(({ name }) => name).sort();
    expect(applied[0]).toMatch(/^\d{14}_init$/);
    expect(toJson((await workspace.run(['--json', 'migrate'], env)).out)).toEqual({ applied });
    expect(await workspace.run(['migrate'], env)).toMatchObject({ code: 0, out: 'The database is up to date.\n' });
    expectRefusal(await workspace.run(['--json', 'articles'], env), 1, {
      code: 'NOT_FOUND',
      message: expect.stringContaining('no administrator'),
    });
  });
});

describe('the command itself', () => {
  it('answers a wrong one with help and exit code 2, and help and version with 0', async () => {
    const [unknown, json, help, version] = await Promise.all([
      workspace.run(['frobnicate']),
      workspace.run(['--json', 'verify', 'too', 'many']),
      workspace.run(['--help']),
      workspace.run(['--version']),
    ]);
    expect(unknown).toMatchObject({ code: 2, out: '', err: expect.stringContaining("unknown command 'frobnicate'") });
    expect(unknown.err).toContain('Usage: hearsay');
    expectRefusal(json, 2, { code: 'WRONG_USE' });
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const name of ['import', 'articles', 'export', 'create-user', 'reset-password', 'migrate', 'backup', 'verify', 'sample']) {
      expect(help.out).toContain(`  ${name}`);
    }
    expect(version).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
