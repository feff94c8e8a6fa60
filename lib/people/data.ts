import 'server-only';
import type { Tx } from '@/lib/db/write-gate';
import type { PersonRef } from '@/lib/kernel/person';

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
