'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findSourceResource } from './data';
import * as mutations from './mutations';
import { addAliasInput, editSourceInput, gradeSourceInput, removeAliasInput, retractSourceInput, unretractSourceInput } from './schema';

export const editSource = defineAction({
  name: 'editSource',
  input: editSourceInput,
  permission: 'source.edit',
  resource: ({ db, actor }, { sourceId }) => findSourceResource(db, { deskId: actor.deskId, sourceId }),
  run: mutations.editSource,
});

export const addAlias = defineAction({
  name: 'addAlias',
  input: addAliasInput,
  permission: 'source.edit',
  resource: ({ db, actor }, { sourceId }) => findSourceResource(db, { deskId: actor.deskId, sourceId }),
  run: mutations.addAlias,
});

export const removeAlias = defineAction({
  name: 'removeAlias',
  input: removeAliasInput,
  permission: 'source.edit',
  resource: ({ db, actor }, { sourceId }) => findSourceResource(db, { deskId: actor.deskId, sourceId }),
  run: mutations.removeAlias,
});

export const gradeSource = defineAction({
  name: 'gradeSource',
  input: gradeSourceInput,
  permission: 'source.grade',
  resource: ({ db, actor }, { sourceId }) => findSourceResource(db, { deskId: actor.deskId, sourceId }),
  run: mutations.gradeSource,
});

export const retractSource = defineAction({
  name: 'retractSource',
  input: retractSourceInput,
  permission: 'source.retract',
  resource: ({ db, actor }, { sourceId }) => findSourceResource(db, { deskId: actor.deskId, sourceId }),
  run: mutations.retractSource,
});

export const unretractSource = defineAction({
  name: 'unretractSource',
  input: unretractSourceInput,
  permission: 'source.retract',
  resource: ({ db, actor }, { sourceId }) => findSourceResource(db, { deskId: actor.deskId, sourceId }),
  run: mutations.unretractSource,
});
