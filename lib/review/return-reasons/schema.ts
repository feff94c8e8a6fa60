import { z } from 'zod';
import { writeKeyInput } from '@/lib/kernel/id-input';
import { isBlank } from '@/lib/text/blank';
import { typedText } from '@/lib/text/typed-text';
import { LABEL_MAX, REASONS_MAX } from './return-reason';

/** Made by the browser, or one of those every desk begins with. */
export const reasonIdInput = z.string().regex(/^[a-z0-9_-]{1,40}$/, 'This is no reason of the desk.');

const label = typedText
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .refine((text) => !isBlank(text), 'A reason needs words.')
  .refine((text) => [...text].length <= LABEL_MAX, `A reason has at most ${LABEL_MAX} characters.`);

/** The whole list as it should be from now on, in the version the person saw. */
export const saveReturnReasonsInput = z.object({
  key: writeKeyInput,
  version: z.int().min(0),
  reasons: z
    .array(z.object({ id: reasonIdInput, label, retired: z.boolean() }))
    .max(REASONS_MAX, `A desk has at most ${REASONS_MAX} reasons.`)
    .refine((reasons) => new Set(reasons.map(({ id }) => id)).size === reasons.length, 'The same reason is given twice.')
    .refine(
      (reasons) => new Set(reasons.map((each) => each.label.toLowerCase())).size === reasons.length,
      'Two reasons have the same words.',
    ),
});
export type SaveReturnReasonsInput = z.output<typeof saveReturnReasonsInput>;
