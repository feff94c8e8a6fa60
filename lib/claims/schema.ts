import { z } from 'zod';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { idInput, writeKeyInput } from '@/lib/kernel/ids';
import { SOURCE_NAME_MAX, toNameKey } from '@/lib/sources/source';
import { NOTE_MAX, SPANS_MAX } from './claim';
import { CONFIDENCES } from './confidence';

const spanInput = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, 'A span holds at least one character.');

/** Text a person typed: no control characters other than line breaks and tabs, well-formed Unicode. */
export const typedText = z
  .string()
  .refine((text) => text.isWellFormed(), 'This text is not valid Unicode.')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
  .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u.test(text), 'This text holds control characters.');

const sourceNameInput = typedText
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, 'A source needs a name.').max(SOURCE_NAME_MAX, `A source's name has at most ${SOURCE_NAME_MAX} characters.`))
  .refine((name) => toNameKey(name) !== '', 'A source needs a name that can be read.');

/** An existing source by id, or a name: found on the desk by its folded name, else created. */
const sourceInput = z.union([z.object({ id: idInput }), z.object({ name: sourceNameInput })]);
export type SourceInput = z.infer<typeof sourceInput>;

/** The three choices of a bare tag, and the optional note. */
const tagFields = {
  spans: z.array(spanInput).min(1, 'A claim needs a span.').max(SPANS_MAX),
  sourceType: z.enum(SOURCE_TYPES),
  source: sourceInput.nullable(),
  confidence: z.enum(CONFIDENCES),
  note: typedText.max(NOTE_MAX, `A note has at most ${NOTE_MAX} characters.`).default(''),
};

function checkSource(tag: { sourceType: (typeof SOURCE_TYPES)[number]; source: SourceInput | null }, ctx: z.RefinementCtx): void {
  const facts = SOURCE_TYPE_FACTS[tag.sourceType];
  if (facts.source === 'required' && tag.source === null)
    ctx.addIssue({ code: 'custom', path: ['source'], message: `“${facts.label}” needs a source.` });
  if (facts.source === 'none' && tag.source !== null)
    ctx.addIssue({ code: 'custom', path: ['source'], message: `“${facts.label}” has no source.` });
}

export const createClaimInput = z
  .object({ key: writeKeyInput, claimId: idInput, revisionId: idInput, ...tagFields })
  .superRefine(checkSource);
export type CreateClaimInput = z.infer<typeof createClaimInput>;

/** The whole tag as it should be from now on. `version` is the one the person was looking at. */
export const editClaimInput = z
  .object({ key: writeKeyInput, claimId: idInput, version: z.int().min(1), ...tagFields })
  .superRefine(checkSource);
export type EditClaimInput = z.infer<typeof editClaimInput>;

export const claimVersionInput = z.object({ key: writeKeyInput, claimId: idInput, version: z.int().min(1) });
export type ClaimVersionInput = z.infer<typeof claimVersionInput>;
