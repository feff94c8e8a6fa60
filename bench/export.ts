import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { isStreamed } from '@/lib/export/export-report';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { type Bench, type Figures, goal, rounded } from './report';

/** Of ten words each: 100,000 words, and a million. */
const CLAIMS = 10_000;
const MANY = 100_000;

/** What a writer may hold more of for ten times the claims, in MB: a map of their numbers is a few. */
const GROWTH_MAX = 16;

/**
 * One report of 10,000 claims in every format: time, bytes, memory above the model's. Beside it, in the same run and on the same
 * claims as plain data, JSON.stringify. Then ten times the claims in the formats that are written as they go. Each in a fresh process.
 */
export const bench: Bench = async (say) => {
  const figures: Record<string, number> = {};
  const streamed = EXPORT_FORMATS.filter(isStreamed);
  for (const name of ['stringify', ...EXPORT_FORMATS]) {
    say(`Writing ${CLAIMS} claims: ${name}`);
    Object.assign(figures, await measure(CLAIMS, [name], '10k'));
  }
  say(`Writing ${MANY} claims: ${streamed.join(', ')}`);
  Object.assign(figures, await measure(MANY, streamed, '100k'));
  const of = (figure: string) => figures[figure] ?? Number.NaN;
  for (const format of EXPORT_FORMATS) figures[`${format}ToStringify`] = rounded(of(`${format}Ms10k`) / of('stringifyMs10k'));
  for (const format of streamed) figures[`${format}AliveGrowthMB`] = rounded(of(`${format}AliveMB100k`) - of(`${format}AliveMB10k`));
  return {
    figures,
    goals: [
      goal(figures, 'jsonldToStringify', 'max', 3),
      goal(figures, 'csvToStringify', 'max', 3),
      ...streamed.map((format) => goal(figures, `${format}AliveGrowthMB`, 'max', GROWTH_MAX)),
    ],
  };
};

/** The figures of measure.ts, each as `csvMs10k`. */
async function measure(claims: number, names: readonly string[], size: string): Promise<Figures> {
  const args = ['--expose-gc', '--max-old-space-size=6000', 'bench/export/measure.ts', String(claims), names.join(',')];
  const child = spawn(process.execPath, [...process.execArgv, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`Measuring ${names.join(', ')} ended with ${code}.`);
  const figures: Record<string, number> = {};
  for (const line of out.trim().split('\n')) {
    const { name, ...measured } = JSON.parse(line) as { readonly name: string } & Record<string, number>;
    for (const [figure, value] of Object.entries(measured)) {
      figures[`${name}${figure.charAt(0).toUpperCase()}${figure.slice(1)}${size}`] = value as number;
    }
  }
  return figures;
}
