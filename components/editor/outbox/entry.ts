import { z } from 'zod';
import type { Claim } from '@/lib/claims/claim';
import type { DetailValues } from '@/lib/claims/detail-values';
import { keptClaim, keptDetails, keptTag } from '@/lib/claims/kept-claim';
import type { TagValues } from '@/lib/claims/tag-values';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';

/** The whole tag as it should be, and those parts beyond it that change. */
export type Values = { readonly tag: TagValues; readonly details?: DetailValues | undefined };

/**
 * One write a person made. `version` is the claim's version it was made on; null means "the one
 * the write before it leaves behind", and is filled in when that one is answered or goes along in the same request.
 * `base` is what the person saw of the tag, and of the parts they changed: what a newer version is merged by. Writes of
 * older builds have none, and are not merged.
 */
export type Write =
  | ({ readonly kind: 'create'; readonly claimId: string; readonly revisionId: string; readonly number: number } & Values)
  | ({ readonly kind: 'edit'; readonly claimId: string; readonly version: number | null; readonly base?: Values | undefined } & Values)
  | { readonly kind: 'delete'; readonly claimId: string; readonly version: number | null }
  | { readonly kind: 'restore'; readonly claimId: string; readonly version: number | null; readonly claim: Claim }
  | { readonly kind: 'withdraw'; readonly claimId: string; readonly version: number | null }
  | { readonly kind: 'submit'; readonly articleId: string; readonly claims: readonly { readonly id: string; readonly version: number }[] };

/**
 * `key` makes a repeat of the write harmless and orders it (UUIDv7); `at` is when the person made it, in ms; `tab` is the
 * open page that sends it (lib/delivery/tabs.ts), absent where any may.
 */
export type KeptWrite = { readonly key: string; readonly at: number; readonly write: Write; readonly tab?: string | undefined };

const values = { tag: keptTag, details: z.object(keptDetails).partial().optional() };
const base = z.object(values).optional();

const version = z.int().min(1).nullable();

const keptWrite = z.object({
  key: writeKeyInput,
  at: z.number(),
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
  try {
    const parsed = keptWrite.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
