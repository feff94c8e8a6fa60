import { z } from 'zod';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { typedText } from '@/lib/text/typed-text';
import { TOPIC_MAX } from './topic';

/** What an article is about: NFC, one line, single spaces. Empty: no topic. */
export const topicInput = typedText
  .transform((topic) => topic.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .refine((topic) => [...topic].length <= TOPIC_MAX, `A topic has at most ${TOPIC_MAX} characters.`);

/** Text from the clipboard. What makes a text an article is decided by lib/import. */
export const pasteArticleInput = z.object({ key: writeKeyInput, text: z.string(), topic: topicInput.default('') });

/** A file as it was chosen, undecoded. The name is kept to say where a text came from, never used as a path. */
export const uploadArticleInput = z.object({
  key: writeKeyInput,
  fileName: z
    .string()
    .transform((name) => name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').trim() || 'unnamed')
    .pipe(z.string().max(255)),
  bytes: z.instanceof(Uint8Array),
  topic: topicInput.default(''),
});

/** The topic as it should be from now on, of the article in the version the person was looking at. */
export const setTopicInput = z.object({ key: writeKeyInput, articleId: idInput, version: z.int().min(1), topic: topicInput });
export type SetTopicInput = z.infer<typeof setTopicInput>;
