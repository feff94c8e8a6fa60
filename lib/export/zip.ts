import { Zip, ZipDeflate } from 'fflate';
import { z } from 'zod';
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
};

const ENCODER = new TextEncoder();

/**
 * Files one after the other in one ZIP archive, at the end the JSON Schema of the data and `manifest.json`, which says of each
 * file its format, its length and its SHA-256. Times in it are UTC, so that the same model gives the same bytes everywhere.
 */
export async function* zipPieces(
  model: ReportModel,
  files: Iterable<ZippedFile>,
  pause: Pause = withoutPause,
): AsyncGenerator<Uint8Array, void, undefined> {
  let waiting: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error !== null) throw error;
    waiting.push(piece);
  });
  const taken = function* () {
    const pieces = waiting;
    waiting = [];
    yield* pieces.filter(({ length }) => length > 0);
  };
  const entries: object[] = [];
  const schema = ENCODER.encode(`${JSON.stringify(z.toJSONSchema(articleFile, { io: 'input' }), null, 2)}\n`);
  const name = `${ARTICLE_FORMAT}-${ARTICLE_VERSION}.schema.json`;
  for (const file of [...files, { name, format: 'json-schema', mediaType: 'application/schema+json', pieces: once(schema) }]) {
    const entry = add(archive, file.name, model.generatedAt);
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
    entries.push({ name: file.name, format: file.format, mediaType: file.mediaType, bytes, sha256: hash.digest() });
  }
  add(archive, 'manifest.json', model.generatedAt).push(ENCODER.encode(toManifest(model, entries)), true);
  archive.end();
  for (const packed of taken()) {
    yield packed;
    await pause();
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function toManifest({ kind, article, revision, generator, generatedAt }: ReportModel, files: readonly object[]): string {
  const manifest = {
    format: 'hearsay-archive',
    version: 1,
    kind,
    generatedAt: generatedAt.toISOString(),
    generator,
    article: { id: article.id, title: article.title },
    revision: { id: revision.id, number: revision.number, sha256: revision.sha256 },
    files,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
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
