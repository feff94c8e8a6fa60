import { z } from 'zod';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { typedText } from '@/lib/text/typed-text';
import { OUTLET_MAX } from './facts';
import { TOPIC_MAX } from './topic';

/** NFC, one line, single spaces. */
const oneLine = typedText.transform((words) => words.normalize('NFC').replace(/\s+/gu, ' ').trim());

/** What an article is about. Empty: no topic. */
export const topicInput = oneLine.refine((topic) => [...topic].length <= TOPIC_MAX, `A topic has at most ${TOPIC_MAX} characters.`);

/** Who published it. Empty: nobody said. */
export const outletInput = oneLine.refine((name) => [...name].length <= OUTLET_MAX, `An outlet has at most ${OUTLET_MAX} characters.`);

/** Before there was printing with movable type nothing was published that a desk checks: such a year is a slip of the finger. */
const FIRST_DAY = '1450-01-01';

/** The day it was published, in the calendar of ISO 8601; days to come are for what is under embargo. Empty or null: nobody said. */
export const publishedOnInput = z
  .string()
  .nullable()
  .transform((day) => day || null)
  .pipe(z.iso.date('A day is written 2026-03-01.').nullable())
  .refine((day) => day === null || day >= FIRST_DAY, 'This day is before 1450: look at its year again.');

/** What is said of a new article; nothing where it is left out. */
export const articleFactsInput = z.object({
  topic: topicInput.default(''),
  outlet: outletInput.default(''),
  publishedOn: publishedOnInput.default(null),
});

/** Text from the clipboard. What makes a text an article is decided by lib/import. */
export const pasteArticleInput = z.object({ key: writeKeyInput, text: z.string(), ...articleFactsInput.shape });

/** A file as it was chosen, undecoded. The name is kept to say where a text came from, never used as a path. */
export const uploadArticleInput = z.object({
  key: writeKeyInput,
  fileName: z
    .string()
    .transform((name) => name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').trim() || 'unnamed')
    .pipe(z.string().max(255)),
  bytes: z.instanceof(Uint8Array),
  ...articleFactsInput.shape,
});

/** What is said of the article from now on, in the version the person was looking at. What is left out stays as it is. */
export const describeArticleInput = z.object({
  key: writeKeyInput,
  articleId: idInput,
  version: z.int().min(1),
  topic: topicInput.optional(),
  outlet: outletInput.optional(),
  publishedOn: publishedOnInput.optional(),
});
export type DescribeArticleInput = z.infer<typeof describeArticleInput>;
