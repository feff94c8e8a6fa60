import { expect, it } from 'vitest';
import { lostTriggers, standingTriggers } from '@/lib/db/lost-triggers';

const trigger = (name: string, table: string) =>
  `CREATE TRIGGER "${name}" BEFORE UPDATE OF "id", "name" ON "${table}"\nWHEN NEW."id" IS NOT OLD."id"\nBEGIN SELECT RAISE(ABORT, 'no'); END;`;

const migrations = [{ sql: `${trigger('a', 'One')}\n\n${trigger('b', 'Two')}` }, { sql: `DROP TRIGGER "b";\n${trigger('c', 'Two')}` }];

it('knows which triggers stand after the migrations', () => {
  expect(standingTriggers(migrations).map(({ name, table }) => [name, table])).toEqual([
    ['a', 'One'],
    ['c', 'Two'],
  ]);
});

it('names the triggers of tables that are made anew, unless they are created again', () => {
  const anew = 'DROP TABLE "Two";\nALTER TABLE "new_Two" RENAME TO "Two";';
  expect(lostTriggers(migrations, anew)).toEqual([{ name: 'c', table: 'Two', sql: trigger('c', 'Two') }]);
  expect(lostTriggers(migrations, `${anew}\n${trigger('c', 'Two')}`)).toEqual([]);
  expect(lostTriggers(migrations, 'ALTER TABLE "Two" ADD COLUMN "x" TEXT;')).toEqual([]);
});
