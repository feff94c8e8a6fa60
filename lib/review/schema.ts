import { z } from 'zod';
import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { REASON_MAX } from '@/lib/claims/claim';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { claimVersionInput, editClaimInput, typedText } from '@/lib/claims/schema';
import { idInput, writeKeyInput } from '@/lib/kernel/ids';

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
export type DecideWithReasonInput = z.infer<typeof returnClaimInput>;

/** Ages after which a submitted claim is asked for: at least this many hours. */
export const QUEUE_AGES = [1, 4, 24, 72] as const;

export const QUEUE_PAGE_SIZE = 50;

/** The queue's filters as they stand in the URL. Unknown values are dropped, so that an old link still opens. */
export const queueFilterInput = z.object({
  article: idInput.optional().catch(undefined),
  class: z.enum(SOURCE_CLASSES).optional().catch(undefined),
  confidence: z.enum(CONFIDENCES).optional().catch(undefined),
  checker: idInput.optional().catch(undefined),
  age: z.coerce
    .number()
    .pipe(z.union(QUEUE_AGES.map((hours) => z.literal(hours))))
    .optional()
    .catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type QueueFilter = z.infer<typeof queueFilterInput>;
