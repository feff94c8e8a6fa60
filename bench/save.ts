import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import Sqlite from 'better-sqlite3';
import { newId } from '@/lib/kernel/ids';
import { startBenchServer } from './bench-server';
import { type Bench, goal, median, rounded } from './report';

const CONNECTIONS = 10;
const SECONDS = 6;
const ROUNDS = 3;
const RAW_WRITES = 3000;
/** Claims in one request, as an annotator sends what was made offline (components/editor/outbox/batch.ts). */
const BATCH = 50;

/**
 * Claims saved a second by the server action, 10 at a time, beside a server action that does nothing: in
 * turn, several rounds, medians. What it gains to send them in batches. And the limit below all: the same rows by bare
 * better-sqlite3, one transaction a claim, synchronous=FULL.
 */
export const bench: Bench = async (say) => {
  const server = await startBenchServer(say);
  try {
    const db = new Sqlite(server.databaseFile, { readonly: true });
    const revision = db.prepare<[], { id: string }>('SELECT "id" FROM "Revision"').get();
    const before = countClaims(db);
    const saveAtOnce = async (count: number) => measure(server, 'sendWrites', () => toBatch(revision?.id ?? '', count));
    const save = () => saveAtOnce(1);
    const nothing = async () => measure(server, 'doNothing', () => '[]');
    const [saves, nothings, batches]: [Measured[], Measured[], Measured[]] = [[], [], []];
    await nothing(); // warm-up, not counted
    await save();
    for (let round = 1; round <= ROUNDS; round++) {
      say(`Round ${round} of ${ROUNDS}`);
      nothings.push(await nothing());
      saves.push(await save());
      batches.push(await saveAtOnce(BATCH));
    }
    const acknowledged = countClaims(db) - before;
    db.close();
    const claimsPerSecond = median(saves.map(({ rate }) => rate));
    const nothingPerSecond = median(nothings.map(({ rate }) => rate));
    const batchedPerSecond = median(batches.map(({ rate }) => rate * BATCH));
    const figures = {
      claimsPerSecond: rounded(claimsPerSecond),
      nothingPerSecond: rounded(nothingPerSecond),
      claimsToNothing: rounded(claimsPerSecond / nothingPerSecond),
      batchedClaimsPerSecond: rounded(batchedPerSecond),
      batchGain: rounded(batchedPerSecond / claimsPerSecond),
      batchMedianMs: median(batches.map(({ p50 }) => p50)),
      claimMedianMs: median(saves.map(({ p50 }) => p50)),
      claimP99Ms: median(saves.map(({ p99 }) => p99)),
      ...toCpuFigure('claimCpuMs', saves),
      ...toCpuFigure('batchedClaimCpuMs', batches, BATCH),
      ...toCpuFigure('nothingCpuMs', nothings),
      rawClaimsPerSecond: rounded(writeRaw(server.databaseFile)),
      claimsStored: acknowledged,
    };
    return { figures, goals: [goal(figures, 'claimsToNothing', 'min', 0.5)] };
  } finally {
    await server.stop();
  }
};

/** `cpuMs` is the server's processor time for one request: it says the same on a busy machine. */
type Measured = { readonly rate: number; readonly p50: number; readonly p99: number; readonly cpuMs: number | null };

/** Requests a second over one round. Any answer that is not a success ends the benchmark: it would be faster than the truth. */
async function measure(server: Awaited<ReturnType<typeof startBenchServer>>, name: string, toBody: () => string): Promise<Measured> {
  const action = server.actions.get(name);
  if (action === undefined) throw new Error(`Broken rule: the benchmark's page reaches ${name}.`);
  const cpuBefore = server.cpuMs();
  const result = await autocannon({
    url: `${server.address}/bench`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        headers: {
          Cookie: server.cookie,
          'Next-Action': action,
          'Content-Type': 'text/plain;charset=UTF-8',
          Accept: 'text/x-component',
          Origin: server.address,
          'Sec-Fetch-Site': 'same-origin',
        },
        setupRequest: (request) => ({ ...request, body: toBody() }),
        onResponse: (status, body) => {
          if (status !== 200 || body.includes('"ok":false')) throw new Error(`${name} was answered with ${status}: ${body.slice(0, 300)}`);
        },
      },
    ],
  });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${name}: ${result.errors} errors, ${result.non2xx} refusals.`);
  const cpuAfter = server.cpuMs();
  const cpuMs = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / result.requests.total;
  return { rate: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99, cpuMs };
}

function toCpuFigure(name: string, rounds: readonly Measured[], writes = 1): Record<string, number> {
  const values = rounds.map(({ cpuMs }) => cpuMs).filter((value) => value !== null);
  return values.length === 0 ? {} : { [name]: rounded(median(values) / writes) };
}

function toBatch(revisionId: string, count: number): string {
  return JSON.stringify([{ writes: Array.from({ length: count }, () => ({ kind: 'create', ...newClaim(revisionId) })) }]);
}

function newClaim(revisionId: string) {
  const start = 102 + Math.floor(Math.random() * 40);
  return {
    key: newId(),
    claimId: newId(),
    revisionId,
    spans: [{ start, end: start + 60 }],
    sourceType: 'news_organization',
    source: { name: 'The New York Times' },
    confidence: 'moderate',
    note: '',
  };
}

function countClaims(db: Sqlite.Database): number {
  return db.prepare<[], { n: number }>('SELECT COUNT(*) AS n FROM "Claim"').get()?.n ?? 0;
}

/** The rows of one save (claim, span, audit event, key) written by better-sqlite3 alone, a transaction each; claims a second. */
function writeRaw(filled: string): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearsay-raw-'));
  const file = path.join(folder, 'raw.db');
  const source = new Sqlite(filled, { readonly: true });
  source.prepare('VACUUM INTO ?').run(file);
  source.close();
  const db = new Sqlite(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    const like = (table: string, changed: Record<string, string>) => copyRow(db, table, changed);
    const claim = like('Claim', { id: '?', number: '?' });
    const span = like('ClaimSpan', { claimId: '?' });
    const event = like('AuditEvent', { id: '?' });
    const key = like('IdempotencyKey', { key: '?' });
    const write = db.transaction((number: number) => {
      const id = newId();
      claim.run(id, number);
      span.run(id);
      event.run(newId());
      key.run(newId());
    });
    const start = performance.now();
    for (let i = 0; i < RAW_WRITES; i++) write(10_000_000 + i);
    return RAW_WRITES / ((performance.now() - start) / 1000);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A statement that writes the table's first row again with some columns given anew, so that rows have their real size. */
function copyRow(db: Sqlite.Database, table: string, changed: Record<string, string>): Sqlite.Statement<unknown[]> {
  const columns = (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name);
  const values = columns.map((name) => changed[name] ?? `"${name}"`);
  return db.prepare(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM "${table}" LIMIT 1`,
  );
}
