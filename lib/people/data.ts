import 'server-only';
import { z } from 'zod';
import type { Database } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import type { PersonRef } from '@/lib/kernel/person';
import { NO_PREFERENCES, type Preferences } from './preferences';

export type People = ReadonlyMap<string, PersonRef>;

/** The people with these ids. Works inside and outside a write. */
export async function findPeople(client: Pick<Tx, 'user'>, ids: Iterable<string>): Promise<People> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await client.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** A person's name, or plain words where the row is gone. */
export function nameOf(people: People, id: string): PersonRef {
  return people.get(id) ?? { id, name: 'someone no longer here' };
}

/** How this person likes to work; as everybody begins where nothing was ever chosen. */
export async function findPreferences({ read }: Pick<Database, 'read'>, userId: string): Promise<Preferences> {
  const row = await read.preferences.findUnique({ where: { userId }, select: PREFERENCES_SELECT });
  return row === null ? NO_PREFERENCES : toPreferences(row);
}

export const PREFERENCES_SELECT = { singleKeys: true, keys: true, version: true } as const;

type PreferencesRow = { readonly singleKeys: boolean; readonly keys: string; readonly version: number };

const storedKeys = z.record(z.string(), z.array(z.string()));

export function toPreferences({ singleKeys, keys, version }: PreferencesRow): Preferences {
  return { singleKeys, keys: storedKeys.parse(JSON.parse(keys)), version };
}
