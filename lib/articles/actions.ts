'use server';
import { defineAction } from '@/lib/actions/define-action';
import { importPastedText, importTextFile } from '@/lib/import/plain-text';
import { findArticleResource } from './data';
import * as mutations from './mutations';
import { pasteArticleInput, setTopicInput, uploadArticleInput } from './schema';

export const pasteArticle = defineAction({
  name: 'pasteArticle',
  input: pasteArticleInput,
  permission: 'article.create',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: async (scope, { text, topic }) => {
    const imported = importPastedText(text);
    if (!imported.ok) return imported;
    return mutations.createArticle(scope, { ...imported.value, topic, origin: 'paste', fileName: null, encoding: null });
  },
});

export const uploadArticle = defineAction({
  name: 'uploadArticle',
  input: uploadArticleInput,
  permission: 'article.create',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: async (scope, { bytes, fileName, topic }) => {
    const imported = importTextFile(bytes, fileName);
    return imported.ok ? mutations.createArticle(scope, { ...imported.value, topic, origin: 'file', fileName }) : imported;
  },
});

export const setTopic = defineAction({
  name: 'setTopic',
  input: setTopicInput,
  permission: 'article.edit',
  resource: ({ db, actor }, { articleId }) => findArticleResource(db, { deskId: actor.deskId, articleId }),
  run: mutations.setTopic,
});
