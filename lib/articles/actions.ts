'use server';
import { defineAction } from '@/lib/actions/define-action';
import { importPastedText, importTextFile } from '@/lib/import/plain-text';
import { createArticle } from './mutations';
import { pasteArticleInput, uploadArticleInput } from './schema';

export const pasteArticle = defineAction({
  name: 'pasteArticle',
  input: pasteArticleInput,
  permission: 'article.create',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: async (scope, { text }) => {
    const imported = importPastedText(text);
    if (!imported.ok) return imported;
    return createArticle(scope, { ...imported.value, origin: 'paste', fileName: null, encoding: null });
  },
});

export const uploadArticle = defineAction({
  name: 'uploadArticle',
  input: uploadArticleInput,
  permission: 'article.create',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: async (scope, { bytes, fileName }) => {
    const imported = importTextFile(bytes, fileName);
    return imported.ok ? createArticle(scope, { ...imported.value, origin: 'file', fileName }) : imported;
  },
});
