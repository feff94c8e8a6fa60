import path from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { writtenBody } from '../factories/bodies';
import { callAction, ownHeaders, readBuiltActions, toActionResult } from '../support/http/actions';
import { signInByHttp } from '../support/http/sign-in';
import { partOf, startSmtp } from '../support/smtp';
import { readAccounts } from './support/accounts';
import { makeFolder, removeFolder, startServer, stopServer } from './support/server';

test('a server that is given a mail server sends what the desk has for somebody, and says so where they choose', async () => {
  test.setTimeout(90_000);
  const smtp = await startSmtp();
  const mail = { HEARSAY_SMTP_URL: smtp.url, HEARSAY_MAIL_FROM: 'Hearsay <desk@example.org>' };
  const server = await startServer(await makeFolder(), mail);
  try {
    const accounts = await readAccounts(server.data);
    const cookie = await signInByHttp(server.address, accounts.editor);
    const page = await fetch(`${server.address}/mail`, { headers: { Cookie: cookie } });
    expect(await page.text()).toContain('comes in one mail');
    const db = new Sqlite(path.join(server.data, 'hearsay.db'));
    const claim = db
      .prepare(`SELECT c."id" FROM "Claim" c JOIN "User" u ON u."id" = c."createdById" WHERE u."email" = ? ORDER BY c."number"`)
      .get(accounts.checker.email) as { id: string };
    const action = readBuiltActions().find(({ name }) => name === 'addComment');
    const input = { key: newId(), commentId: newId(), claimId: claim.id, threadId: null, body: writtenBody('Who says so?') };
    const answer = await callAction({
      ...{ address: server.address, page: '/', id: action?.id ?? '', input: [input] },
      headers: { ...ownHeaders(server.address), Cookie: cookie },
    });
    expect(toActionResult(answer)).toMatchObject({ ok: true });
    // As if two minutes were over: nobody waits for them here.
    const ago = new Date(Date.now() - 150_000).toISOString().replace('Z', '+00:00');
    expect(db.prepare(`UPDATE "MailNotice" SET "at" = ?`).run(ago).changes, 'noted with the comment').toBe(1);
    db.close();
    await expect.poll(() => smtp.received.length, { timeout: 30_000 }).toBe(1);
    const [received] = smtp.received;
    expect(received?.to).toEqual([accounts.checker.email]);
    expect(partOf(received as never, 'text/plain')).toContain('Who says so?');
    expect(partOf(received as never, 'text/plain')).toContain(`${server.address}/articles/`);
  } finally {
    await stopServer(server);
    await removeFolder(server.data);
    await smtp.stop();
  }
});
