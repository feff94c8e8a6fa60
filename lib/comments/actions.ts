'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findClaimResource } from '@/lib/claims/data';
import { findCommentResource } from './data';
import * as mutations from './mutations';
import { addCommentInput, commentVersionInput, editCommentInput, resolveThreadInput } from './schema';

export const addComment = defineAction({
  name: 'addComment',
  input: addCommentInput,
  permission: 'comment.add',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: mutations.addComment,
});

export const editComment = defineAction({
  name: 'editComment',
  input: editCommentInput,
  permission: 'comment.edit',
  resource: ({ db, actor }, { commentId }) => findCommentResource(db, { deskId: actor.deskId, commentId }),
  run: mutations.editComment,
});

export const deleteComment = defineAction({
  name: 'deleteComment',
  input: commentVersionInput,
  permission: 'comment.delete',
  resource: ({ db, actor }, { commentId }) => findCommentResource(db, { deskId: actor.deskId, commentId }),
  run: mutations.deleteComment,
});

export const resolveThread = defineAction({
  name: 'resolveThread',
  input: resolveThreadInput,
  permission: 'comment.resolve',
  resource: ({ db, actor }, { commentId }) => findCommentResource(db, { deskId: actor.deskId, commentId }),
  run: mutations.resolveThread,
});
