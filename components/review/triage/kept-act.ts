import { z } from 'zod';
import type { Claim } from '@/lib/claims/claim';
import { keptClaim, keptTag } from '@/lib/claims/kept-claim';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { NO_BEARING } from '@/lib/review/bearing/bearing';
import type { Act, Entry } from './act';

/** What is kept of an act until it is answered: all that a repeat has to be the same request, and what the person saw. */
export type KeptAct = Pick<Entry, 'key' | 'item' | 'act' | 'version'> & {
  /** When it was made, in ms. */
  readonly at: number;
  /** It went out at least once, so the server may have applied it. */
  readonly sent: boolean;
  /** The server refused it: kept to be shown, and not sent by itself. `current` as in a Notice. */
  readonly refused?: { readonly message: string; readonly current?: Claim | null | undefined } | undefined;
};

const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve') }),
  z.object({ kind: z.literal('fix'), tag: keptTag }),
  z.object({ kind: z.literal('return'), reason: z.string() }),
  z.object({ kind: z.literal('reject'), reason: z.string() }),
  z.object({ kind: z.literal('undo') }),
]) satisfies z.ZodType<Act>;

const keptAct = z.object({
  key: writeKeyInput,
  at: z.number(),
  sent: z.boolean(),
  act,
  version: z.int().min(1).nullable(),
  refused: z.object({ message: z.string(), current: keptClaim.nullable().optional() }).optional(),
  item: z
    .object({
      claim: keptClaim.extend({ id: idInput }),
      article: z.object({ id: z.string(), title: z.string() }),
      approveRefusal: z.string().nullable(),
    })
    // What bears on the claim comes with the page: kept, it would grow old.
    .transform((item) => ({ ...item, bearing: NO_BEARING })),
}) satisfies z.ZodType<KeptAct>;

/** A kept act read back from the browser's storage, or null when it is not one this code wrote. */
export function parseKeptAct(text: string): KeptAct | null {
  try {
    const parsed = keptAct.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function printKeptAct({ key, at, sent, act: what, version, refused, item: { bearing: _, ...item } }: KeptAct): string {
  return JSON.stringify({ key, at, sent, act: what, version, refused, item });
}
