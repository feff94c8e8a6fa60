import 'server-only';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Migration } from './migrations-folder';

type Engine = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

/** The words of search, with the tables that FTS5 keeps them in: no schema of Prisma's can say what they are. */
const WORDS = ['ArticleWords', 'ClaimWords', 'SourceWords'];
const FILTERS = {
  externalTables: WORDS.flatMap((table) => [table, ...['data', 'idx', 'docsize', 'config'].map((part) => `${table}_${part}`)]),
  externalEnums: [],
};

/**
 * Prisma's schema engine as WebAssembly: the same code as behind `prisma migrate`, without the native
 * program that Prisma's command line would download. `adapter` says which database it works on.
 */
export async function withSchemaEngine<Value>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<Value>,
): Promise<Value> {
  const { SchemaEngine } = await loadEngine();
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  try {
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw toDriverError(error, bound);
  }
}

/** The engine only names the number of an error of the database ("External error id#0"); this gives the error itself. */
function toDriverError(error: unknown, { errorRegistry }: ErrorCapturingSqlMigrationAwareDriverAdapterFactory): unknown {
  const id = /External error id#(\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return (id === undefined ? undefined : errorRegistry.consumeError(Number(id))?.error) ?? error;
}

/** Applies what `_prisma_migrations` does not name yet, in order, and records it there. Returns the names applied. */
export async function applyMigrations(engine: SchemaEngine, migrations: readonly Migration[]): Promise<readonly string[]> {
  const applied = await engine.applyMigrations({ migrationsList: toList(migrations), filters: FILTERS });
  return applied.appliedMigrationNames;
}

/** The SQL that leads from the migrations to `schema` (the text of a Prisma schema); null when they agree. */
export async function diffToSchema(engine: SchemaEngine, migrations: readonly Migration[], schema: string): Promise<string | null> {
  const diff = await engine.diff({
    from: { tag: 'migrations', ...toList(migrations) },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: true,
    filters: FILTERS,
  });
  return diff.exitCode === 0 ? null : diff.stdout;
}

function toList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: '.',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

let loaded: Promise<Engine> | null = null;

// Node 20 cannot import WebAssembly, so the package's own entry, which does, is repeated here by hand.
async function loadEngine(): Promise<Engine> {
  loaded ??= (async () => {
    const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
    const file = createRequire(path.resolve('package.json')).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bytes = await readFile(file.replace(/\.js$/, '.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports });
    engine.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return engine;
  })();
  return loaded;
}
