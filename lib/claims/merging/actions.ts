'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findSourceResource } from '@/lib/sources/data';
import { mergeSourceInput, splitSourceInput } from '@/lib/sources/schema';
import * as mutations from './mutations';

export const mergeSource = defineAction({
  name: 'mergeSource',
  input: mergeSourceInput,
  permission: 'source.merge',
  resource: ({ db, actor }, { sourceId }) => findSourceResource(db, { deskId: actor.deskId, sourceId }),
  run: mutations.mergeSource,
});

export const splitSource = defineAction({
  name: 'splitSource',
  input: splitSourceInput,
  permission: 'source.merge',
  resource: ({ db, actor }, { sourceId }) => findSourceResource(db, { deskId: actor.deskId, sourceId }),
  run: mutations.splitSource,
});
