import type { Command } from 'commander';

/** The answer on standard output: one line of JSON with `--json`, otherwise the words a person reads. */
export function print(command: Command, value: unknown, words: string): void {
  const { json } = command.optsWithGlobals<{ json?: boolean }>();
  process.stdout.write(`${json ? JSON.stringify(value) : words}\n`);
}
