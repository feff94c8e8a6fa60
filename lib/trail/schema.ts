import { z } from 'zod';
import { isId } from '@/lib/kernel/ids';
import { TRAIL_KINDS, type TrailKind } from './entry';

/** What of an article's trail is asked for; null for all. */
export type TrailFilter = { readonly personId: string | null; readonly kind: TrailKind | null };

const before = z.coerce.number().pipe(z.int().min(1));

/** Where an older page begins, as it stands in an address; null for the newest, also where it is nonsense. */
export function parseBefore(value: string | null | undefined): number | null {
  return value === null || value === undefined || value === '' ? null : (before.safeParse(value).data ?? null);
}

/** A filter as it stands in an address; what makes no sense asks for nothing. */
export function parseTrailFilter(params: Readonly<Record<string, string | string[] | undefined>>): TrailFilter {
  const { person, kind } = params;
  return {
    personId: typeof person === 'string' && isId(person) ? person : null,
    kind: TRAIL_KINDS.find((name) => name === kind) ?? null,
  };
}
