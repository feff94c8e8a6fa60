import { z } from 'zod';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { keptClaim, keptDetails, keptTag } from '@/lib/claims/kept-claim';
import { parseKept } from '@/lib/delivery/parse-kept';
import type { KeptHistory, SingleStep, Step } from '../history';

const values = z.object({ tag: keptTag, details: z.object(keptDetails).partial() });

const singleStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), claim: keptClaim }),
  z.object({ kind: z.literal('delete'), claim: keptClaim }),
  z.object({ kind: z.literal('edit'), claimId: z.string(), before: values, after: values, state: z.enum(CLAIM_STATES).optional() }),
  z.object({ kind: z.literal('submit'), claimIds: z.array(z.string()) }),
  z.object({ kind: z.literal('withdraw'), claimId: z.string() }),
]) satisfies z.ZodType<SingleStep>;

const step = z.union([singleStep, z.object({ kind: z.literal('group'), steps: z.array(singleStep) })]) satisfies z.ZodType<Step>;

const kept = z.object({
  version: z.literal(1),
  done: z.array(step),
  undone: z.array(step),
  gone: z.record(z.string(), z.int()),
});

/** Steps read back from the tab's storage; null for anything this code did not write. */
export function parseHistory(text: string): KeptHistory | null {
  return parseKept(kept, text);
}
