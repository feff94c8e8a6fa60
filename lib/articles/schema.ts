import { z } from 'zod';

/** Pasted text comes as `text`; a file comes as form data through the upload route. 2 MB is checked there and in lib/import. */
export const pasteArticleInput = z.object({
  key: z.uuid('A write needs a key (a UUID).'),
  text: z.string(),
});
export type PasteArticleInput = z.infer<typeof pasteArticleInput>;
