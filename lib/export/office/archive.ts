import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Pause } from '@/lib/kernel/pause';
import { counted, type Step, withoutSteps } from '../steps';

/** One file of an archive: its text in pieces of any size as they are made, or its bytes where it is a picture. */
export type ArchivePart = { readonly path: string; readonly pieces: Iterable<string> | Uint8Array };

/** About how much text is compressed at once, in UTF-16 units. */
const PIECE_LENGTH = 64 * 1024;

/** Of 9: of these files it takes about two thirds of the time that fflate's own 6 does, for a fifth more bytes. */
const LEVEL = 4;

/**
 * The earliest date a zip entry can bear. fflate writes the fields of local time, so one made of local fields at
 * that time gives the same bytes in every time zone.
 */
const entryDate = () => new Date(1980, 0, 1);

/** An archive being written: what of it is ready to leave, and its next file. */
function openZip() {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    if (data.length > 0) ready.push(data);
  });
  return {
    taken: () => ready.splice(0),
    entry: (path: string) => {
      const entry = new ZipDeflate(path, { level: LEVEL });
      entry.mtime = entryDate();
      zip.add(entry);
      return entry;
    },
    end: () => zip.end(),
  };
}

/**
 * A zip archive of `parts` in their order, written as they are made: no part is ever held whole. The same parts
 * give the same bytes. To leave the loop is to stop the work.
 *
 * @param step called after each piece of text that is made (lib/export/steps.ts)
 */
export function* archivePieces(parts: Iterable<ArchivePart>, step: Step = withoutSteps): Generator<Uint8Array, void, undefined> {
  const zip = openZip();
  for (const { path, pieces } of parts) {
    const entry = zip.entry(path);
    if (pieces instanceof Uint8Array) entry.push(pieces);
    else {
      for (const text of gather(counted(pieces, step))) {
        entry.push(strToU8(text));
        yield* zip.taken();
      }
    }
    entry.push(new Uint8Array(0), true);
    yield* zip.taken();
  }
  zip.end();
  yield* zip.taken();
}

/** The same of parts whose text may take its time to come: a database is read for it. With a pause after each piece. */
export async function* archiveInTurns(
  parts: Iterable<{ readonly path: string; readonly pieces: ArchivePart['pieces'] | AsyncIterable<string> }>,
  pause: Pause,
): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = openZip();
  for (const { path, pieces } of parts) {
    const entry = zip.entry(path);
    if (pieces instanceof Uint8Array) {
      entry.push(pieces, true);
      continue;
    }
    let text = '';
    for await (const piece of pieces) {
      text += piece;
      if (text.length < PIECE_LENGTH) continue;
      entry.push(strToU8(text));
      text = '';
      yield* zip.taken();
      await pause();
    }
    entry.push(strToU8(text), true);
    yield* zip.taken();
  }
  zip.end();
  yield* zip.taken();
}

/** Text in pieces of about `PIECE_LENGTH`, however small those it is made in: the compressor works on so much at a time. */
function* gather(pieces: Iterable<string>): Generator<string, void, undefined> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE_LENGTH) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** The same pieces with a pause after each, for who asks that others have their turn. */
export async function* paced(pieces: Iterable<Uint8Array>, pause: Pause): AsyncGenerator<Uint8Array, void, undefined> {
  for (const piece of pieces) {
    yield piece;
    await pause();
  }
}
