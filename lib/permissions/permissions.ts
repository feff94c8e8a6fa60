import type { ClaimResource } from '@/lib/claims/claim';
import { type AppError, appError } from '@/lib/kernel/app-error';
import type { Actor, Role } from './roles';

/**
 * The permission table: every act a person can do, and who may do it. Pure, deny by default,
 * and the same function for the interface (what to show) and the server (what to allow).
 * A resource on another desk is answered as if it did not exist.
 */
export type DeskResource = { readonly deskId: string };

type Rule<Resource> = (actor: Actor, resource: Resource) => AppError | null;

const RANK: Readonly<Record<Role, number>> = { checker: 0, editor: 1, admin: 2 };

const atLeast =
  (role: Role): Rule<DeskResource> =>
  (actor) =>
    RANK[actor.role] >= RANK[role] ? null : appError('FORBIDDEN');

const ownOrEditor: Rule<ClaimResource> = (actor, claim) =>
  claim.createdById === actor.userId || RANK[actor.role] >= RANK.editor
    ? null
    : appError('FORBIDDEN', 'Only the person who made this claim, or an editor, can change it.');

const editable: Rule<ClaimResource> = (actor, claim) => {
  if (claim.state === 'rejected') return appError('FORBIDDEN', 'A rejected claim stays as it was. An editor can undo the rejection.');
  return ownOrEditor(actor, claim);
};

/** What was approved stands in reports, so taking it out is a decision like approving it. */
const removable: Rule<ClaimResource> = (actor, claim) => {
  if (claim.state === 'approved' && RANK[actor.role] < RANK.editor) {
    return appError('FORBIDDEN', 'Only an editor can delete an approved claim. Editing it hands it back to review.');
  }
  return editable(actor, claim);
};

/** Four eyes: the one who decides neither made the claim nor edited it last. */
const fourEyes: Rule<ClaimResource> = (actor, claim) => {
  const role = atLeast('editor')(actor, claim);
  if (role !== null) return role;
  return claim.createdById === actor.userId || claim.lastEditedById === actor.userId ? appError('FOUR_EYES') : null;
};

export const PERMISSIONS = {
  // Whose they are is no question: the write has no other row to name than the one of the person who asks.
  'preferences.edit': atLeast('checker'),
  'article.view': atLeast('checker'),
  'article.create': atLeast('checker'),
  'article.edit': atLeast('checker'),
  'article.export': atLeast('checker'),
  'source.view': atLeast('checker'),
  'source.edit': atLeast('checker'),
  'source.grade': atLeast('editor'),
  'source.merge': atLeast('editor'),
  'source.retract': atLeast('editor'),
  'origin_group.edit': atLeast('checker'),
  'claim.create': atLeast('checker'),
  'claim.edit': editable,
  'claim.delete': removable,
  'claim.submit': ownOrEditor,
  'claim.withdraw': ownOrEditor,
  'desk_note.view': atLeast('checker'),
  'desk_note.edit': atLeast('checker'),
  'queue.view': atLeast('editor'),
  // About people: who agrees with whom is for those who run the desk.
  'agreement.read': atLeast('editor'),
  'claim.approve': fourEyes,
  'claim.return': atLeast('editor'),
  'claim.reject': atLeast('editor'),
  'claim.undo_decision': atLeast('editor'),
} satisfies Record<string, Rule<never>>;

export type Permission = keyof typeof PERMISSIONS;

/** What the rule of `Name` has to know about the thing acted upon. */
export type ResourceOf<Name extends Permission> = Parameters<(typeof PERMISSIONS)[Name]>[1];

/** Null when allowed, otherwise the refusal to show. Never throws. */
export function deny<Name extends Permission>(actor: Actor, permission: Name, resource: ResourceOf<Name>): AppError | null {
  if (resource.deskId !== actor.deskId) return appError('NOT_FOUND');
  // Each rule takes exactly ResourceOf<its name>; TypeScript cannot see that through the union.
  return (PERMISSIONS[permission] as Rule<ResourceOf<Name>>)(actor, resource);
}

export function can<Name extends Permission>(actor: Actor, permission: Name, resource: ResourceOf<Name>): boolean {
  return deny(actor, permission, resource) === null;
}
