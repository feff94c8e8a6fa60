'use server';
import { defineAction } from '@/lib/actions/define-action';
import { importPastedText, importTextFile } from '@/lib/import/plain-text';
import { findArticleResource } from './data';
import * as mutations from './mutations';
import { describeArticleInput, pasteArticleInput, uploadArticleInput } from './schema';

export const pasteArticle = defineAction({
  name: 'pasteArticle',
  input: pasteArticleInput,
  permission: 'article.create',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: async (scope, { text, topic, outlet, publishedOn }) => {
    const imported = importPastedText(text);
    if (!imported.ok) return imported;
    return mutations.createArticle(scope, {
      ...imported.value,
      ...{ topic, outlet, publishedOn },
      ...{ origin: 'paste', fileName: null, encoding: null },
    });
  },
});

export const uploadArticle = defineAction({
  name: 'uploadArticle',
  input: uploadArticleInput,
  permission: 'article.create',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: async (scope, { bytes, fileName, topic, outlet, publishedOn }) => {
    const imported = importTextFile(bytes, fileName);
    return imported.ok
      ? mutations.createArticle(scope, { ...imported.value, topic, outlet, publishedOn, origin: 'file', fileName })
      : imported;
  },
});

export const describeArticle = defineAction({
  name: 'describeArticle',
  input: describeArticleInput,
  permission: 'article.edit',
  resource: ({ db, actor }, { articleId }) => findArticleResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.describeArticle,
});
