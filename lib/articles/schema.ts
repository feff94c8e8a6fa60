import { z } from 'zod';
import { writeKeyInput } from '@/lib/kernel/id-input';

/** Text from the clipboard. What makes a text an article is decided by lib/import. */
export const pasteArticleInput = z.object({ key: writeKeyInput, text: z.string() });

/** A file as it was chosen, undecoded. The name is kept to say where a text came from, never used as a path. */
export const uploadArticleInput = z.object({
  key: writeKeyInput,
  fileName: z
    .string()
    .transform((name) => name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').trim() || 'unnamed')
    .pipe(z.string().max(255)),
  bytes: z.instanceof(Uint8Array),
});
