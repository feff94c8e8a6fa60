import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { useDatabase } from '../use-database';

/** As many as a page of a list asks for; SQLite, told nothing, expects ten rows a desk and would read them all instead. */
const IDS = Array.from({ length: 50 }, newId);

describe('plans', () => {
  it('look up rows that are asked for by their ids, on a desk, by their ids', async () => {
    const { db } = await useDatabase();
    const tables = await db.rows<{ table: string }>(ASKED_BY_ID, []);
    expect(tables.map(({ table }) => table)).toEqual(expect.arrayContaining(['Article', 'Claim', 'Source']));
    for (const { table } of tables) {
      const sql = `EXPLAIN QUERY PLAN SELECT * FROM "${table}" WHERE "id" IN (${IDS.map(() => '?').join(', ')}) AND "deskId" = ?`;
      const plan = await db.rows<{ detail: string }>(sql, [...IDS, newId()]);
      expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('(id=?)')]);
    }
  });

  it('find what is asked for by its desk through an index of the desk’s', async () => {
    const { db } = await useDatabase();
    for (const { table } of await db.rows<{ table: string }>(ASKED_BY_ID, [])) {
      const plan = await db.rows<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM "${table}" WHERE "deskId" = ?`, [newId()]);
      expect(plan.map(({ detail }) => detail)).toEqual([expect.stringMatching(/USING INDEX \w+_deskId_\w+ \(deskId=\?\)/)]);
    }
  });
});

/** Tables whose rows have an id of text and a desk by which they are indexed. */
const ASKED_BY_ID = `
  SELECT m."name" AS "table" FROM sqlite_master m
  WHERE m."type" = 'table'
    AND EXISTS (SELECT 1 FROM pragma_table_info(m."name") c WHERE c."name" = 'id' AND c."type" = 'TEXT')
    AND EXISTS (
      SELECT 1 FROM pragma_index_list(m."name") l JOIN pragma_index_info(l."name") c ON c."seqno" = 0 AND c."name" = 'deskId'
    )
  ORDER BY m."name"`;
