/** Bytes of a piece, as streamed exports have them. */
const PIECE = 64 * 1024;

/**
 * Bytes that others read too as the body of an answer. Nothing is copied, and a piece is handed on when the reader has room for it: a
 * slow reader holds one piece, where a body of bytes would be a copy of all of them for each.
 */
export function toPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + PIECE));
        at += PIECE;
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}
