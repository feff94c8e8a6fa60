import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Why no office file can be opened here, or null where it can: tests that need LibreOffice say so when they are skipped. */
export const NO_OFFICE = spawnSync('soffice', ['--version']).status === 0 ? null : 'LibreOffice (soffice) is not installed';

/**
 * The files that LibreOffice makes of some, by their names. `to` is as `--convert-to` takes it. A profile of its own lets it
 * run beside one that is open.
 */
export async function convert(files: Readonly<Record<string, Uint8Array>>, to: string): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-office-'));
  const out = join(folder, 'out');
  try {
    const paths = Object.keys(files).map((name) => join(folder, name));
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, ...paths]);
    const made = await readdir(out);
    return Object.fromEntries(await Promise.all(made.map(async (name) => [name, await readFile(join(out, name), 'utf8')] as const)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
