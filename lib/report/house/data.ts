import 'server-only';
import type { Reader } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import { type House, NO_HOUSE, PICTURE_TYPES } from './house';
import { toBase64 } from './picture';

const select = { name: true, logo: true, logoType: true, logoWidth: true, logoHeight: true, logoAlt: true, version: true } as const;

/** The desk's house; nothing settled where it settled nothing. Works inside and outside a write. */
export async function findHouse(client: Pick<Tx, 'house'> | Reader, { deskId }: { readonly deskId: string }): Promise<House> {
  const row = await client.house.findUnique({ where: { deskId }, select });
  if (row === null) return NO_HOUSE;
  const { name, version, logo, logoWidth: width, logoHeight: height, logoAlt: alt } = row;
  const mediaType = PICTURE_TYPES.find((type) => type === row.logoType);
  const isThere = logo !== null && mediaType !== undefined && width !== null && height !== null;
  return { name, version, logo: isThere ? { mediaType, width, height, alt, base64: toBase64(logo) } : null };
}
