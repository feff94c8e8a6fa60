import { type Sight, sees } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import type { PersonRef } from '@/lib/kernel/person';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';

/** Whether a claim may be told of live. The one place that asks: who may not read it never hears that it is there. */
export function canSee(actor: Actor, sight: Sight, claim: Pick<Claim, 'deskId' | 'articleId' | 'createdBy'>): boolean {
  return can(actor, 'article.view', { deskId: claim.deskId }) && sees(sight, { articleId: claim.articleId, makerId: claim.createdBy.id });
}

/** Whom of those who are there this person may be told of. */
export function peopleFor(sight: Sight, articleId: string, people: readonly PersonRef[]): readonly PersonRef[] {
  return people.filter(({ id }) => sees(sight, { articleId, makerId: id }));
}
