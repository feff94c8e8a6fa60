import type { Claim } from '@/lib/claims/claim';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';

/** Whether a claim may be told of live. The one place that asks: who may not read it never hears that it is there. */
export function canSee(actor: Actor, claim: Pick<Claim, 'deskId'>): boolean {
  return can(actor, 'article.view', { deskId: claim.deskId });
}
