import 'server-only';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { Migration } from './migrations-folder';
import { diffToSchema, withSchemaEngine } from './schema-engine';

/** The SQL that the migrations lack of `schema` (the text of a Prisma schema), for SQLite; null when they agree. Nothing is written. */
export function findMissingSql(migrations: readonly Migration[], schema: string): Promise<string | null> {
  return withSchemaEngine(new ScratchAdapter({ url: ':memory:' }), (engine) => diffToSchema(engine, migrations, schema));
}

/**
 * In memory, where the engine plays the migrations to see what they make. It sends a whole file as one
 * statement, which better-sqlite3 refuses to prepare; a statement without values is run as a script.
 */
class ScratchAdapter extends PrismaBetterSqlite3 {
  override async connectToShadowDb() {
    const adapter = await super.connectToShadowDb();
    const executeRaw = adapter.executeRaw.bind(adapter);
    adapter.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw(query);
      await adapter.executeScript(query.sql);
      return 0;
    };
    return adapter;
  }
}
