import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a program of ours quietly and resolves to { code, signal, out, err }. While it runs it is ended together with this process.
 */
export function run(command, args, { env = {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const output = { out: '', err: '' };
    child.stdout?.setEncoding('utf8').on('data', (text) => (output.out += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output.err += text));
    const stop = () => child.kill();
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('exit', stop);
      resolve({ code, signal, ...output });
    });
  });
}

/** A Node program: the same Node as this one. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** npm itself: the one that started us, else the one on the path. */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return runNode([own, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** The last lines of what a failed program said. */
export function lastWords({ out, err }, lines = 25) {
  return `${out}\n${err}`.trim().split('\n').slice(-lines).join('\n');
}
