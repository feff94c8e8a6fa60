import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openDatabase } from '@/lib/db/database';
import { verifyDatabase } from '@/lib/verify/data';
import { useDatabase } from '../use-database';

const WRITER = fileURLToPath(new URL('../../support/crash/write-until-refused.ts', import.meta.url));
/** 1 MB, in the 512-byte blocks of POSIX `ulimit`: the write-ahead log reaches it in the middle of a COMMIT. */
const LIMIT = `trap '' XFSZ; ulimit -f 2048; exec "$0" "$@"`;

it('loses nothing acknowledged when the operating system refuses to let the log grow', async () => {
  const { db, file } = await useDatabase();
  await db.close();
  const command = [process.execPath, '--conditions=react-server', '--import', 'tsx', WRITER, file];
  const { stdout } = await promisify(execFile)('sh', ['-c', LIMIT, ...command], { timeout: 50_000 });
  const told = JSON.parse(stdout) as { acknowledged: string[]; refusals: string[]; readable: number };
  expect(told.refusals).toEqual(['STORAGE', 'STORAGE', 'STORAGE']);
  expect(told.acknowledged.length).toBeGreaterThan(20);
  expect(told.readable, 'what was acknowledged can be read while the disk is full').toBe(told.acknowledged.length);

  const again = openDatabase(file);
  try {
    const kept = await again.read.desk.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    expect(kept.map(({ id }) => id)).toEqual(told.acknowledged);
    expect(await again.read.auditEvent.count()).toBe(told.acknowledged.length);
    expect((await verifyDatabase(again)).problems).toEqual([]);
  } finally {
    await again.close();
  }
});
