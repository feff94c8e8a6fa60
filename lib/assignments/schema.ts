import { z } from 'zod';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { typedWords } from '@/lib/text/typed-text';
import { CHECKERS_MAX, ENDED_REASON_MAX, PRIORITIES } from './assignment';

/** The whole assignment as it should be from now on, of the article in the version the person saw (0: none yet). */
export const saveAssignmentInput = z
  .object({
    key: writeKeyInput,
    articleId: idInput,
    version: z.int().min(0),
    checkers: z.int().min(1).max(CHECKERS_MAX, `At most ${CHECKERS_MAX} people check one article.`),
    /** Who has a part; the other places are for the pool. */
    people: z.array(idInput).max(CHECKERS_MAX),
    reviewerId: idInput.nullable(),
    priority: z.enum(PRIORITIES),
    dueAt: z.coerce.date('Give a day and a time, or none.').nullable(),
  })
  .refine(({ people }) => new Set(people).size === people.length, { path: ['people'], message: 'One person has one part.' });
export type SaveAssignmentInput = z.output<typeof saveAssignmentInput>;

/** Without an article: whatever is most urgent. */
export const takeCheckInput = z.object({ key: writeKeyInput, articleId: idInput.optional() });
export type TakeCheckInput = z.infer<typeof takeCheckInput>;

export const ownPartInput = z.object({ key: writeKeyInput, articleId: idInput });
export type OwnPartInput = z.infer<typeof ownPartInput>;

export const endBlindInput = z.object({
  key: writeKeyInput,
  articleId: idInput,
  version: z.int().min(1),
  reason: typedWords('Say why it is not waited for the others.').max(
    ENDED_REASON_MAX,
    `A reason has at most ${ENDED_REASON_MAX} characters.`,
  ),
});
export type EndBlindInput = z.infer<typeof endBlindInput>;

/** `personId`: whose part is opened again; null: the early end of the blind checking is taken back. */
export const reopenCheckingInput = z.object({
  key: writeKeyInput,
  articleId: idInput,
  version: z.int().min(1),
  personId: idInput.nullable(),
});
export type ReopenCheckingInput = z.infer<typeof reopenCheckingInput>;

/** Everything that `fromId` has not finished. */
export const handOnInput = z
  .object({ key: writeKeyInput, fromId: idInput, toId: idInput })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], message: 'Choose somebody else.' });
export type HandOnInput = z.infer<typeof handOnInput>;
