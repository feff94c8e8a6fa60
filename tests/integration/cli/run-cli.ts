import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export type Answer = { readonly code: number | null; readonly out: string; readonly err: string };

/** A data folder and the `hearsay` command on it, as a process of its own. */
export async function makeWorkspace() {
  const data = await mkdtemp(path.join(os.tmpdir(), 'hearsay-cli-'));
  const { DATABASE_URL: _, NEXTAUTH_SECRET: __, NEXTAUTH_URL: ___, ...env } = { ...process.env, HEARSAY_DATA: data, DATABASE_URL: '' };

  function start(args: readonly string[], different: Readonly<Record<string, string>> = {}) {
    return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', ...args], {
      cwd: ROOT,
      env: { ...env, ...different },
    });
  }

  function run(
    args: readonly string[],
    { input = '', ...different }: { input?: string | Uint8Array; DATABASE_URL?: string } = {},
  ): Promise<Answer> {
    const child = start(args, different);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    // A command that ends before it reads its input closes the pipe under us.
    child.stdin.on('error', () => undefined).end(input);
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  }

  return { data, file: path.join(data, 'hearsay.db'), start, run, remove: () => rm(data, { recursive: true, force: true }) };
}

/** The one line of JSON a command answered with. */
export function toJson(text: string): unknown {
  if (text.trim().split('\n').length !== 1) throw new Error(`Expected one line of JSON, got: ${text}`);
  return JSON.parse(text);
}
