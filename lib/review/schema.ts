import { z } from 'zod';
import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { REASON_MAX } from '@/lib/claims/claim';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { FLAGS } from '@/lib/claims/flag';
import { QUEUE_CHECKS, QUEUE_DISAGREEMENTS, QUEUE_HANDS, QUEUE_STRENGTHS } from '@/lib/claims/queue/choices';
import { claimVersionInput, editClaimInput } from '@/lib/claims/schema';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { typedWords } from '@/lib/text/typed-text';
import { QUEUE_SORTS } from './queue/order';
import { QUEUE_AGES, QUEUE_BEARINGS } from './queue-choices';
import { reasonIdInput } from './return-reasons/schema';

const reasonInput = typedWords('Say why, so that the checker can act on it.').max(
  REASON_MAX,
  `A reason has at most ${REASON_MAX} characters.`,
);

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

/** `reasonId`: which of the desk's reasons it is, for who counts them; its words stand in `reason`. */
export const returnClaimInput = claimVersionInput.extend({ reason: reasonInput, reasonId: reasonIdInput.optional() });
export const rejectClaimInput = claimVersionInput.extend({ reason: reasonInput });

/** The queue's filters as they stand in the URL. Unknown values are dropped, so that an old link still opens. */
export const queueFilterInput = z.object({
  article: idInput.optional().catch(undefined),
  class: z.enum(SOURCE_CLASSES).optional().catch(undefined),
  confidence: z.enum(CONFIDENCES).optional().catch(undefined),
  check: z.enum(QUEUE_CHECKS).optional().catch(undefined),
  disagreement: z.enum(QUEUE_DISAGREEMENTS).optional().catch(undefined),
  bears: z.enum(QUEUE_BEARINGS).optional().catch(undefined),
  checker: idInput.optional().catch(undefined),
  source: idInput.optional().catch(undefined),
  hand: z.enum(QUEUE_HANDS).optional().catch(undefined),
  flag: z.enum(FLAGS).optional().catch(undefined),
  strength: z.enum(QUEUE_STRENGTHS).optional().catch(undefined),
  age: z.coerce
    .number()
    .pipe(z.union(QUEUE_AGES.map((hours) => z.literal(hours))))
    .optional()
    .catch(undefined),
  sort: z.enum(QUEUE_SORTS).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type QueueFilter = z.infer<typeof queueFilterInput>;
