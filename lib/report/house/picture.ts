import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { LOGO_BYTES_MAX, LOGO_SIDE_MAX, LOGO_SIDE_MIN, type Picture } from './house';
import { isJpeg, readJpeg } from './jpeg';
import { hasFilters, isPng, readPng } from './png';

/**
 * A picture that may stand in a report, told by its bytes and not by its name: PNG or JPEG, of at most 100 kB and 1200 pixels a side.
 * What comes back is the picture without what is not drawn (camera, place, texts). Refused (INVALID, field `logo`) with what is wrong.
 * SVG is refused: it is a document that can hold links, styles and scripts.
 */
export function toPicture(bytes: Uint8Array): Result<Picture> {
  if (bytes.length > LOGO_BYTES_MAX)
    return invalid(`A logo has at most ${LOGO_BYTES_MAX / 1000} kB; this has ${Math.ceil(bytes.length / 1000)} kB.`);
  if (!isPng(bytes) && !isJpeg(bytes)) return invalid('A logo is a PNG or a JPEG. This file is neither.');
  const sides = isPng(bytes) ? sidesOfPng(bytes) : readJpeg(bytes);
  if (sides === null)
    return invalid('This picture is broken, or of a kind that not every format can show. Save it again as a plain PNG or JPEG.');
  if (Math.max(sides.width, sides.height) > LOGO_SIDE_MAX || Math.min(sides.width, sides.height) < LOGO_SIDE_MIN) {
    return invalid(`A logo is ${LOGO_SIDE_MIN} to ${LOGO_SIDE_MAX} pixels wide and high; this is ${sides.width} by ${sides.height}.`);
  }
  const png = isPng(bytes) ? readPng(bytes, LOGO_SIDE_MAX) : null;
  if (isPng(bytes) && (png === null || !hasFilters(png))) {
    return invalid('This PNG is broken, interlaced, or has 16 bits a colour. Save it again as a plain PNG.');
  }
  const clean = png === null ? readJpeg(bytes)?.clean : png.clean;
  const mediaType = png === null ? 'image/jpeg' : 'image/png';
  return ok({ mediaType, width: sides.width, height: sides.height, base64: toBase64(clean ?? bytes) });
}

/** As its header says, before anything is unpacked. */
function sidesOfPng(bytes: Uint8Array): Pick<Picture, 'width' | 'height'> | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Null where it is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function invalid(message: string): Result<never> {
  return refused(appError('INVALID', message, { field: 'logo' }));
}
