'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findAdjudicationResource } from './data';
import * as finishing from './finishing/mutations';
import * as mutations from './mutations';
import { decideInput, finishAdjudicationInput } from './schema';

export const decideDifferences = defineAction({
  name: 'decideDifferences',
  input: decideInput,
  permission: 'article.adjudicate',
  resource: ({ db, actor }, { articleId }) => findAdjudicationResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.decideDifferences,
});

export const finishAdjudication = defineAction({
  name: 'finishAdjudication',
  input: finishAdjudicationInput,
  permission: 'article.adjudicate',
  resource: ({ db, actor }, { articleId }) => findAdjudicationResource(db, { deskId: actor.deskId, articleId }),
  run: finishing.finishAdjudication,
});
