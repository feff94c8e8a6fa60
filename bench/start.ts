import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from './bench-server';
import { type Bench, goal, median, rounded } from './report';

const ROUNDS = 5;
const NEXT_START = [process.execPath, 'node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1'];

/**
 * How long the second `npm start` takes, from the command to the line with the address; beside it, Next's
 * own server on the same build, from the command to the line that says it is ready.
 */
export const bench: Bench = async (say) => {
  const data = mkdtempSync(path.join(tmpdir(), 'hearsay-bench-'));
  try {
    say('The first start, which installs, builds and fills a database');
    const first = await timeStart(['npm', 'start'], data, /^Hearsay is ready/m);
    const [ours, peers]: [number[], number[]] = [[], []];
    for (let round = 1; round <= ROUNDS; round++) {
      say(`Round ${round} of ${ROUNDS}`);
      ours.push(await timeStart(['npm', 'start'], data, /^Hearsay is ready/m));
      peers.push(await timeStart([...NEXT_START, '-p', String(await findFreePort())], data, /Ready in/));
    }
    const figures = {
      firstStartSeconds: rounded(first),
      secondStartSeconds: rounded(median(ours)),
      secondStartWorstSeconds: rounded(Math.max(...ours)),
      nextStartSeconds: rounded(median(peers)),
    };
    return { figures, goals: [goal(figures, 'secondStartWorstSeconds', 'max', 3)] };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

/** Seconds until a program prints `ready`; it is stopped then. */
async function timeStart([command = '', ...args]: readonly string[], data: string, ready: RegExp): Promise<number> {
  const began = performance.now();
  const env = { ...process.env, PORT: '0', HEARSAY_DATA: data, NODE_ENV: 'production' as const };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  const seconds = await new Promise<number>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
      if (ready.test(out)) resolve((performance.now() - began) / 1000);
    });
    child.once('close', () => reject(new Error(`${command} ended before it was ready:\n${out}`)));
  });
  child.kill('SIGTERM');
  await once(child, 'close');
  return seconds;
}
