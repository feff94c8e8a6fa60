import { z } from 'zod';
import type { TagDraft } from '@/lib/claims/check-tag';
import { keptClaim, keptDetails, keptLink, keptTag } from '@/lib/claims/kept-claim';
import { parseKept } from '@/lib/delivery/parse-kept';
import type { TextOffset } from '@/lib/text/offset';
import { FORM_FIELDS } from '../form/draft';
import { type BegunPanel, PANELS, type Unfinished } from './view';

const offset = z.int().transform((value) => value as TextOffset);

const draft = z.object({
  ...keptTag.shape,
  sourceType: keptTag.shape.sourceType.nullable(),
  confidence: keptTag.shape.confidence.nullable(),
}) satisfies z.ZodType<TagDraft>;

const begunPanel = z.object({
  kind: z.literal('panel'),
  claimId: z.string(),
  panel: z.enum(PANELS),
  draft: z.object({
    base: keptClaim,
    words: z.object({ picked: z.string(), note: z.string() }).optional(),
    chain: keptDetails.chain.optional(),
    finding: keptDetails.finding.optional(),
    evidence: keptDetails.evidence.optional(),
  }),
}) satisfies z.ZodType<BegunPanel>;

const unfinished = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('form'),
    form: z.object({
      serial: z.int(),
      claimId: z.string(),
      editing: z.boolean(),
      resolves: z.null(),
      spans: z.array(z.object({ start: offset, end: offset })),
      each: z.array(z.object({ start: offset, end: offset })).optional(),
      draft,
      chain: z.array(keptLink).nullable(),
      base: keptClaim.nullable(),
      startField: z.enum(FORM_FIELDS),
      typed: z.string().optional(),
    }),
  }),
  begunPanel,
]) satisfies z.ZodType<Unfinished>;

/** What was begun, read back from the tab's storage; null for anything this code did not write. */
export function parseUnfinished(text: string): Unfinished | null {
  return parseKept(unfinished, text);
}

/** What was put aside, read back; none for anything this code did not write. */
export function parseAside(text: string): readonly Unfinished[] {
  return parseKept(z.array(unfinished), text) ?? [];
}
