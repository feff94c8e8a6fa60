import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NEXT = 'node_modules/next/dist/bin/next';

export type BenchServer = {
  readonly address: string;
  readonly databaseFile: string;
  /** The Cookie header of the sample's checker, signed in. */
  readonly cookie: string;
  /** Ids of the server actions of the benchmark's page, by the name they are exported under. */
  readonly actions: ReadonlyMap<string, string>;
  /** Milliseconds of processor time the server has used so far; null where the system does not tell (no /proc). */
  cpuMs(): number | null;
  stop(): Promise<void>;
};

/** Builds the application with the benchmark's page, fills a new database with the sample, serves both on a free port. */
export async function startBenchServer(say: (line: string) => void): Promise<BenchServer> {
  const data = mkdtempSync(path.join(tmpdir(), 'hearsay-bench-'));
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    HEARSAY_BENCH: '1',
    HEARSAY_DATA: data,
    DATABASE_URL: `file:${path.join(data, 'hearsay.db')}`,
    NEXTAUTH_SECRET: 'a secret for one benchmark on this machine only',
    NEXTAUTH_URL: address,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  say('Building');
  await run([NEXT, 'build'], env);
  say('Filling a new database');
  await run(['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', 'setup'], env);
  const server = spawn(process.execPath, [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilHealthy(address, server);
  return {
    address,
    databaseFile: path.join(data, 'hearsay.db'),
    cookie: await signIn(address, readFileSync(path.join(data, 'first-run.txt'), 'utf8')),
    actions: readActions(),
    cpuMs: () => readCpuMs(server.pid),
    stop: async () => {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** User and system time from /proc/<pid>/stat (proc(5), fields 14 and 15), in clock ticks of 10 ms. */
function readCpuMs(pid: number | undefined): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`);
}

async function untilHealthy(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server did not become healthy within 20 seconds.');
}

async function signIn(address: string, firstRun: string): Promise<string> {
  const line = firstRun.split('\n').find((row) => row.startsWith('checker'));
  const [, email = '', password = ''] = line?.split(/\s+/) ?? [];
  const first = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: toCookie(first) },
    body: new URLSearchParams({ csrfToken, email, password }),
  });
  const cookie = toCookie(answer);
  if (!cookie.includes('hearsay.session=')) throw new Error(`The sample's checker could not sign in (${answer.status}).`);
  return cookie;
}

function toCookie(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

function readActions(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync('.next-bench/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { exportedName?: string; workers: Record<string, { exportedName?: string }> }>;
  };
  const named = Object.entries(manifest.node).map(
    ([id, entry]) => [entry.exportedName ?? entry.workers['app/bench/page']?.exportedName ?? '', id] as const,
  );
  return new Map(named);
}

export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('Broken rule: a listening socket has a port.');
  return address.port;
}
