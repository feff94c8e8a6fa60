import 'server-only';
import { createHash } from 'node:crypto';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import { findHouse } from './data';
import type { House, Logo } from './house';
import { fromBase64, toPicture } from './picture';
import type { SaveHouseInput } from './schema';

/** A logo is written down by its hash: the trail is for reading. */
type WrittenHouse = { readonly name: string; readonly logo: string | null; readonly alt: string };

type HouseAuditEvent = AuditEvent<
  'desk.house_saved',
  { readonly before: WrittenHouse; readonly after: WrittenHouse; readonly version: number }
>;

/** Writes name and logo of the desk's house. The picture is checked again, whatever the browser said of it, and cleaned. What was published stays. */
export async function saveHouse(
  scope: ActorScope<{ readonly deskId: string }>,
  { version: seen, name, logo: asked, alt }: SaveHouseInput,
): Promise<Result<House>> {
  const { deskId } = scope.actor;
  const picture = typeof asked === 'string' ? null : toPicture(fromBase64(asked.base64) ?? new Uint8Array());
  if (picture !== null && !picture.ok) return refused(picture.error);
  return write(scope, async (tx, now) => {
    const refusal = scope.permit({ deskId });
    if (refusal !== null) return refuse(refusal);
    const current = await findHouse(tx, { deskId });
    if (current.version !== seen)
      return refuse(appError('STALE', 'Somebody else changed this meanwhile. Close it and open it again to see theirs.'));
    const before = asked === 'none' ? null : (picture?.value ?? current.logo);
    if (before !== null && alt === '')
      return refuse(appError('INVALID', 'Say what the logo shows, for those who do not see it.', { field: 'alt' }));
    const logo: Logo | null = before === null ? null : { ...before, alt };
    const house: House = { name, logo, version: seen + 1 };
    const row = { name, ...toColumns(logo), version: house.version, updatedAt: now };
    await tx.house.upsert({ where: { deskId }, create: { deskId, ...row }, update: row, select: { deskId: true } });
    const data = { before: toWritten(current), after: toWritten(house), version: house.version };
    const event: HouseAuditEvent = { type: 'desk.house_saved', subjectId: deskId, data };
    return { value: house, events: [event] };
  });
}

function toColumns(logo: Logo | null) {
  if (logo === null) return { logo: null, logoType: null, logoWidth: null, logoHeight: null, logoAlt: '' };
  const { mediaType: logoType, width: logoWidth, height: logoHeight, alt: logoAlt, base64 } = logo;
  return { logo: fromBase64(base64), logoType, logoWidth, logoHeight, logoAlt };
}

function toWritten({ name, logo }: House): WrittenHouse {
  const hash = logo === null ? null : createHash('sha256').update(logo.base64).digest('hex');
  return { name, logo: hash, alt: logo?.alt ?? '' };
}
