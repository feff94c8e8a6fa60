import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { readAccounts } from './support/accounts';
import { makeFolder, removeFolder, runStart, startServer, stopServer } from './support/server';
import { dataFolder, expect, test } from './support/test';

/** One sentence on standard error after the steps, exit code 1, no stack. */
async function expectRefusal(env: Record<string, string>, sentence: RegExp) {
  const { said, ended } = runStart(env);
  expect(await ended).toBe(1);
  const lines = said.err.trim().split('\n');
  expect(lines.at(-1)).toMatch(sentence);
  expect(said.err).not.toMatch(/\n\s+at /);
  expect(said.out).not.toContain('ready');
}

async function mode(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777;
}

test.describe('a folder of its own', () => {
  let data = '';
  test.beforeEach(async () => {
    data = await makeFolder();
  });
  test.afterEach(() => removeFolder(data));

  test('a taken port is named in one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expectRefusal(
      { HEARSAY_DATA: data, PORT: String(port) },
      new RegExp(`^Port ${port} on 127.0.0.1 is taken by another program\\.`),
    );
    other.close();
  });

  test('a port that is no port is named in one sentence', async () => {
    await expectRefusal({ HEARSAY_DATA: data, PORT: 'http' }, /^PORT must be a whole number/);
  });

  test('a mail server that is none, or has nobody to send from, is named in one sentence', async () => {
    await expectRefusal({ HEARSAY_DATA: data, HEARSAY_SMTP_URL: 'mail.example.org' }, /^HEARSAY_SMTP_URL must start with smtp/);
    await expectRefusal(
      { HEARSAY_DATA: data, HEARSAY_SMTP_URL: 'smtp://127.0.0.1' },
      /^HEARSAY_SMTP_URL and HEARSAY_MAIL_FROM go together/,
    );
  });

  test('a data folder that cannot be written is named in one sentence', async () => {
    const file = path.join(data, 'file');
    await writeFile(file, '');
    await expectRefusal({ HEARSAY_DATA: file }, /^The data folder .*file cannot be used: there is a file/);
    await expectRefusal(
      { HEARSAY_DATA: path.join(file, 'below') },
      /^The data folder .*below cannot be used: there is a file in its place/,
    );
  });

  test('a database of another kind is named in one sentence', async () => {
    await expectRefusal({ HEARSAY_DATA: data, DATABASE_URL: 'postgres://localhost/x' }, /^DATABASE_URL must start with "file:"/);
  });

  test('a database of a newer Hearsay is named in one sentence and left alone', async () => {
    const file = path.join(data, 'hearsay.db');
    const db = new Sqlite(file);
    db.exec(`CREATE TABLE _prisma_migrations (migration_name TEXT, checksum TEXT, finished_at TEXT, rolled_back_at TEXT);
      INSERT INTO _prisma_migrations VALUES ('29991231000000_future', 'x', 'x', NULL)`);
    db.close();
    const before = await readFile(file);
    await expectRefusal(
      { HEARSAY_DATA: data },
      /^The database was made by a newer Hearsay \(migration 29991231000000_future\)\. Use that version/,
    );
    expect(await readFile(file)).toEqual(before);
  });

  test('a damaged database is named in one sentence and left alone', async () => {
    const file = path.join(data, 'hearsay.db');
    await writeFile(file, 'This was a database once. '.repeat(500));
    await expectRefusal({ HEARSAY_DATA: data }, /hearsay\.db is damaged, or is not an SQLite database\./);
    expect((await readFile(file, 'utf8')).startsWith('This was')).toBe(true);
  });

  test('a first start tells the passwords once and keeps them and the secret to the owner', async () => {
    const first = await startServer(path.join(data, 'new'));
    const accounts = await readAccounts(first.data);
    expect(first.said.out).toContain(accounts.checker.password);
    expect(await stopServer(first)).toBe(0);
    for (const file of ['first-run.txt', 'session-secret', 'hearsay.db']) expect(await mode(path.join(first.data, file)), file).toBe(0o600);
    expect(await mode(first.data)).toBe(0o700);

    const secret = await readFile(path.join(first.data, 'session-secret'), 'utf8');
    const second = await startServer(first.data);
    expect(second.said.out.trim().split('\n').at(-1)).toBe(`Hearsay is ready at ${second.address}`);
    expect(second.said.out).not.toContain(accounts.checker.password);
    expect(await readFile(path.join(first.data, 'session-secret'), 'utf8')).toBe(secret);
    expect(await stopServer(second)).toBe(0);
  });

  test('SIGTERM finishes the request in flight and takes no new one', async () => {
    const server = await startServer(path.join(data, 'new'));
    const { port, hostname } = new URL(server.address);
    const body = 'x'.repeat(10);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      `POST /api/articles/upload HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));

    server.child.kill('SIGTERM');
    await expect.poll(() => server.said.err).toContain('Stopping');
    await expect(fetch(`${server.address}/api/health`)).rejects.toThrow();
    expect(answer).toBe('');
    socket.write(body.slice(5));
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
    expect(answer.toLowerCase()).toContain('connection: close');
    expect(await server.ended).toBe(0);
  });
});

test('a second server on the same data folder is refused in one sentence', async () => {
  await expectRefusal({ HEARSAY_DATA: dataFolder() }, /^Another Hearsay server is using the data folder/);
});
