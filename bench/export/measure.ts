import { setImmediate } from 'node:timers/promises';
import { exportReport, isStreamed } from '@/lib/export/export-report';
import type { ExportFormat } from '@/lib/export/formats';
import { articleJsonPieces } from '@/lib/export/json';
import { jsonLdPieces } from '@/lib/export/jsonld';
import { markdownPieces } from '@/lib/export/markdown';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { median, rounded } from '../report';
import { writeBarePdf } from './bare-pdf';
import { writeBareWord } from './bare-word';
import { largeReport } from './large-report';

/**
 * Measures in a process of its own: node --expose-gc measure.ts <claims> <name,name...>, names being formats, PEERS or BARE. One line of JSON for each,
 * after one for the model. Times in milliseconds, memory in MB above what stood before the writing began.
 */
const [claims = '', names = ''] = process.argv.slice(2);
const gc = (globalThis as { gc?: () => void }).gc;
if (gc === undefined) throw new Error('Broken rule: memory is measured with --expose-gc.');

/** Of the large report once: it is about memory. */
const ROUNDS = Number(claims) > 20_000 ? 1 : 3;
/** What takes longer than this, in milliseconds, is not written again: its first time is its time. */
const SLOW = 4000;
const MB = 2 ** 20;
/** How often what is alive is looked at while one file is written. */
const LOOKS = 8;

/**
 * The claims as plain data: those that our own JSON holds, which lacks nothing, and, since an annotation says each of them in more than
 * twice the bytes, the annotations.
 */
const PEERS: Readonly<Record<string, (given: ReportModel) => unknown>> = {
  stringify: (given) => (JSON.parse([...articleJsonPieces(given)].join('')) as { readonly claims: unknown }).claims,
  stringifyAnnotations: (given) =>
    (JSON.parse([...jsonLdPieces(given)].join('')) as { readonly first: { readonly items: unknown } }).first.items,
};

/**
 * The bare libraries, on the article alone ("the same text without a claim": what a file costs that says nothing) and on as many words as the
 * report has, which are those of its Markdown.
 */
const article = (given: ReportModel) => given.revision.text;
const words = (given: ReportModel) => [...markdownPieces(given)].join('');
const BARE: Readonly<Record<string, { readonly of: (given: ReportModel) => string; readonly write: (text: string) => Promise<number> }>> = {
  bareWord: { of: article, write: async (text) => (await writeBareWord(text)).length },
  bareWordAll: { of: words, write: async (text) => (await writeBareWord(text)).length },
  barePdf: { of: article, write: writeBarePdf },
  barePdfAll: { of: words, write: writeBarePdf },
};

const before = held();
const model = buildReport(largeReport(Number(claims)));
tell('model', { heapMB: rounded((held() - before) / MB) });
for (const name of names.split(',')) tell(name, await measureOne(name));

function measureOne(name: string) {
  if (BARE[name] !== undefined) return measureBare(BARE[name]);
  return PEERS[name] === undefined ? measureFormat(name as ExportFormat, model) : measureStringify(PEERS[name](model));
}

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
  const alive = isStreamed(format) || memory.firstMs <= SLOW ? await watchAlive(format, given, memory.pieces) : {};
  const times: number[] = memory.firstMs > SLOW ? [memory.firstMs] : [];
  for (let round = times.length; round < ROUNDS && memory.firstMs <= SLOW; round++) {
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

/** Plain data written by the language itself into one string, without white space. */
function measureStringify(rows: unknown) {
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

async function measureBare({ of, write }: (typeof BARE)[string]) {
  const text = of(model);
  held();
  const start = process.memoryUsage().rss;
  const times: number[] = [];
  let [bytes, most] = [0, start];
  for (let round = 0; round < ROUNDS && (times[0] ?? 0) < SLOW; round++) {
    const began = performance.now();
    bytes = await write(text);
    times.push(performance.now() - began);
    most = Math.max(most, process.memoryUsage().rss);
  }
  return { ms: rounded(median(times)), bytes, rssMB: rounded((most - start) / MB) };
}
