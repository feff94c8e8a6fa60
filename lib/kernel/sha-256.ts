/**
 * SHA-256 (FIPS 180-4) of bytes that come piece by piece. Of its own so that pure code can hash what it writes without
 * holding it; some 100 MB a second. Not for secrets.
 *
 *     const hash = createSha256(); hash.update(bytes); hash.digest()   // 64 hexadecimal digits, lower case
 */
export type Sha256 = { readonly update: (bytes: Uint8Array) => void; readonly digest: () => string };

const BLOCK = 64;

/** The first 32 bits of the fractions of the roots of primes: cube roots of the first 64, square roots of the first 8 (4.2.2, 5.3.3). */
const ROUND_CONSTANTS = Int32Array.from(primes(64), (prime) => fractionBits(Math.cbrt(prime)));
const INITIAL = Int32Array.from(primes(8), (prime) => fractionBits(Math.sqrt(prime)));

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let next = 2; found.length < count; next++) if (found.every((prime) => next % prime !== 0)) found.push(next);
  return found;
}

function fractionBits(value: number): number {
  return ((value % 1) * 0x1_0000_0000) | 0;
}

export function createSha256(): Sha256 {
  const state = INITIAL.slice();
  const words = new Int32Array(64);
  const rest = new Uint8Array(BLOCK);
  let held = 0;
  let length = 0;

  function update(bytes: Uint8Array): void {
    length += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(BLOCK - held, bytes.length);
      rest.set(bytes.subarray(0, at), held);
      held += at;
      if (held < BLOCK) return;
      mix(rest, 0);
      held = 0;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) mix(bytes, at);
    rest.set(bytes.subarray(at));
    held = bytes.length - at;
  }

  function digest(): string {
    const bits = new DataView(new ArrayBuffer(8));
    bits.setBigUint64(0, BigInt(length) * 8n);
    const padding = new Uint8Array(((held < 56 ? 56 : 120) - held) % 128);
    padding[0] = 0x80;
    update(padding);
    update(new Uint8Array(bits.buffer));
    return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  function mix(bytes: Uint8Array, from: number): void {
    for (let at = 0; at < 16; at++) {
      const b = from + at * 4;
      words[at] =
        ((bytes[b] as number) << 24) | ((bytes[b + 1] as number) << 16) | ((bytes[b + 2] as number) << 8) | (bytes[b + 3] as number);
    }
    for (let at = 16; at < 64; at++) {
      const [x, y] = [words[at - 15] as number, words[at - 2] as number];
      const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
      const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      words[at] = ((words[at - 16] as number) + s0 + (words[at - 7] as number) + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let at = 0; at < 64; at++) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND_CONSTANTS[at] as number) + (words[at] as number)) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = ((state[index] as number) + word) | 0;
  }

  return { update, digest };
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
