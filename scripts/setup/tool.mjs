import { spawn } from 'node:child_process';
import { generate } from './generate.mjs';
import { install } from './install.mjs';
import { orRefuse } from './refusal.mjs';
import { ROOT } from './root.mjs';

/** How Node runs our TypeScript: by tsx, with React's server condition for what is server-only, and with as much room for what is new as `npm start` gives (docs/decisions/0034). */
export const TYPESCRIPT = ['--max-semi-space-size=32', '--conditions=react-server', '--import', 'tsx'];

/** A program of ours, on a fresh clone too. Only its own answer goes to standard output. */
export async function runTool(args) {
  await orRefuse(async () => {
    await install();
    await generate();
  });
  const child = spawn(process.execPath, [...TYPESCRIPT, ...args], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
