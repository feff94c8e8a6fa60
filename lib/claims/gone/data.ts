import 'server-only';
import { type Sight, seenWhere } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { findPeople, nameOf } from '@/lib/people/data';
import type { ClaimReference, GoneClaim } from './gone-claim';

type Scope = { readonly deskId: string; readonly articleId: string; readonly sight: Sight; readonly reference: ClaimReference };

/** The claim that left an article and that a link names, with who took it out and what stands for it; null where there is none. */
export async function findGoneClaim({ read }: Pick<Database, 'read'>, scope: Scope): Promise<GoneClaim | null> {
  const { deskId, articleId, sight, reference } = scope;
  const row = await read.claim.findFirst({
    where: { deskId, articleId, deletedAt: { not: null }, ...reference, ...seenWhere(sight) },
    select: { id: true, number: true, deletedAt: true, supersededBy: { select: { id: true, number: true } } },
  });
  if (row === null || row.deletedAt === null) return null;
  const event = await read.auditEvent.findFirst({
    where: { subjectId: row.id, type: { in: ['claim.deleted', 'claim.superseded'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { actorId: true },
  });
  const by = event?.actorId ?? null;
  const person = by === null ? null : nameOf(await findPeople(read, [by]), by);
  return { id: row.id, number: row.number, by: person, on: row.deletedAt.toISOString(), standsFor: row.supersededBy };
}
