import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why Python cannot read files here, or null where it can: tests that need it say so when they are skipped. */
export const NO_PYTHON =
  spawnSync('python3', ['-c', 'import csv, json, zipfile, xml.dom.minidom']).status === 0 ? null : 'python3 is not installed';

/** What a program in Python, whose standard library reads most formats, prints as JSON about a file whose path is its argument. */
export function askPython<Answer>(program: string, file: Uint8Array): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-python-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, file);
    const { status, stdout, stderr } = spawnSync('python3', ['-X', 'utf8', '-c', program, path], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Answer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
