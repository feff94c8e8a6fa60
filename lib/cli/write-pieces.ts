import 'server-only';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file piece by piece, as fast as the disk takes them. It bears its name only once it is whole and on the disk: until
 * then it stands beside it as `<file>.part`, which the next try writes anew. What is no ordinary file (a pipe, a device) is
 * written as it is. Returns the bytes written.
 */
export async function writePieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (found !== null && !found.isFile()) return send(pieces, createWriteStream(file));
  const part = `${file}.part`;
  try {
    const bytes = await send(pieces, createWriteStream(part));
    const written = await open(part, 'r+');
    await written.sync().finally(() => written.close());
    await rename(part, file);
    return bytes;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Writes the pieces to standard output. A reader that has seen enough (`| head`) is no failure. */
export async function printPieces(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await send(pieces, process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

async function send(pieces: AsyncIterable<Uint8Array>, to: NodeJS.WritableStream, options: { end?: boolean } = {}): Promise<number> {
  let bytes = 0;
  async function* counted() {
    for await (const piece of pieces) {
      bytes += piece.length;
      yield piece;
    }
  }
  await pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 1 }), to, options);
  return bytes;
}
