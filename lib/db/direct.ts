import type { Database as Sqlite, Statement } from 'better-sqlite3';
import { assert } from '@/lib/kernel/assert';
import type {
  AuditEvent,
  Claim,
  ClaimLink,
  ClaimRelation,
  ClaimSpan,
  Evidence,
  Finding,
  FlagMark,
  IdempotencyKey,
  Source,
} from './generated/client';

/** What a plain statement can be given. Times are stored the way Prisma's adapter stores them. */
export type SqlValue = string | number | null | Date;

/** The tables written this way; every column is given, null where there is nothing. */
type Rows = {
  AuditEvent: AuditEvent;
  Claim: Claim;
  ClaimLink: ClaimLink;
  ClaimRelation: ClaimRelation;
  ClaimSpan: ClaimSpan;
  Evidence: Evidence;
  Finding: Finding;
  FlagMark: FlagMark;
  IdempotencyKey: IdempotencyKey;
  Source: Source;
};

/**
 * Prepared statements on the same connection as Prisma's, for what every save and every request asks:
 * there, building the query costs Prisma ten times what SQLite needs to answer it (bench/save.ts,
 * docs/decisions/0003-write-gate.md). Everything else goes through Prisma.
 */
export type Direct = {
  /** Writes one row; the columns are those of the Prisma model. */
  insert<Table extends keyof Rows>(table: Table, row: Readonly<Rows[Table]>): void;
  /** The rows of a SELECT, or of a statement with RETURNING. Times come back as text. */
  rows<Row>(sql: string, values: readonly SqlValue[]): readonly Row[];
  /** Runs a statement that answers nothing. */
  run(sql: string, values: readonly SqlValue[]): void;
};

/** `mayRun` is asked before each statement: one that came after its transaction timed out would be kept though the rest was not. */
export function directSqlite(client: Pick<Sqlite, 'prepare'>, mayRun: () => boolean): Direct {
  const kept = new Map<string, Prepared>();
  const prepare = (sql: string) => {
    assert(mayRun(), 'a plain statement runs inside the transaction of its write');
    let prepared = kept.get(sql);
    if (prepared === undefined) {
      prepared = toPrepared(client.prepare<unknown[]>(sql).safeIntegers(false));
      kept.set(sql, prepared);
    }
    return prepared;
  };
  return {
    insert: (table, row) => {
      const columns = Object.keys(row);
      const sql = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      prepare(sql).statement.run(...(Object.values(row) as SqlValue[]).map(toSqlite));
    },
    rows: <Row>(sql: string, values: readonly SqlValue[]) => {
      const prepared = prepare(sql);
      return (prepared.statement.all(...values.map(toSqlite)) as unknown[][]).map((cells) => toRow(prepared, cells) as Row);
    },
    run: (sql, values) => {
      prepare(sql).statement.run(...values.map(toSqlite));
    },
  };
}

type Prepared = {
  readonly statement: Statement<unknown[]>;
  /** The columns of an answer, and a row of nothing that each row begins as. */
  readonly columns: readonly string[];
  readonly blank: Readonly<Record<string, unknown>>;
};

/**
 * Rows come as arrays and are named here: the objects that better-sqlite3 makes are dictionaries, which takes half as long again
 * as everything else of a statement, and more whenever one is read (bench/queue.ts).
 */
function toPrepared(statement: Statement<unknown[]>): Prepared {
  if (!statement.reader) return { statement, columns: [], blank: {} };
  const columns = statement.columns().map(({ name }) => name);
  return { statement: statement.raw(true), columns, blank: Object.fromEntries(columns.map((name) => [name, null])) };
}

/** A copy of the blank row has its shape from the start; an empty object would be made anew with every few columns. */
function toRow({ columns, blank }: Prepared, cells: readonly unknown[]): Readonly<Record<string, unknown>> {
  const row = { ...blank };
  for (let at = 0; at < columns.length; at++) row[columns[at] as string] = cells[at];
  return row;
}

function toSqlite(value: SqlValue): string | number | null {
  return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value;
}
