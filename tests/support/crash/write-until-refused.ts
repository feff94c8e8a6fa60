import { openDatabase } from '@/lib/db/database';
import { write } from '@/lib/db/write';
import { newId } from '@/lib/kernel/ids';

/**
 * Writes desks into the database file named on the command line until three writes in a row are refused, and says
 * so in one line of JSON. Run by tests/integration/db/full-disk.test.ts where files may not grow for long.
 */
const db = openDatabase(process.argv[2] as string);
const acknowledged: string[] = [];
const refusals: string[] = [];
while (refusals.length < 3 && acknowledged.length < 5000) {
  const id = newId();
  const result = await write({ db, actor: null }, async (tx, now) => {
    await tx.desk.create({ data: { id, name: 'n'.repeat(2000), createdAt: now }, select: { id: true } });
    return { value: id, events: [{ type: 'desk.created', subjectId: id, data: {} }] };
  });
  if (result.ok) acknowledged.push(result.value);
  else refusals.push(result.error.code);
}
const readable = await db.read.desk.count();
process.stdout.write(`${JSON.stringify({ acknowledged, refusals, readable })}\n`);
