import { setImmediate } from 'node:timers/promises';

/** A turn of the event loop for everybody else; rejects with the signal's reason once the reader has gone. */
export function pauseUntilGone(gone: AbortSignal): () => Promise<void> {
  return async () => {
    await setImmediate();
    gone.throwIfAborted();
  };
}

/**
 * Pieces as the body of an answer. A piece is made when the reader has room for it, so a slow reader has at most one waiting.
 * When the reader cancels, or `gone` is aborted, no further piece is made. Where the making fails, the body fails: the
 * connection is broken off, and nobody takes what came so far for the whole. `end` is called when no more pieces are made, whyever.
 */
export function toBody(
  pieces: AsyncIterable<Uint8Array>,
  gone: AbortSignal,
  end: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const stop = async () => {
    try {
      await iterator.return?.();
    } finally {
      end();
    }
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // A request that was given up before it is answered has its answer thrown away, which nobody cancels.
      const leave = () => {
        controller.error(gone.reason);
        stop().catch(() => undefined);
      };
      if (gone.aborted) leave();
      else gone.addEventListener('abort', leave, { once: true });
    },
    async pull(controller) {
      try {
        const piece = await iterator.next();
        if (gone.aborted) return;
        if (!piece.done) return controller.enqueue(piece.value);
      } catch (error) {
        end();
        throw error;
      }
      end();
      controller.close();
    },
    cancel: stop,
  });
}
