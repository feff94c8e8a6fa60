import { z } from 'zod';
import { keptClaim, keptDetails, keptTag } from '@/lib/claims/kept-claim';
import { parseKept } from '@/lib/delivery/parse-kept';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import type { KeptWrite } from './entry';

const values = { tag: keptTag, details: z.object(keptDetails).partial().optional() };
const base = z.object(values).optional();

const version = z.int().min(1).nullable();

// `at` as far as a Date goes (ECMA-262, 21.4.1.1).
const keptWrite = z.object({
  key: writeKeyInput,
  at: z.number().min(0).max(8.64e15),
  tab: z.string().optional(),
  write: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('create'), claimId: idInput, revisionId: idInput, number: z.int(), ...values }),
    z.object({ kind: z.literal('edit'), claimId: idInput, version, base, ...values }),
    z.object({ kind: z.literal('delete'), claimId: idInput, version }),
    z.object({ kind: z.literal('restore'), claimId: idInput, version, claim: keptClaim }),
    z.object({ kind: z.literal('withdraw'), claimId: idInput, version }),
    z.object({ kind: z.literal('submit'), articleId: idInput, claims: z.array(z.object({ id: idInput, version: z.int().min(1) })) }),
  ]),
}) satisfies z.ZodType<KeptWrite>;

/** A kept write read back from the browser's storage, or null when it is not one this code wrote. */
export function parseKeptWrite(text: string): KeptWrite | null {
  return parseKept(keptWrite, text);
}
