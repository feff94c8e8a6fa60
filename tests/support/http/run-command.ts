import { spawn } from 'node:child_process';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** The `hearsay` command on a data folder, as a process of its own. */
export function runCommand(data: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', ...args], {
    env: { ...process.env, HEARSAY_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
}
