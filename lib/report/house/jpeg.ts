/** A JPEG as far as a file has to know it (ITU-T T.81, annex B): its sides, how many colours, and itself without what is not drawn. */
export type Jpeg = {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
  /** Without texts, places, previews and profiles, and whatever hangs behind its end. */
  readonly clean: Uint8Array;
};

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Baseline, extended and progressive: what every reader draws. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const [END, SCAN, JFIF, ADOBE] = [0xd9, 0xda, 0xe0, 0xee] as const;
/** What drawing needs beside frame and scans: code tables, quantities, restarts. */
const TABLES = [0xc4, 0xdb, 0xdd];
/** How a segment of ours begins: others under the same marker hold previews, or anything. */
const NAMES: Readonly<Record<number, string>> = { [JFIF]: 'JFIF\0', [ADOBE]: 'Adobe' };
/** Bytes of such a segment's data that are drawn by: behind them stands a preview, or nothing. */
const LENGTHS: Readonly<Record<number, number>> = { [JFIF]: 14, [ADOBE]: 12 };

/** Null where it is cut off, of more than eight bits, or in the four colours of print, which browsers show in different ways. */
export function readJpeg(bytes: Uint8Array): Jpeg | null {
  if (!isJpeg(bytes)) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: Omit<Jpeg, 'clean'> | null = null;
  let scans = 0;
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) return null;
    if (marker === END) {
      kept.push(bytes.subarray(at, at + 2));
      return frame === null || scans === 0 ? null : { ...frame, clean: join(kept) };
    }
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (end > bytes.length || end < at + 4) return null;
    if (FRAMES.includes(marker)) {
      const found = toFrame(bytes.subarray(at + 4, end));
      if (found === null || frame !== null) return null;
      frame = found;
    }
    const next = marker === SCAN ? endOfScan(bytes, end) : end;
    if (marker === SCAN) scans += 1;
    kept.push(...keptOf(marker, bytes.subarray(at, next)));
    at = next;
  }
  return null;
}

/** A segment as far as it is drawn by. */
function keptOf(marker: number, segment: Uint8Array): readonly Uint8Array[] {
  if (marker === SCAN || FRAMES.includes(marker) || TABLES.includes(marker)) return [segment];
  const [name, length] = [NAMES[marker], LENGTHS[marker]];
  if (name === undefined || length === undefined || segment.length < 4 + length) return [];
  if ([...name].some((sign, at) => segment[4 + at] !== sign.charCodeAt(0))) return [];
  const short = segment.slice(0, 4 + length);
  short.set([0, 2 + length], 2);
  // Width and height of the preview.
  if (marker === JFIF) short.set([0, 0], 16);
  return [short];
}

function toFrame(data: Uint8Array): Omit<Jpeg, 'clean'> | null {
  const [depth, high = 0, low = 0, wide = 0, narrow = 0, components] = data;
  const [width, height] = [(wide << 8) | narrow, (high << 8) | low];
  if (depth !== 8 || width === 0 || height === 0 || (components !== 1 && components !== 3)) return null;
  return { width, height, components };
}

/** The marker after the drawn data: there `FF` is followed by 0, or by one of eight restarts. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
