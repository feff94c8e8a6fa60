import 'server-only';
import { appendFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ExportChoice } from '@/lib/export/choice';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS } from '@/lib/export/formats';

/** In the folder, beside the files: a line of JSON for each that was written, the last of a name counts. */
const LIST = '.hearsay-exports';

const line = z.object({
  /** Its name in the folder. */
  file: z.string(),
  /** All that was chosen, and by whom: by which it is told whether another run would write the same. */
  asked: z.string(),
  withheld: z.array(z.string()),
  bytes: z.int(),
  /** When its article was read, which is also the file's own time. */
  readAt: z.iso.datetime(),
  /** The place in the audit trail up to which it was read at least. */
  event: z.int(),
});
export type WrittenFile = z.infer<typeof line>;

/** The files that runs before this one have written into a folder. A file that is there and not as it was written is none of them. */
export type ExportFolder = {
  /** What is listed of a file that is there as it was written; null where there is none, or nothing is known of it. */
  readonly find: (file: string) => Promise<WrittenFile | null>;
  /** Once the file is whole. A run that breaks off before leaves a file that is not as it is listed. */
  readonly add: (written: WrittenFile) => Promise<void>;
  /** Files of ours beside `own` that may hold something of what is withheld: those that were written with it, or of which nothing is known. */
  readonly listOpen: (withheld: readonly string[], own: ReadonlySet<string>) => Promise<readonly string[]>;
};

/** Makes the folder where there is none. */
export async function openFolder(folder: string): Promise<ExportFolder> {
  await mkdir(folder, { recursive: true });
  const list = path.join(folder, LIST);
  const files = await readList(list);
  const find = async (file: string) => {
    const [found, written] = [await stat(path.join(folder, file)).catch(() => null), files.get(file)];
    return found !== null && written !== undefined && isAsWritten(found, written) ? written : null;
  };
  return {
    find,
    add: async (written) => {
      await appendFile(list, `${JSON.stringify(written)}\n`);
      files.set(written.file, written);
    },
    listOpen: async (withheld, own) => {
      if (withheld.length === 0) return [];
      const open: string[] = [];
      for (const file of (await readdir(folder)).sort()) {
        if (own.has(file) || !(files.has(file) || OURS.test(file))) continue;
        const written = await find(file);
        if (written === null || !withheld.every((one) => written.withheld.includes(one))) open.push(file);
      }
      return open;
    },
  };
}

/** All that makes a file of one article what it is, but for the article itself. */
export function toAsked(choice: ExportChoice, { userId }: { readonly userId: string }): string {
  return JSON.stringify({ ...choice, as: userId });
}

/** As `articleFileName` names them (lib/export/many/archive.ts), also one that broke off. */
const OURS = new RegExp(
  ` [0-9a-f]{12}\\.(?:${EXPORT_FORMATS.map((format) => EXPORT_FORMAT_FACTS[format].extension.replace('.', '\\.')).join('|')})(?:\\.part)?$`,
  'u',
);

/** Some file systems keep times to two seconds. */
const TIME_STEP = 2000;

function isAsWritten(found: { readonly size: number; readonly mtimeMs: number }, { bytes, readAt }: WrittenFile): boolean {
  return found.size === bytes && Math.abs(found.mtimeMs - Date.parse(readAt)) <= TIME_STEP;
}

/** Lines that cannot be read are of nothing that is known. A list much longer than its files is written anew. */
async function readList(list: string): Promise<Map<string, WrittenFile>> {
  const lines = (await readFile(list, 'utf8').catch(() => '')).split('\n').filter((text) => text !== '');
  const files = new Map(lines.flatMap(toWritten).map((written) => [written.file, written]));
  if (lines.length > 2 * files.size + 100) {
    await writeFile(`${list}.part`, [...files.values()].map((written) => `${JSON.stringify(written)}\n`).join(''));
    await rename(`${list}.part`, list);
  }
  return files;
}

function toWritten(text: string): readonly WrittenFile[] {
  try {
    return [line.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}

/** What is said of files that may hold what is withheld; empty where there are none. */
export function openWords(folder: string, open: readonly string[]): string {
  if (open.length === 0) return '';
  const named = open.slice(0, NAMED_MAX).map((file) => `“${file}”`);
  const more = open.length > NAMED_MAX ? ` and ${open.length - NAMED_MAX} more` : '';
  const files = open.length === 1 ? '1 file of an earlier run is' : `${open.length} files of earlier runs are`;
  return `${files} still in ${folder} and may hold what is withheld now: ${named.join(', ')}${more}. Take them away before you hand the folder on.`;
}

const NAMED_MAX = 10;
