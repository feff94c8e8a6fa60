import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the program has said so far and, once it ended, its exit code. */
export type Started = { readonly child: ChildProcess; readonly said: { out: string; err: string }; readonly ended: Promise<number | null> };

export type Server = Started & { readonly address: string; readonly data: string };

/** A new, empty folder; the caller removes it. */
export function makeFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'hearsay-'));
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

/** `npm start` as a program of its own. PORT=0 takes any free port. */
export function runStart(env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, PORT: '0', ...env } });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said, ended };
}

/** Starts a server on a data folder and waits until it is ready; throws with what it said when it does not come up. */
export async function startServer(data: string, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const started = runStart({ HEARSAY_DATA: data, ...env });
  const address = await new Promise<string>((resolve, reject) => {
    started.child.stdout?.on('data', () => {
      const found = /^Hearsay is ready at (\S+)$/m.exec(started.said.out)?.[1];
      if (found !== undefined) resolve(found);
    });
    void started.ended.then(() => reject(new Error(`The server did not come up:\n${started.said.out}${started.said.err}`)));
  });
  return { ...started, address, data };
}

export async function stopServer(server: Started): Promise<number | null> {
  server.child.kill('SIGTERM');
  return server.ended;
}
