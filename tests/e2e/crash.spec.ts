import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { callAction, ownHeaders, readBuiltActions, toWriteResult } from '../support/http/actions';
import { runCommand } from '../support/http/run-command';
import { signInByHttp } from '../support/http/sign-in';
import { readAccounts } from './support/accounts';
import { makeFolder, removeFolder, type Server, startServer, stopServer } from './support/server';

/** The server is killed, as by a power cut or the kernel, while so many saves are under way; so many times. */
const SAVES = 200;
const ROUNDS = Number(process.env.HEARSAY_CRASH_ROUNDS ?? 3);

type Input = { readonly key: string; readonly claimId: string };

test(`kill -9 under ${SAVES} concurrent saves loses none that was acknowledged, ${ROUNDS} times over`, async () => {
  test.setTimeout(60_000 + ROUNDS * 60_000);
  const data = await makeFolder();
  let server = await startServer(data);
  try {
    const { checker } = await readAccounts(data);
    let cookie = await signInByHttp(server.address, checker);
    const acknowledged = new Set<string>();
    const sent = new Map<string, string>();
    for (let round = 1; round <= ROUNDS; round += 1) {
      const inputs = Array.from({ length: SAVES }, () => makeInput(data));
      for (const { claimId, key } of inputs) sent.set(claimId, key);
      // Somewhere between the first answers and the last; a round that was too quick for it still counts.
      const enough = 5 + Math.floor(Math.random() * (SAVES * 0.8));
      const before = acknowledged.size;
      const saves = inputs.map(async (input) => {
        if (!(await save(server, cookie, input))) return;
        acknowledged.add(input.claimId);
        if (acknowledged.size - before === enough) server.child.kill('SIGKILL');
      });
      await Promise.all(saves);
      expect(acknowledged.size - before, `round ${round}: the kill came after ${enough} answers`).toBeGreaterThanOrEqual(enough);
      await server.ended;
      expect(server.child.signalCode, `round ${round}`).toBe('SIGKILL');

      server = await startServer(data);
      expectOnceEach(data, sent, acknowledged, `round ${round}, after the restart`);
      // The session outlived the crash, and what was not acknowledged is sent again with its key: applied once.
      const again = await Promise.all(inputs.map((input) => save(server, cookie, input)));
      expect(again.every(Boolean), `round ${round}: every save sent again is acknowledged`).toBe(true);
      for (const { claimId } of inputs) acknowledged.add(claimId);
      expectOnceEach(data, sent, acknowledged, `round ${round}, after sending again`);
      await expectVerified(data, round);
      cookie = await signInByHttp(server.address, checker);
    }
    expect(acknowledged.size).toBe(SAVES * ROUNDS);
  } finally {
    await stopServer(server);
    await removeFolder(data);
  }
});

const sendWrites = () => readBuiltActions().find(({ name }) => name === 'sendWrites')?.id ?? '';

function makeInput(data: string): Input {
  const { revisionId } = look(data, (db) => db.prepare('SELECT "id" AS "revisionId" FROM "Revision"').get() as { revisionId: string });
  const tag = { spans: [{ start: 0, end: 20 }], sourceType: 'named_person', source: { name: 'A Source' }, confidence: 'low', note: '' };
  const input = { key: randomUUID(), claimId: newId(), revisionId, ...tag };
  return input;
}

/** Whether the server said that the claim is saved. A broken connection is no answer. */
async function save(server: Server, cookie: string, input: Input): Promise<boolean> {
  const headers = { ...ownHeaders(server.address), Cookie: cookie };
  const batch = [{ writes: [{ kind: 'create', ...input }] }];
  const answer = await callAction({ address: server.address, page: '/', id: sendWrites(), input: batch, headers }).catch(() => null);
  const result = answer === null ? null : toWriteResult(answer);
  return result?.ok === true && (result.value as { id: string }).id === input.claimId;
}

function look<Value>(data: string, ask: (db: Sqlite.Database) => Value): Value {
  const db = new Sqlite(path.join(data, 'hearsay.db'), { readonly: true, fileMustExist: true });
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

/** What was acknowledged is there, and each claim that is there is whole: its span, its event and the key a retry is known by. */
function expectOnceEach(data: string, sent: ReadonlyMap<string, string>, acknowledged: ReadonlySet<string>, when: string): void {
  const { claims, keys } = look(data, (db) => ({
    claims: db
      .prepare(
        `SELECT c."id",
                (SELECT COUNT(*) FROM "ClaimSpan" s WHERE s."claimId" = c."id") AS "spans",
                (SELECT COUNT(*) FROM "AuditEvent" e WHERE e."subjectId" = c."id" AND e."type" = 'claim.created') AS "events"
         FROM "Claim" c JOIN "Source" s ON s."id" = c."sourceId" WHERE s."name" = 'A Source'`,
      )
      .all() as { id: string; spans: number; events: number }[],
    keys: new Set(db.prepare('SELECT "key" FROM "IdempotencyKey"').pluck().all() as string[]),
  }));
  const found = new Set(claims.map(({ id }) => id));
  const lost = [...acknowledged].filter((id) => !found.has(id));
  expect(lost, `${when}: acknowledged and lost`).toEqual([]);
  const odd = claims.filter(({ id, spans, events }) => spans !== 1 || events !== 1 || !keys.has(sent.get(id) ?? ''));
  expect(odd, `${when}: in part, twice or from nowhere`).toEqual([]);
}

async function expectVerified(data: string, round: number): Promise<void> {
  const { code, out, err } = await runCommand(data, ['--json', 'verify']);
  expect([code, err], `round ${round}: verify`).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ problems: [] });
}
