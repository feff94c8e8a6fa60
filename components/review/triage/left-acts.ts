import { z } from 'zod';
import { keptClaim, keptTag } from '@/lib/claims/kept-claim';
import { createKeptStore } from '@/lib/delivery/kept-store';
import { parseKept } from '@/lib/delivery/parse-kept';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { NO_BEARING } from '@/lib/review/bearing/bearing';
import { NO_STANDING } from '@/lib/review/queue/order';
import type { Act } from './act';
import { actPrefix, type Whose } from './act-store';
import { type KeptAct, printKeptAct } from './kept-act';

const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve') }),
  z.object({ kind: z.literal('fix'), tag: keptTag }),
  z.object({ kind: z.literal('return'), reason: z.string(), reasonId: z.string().optional() }),
  z.object({ kind: z.literal('reject'), reason: z.string() }),
  z.object({ kind: z.literal('undo') }),
]) satisfies z.ZodType<Act>;

const keptAct = z.object({
  key: writeKeyInput,
  at: z.number().min(0).max(8.64e15),
  sent: z.boolean(),
  act,
  version: z.int().min(1).nullable(),
  refused: z.object({ message: z.string(), current: keptClaim.nullable().optional() }).optional(),
  item: z
    .object({
      claim: keptClaim.extend({ id: idInput }),
      article: z.object({ id: z.string(), title: z.string() }),
      approveRefusal: z.string().nullable(),
      // Older windows kept none.
      standing: z
        .object({ at: z.number(), place: z.number(), strength: z.number(), apart: z.number().catch(0), entry: z.number() })
        .catch(NO_STANDING),
    })
    // What bears on the claim comes with the page: kept, it would grow old.
    .transform((item) => ({ ...item, bearing: NO_BEARING })),
}) satisfies z.ZodType<KeptAct>;

/** A kept act read back, or null when it is not one this code wrote. */
export function parseKeptAct(text: string): KeptAct | null {
  return parseKept(keptAct, text);
}

/** What earlier windows left unsent or refused, oldest first. */
export function loadActs(find: () => Storage | null, whose: Whose): readonly KeptAct[] {
  return createKeptStore(find, { prefix: actPrefix(whose), parse: parseKeptAct, print: printKeptAct }).load();
}
