import { type Pause, withoutPause } from '@/lib/kernel/pause';

/**
 * How a file leaves the exports: piece by piece, so that none is ever held whole. Text formats are written as strings of any
 * length, a claim or so at a time (`Iterable<string>`), and encoded here; formats of bytes write the bytes themselves
 * (`AsyncIterable<Uint8Array>`). The pieces put together are the file; where it is cut means nothing.
 *
 * Nothing is made before it is asked for, and to stop asking (`return` of the iterator) is to stop the work. Between pieces
 * of text there is a pause; a format of bytes that works long before its first piece pauses itself, every few hundred claims.
 */

/** About how long an encoded piece is, in UTF-16 units of text: long enough to be sent at little cost, short enough to be a millisecond's work. */
export const PIECE_LENGTH = 64 * 1024;

/** Text in UTF-8, put together to pieces of about `PIECE_LENGTH`, with a pause after each. Texts are never cut, so neither are characters. */
export async function* encodePieces(texts: Iterable<string>, pause: Pause = withoutPause): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let length = 0;
  for (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length < PIECE_LENGTH) continue;
    yield encoder.encode(waiting.join(''));
    await pause();
    waiting = [];
    length = 0;
  }
  if (length > 0) yield encoder.encode(waiting.join(''));
}

/** The whole file, for what can only be handled whole. Holds it twice for a moment. */
export async function gatherPieces(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of held) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
