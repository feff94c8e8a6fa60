import { z } from 'zod';
import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { REASON_MAX } from '@/lib/claims/claim';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { claimVersionInput, editClaimInput } from '@/lib/claims/schema';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { typedText } from '@/lib/text/typed-text';

const reasonInput = typedText
  .trim()
  .min(1, 'Say why, so that the checker can act on it.')
  .max(REASON_MAX, `A reason has at most ${REASON_MAX} characters.`);

/** Claims of one article to hand to the editors, each in the version the person saw. */
export const submitClaimsInput = z.object({
  key: writeKeyInput,
  articleId: idInput,
  claims: z
    .array(z.object({ id: idInput, version: z.int().min(1) }))
    .min(1)
    .max(1000),
});
export type SubmitClaimsInput = z.infer<typeof submitClaimsInput>;

export const approveClaimInput = claimVersionInput;
export const withdrawClaimInput = claimVersionInput;
export const undoDecisionInput = claimVersionInput;
export const fixAndApproveInput = editClaimInput;

export const returnClaimInput = claimVersionInput.extend({ reason: reasonInput });
export const rejectClaimInput = returnClaimInput;

/** Ages after which a submitted claim is asked for: at least this many hours. */
export const QUEUE_AGES = [1, 4, 24, 72] as const;

/** Whether somebody looked into the claim itself, not only into who says so. */
export const QUEUE_CHECKS = ['not_checked', 'checked'] as const;

/** What other claims of the article have to do with it. */
export const QUEUE_BEARINGS = ['contradicts'] as const;

/** How far away a claim is: nobody named, or so many hands; 3 stands for all beyond. */
export const QUEUE_HANDS = ['none', '1', '2', '3'] as const;

/** Strength as it is computed, 0 to 5. */
export const QUEUE_STRENGTHS = ['0', '1', '2', '3', '4', '5'] as const;

export const QUEUE_PAGE_SIZE = 50;

/** The queue's filters as they stand in the URL. Unknown values are dropped, so that an old link still opens. */
export const queueFilterInput = z.object({
  article: idInput.optional().catch(undefined),
  class: z.enum(SOURCE_CLASSES).optional().catch(undefined),
  confidence: z.enum(CONFIDENCES).optional().catch(undefined),
  check: z.enum(QUEUE_CHECKS).optional().catch(undefined),
  bears: z.enum(QUEUE_BEARINGS).optional().catch(undefined),
  checker: idInput.optional().catch(undefined),
  source: idInput.optional().catch(undefined),
  hand: z.enum(QUEUE_HANDS).optional().catch(undefined),
  strength: z.enum(QUEUE_STRENGTHS).optional().catch(undefined),
  age: z.coerce
    .number()
    .pipe(z.union(QUEUE_AGES.map((hours) => z.literal(hours))))
    .optional()
    .catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type QueueFilter = z.infer<typeof queueFilterInput>;
