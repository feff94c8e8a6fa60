/**
 * An export on its way to a page that shows how far it is: the file cut into frames, each behind a head of twelve bytes that says how long
 * it is, how much is done and how much there is to do (unsigned 32 bits each, the lowest byte first). What is done never goes down.
 * The last frame is no part of the file but words, in UTF-8: where all is done what there is to say of it, mostly nothing; where
 * nothing was to do (0 of 0), why there is no file. Without a last frame the file is not whole.
 */
export type Done = { readonly done: number; readonly total: number };

const HEAD = 12;

type Saying = {
  /** Said of a whole file: what was found out while it was written. */
  readonly atEnd?: () => string;
  /** Said where the writing fails with `error`; null to let the answer break off. */
  readonly onFailure?: (error: unknown) => string | null;
};

export async function* toFrames(
  pieces: AsyncIterable<Uint8Array>,
  work: () => Done,
  { atEnd = () => '', onFailure = () => null }: Saying = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let most = 0;
  try {
    for await (const piece of pieces) {
      const { done, total } = work();
      // What was told beforehand is near, not exact: only the end is the end.
      most = Math.max(most, Math.min(done, total - 1));
      yield toFrame(piece, { done: most, total });
    }
  } catch (error) {
    const words = onFailure(error);
    if (words === null) throw error;
    yield toFrame(encoder.encode(words), { done: 0, total: 0 });
    return;
  }
  const { total } = work();
  yield toFrame(encoder.encode(atEnd()), { done: total, total });
}

function toFrame(piece: Uint8Array, { done, total }: Done): Uint8Array {
  const frame = new Uint8Array(HEAD + piece.length);
  const head = new DataView(frame.buffer);
  [piece.length, done, total].forEach((value, at) => {
    head.setUint32(4 * at, value, true);
  });
  frame.set(piece, HEAD);
  return frame;
}

/** What has come of a file in frames. */
export type FrameReader = {
  /** The bytes of the file in what came now, however it is cut. */
  readonly take: (bytes: Uint8Array<ArrayBuffer>) => readonly Uint8Array<ArrayBuffer>[];
  /** As far as the last head said; null before the first. */
  readonly work: () => Done | null;
  /** What the last frame says, once all of it has come; null before. `whole`: of a file, else why there is none. */
  readonly end: () => { readonly whole: boolean; readonly words: string } | null;
};

export function createFrameReader(): FrameReader {
  const head = new Uint8Array(HEAD);
  let [known, left] = [0, 0];
  let work: Done | null = null;
  const words: Uint8Array<ArrayBuffer>[] = [];
  return {
    take: (bytes) => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let at = 0; at < bytes.length; ) {
        if (left > 0) {
          const part = bytes.subarray(at, at + left);
          if (isLast(work)) words.push(part);
          else parts.push(part);
          left -= part.length;
          at += part.length;
          continue;
        }
        const part = bytes.subarray(at, at + HEAD - known);
        head.set(part, known);
        known += part.length;
        at += part.length;
        if (known < HEAD) break;
        const view = new DataView(head.buffer);
        left = view.getUint32(0, true);
        work = { done: view.getUint32(4, true), total: view.getUint32(8, true) };
        known = 0;
      }
      return parts;
    },
    work: () => work,
    end: () => {
      if (left > 0 || known > 0 || work === null || !isLast(work)) return null;
      const decoder = new TextDecoder();
      return { whole: work.total > 0, words: words.map((part) => decoder.decode(part, { stream: true })).join('') };
    },
  };
}

function isLast(work: Done | null): boolean {
  return work !== null && work.done === work.total;
}
