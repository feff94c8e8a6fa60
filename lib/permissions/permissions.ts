import type { AdjudicationResource } from '@/lib/adjudication/adjudication-resource';
import { type Checking, isOwn, maySee } from '@/lib/assignments/checking';
import type { ClaimResource } from '@/lib/claims/claim';
import { type AppError, appError } from '@/lib/kernel/app-error';
import type { Actor, Role } from './roles';

/**
 * The permission table: every act a person can do, and who may do it. Pure, deny by default,
 * and the same function for the interface (what to show) and the server (what to allow).
 * A resource on another desk is answered as if it did not exist.
 */
export type DeskResource = { readonly deskId: string };

/** An article, and how it is checked. */
export type ArticleResource = DeskResource & { readonly checking: Checking };

type Rule<Resource> = (actor: Actor, resource: Resource) => AppError | null;

const RANK: Readonly<Record<Role, number>> = { checker: 0, editor: 1, admin: 2 };

const atLeast =
  (role: Role): Rule<DeskResource> =>
  (actor) =>
    RANK[actor.role] >= RANK[role] ? null : appError('FORBIDDEN');

const seesThrough = (actor: Actor) => RANK[actor.role] >= RANK.editor;

/** What is not for this person's eyes does not exist for them, whatever they want of it. */
const seen =
  (rule: Rule<ClaimResource>): Rule<ClaimResource> =>
  (actor, claim) =>
    maySee({ userId: actor.userId, seesThrough: seesThrough(actor) }, claim.checking, claim.createdById)
      ? rule(actor, claim)
      : appError('NOT_FOUND');

/** A comment on a claim; `authorId` wrote it. */
export type CommentResource = ClaimResource & { readonly authorId: string };

const seenComment =
  (rule: Rule<CommentResource>): Rule<CommentResource> =>
  (actor, comment) => {
    const viewer = { userId: actor.userId, seesThrough: seesThrough(actor) };
    const isSeen = [comment.createdById, comment.authorId].every((personId) => maySee(viewer, comment.checking, personId));
    return isSeen ? rule(actor, comment) : appError('NOT_FOUND');
  };

const ownComment: Rule<CommentResource> = (actor, { deskId, authorId }) =>
  atLeast('checker')(actor, { deskId }) ??
  (authorId === actor.userId ? null : appError('FORBIDDEN', 'Only the person who wrote this comment can change it.'));

const ownCommentOrEditor: Rule<CommentResource> = (actor, comment) => (seesThrough(actor) ? null : ownComment(actor, comment));

const ownOrEditor: Rule<ClaimResource> = (actor, claim) => {
  if (isOwn(actor.userId, claim.createdById, claim.checking)) return null;
  if (RANK[actor.role] >= RANK.editor) return claim.checking.blind ? appError('FORBIDDEN', BLIND_CHANGE) : null;
  return appError('FORBIDDEN', 'Only the person who made this claim, or an editor, can change it.');
};

const BLIND_PUBLICATION = 'This article is being checked blind. Its report can be published once all its checkers have handed in.';
const BLIND_CHANGE = 'While an article is checked blind, only the person who made a claim changes it.';
const BLIND_DECISION = 'This article is still being checked blind. Its claims are decided once all its checkers have handed in.';

/** Deciding waits until everybody's work is there. */
const afterBlind =
  (rule: Rule<ClaimResource>): Rule<ClaimResource> =>
  (actor, claim) =>
    rule(actor, claim) ?? (claim.checking.blind ? appError('FORBIDDEN', BLIND_DECISION) : null);

/** While an article is checked blind, its checkers make the claims. */
const mayBegin: Rule<ArticleResource> = (actor, { deskId, checking }) => {
  const role = atLeast('checker')(actor, { deskId });
  if (role !== null || !checking.blind || checking.everChecked.includes(actor.userId)) return role;
  return appError('FORBIDDEN', 'This article is being checked blind by others. You can add claims once all of them have handed in.');
};

/** What groups say about sources is everybody's work on the article, so nobody writes it while that is kept apart. */
const mayGroup: Rule<ArticleResource> = (actor, { deskId, checking }) =>
  atLeast('checker')(actor, { deskId }) ??
  (checking.blind ? appError('FORBIDDEN', 'Origin groups wait until everybody who checks this article has handed in.') : null);

/** A report is everybody's work on the article, so nobody publishes it while that is kept apart. */
const mayPublish: Rule<ArticleResource> = (actor, { deskId, checking }) =>
  atLeast('editor')(actor, { deskId }) ?? (checking.blind ? appError('FORBIDDEN', BLIND_PUBLICATION) : null);

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

