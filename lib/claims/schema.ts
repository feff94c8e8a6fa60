import { z } from 'zod';
import { chainInput } from '@/lib/attribution/schema';
import { SOURCE_TYPES, type SourceType } from '@/lib/attribution/source-type';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { type SourceInput, sourceInput } from '@/lib/sources/source-input';
import { typedText, typedWords } from '@/lib/text/typed-text';
import { webAddressInput } from '@/lib/text/web-address';
import { NOTE_MAX, SPANS_MAX } from './claim';
import { CONFIDENCES } from './confidence';
import { EVIDENCE_KINDS, EVIDENCE_MAX, EVIDENCE_TEXT_MAX, STANCES, URL_MAX } from './evidence';
import { ATTRIBUTION_CHECKS, CONTENT_CHECKS, CREDIBILITIES, LIKELIHOODS, RATIONALE_MAX } from './finding';
import { FLAG_VERDICTS, FLAGS } from './flag';
import { RELATIONS, RELATIONS_MAX } from './relation';
import { sourceFault } from './source-fault';

const spanInput = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, 'A span holds at least one character.');

/** The three choices of a bare tag, and the optional note. */
const tagFields = {
  spans: z.array(spanInput).min(1, 'A claim needs a span.').max(SPANS_MAX),
  sourceType: z.enum(SOURCE_TYPES),
  source: sourceInput.nullable(),
  confidence: z.enum(CONFIDENCES),
  note: typedText.max(NOTE_MAX, `A note has at most ${NOTE_MAX} characters.`).default(''),
};

function checkSource(tag: { sourceType: SourceType; source: SourceInput | null }, ctx: z.RefinementCtx): void {
  const message = sourceFault(tag.sourceType, tag.source !== null);
  if (message !== null) ctx.addIssue({ code: 'custom', path: ['source'], message });
}

const longText = typedText.max(RATIONALE_MAX, `This has at most ${RATIONALE_MAX} characters.`).default('');
const noteInput = typedText.max(EVIDENCE_TEXT_MAX, `This has at most ${EVIDENCE_TEXT_MAX} characters.`).default('');

const urlInput = webAddressInput(URL_MAX, 'This is not a web address (https://…).');

const evidenceInput = z.object({
  id: idInput,
  kind: z.enum(EVIDENCE_KINDS),
  title: typedWords('Say what it is.').max(EVIDENCE_TEXT_MAX, `A title has at most ${EVIDENCE_TEXT_MAX} characters.`),
  url: urlInput.nullable(),
  archivedUrl: urlInput.nullable(),
  locator: noteInput,
  retrievedOn: z.iso.date('A day is written 2026-03-01.').nullable(),
  originGroupId: idInput.nullable(),
  stance: z.enum(STANCES),
});

/** The parts of a claim beyond its tag, each whole; what is left out stays as it is. */
export const detailsInput = z
  .object({
    chain: chainInput,
    finding: z.object({
      attributionCheck: z.enum(ATTRIBUTION_CHECKS),
      contentCheck: z.enum(CONTENT_CHECKS),
      credibility: z.literal(CREDIBILITIES).nullable(),
      likelihood: z.enum(LIKELIHOODS).nullable(),
      rationale: longText,
      correction: longText,
      question: longText,
    }),
    evidence: z.array(evidenceInput).max(EVIDENCE_MAX, `A claim has at most ${EVIDENCE_MAX} pieces of evidence.`),
    flags: z.array(z.object({ flag: z.enum(FLAGS), verdict: z.enum(FLAG_VERDICTS), note: noteInput })).max(FLAGS.length),
    relations: z
      .array(z.object({ kind: z.enum(RELATIONS), claimId: idInput, note: noteInput }))
      .max(RELATIONS_MAX, `A claim has at most ${RELATIONS_MAX} relations.`),
  })
  .partial();
export type DetailsInput = z.infer<typeof detailsInput>;

/** A tag alone, for a form to be checked with before there is anything to send. */
export const tagInput = z.object(tagFields).superRefine(checkSource);

export const createClaimInput = z
  .object({ key: writeKeyInput, claimId: idInput, revisionId: idInput, ...tagFields, details: detailsInput.optional() })
  .superRefine(checkSource);
export type CreateClaimInput = z.infer<typeof createClaimInput>;

/** The whole tag as it should be from now on. `version` is the one the person was looking at. */
export const editClaimInput = z
  .object({ key: writeKeyInput, claimId: idInput, version: z.int().min(1), ...tagFields, details: detailsInput.optional() })
  .superRefine(checkSource);
export type EditClaimInput = z.infer<typeof editClaimInput>;

export const claimVersionInput = z.object({ key: writeKeyInput, claimId: idInput, version: z.int().min(1) });
export type ClaimVersionInput = z.infer<typeof claimVersionInput>;
