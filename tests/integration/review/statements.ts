import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';

type All = (this: unknown, ...values: unknown[]) => unknown;

/** Counts the SELECTs that SQLite answers in this process until the test ends. */
export function countStatements(): { readonly take: () => number } {
  const memory = new Sqlite(':memory:');
  const statement = Object.getPrototypeOf(memory.prepare('SELECT 1')) as { all: All };
  memory.close();
  const { all } = statement;
  let count = 0;
  statement.all = function (...values) {
    count += 1;
    return all.apply(this, values);
  };
  onTestFinished(() => {
    statement.all = all;
  });
  return {
    take() {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}