/**
 * Four eyes: the one who decides neither made the claim nor edited it since it was last approved. A consensus claim was made by whoever
 * decided what is in it, edited by whoever finished the adjudication, and made too by those whose claims it stands for or who edited one.
 */
const fourEyes: Rule<ClaimResource> = (actor, claim) => {
  const role = atLeast('editor')(actor, claim);
  if (role !== null) return role;
  const hands = [claim.createdById, claim.lastEditedById, ...claim.earlierEditorIds, ...claim.parentMakers];
  return hands.includes(actor.userId) ? appError('FOUR_EYES') : null;
};

const OWN_CHECKING = 'You checked this article yourself. Somebody else decides where its checkers differ.';
const BLIND_ADJUDICATION =
  'This article is still being checked blind. Its claims are laid side by side once all its checkers have handed in.';

/** Of other people's work, once all of it is there. */
const mayAdjudicate: Rule<AdjudicationResource> = (actor, resource) => {
  const { checking, makers } = resource;
  const role = atLeast('editor')(actor, resource);
  if (role !== null) return role;
  if ([...checking.everChecked, ...makers].includes(actor.userId)) return appError('FORBIDDEN', OWN_CHECKING);
  return checking.blind ? appError('FORBIDDEN', BLIND_ADJUDICATION) : null;
};

/** A claim, and whether it was deleted. */
export type RestorableResource = ClaimResource & { readonly deleted: boolean };

/** Giving a claim back what it was is an edit; of a deleted one it also undoes the deletion. */
const restorable: Rule<RestorableResource> = (actor, { deleted, ...claim }) => seen(deleted ? removable : editable)(actor, claim);

/** What is told about one person of the desk. */
export type PersonResource = DeskResource & { readonly personId: string };

const ownRecordOrEditor: Rule<PersonResource> = (actor, { deskId, personId }) =>
  personId === actor.userId ? null : atLeast('editor')(actor, { deskId });

export const PERMISSIONS = {
  // Whose they are is no question: the write has no other row to name than the one of the person who asks.
  'preferences.edit': atLeast('checker'),
  'article.view': atLeast('checker'),
  'article.create': atLeast('checker'),
  'article.edit': atLeast('checker'),
  'article.export': atLeast('checker'),
  // Publishing makes names public, so editors answer for it. Taking a link back is possible at any time.
  'publication.view': atLeast('checker'),
  'report.publish': mayPublish,
  'report.revoke': atLeast('editor'),
  'edition.close': atLeast('editor'),
  'edition.reopen': mayPublish,
  'source.view': atLeast('checker'),
  'source.edit': atLeast('checker'),
  'source.grade': atLeast('editor'),
  'source.merge': atLeast('editor'),
  'source.retract': atLeast('editor'),
  'origin_group.edit': mayGroup,
  'claim.create': mayBegin,
  'claim.edit': seen(editable),
  'claim.delete': seen(removable),
  'claim.restore_version': restorable,
  'claim.submit': seen(ownOrEditor),
  'claim.withdraw': seen(ownOrEditor),
  'desk_note.view': atLeast('checker'),
  'desk_note.edit': seen(atLeast('checker')),
  'comment.add': seen(atLeast('checker')),
  'comment.edit': seenComment(ownComment),
  'comment.delete': seenComment(ownCommentOrEditor),
  'comment.resolve': seenComment(atLeast('checker')),
  // Whose notices they are is no question, as with preferences.
  'notices.read': atLeast('checker'),
  'queue.view': atLeast('editor'),
  'claim.approve': seen(afterBlind(fourEyes)),
  'claim.return': seen(afterBlind(atLeast('editor'))),
  'claim.reject': seen(afterBlind(atLeast('editor'))),
  'claim.undo_decision': seen(afterBlind(atLeast('editor'))),
  // Taking, giving back and handing in: whose part it is is no question, the write knows no other than that of the person who asks.
  'check.take': atLeast('checker'),
  'assignment.edit': atLeast('editor'),
  'workload.view': atLeast('editor'),
  // Of an article that is checked blind: for those who have no part in it themselves (lib/assignments/checking.ts).
  'blind.see_through': atLeast('editor'),
  'return_reasons.edit': atLeast('editor'),
  // Under which name and sign reports go out: for those who publish them.
  'house.edit': atLeast('editor'),
  // About people: who agrees with whom is for those who run the desk.
  'agreement.read': atLeast('editor'),
  'article.adjudicate': mayAdjudicate,
  // The whole trail of an article. What happened to one claim is for everybody who sees the claim.
  'trail.read': atLeast('editor'),
  // What could not be delivered.
  'mail.view': atLeast('admin'),
  'figures.read': atLeast('editor'),
  // How somebody's likelihoods came out is theirs to know, and the editors'.
  'calibration.read': ownRecordOrEditor,
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
