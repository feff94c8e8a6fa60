import { z } from 'zod';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { sourceInput } from '@/lib/sources/source-input';
import { isBlank } from '@/lib/text/blank';
import { typedText, typedWords } from '@/lib/text/typed-text';
import { ANONYMITY_TEXT_MAX, ANONYMOUS_NUMBER_MAX, COUNTS, PROXIMITIES } from './anonymity';
import { CHAIN_MAX, CUE_MAX, HEDGE_KINDS, HEDGES_MAX, READINGS, STATED } from './link';
import { LINK_RELATIONS } from './link-relation';
import { ORIGIN_MEMBERS_MAX, ORIGIN_NAME_MAX, ORIGIN_REASON_MAX } from './origin-group';
import { SOURCE_TYPES } from './source-type';

/** A range of the revision's text in UTF-16 units; whether the text has it is asked where the text is (mutations.ts). */
const rangeInput = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, 'These words hold at least one character.')
  .refine(({ start, end }) => end - start <= CUE_MAX, `The words that name somebody have at most ${CUE_MAX} characters: take fewer.`);

const shortText = typedText.max(ANONYMITY_TEXT_MAX, `This has at most ${ANONYMITY_TEXT_MAX} characters.`).default('');

const anonymityInput = z
  .object({
    descriptor: shortText,
    count: z.enum(COUNTS).nullable(),
    number: z.int().min(2).max(ANONYMOUS_NUMBER_MAX, `At most ${ANONYMOUS_NUMBER_MAX} people.`).nullable(),
    proximity: z.enum(PROXIMITIES).nullable(),
    basis: shortText,
    reason: shortText,
  })
  .refine(({ count, number }) => (count === 'exact') === (number !== null), {
    path: ['number'],
    message: 'A number goes with “a number”, and only with it.',
  });

/**
 * One link as it is sent. The tagged one bears the claim's tag, so it is sent without a type and source of its own:
 * one fact, one place.
 */
const linkInput = z.object({
  tagged: z.boolean(),
  sourceType: z.enum(SOURCE_TYPES).nullable(),
  source: sourceInput.nullable(),
  relation: z.enum(LINK_RELATIONS),
  stated: z.enum(STATED),
  reading: z.enum(READINGS),
  cue: rangeInput.nullable(),
  hedges: z
    .array(rangeInput.safeExtend({ kind: z.enum(HEDGE_KINDS) }))
    .max(HEDGES_MAX, `A link has at most ${HEDGES_MAX} hedges.`)
    .refine((hedges) => new Set(hedges.map(({ start, end, kind }) => `${start}-${end} ${kind}`)).size === hedges.length, {
      message: 'The same hedge is given twice here.',
    }),
  anonymity: anonymityInput.nullable(),
});
export type LinkInput = z.infer<typeof linkInput>;

/** A whole chain, the article's voice first. */
export const chainInput = z
  .array(linkInput)
  .min(1, 'A chain begins with the article’s own voice.')
  .max(CHAIN_MAX, `A chain has at most ${CHAIN_MAX} links: nobody can check so many hands. Leave out those that add nothing.`)
  .refine(
    (links) => links.every(({ tagged, sourceType, source }) => (tagged ? sourceType === null && source === null : sourceType !== null)),
    {
      message: 'The tagged link has the claim’s own source type and source; every other names its type.',
    },
  );
export type ChainInput = z.infer<typeof chainInput>;

const originReason = typedText.trim().max(ORIGIN_REASON_MAX, `A reason has at most ${ORIGIN_REASON_MAX} characters.`);

/** A whole origin group as it should be from now on. `version` is the one the person was looking at, 0 for a new group. */
export const originGroupInput = z
  .object({
    key: writeKeyInput,
    groupId: idInput,
    articleId: idInput,
    version: z.int().min(0),
    name: typedWords('Give this origin a name.').max(ORIGIN_NAME_MAX, `A name has at most ${ORIGIN_NAME_MAX} characters.`),
    sourceIds: z
      .array(idInput)
      .min(1, 'An origin group holds at least one source.')
      .max(ORIGIN_MEMBERS_MAX, `An origin group holds at most ${ORIGIN_MEMBERS_MAX} sources.`)
      .refine((ids) => new Set(ids).size === ids.length, 'A source is in a group once.'),
    reason: originReason,
    attested: originReason.refine((text) => !isBlank(text), 'Say how you know that this origin is independent.').nullable(),
  })
  .refine(({ sourceIds, reason }) => sourceIds.length < 2 || !isBlank(reason), {
    path: ['reason'],
    message: 'Say why these lean on one origin.',
  });
export type OriginGroupInput = z.infer<typeof originGroupInput>;

export const originGroupVersionInput = z.object({ key: writeKeyInput, groupId: idInput, version: z.int().min(1) });
export type OriginGroupVersionInput = z.infer<typeof originGroupVersionInput>;
