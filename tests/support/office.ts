import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Why nothing can be opened with LibreOffice here, or null where it can: tests that need it say so when they are skipped. */
export const NO_OFFICE = hasOffice() ? null : 'LibreOffice (soffice) is not installed';

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * What LibreOffice makes of a file: `to` is a filter as `--convert-to` takes it, `made` the name of what comes of it. A
 * profile of its own lets it run beside one that is open.
 */
export async function convert(file: { readonly name: string; readonly bytes: Uint8Array }, to: string, made: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-office-'));
  try {
    await writeFile(join(folder, file.name), file.bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, file.name)]);
    return await readFile(join(folder, made), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
