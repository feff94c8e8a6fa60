'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findArticleResource } from '@/lib/articles/data';
import * as handingOn from './handing-on/mutations';
import * as mutations from './mutations';
import { endBlindInput, handOnInput, ownPartInput, reopenCheckingInput, saveAssignmentInput, takeCheckInput } from './schema';

export const saveAssignment = defineAction({
  name: 'saveAssignment',
  input: saveAssignmentInput,
  permission: 'assignment.edit',
  resource: ({ db, actor }, { articleId }) => findArticleResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.saveAssignment,
});

export const takeCheck = defineAction({
  name: 'takeCheck',
  input: takeCheckInput,
  permission: 'check.take',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: mutations.takeCheck,
});

export const giveBack = defineAction({
  name: 'giveBack',
  input: ownPartInput,
  permission: 'check.take',
  resource: ({ db, actor }, { articleId }) => findArticleResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.giveBack,
});

export const handIn = defineAction({
  name: 'handIn',
  input: ownPartInput,
  permission: 'check.take',
  resource: ({ db, actor }, { articleId }) => findArticleResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.handIn,
});

export const endBlind = defineAction({
  name: 'endBlind',
  input: endBlindInput,
  permission: 'assignment.edit',
  resource: ({ db, actor }, { articleId }) => findArticleResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.endBlind,
});

export const reopenChecking = defineAction({
  name: 'reopenChecking',
  input: reopenCheckingInput,
  permission: 'assignment.edit',
  resource: ({ db, actor }, { articleId }) => findArticleResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.reopenChecking,
});

export const handOn = defineAction({
  name: 'handOn',
  input: handOnInput,
  permission: 'assignment.edit',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: handingOn.handOn,
});
