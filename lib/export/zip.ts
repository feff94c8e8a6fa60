import { Zip, ZipDeflate } from 'fflate';
import { z } from 'zod';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { type Pause, withoutPause } from '@/lib/kernel/pause';
import { createSha256 } from '@/lib/kernel/sha-256';
import type { ReportModel } from '@/lib/report/model';
import { ARTICLE_FORMAT, ARTICLE_VERSION, articleFile } from './article-file';

/** A file of the archive. Its pieces are asked for when it is its turn, so that no file is ever held whole. */
export type ZippedFile = {
  readonly name: string;
  readonly format: string;
  readonly mediaType: string;
  readonly pieces: AsyncIterable<Uint8Array>;
  /** What the manifest says of it beside its format, length and hash. */
  readonly about?: object;
};

const ENCODER = new TextEncoder();

/**
 * Files one after the other in one ZIP archive, at the end the JSON Schema of the data and `manifest.json`, which says of each
 * file its format, its length and its SHA-256. Times in it are UTC, so that the same model gives the same bytes everywhere.
 */
export function zipPieces(
  model: ReportModel,
  files: Iterable<ZippedFile>,
  pause: Pause = withoutPause,
): AsyncGenerator<Uint8Array, void, undefined> {
  return archiveOf(withSchema(files), { time: model.generatedAt, toManifest: (entries) => toManifest(model, entries) }, pause);
}

/** Asked for one by one: some formats look through all claims before their first piece. */
function* withSchema(files: Iterable<ZippedFile>): Generator<ZippedFile> {
  yield* files;
  yield schemaFile();
}

/** The JSON Schema of `json`, which goes with every archive that may hold such files. */
export function schemaFile(): ZippedFile {
  const schema = ENCODER.encode(`${JSON.stringify(z.toJSONSchema(articleFile, { io: 'input' }), null, 2)}\n`);
  const name = `${ARTICLE_FORMAT}-${ARTICLE_VERSION}.schema.json`;
  return { name, format: 'json-schema', mediaType: 'application/schema+json', pieces: once(schema) };
}

type Archive = { readonly time: Date; readonly toManifest: (entries: readonly object[]) => object };

/** Places in an archive are numbers of 32 bits, and files are counted with 16 (APPNOTE.TXT 6.3.10, 4.4.1.4); longer ones are called damaged. */
const BYTES_MAX = 0xffffffff;
const FILES_MAX = 0xffff;

/**
 * The archive of any files, which are asked for one by one, with `manifest.json` at the end. Throws a Refusal where it would grow
 * larger than an archive can be: what came so far is then no file.
 */
export async function* archiveOf(
  files: Iterable<ZippedFile> | AsyncIterable<ZippedFile>,
  { time, toManifest }: Archive,
  pause: Pause,
): AsyncGenerator<Uint8Array, void, undefined> {
  let waiting: Uint8Array[] = [];
  let written = 0;
  const archive = new Zip((error, piece) => {
    if (error !== null) throw error;
    waiting.push(piece);
    written += piece.length;
  });
  const taken = function* () {
    if (written > BYTES_MAX || entries.length >= FILES_MAX) throw new Refusal(appError('TOO_LARGE', TOO_LARGE));
    const pieces = waiting;
    waiting = [];
    yield* pieces.filter(({ length }) => length > 0);
  };
  const entries: object[] = [];
  for await (const file of files) {
    await pause();
    const entry = add(archive, file.name, time);
    const hash = createSha256();
    let bytes = 0;
    for await (const piece of file.pieces) {
      hash.update(piece);
      bytes += piece.length;
      entry.push(piece, false);
      for (const packed of taken()) {
        yield packed;
        await pause();
      }
    }
    entry.push(new Uint8Array(0), true);
    entries.push({ name: file.name, ...file.about, format: file.format, mediaType: file.mediaType, bytes, sha256: hash.digest() });
  }
  const manifest = `${JSON.stringify(toManifest(entries), null, 2)}\n`;
  add(archive, 'manifest.json', time).push(ENCODER.encode(manifest), true);
  archive.end();
  for (const packed of taken()) {
    yield packed;
    await pause();
  }
}

const TOO_LARGE = 'One archive holds 4 GB and 65,534 files at most. Export fewer articles at once, or each into a file of its own.';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function toManifest({ kind, article, revision, generator, generatedAt }: ReportModel, files: readonly object[]): object {
  return {
    format: 'hearsay-archive',
    version: 1,
    kind,
    generatedAt: generatedAt.toISOString(),
    generator,
    article: { id: article.id, title: article.title },
    revision: { id: revision.id, number: revision.number, sha256: revision.sha256 },
    files,
  };
}

function add(archive: Zip, name: string, time: Date): ZipDeflate {
  const entry = new ZipDeflate(name, { level: 6 });
  entry.mtime = toArchiveTime(time);
  archive.add(entry);
  return entry;
}

/** Archives hold times without a zone, and the library writes local ones: a local time that reads as the UTC one. From 1980 to 2099. */
function toArchiveTime(time: Date): Date {
  const year = Math.min(2099, Math.max(1980, time.getUTCFullYear()));
  return new Date(year, time.getUTCMonth(), time.getUTCDate(), time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds());
}
