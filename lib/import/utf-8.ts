/**
 * How far bytes are UTF-8. `sequences` counts well-formed sequences of two to four bytes, `faults` the places where none
 * begins though the byte is not ASCII, `firstFault` the byte offset of the first of them, or null when there is none.
 */
export type Utf8Survey = { readonly sequences: number; readonly faults: number; readonly firstFault: number | null };

/** Goes through the bytes as a UTF-8 decoder does. Linear. Source: The Unicode Standard, table 3-7 (well-formed sequences). */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let sequences = 0;
  let faults = 0;
  let firstFault: number | null = null;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      faults++;
      firstFault ??= at;
      at++;
    } else {
      if (length > 1) sequences++;
      at += length;
    }
  }
  return { sequences, faults, firstFault };
}

/** The text, or null when a byte of it is not UTF-8. A byte order mark stays in. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The length of the well-formed sequence at `at` (1 to 4), or 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  if (lead < 0xe0) return isTrail(second) ? 2 : 0;
  // Overlong forms, surrogates and what lies beyond U+10FFFF are shut out by the second byte.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high || !isTrail(bytes[at + 2] ?? 0)) return 0;
  if (lead < 0xf0) return 3;
  return isTrail(bytes[at + 3] ?? 0) ? 4 : 0;
}

function isTrail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
