/** A trigger as a migration creates it. */
export type Trigger = { readonly name: string; readonly table: string; readonly sql: string };

const CREATED = /CREATE TRIGGER "(\w+)"[\s\S]*?\bON "(\w+)"[\s\S]*?\bEND;/g;
const DROPPED_TABLE = /DROP TABLE "(\w+)"/g;
const DROPPED_TRIGGER = /DROP TRIGGER (?:IF EXISTS )?"(\w+)"/g;

/** The triggers that stand after these migrations' texts, oldest first; later ones of a name replace earlier ones. */
export function standingTriggers(migrations: readonly { readonly sql: string }[]): readonly Trigger[] {
  const standing = new Map<string, Trigger>();
  for (const { sql } of migrations) {
    for (const [, name = ''] of sql.matchAll(DROPPED_TRIGGER)) standing.delete(name);
    for (const [statement, name = '', table = ''] of sql.matchAll(CREATED)) standing.set(name, { name, table, sql: statement });
  }
  return [...standing.values()];
}

/**
 * The triggers that `sql` takes along when it drops their tables, and does not create again. Where SQLite cannot alter a
 * table Prisma makes a new one in its place, and says nothing of what hung on the old (https://sqlite.org/lang_altertable.html).
 */
export function lostTriggers(migrations: readonly { readonly sql: string }[], sql: string): readonly Trigger[] {
  const dropped = new Set([...sql.matchAll(DROPPED_TABLE)].map(([, table]) => table));
  const again = new Set([...sql.matchAll(CREATED)].map(([, name]) => name));
  return standingTriggers(migrations).filter(({ name, table }) => dropped.has(table) && !again.has(name));
}
