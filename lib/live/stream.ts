import type { Hub, Listener } from './hub';
import { type Message, toEvent } from './message';

/** Bytes that may wait for a page to read them; then it is let go. */
const UNREAD_MAX = 1_000_000;

/**
 * What the hub tells a page, as a stream of events. The page leaves the hub when the stream is cancelled, and when `gone` is
 * aborted: a request that was given up before it is answered has its answer thrown away, which nobody cancels. Null when
 * there is no room.
 */
export function streamEvents(
  hub: Pick<Hub, 'join'>,
  listener: Omit<Listener, 'send' | 'close'>,
  { since, gone }: { readonly since: number; readonly gone: AbortSignal },
): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder();
  let leave: (() => void) | null = null;
  let controller: ReadableByteStreamControllerLike | null = null;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started;
      },
      cancel: () => leave?.(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: UNREAD_MAX }),
  );
  let over = false;
  leave = hub.join(
    {
      ...listener,
      send(message: Message) {
        if (over || controller === null) return false;
        controller.enqueue(encoder.encode(toEvent(message)));
        return (controller.desiredSize ?? 0) > 0;
      },
      close() {
        if (over) return;
        over = true;
        try {
          controller?.close();
        } catch {
          // The reader went first.
        }
      },
    },
    since,
  );
  if (leave === null) return null;
  if (gone.aborted) leave();
  else gone.addEventListener('abort', leave, { once: true });
  return stream;
}

type ReadableByteStreamControllerLike = Pick<ReadableStreamDefaultController<Uint8Array>, 'enqueue' | 'close' | 'desiredSize'>;
