import { z } from 'zod';
import { FIELDS } from '@/lib/adjudication/field';
import { REASON_MAX, SPANS_MAX } from '@/lib/claims/claim';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { toTextRange } from '@/lib/text/offset';
import { typedWords } from '@/lib/text/typed-text';

const range = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, 'A span holds at least one character.')
  .transform(({ start, end }) => toTextRange(start, end));

const choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('from'), claimId: idInput }),
  z.object({ kind: z.literal('merged_edges'), take: z.enum(['all', 'shared']) }),
  z.object({ kind: z.literal('own_edges'), spans: z.array(range).min(1).max(SPANS_MAX) }),
  z.object({ kind: z.literal('joined') }),
]);

export const decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agreed') }),
  z.object({ kind: z.literal('take'), claimId: idInput }),
  z.object({ kind: z.literal('mix'), choices: z.partialRecord(z.enum(FIELDS), choice) }),
  z.object({
    kind: z.literal('none'),
    reason: typedWords('Say why there will be no claim: its checkers read it.').max(
      REASON_MAX,
      `A reason has at most ${REASON_MAX} characters.`,
    ),
  }),
]);

/** Comparisons decided in one write; an agreement accepted for a whole article is one. */
const DECIDED_AT_ONCE = 2000;

/**
 * Decisions about comparisons of one article, each named by its parents in the versions the person saw. `version`: of the decision
 * about them that the person saw, 0 for none. A `decision` of null takes it back. All are written, or none.
 */
export const decideInput = z.object({
  key: writeKeyInput,
  articleId: idInput,
  decisions: z
    .array(
      z.object({
        parents: z
          .array(z.object({ id: idInput, version: z.int().min(1) }))
          .min(1)
          .max(20),
        version: z.int().min(0),
        decision: decision.nullable(),
      }),
    )
    .min(1)
    .max(DECIDED_AT_ONCE, `At most ${DECIDED_AT_ONCE} are decided at once.`),
});
export type DecideInput = z.output<typeof decideInput>;

/** `version`: of the adjudication the person saw, 0 where nobody decided anything: whoever finishes it has seen every decision in it. */
export const finishAdjudicationInput = z.object({ key: writeKeyInput, articleId: idInput, version: z.int().min(0) });
export type FinishAdjudicationInput = z.infer<typeof finishAdjudicationInput>;
