import { setImmediate } from 'node:timers/promises';
import { exportReport } from '@/lib/export/export-report';
import type { ExportFormat } from '@/lib/export/formats';
import { articleJsonPieces } from '@/lib/export/json';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { median, rounded } from '../report';
import { largeReport } from './large-report';

/**
 * Measures in a process of its own: node --expose-gc measure.ts <claims> <format,format...|stringify>. One line of JSON for each,
 * after one for the model. Times in milliseconds, memory in MB above what stood before the writing began.
 */
const [claims = '', names = ''] = process.argv.slice(2);
const gc = (globalThis as { gc?: () => void }).gc;
if (gc === undefined) throw new Error('Broken rule: memory is measured with --expose-gc.');

const ROUNDS = 3;
const MB = 2 ** 20;
/** How often what is alive is looked at while one file is written. */
const LOOKS = 20;

const before = held();
const model = buildReport(largeReport(Number(claims)));
tell('model', { heapMB: rounded((held() - before) / MB) });
for (const name of names.split(','))
  tell(name, name === 'stringify' ? measureStringify(model) : await measureFormat(name as ExportFormat, model));

function tell(name: string, figures: object): void {
  process.stdout.write(`${JSON.stringify({ name, ...figures })}\n`);
}

/** Bytes that are alive: heap and buffers, garbage taken out. */
function held(): number {
  gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measureFormat(format: ExportFormat, given: ReportModel) {
  const memory = await watchMemory(format, given);
  const alive = await watchAlive(format, given, memory.pieces);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    for await (const _ of exportReport(format, given, { pause: () => setImmediate() }));
    times.push(performance.now() - began);
  }
  return { ...memory, ...alive, ms: rounded(median(times)) };
}

/** The first file of a process, as a reader gets it: what memory it takes, garbage and all, and how long others wait for a turn. */
async function watchMemory(format: ExportFormat, given: ReportModel) {
  held();
  const start = process.memoryUsage();
  const most = { rss: start.rss, heap: start.heapUsed };
  const look = () => {
    const { rss, heapUsed } = process.memoryUsage();
    most.rss = Math.max(most.rss, rss);
    most.heap = Math.max(most.heap, heapUsed);
  };
  let [bytes, pieces, turn, wait] = [0, 0, performance.now(), 0];
  const began = turn;
  const pause = async () => {
    wait = Math.max(wait, performance.now() - turn);
    await setImmediate();
    turn = performance.now();
  };
  for await (const piece of exportReport(format, given, { pause })) {
    bytes += piece.length;
    pieces++;
    look();
  }
  const firstMs = rounded(performance.now() - began);
  look();
  return {
    ...{ bytes, pieces, firstMs, longestTurnMs: rounded(Math.max(wait, performance.now() - turn)) },
    ...{ rssMB: rounded((most.rss - start.rss) / MB), heapMB: rounded((most.heap - start.heapUsed) / MB) },
  };
}

/** The most that is alive at once: what the writer itself needs beside the model. */
async function watchAlive(format: ExportFormat, given: ReportModel, pieces: number) {
  const start = held();
  let [most, at] = [start, 0];
  for await (const _ of exportReport(format, given)) {
    if (at++ % Math.max(1, Math.floor(pieces / LOOKS)) === 0) most = Math.max(most, held());
  }
  return { aliveMB: rounded((most - start) / MB) };
}

/** The peer: the claims of the same file as plain data, written by the language itself into one string, without white space. */
function measureStringify(given: ReportModel) {
  const file = JSON.parse([...articleJsonPieces(given)].join('')) as { claims: unknown };
  const rows = file.claims;
  const start = held();
  const times: number[] = [];
  let bytes = 0;
  for (let round = -1; round < ROUNDS; round++) {
    const began = performance.now();
    const whole = JSON.stringify(rows);
    if (round >= 0) times.push(performance.now() - began);
    bytes = Buffer.byteLength(whole);
  }
  const whole = JSON.stringify(rows);
  const aliveMB = rounded((held() - start) / MB);
  return { ms: rounded(median(times)), bytes: whole.length === 0 ? 0 : bytes, aliveMB };
}
