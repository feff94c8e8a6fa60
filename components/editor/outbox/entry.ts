import { z } from 'zod';
import { SOURCE_TYPES } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { idInput, writeKeyInput } from '@/lib/kernel/ids';
import { SOURCE_KINDS } from '@/lib/sources/source';
import type { TagValues } from '../tag-values';

/**
 * One write a person made. `version` is the claim's version it was made on; null means "the one
 * the write before it leaves behind", and is filled in when that one is answered.
 */
export type Write =
  | { readonly kind: 'create'; readonly claimId: string; readonly revisionId: string; readonly number: number; readonly tag: TagValues }
  | { readonly kind: 'edit'; readonly claimId: string; readonly version: number | null; readonly tag: TagValues }
  | { readonly kind: 'delete'; readonly claimId: string; readonly version: number | null }
  | { readonly kind: 'restore'; readonly claimId: string; readonly version: number | null; readonly claim: Claim }
  | { readonly kind: 'withdraw'; readonly claimId: string; readonly version: number | null }
  | { readonly kind: 'submit'; readonly articleId: string; readonly claims: readonly { readonly id: string; readonly version: number }[] };

/** `key` makes a repeat of the write harmless and orders it (UUIDv7); `at` is when the person made it, in ms. */
export type KeptWrite = { readonly key: string; readonly at: number; readonly write: Write };

/** The claims a write is about. */
export function claimIdsOf(write: Write): readonly string[] {
  return write.kind === 'submit' ? write.claims.map(({ id }) => id) : [write.claimId];
}

const tag = z.object({
  spans: z.array(z.object({ start: z.int().min(0), end: z.int().min(1) })).min(1),
  sourceType: z.enum(SOURCE_TYPES),
  source: z
    .union([z.object({ id: z.string(), name: z.string(), kind: z.enum(SOURCE_KINDS) }), z.object({ id: z.null(), name: z.string() })])
    .nullable(),
  confidence: z.enum(CONFIDENCES),
  note: z.string(),
});

const person = z.object({ id: z.string(), name: z.string() });

const claim = z.object({
  id: z.string(),
  deskId: z.string(),
  articleId: z.string(),
  revisionId: z.string(),
  number: z.int(),
  spans: z.array(z.object({ start: z.int(), end: z.int(), quote: z.string(), before: z.string(), after: z.string() })),
  sourceType: z.enum(SOURCE_TYPES),
  source: z.object({ id: z.string(), name: z.string(), kind: z.enum(SOURCE_KINDS) }).nullable(),
  confidence: z.enum(CONFIDENCES),
  note: z.string(),
  state: z.enum(CLAIM_STATES),
  version: z.int(),
  createdBy: person,
  lastEditedBy: person,
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
  submittedAt: z.coerce.date().nullable(),
  reason: z.object({ text: z.string(), by: person, at: z.coerce.date() }).nullable(),
});

const version = z.int().min(1).nullable();

const keptWrite = z.object({
  key: writeKeyInput,
  at: z.number(),
  write: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('create'), claimId: idInput, revisionId: idInput, number: z.int(), tag }),
    z.object({ kind: z.literal('edit'), claimId: idInput, version, tag }),
    z.object({ kind: z.literal('delete'), claimId: idInput, version }),
    z.object({ kind: z.literal('restore'), claimId: idInput, version, claim }),
    z.object({ kind: z.literal('withdraw'), claimId: idInput, version }),
    z.object({ kind: z.literal('submit'), articleId: idInput, claims: z.array(z.object({ id: idInput, version: z.int().min(1) })) }),
  ]),
});

/** A kept write read back from the browser's storage, or null when it is not one this code wrote. */
export function parseKeptWrite(text: string): KeptWrite | null {
  try {
    const parsed = keptWrite.safeParse(JSON.parse(text));
    // Offsets lose their brand on the way through JSON; everything else is checked above.
    return parsed.success ? (parsed.data as unknown as KeptWrite) : null;
  } catch {
    return null;
  }
}
