import { z } from 'zod';
import { JUDGED_FIELDS } from '@/lib/agreement/judged-field';
import { TALLY_KINDS } from '@/lib/claims/tally/tally';
import { idInput } from '@/lib/kernel/id-input';
import { PRESETS, STEPS } from './period';
import { WAIT_BANDS } from './wait';

const dayInput = z.iso
  .date()
  .refine((day) => day >= '1970-01-01')
  .optional()
  .catch(undefined);

/** What the figures are of, as it stands in the address. Unknown values are dropped, so that an old link still opens. */
export const figuresInput = z.object({
  period: z.enum(PRESETS).optional().catch(undefined),
  from: dayInput,
  to: dayInput,
  by: z.enum(STEPS).optional().catch(undefined),
  /** Whose work is told; left out, everybody's. */
  person: idInput.optional().catch(undefined),
});
export type FiguresInput = z.infer<typeof figuresInput>;

/** What is done with claims, and those that wait. `decided` is every decision. */
export const STEP_KINDS = [...TALLY_KINDS, 'decided', 'waiting'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** The list behind a number. */
export const stepListInput = figuresInput.extend({
  what: z.enum(STEP_KINDS).catch('decided').default('decided'),
  /** Of returns: for which reason. */
  reason: z
    .string()
    .regex(/^([a-z0-9_-]{1,40}|\.)$/)
    .optional()
    .catch(undefined),
  /** Of decisions and of what waits: after so long. */
  waited: z.enum(WAIT_BANDS).optional().catch(undefined),
  /** The step that the page goes on after: its moment and its id. */
  after: z
    .string()
    .regex(/^\d{1,15}\.\d{1,15}$/)
    .optional()
    .catch(undefined),
});
export type StepListInput = z.infer<typeof stepListInput>;

/** The agreement of a period. */
export const periodAgreementInput = figuresInput.extend({ field: z.enum(JUDGED_FIELDS).optional().catch(undefined) });
export type PeriodAgreementInput = z.infer<typeof periodAgreementInput>;
