'use server';
import { defineAction } from '@/lib/actions/define-action';
import { hashPassword } from '@/lib/auth/password';
import { findPublicationResource } from './data';
import * as mutations from './mutations';
import { type AccessInput, closeEditionInput, editionInput, publicationVersionInput, publishReportInput, setAccessInput } from './schema';

async function lock(access: AccessInput | null): Promise<mutations.Locked> {
  if (access === null || access.password === 'keep') return { passwordHash: undefined };
  return { passwordHash: access.password === 'none' ? null : await hashPassword(access.password.set.reveal()) };
}

export const publishReport = defineAction({
  name: 'publishReport',
  input: publishReportInput,
  permission: 'report.publish',
  resource: ({ db, actor }, { articleId }) => findPublicationResource(db, { deskId: actor.deskId, articleId }),
  run: async (scope, input) => mutations.publishReport(scope, input, await lock(input.access)),
});

export const setAccess = defineAction({
  name: 'setAccess',
  input: setAccessInput,
  permission: 'report.publish',
  resource: ({ db, actor }, { articleId }) => findPublicationResource(db, { deskId: actor.deskId, articleId }),
  run: async (scope, input) => mutations.setAccess(scope, input, await lock(input.access)),
});

export const revokePublication = defineAction({
  name: 'revokePublication',
  input: publicationVersionInput,
  permission: 'report.revoke',
  resource: ({ db, actor }, { articleId }) => findPublicationResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.revokePublication,
});

export const restorePublication = defineAction({
  name: 'restorePublication',
  input: publicationVersionInput,
  permission: 'report.publish',
  resource: ({ db, actor }, { articleId }) => findPublicationResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.restorePublication,
});

export const closeEdition = defineAction({
  name: 'closeEdition',
  input: closeEditionInput,
  permission: 'edition.close',
  resource: ({ db, actor }, { articleId }) => findPublicationResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.closeEdition,
});

export const reopenEdition = defineAction({
  name: 'reopenEdition',
  input: editionInput,
  permission: 'edition.reopen',
  resource: ({ db, actor }, { articleId }) => findPublicationResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.reopenEdition,
});
