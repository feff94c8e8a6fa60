import { Unzlib } from 'fflate';
import { crc32 } from './crc-32';

/** A PNG as far as it is drawn (PNG, third edition): its header, its chunks that matter, and its rows, unpacked but filtered. */
export type Png = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: Colour;
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array;
  readonly rows: Uint8Array;
  /** The same file without what is not drawn: texts, times, positions, whatever hangs behind its end. */
  readonly clean: Uint8Array;
};

/** Colour types (11.2.1) and their samples a pixel. */
const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
type Colour = keyof typeof SAMPLES;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
/** Of a second one readers make what they like: another size, other colours. */
const ONCE = ['IHDR', 'PLTE', 'tRNS'];

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/**
 * The PNG in `bytes`, or null where it is broken or of a kind that not every format can show: interlaced, or of 16 bits a sample.
 * Every chunk's checksum is checked, and its rows are unpacked: as many as the header promises, and no byte more is ever held.
 */
export function readPng(bytes: Uint8Array, sideMax: number): Png | null {
  if (!isPng(bytes)) return null;
  const chunks = chunksOf(bytes);
  const header = chunks?.[0];
  if (chunks === null || header?.type !== 'IHDR' || header.data.length !== 13 || chunks.at(-1)?.type !== 'IEND') return null;
  const view = new DataView(header.data.buffer, header.data.byteOffset);
  const [width, height, depth] = [view.getUint32(0), view.getUint32(4), view.getUint8(8)];
  const colour = view.getUint8(9);
  if (!isColour(colour) || !depthsOf(colour).includes(depth) || view.getUint8(12) !== 0) return null;
  if (width === 0 || height === 0 || width > sideMax || height > sideMax) return null;
  const [palette, transparency] = [joined(chunks, 'PLTE'), joined(chunks, 'tRNS')];
  if (ONCE.some((type) => chunks.filter((chunk) => chunk.type === type).length > 1)) return null;
  if (palette.length % 3 !== 0 || palette.length > 768 || (colour === 3 && palette.length === 0)) return null;
  const rows = inflate(joined(chunks, 'IDAT'), height * (1 + rowBytes(width, depth, colour)));
  if (rows === null) return null;
  const kept = chunks.filter(({ type }) => KEPT.includes(type)).map(({ whole }) => whole);
  return { width, height, depth, colour, palette, transparency, rows, clean: concat([bytes.subarray(0, SIGNATURE.length), ...kept]) };
}

function isColour(value: number): value is Colour {
  return value in SAMPLES;
}

function depthsOf(colour: Colour): readonly number[] {
  return colour === 3 || colour === 0 ? [1, 2, 4, 8] : [8];
}

function rowBytes(width: number, depth: number, colour: Colour): number {
  return Math.ceil((width * depth * SAMPLES[colour]) / 8);
}

type Chunk = { readonly type: string; readonly data: Uint8Array; readonly whole: Uint8Array };

/** Up to the end chunk; null where one is cut off or does not have its checksum. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length || view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

function joined(chunks: readonly Chunk[], wanted: string): Uint8Array {
  return concat(chunks.filter(({ type }) => type === wanted).map(({ data }) => data));
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** How much is unpacked at once: what a bomb can make of so much is bounded, and it is stopped after it. */
const PIECE = 4096;

function inflate(packed: Uint8Array, length: number): Uint8Array | null {
  const rows = new Uint8Array(length);
  let held = 0;
  let broken = false;
  const stream = new Unzlib((piece) => {
    broken ||= held + piece.length > length;
    if (!broken) rows.set(piece, held);
    held += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && !broken; at += PIECE) stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    return null;
  }
  return broken || held !== length ? null : rows;
}

/** The picture as rows of red, green and blue, what can be seen through over white; null where a row has no such filter. */
export function toRgbOnWhite({ width, height, depth, colour, palette, transparency, rows }: Png): Uint8Array | null {
  const stride = rowBytes(width, depth, colour);
  const lines = unfilter(rows, stride, height, Math.max(1, (SAMPLES[colour] * depth) >> 3));
  if (lines === null) return null;
  const rgb = new Uint8Array(width * height * 3);
  const most = (1 << depth) - 1;
  for (let y = 0; y < height; y++) {
    const line = lines.subarray(y * stride, (y + 1) * stride);
    for (let x = 0; x < width; x++) {
      const [red, green, blue, alpha] = pixelOf(line, x, { depth, colour, palette, transparency, most });
      const to = (y * width + x) * 3;
      rgb[to] = onWhite(red, alpha);
      rgb[to + 1] = onWhite(green, alpha);
      rgb[to + 2] = onWhite(blue, alpha);
    }
  }
  return rgb;
}

function onWhite(value: number, alpha: number): number {
  return Math.round((value * alpha + 255 * (255 - alpha)) / 255);
}

type Look = Pick<Png, 'depth' | 'colour' | 'palette' | 'transparency'> & { readonly most: number };

function pixelOf(
  line: Uint8Array,
  x: number,
  { depth, colour, palette, transparency, most }: Look,
): readonly [number, number, number, number] {
  const byte = (at: number) => line[at] ?? 0;
  if (colour === 2 || colour === 6) {
    const at = x * SAMPLES[colour];
    const [red, green, blue] = [byte(at), byte(at + 1), byte(at + 2)];
    // One colour may stand for nothing (11.3.2): in the low bytes of three pairs.
    const hidden =
      colour === 2 && transparency.length === 6 && transparency[1] === red && transparency[3] === green && transparency[5] === blue;
    return [red, green, blue, colour === 6 ? byte(at + 3) : hidden ? 0 : 255];
  }
  if (colour === 4) return [byte(x * 2), byte(x * 2), byte(x * 2), byte(x * 2 + 1)];
  const bit = x * depth;
  const sample = (byte(bit >> 3) >> (8 - depth - (bit & 7))) & most;
  if (colour === 3) {
    const at = sample * 3;
    return [palette[at] ?? 0, palette[at + 1] ?? 0, palette[at + 2] ?? 0, transparency[sample] ?? 255];
  }
  const grey = Math.round((sample * 255) / most);
  return [grey, grey, grey, transparency.length === 2 && transparency[1] === sample ? 0 : 255];
}

/** Whether every row has a filter that there is: then `toRgbOnWhite` has a picture. A look at one byte a row. */
export function hasFilters({ width, height, depth, colour, rows }: Png): boolean {
  const stride = rowBytes(width, depth, colour) + 1;
  for (let y = 0; y < height; y++) if ((rows[y * stride] as number) > FILTER_MAX) return false;
  return true;
}

/** 0 none, 1 left, 2 above, 3 their average, 4 Paeth (9.2). */
const FILTER_MAX = 4;

/** Section 9.2: each byte from those left of it, above it, and above left. */
function unfilter(rows: Uint8Array, stride: number, height: number, step: number): Uint8Array | null {
  const lines = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] as number;
    if (filter > FILTER_MAX) return null;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < step ? 0 : (lines[at - step] as number);
      const above = y === 0 ? 0 : (lines[at - stride] as number);
      const corner = x < step || y === 0 ? 0 : (lines[at - stride - step] as number);
      lines[at] = (rows[y * (stride + 1) + 1 + x] as number) + guessOf(filter, left, above, corner);
    }
  }
  return lines;
}

/** One of the five and no more is worked out: this runs for every byte of a picture. */
function guessOf(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const all = left + above - corner;
  const [a, b, c] = [Math.abs(all - left), Math.abs(all - above), Math.abs(all - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
