import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { isStreamed } from '@/lib/export/export-report';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { type Bench, type Figures, goal, rounded } from './report';

/** Of ten words each: 100,000 words, and a million. */
const CLAIMS = 10_000;
const MANY = 100_000;
/** For the bare libraries writing as many words as the report has, which is too long to wait for with more. */
const FEW = 1_000;

/** A tagged report with bookmarks and some ten links a claim, beside its words alone: times as long at most, and so many bytes. */
const PDF_MAX = 3;
const PDF_BYTES_MAX = 3_000_000;

/** What a writer may hold more of for ten times the claims, in MB: a map of their numbers is a few. */
const GROWTH_MAX = 16;

/**
 * One report of 10,000 claims in every format: time, bytes, memory above the model's. Beside it, in the same run: JSON.stringify on the
 * same claims as plain data; the bare libraries for Word and PDF on the same article without a claim, and, with 1,000 claims,
 * on as many words as the report has. Then ten times the claims in the formats that are written as they go. Each in a fresh process.
 */
export const bench: Bench = async (say) => {
  const figures: Record<string, number> = {};
  const streamed = EXPORT_FORMATS.filter(isStreamed);
  for (const name of ['pdf', 'barePdfAll', 'docx', 'bareWordAll']) {
    say(`Writing ${FEW} claims: ${name}`);
    Object.assign(figures, await measure(FEW, [name], '1k', say));
  }
  for (const name of ['stringify', 'stringifyAnnotations', 'bareWord', 'barePdf', ...EXPORT_FORMATS]) {
    say(`Writing ${CLAIMS} claims: ${name}`);
    Object.assign(figures, await measure(CLAIMS, [name], '10k', say));
  }
  say(`Writing ${MANY} claims: ${streamed.join(', ')}`);
  Object.assign(figures, await measure(MANY, streamed, '100k', say));
  const of = (figure: string) => figures[figure] ?? Number.NaN;
  figures.docxToBareWord = rounded(of('docxMs10k') / of('bareWordMs10k'));
  figures.docxToBareWordAll = rounded(of('docxMs1k') / of('bareWordAllMs1k'));
  figures.pdfToBarePdf = rounded(of('pdfMs10k') / of('barePdfMs10k'));
  figures.pdfToBarePdfAll = rounded(of('pdfMs1k') / of('barePdfAllMs1k'));
  for (const format of EXPORT_FORMATS) figures[`${format}ToStringify`] = rounded(of(`${format}Ms10k`) / of('stringifyMs10k'));
  figures.jsonldToStringifyAnnotations = rounded(of('jsonldMs10k') / of('stringifyAnnotationsMs10k'));
  for (const format of streamed) figures[`${format}AliveGrowthMB`] = rounded(of(`${format}AliveMB100k`) - of(`${format}AliveMB10k`));
  return {
    figures,
    goals: [
      goal(figures, 'jsonldToStringify', 'max', 3),
      goal(figures, 'csvToStringify', 'max', 3),
      goal(figures, 'pdfToBarePdfAll', 'max', PDF_MAX),
      goal(figures, 'pdfBytes1k', 'max', PDF_BYTES_MAX),
      ...streamed.map((format) => goal(figures, `${format}AliveGrowthMB`, 'max', GROWTH_MAX)),
    ],
  };
};

/** The figures of measure.ts, each as `csvMs10k`. */
async function measure(claims: number, names: readonly string[], size: string, say: (line: string) => void): Promise<Figures> {
  const args = ['--expose-gc', '--max-old-space-size=6000', 'bench/export/measure.ts', String(claims), names.join(',')];
  const child = spawn(process.execPath, [...process.execArgv, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`Measuring ${names.join(', ')} ended with ${code}.`);
  const figures: Record<string, number> = {};
  for (const line of out.trim().split('\n')) {
    say(line);
    const { name, ...measured } = JSON.parse(line) as { readonly name: string } & Record<string, number>;
    for (const [figure, value] of Object.entries(measured)) {
      figures[`${name}${figure.charAt(0).toUpperCase()}${figure.slice(1)}${size}`] = value as number;
    }
  }
  return figures;
}
