import { type Pause, withoutPause } from '@/lib/kernel/pause';

/**
 * How a file leaves the exports: piece by piece, so that none is ever held whole. Text formats are written as strings of any
 * length, a claim or so at a time (`Iterable<string>`), and encoded here; formats of bytes write the bytes themselves
 * (`AsyncIterable<Uint8Array>`). The pieces put together are the file; where it is cut means nothing.
 *
 * Nothing is made before it is asked for, and to stop asking (`return` of the iterator) is to stop the work. Between pieces
 * of text there is a pause; a format of bytes that works long before its first piece pauses itself, every few hundred claims.
 */

/** From how many bytes on a piece is handed on: enough to be sent at little cost, and about a millisecond's work. */
export const PIECE_BYTES = 64 * 1024;

/** What one unit of UTF-16 takes in UTF-8 at most, in bytes (a pair takes four for two). */
const UNIT_BYTES_MAX = 3;
const ROOM = UNIT_BYTES_MAX * PIECE_BYTES;

/** Text in UTF-8, put together to pieces of about `PIECE_BYTES`, with a pause after each. Texts are never cut, so neither are characters. */
export async function* encodePieces(texts: Iterable<string>, pause: Pause = withoutPause): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  const room = new Uint8Array(ROOM);
  let used = 0;
  for (const text of texts) {
    if (used > 0 && text.length * UNIT_BYTES_MAX > ROOM - used) {
      yield room.slice(0, used);
      await pause();
      used = 0;
    }
    if (text.length * UNIT_BYTES_MAX > ROOM) {
      yield encoder.encode(text);
      await pause();
      continue;
    }
    used += encoder.encodeInto(text, room.subarray(used)).written;
    if (used < PIECE_BYTES) continue;
    yield room.slice(0, used);
    await pause();
    used = 0;
  }
  if (used > 0) yield room.slice(0, used);
}

/** A text format whole, for what keeps it or works out its hash. */
export function joinTexts(texts: Iterable<string>): string {
  return [...texts].join('');
}
