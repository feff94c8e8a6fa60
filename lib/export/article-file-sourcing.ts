import { z } from 'zod';
import { COUNTS, PROXIMITIES } from '@/lib/attribution/anonymity';
import { HEDGE_KINDS, READINGS, STATED } from '@/lib/attribution/link';
import { LINK_RELATIONS } from '@/lib/attribution/link-relation';
import { INDEPENDENCE } from '@/lib/attribution/origin-group';
import { SOURCE_CLASSES, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { EVIDENCE_KINDS, STANCES } from '@/lib/claims/evidence';
import { ATTRIBUTION_CHECKS, CONTENT_CHECKS, CREDIBILITIES, LIKELIHOODS } from '@/lib/claims/finding';
import { FLAG_VERDICTS, FLAGS } from '@/lib/claims/flag';
import { RELATIONS } from '@/lib/claims/relation';
import { SOURCE_KINDS } from '@/lib/sources/source';

/** The parts of a `hearsay-article` file (article-file.ts) that say who says so, through whom, and what checking came to. */

export const id = z.uuid().meta({ id: 'id', description: 'A UUID, lower case with hyphens.' });
export const time = z.iso.datetime({ precision: 3 }).meta({ id: 'time', description: 'A moment in UTC, as 2025-08-12T14:03:00.000Z.' });
export const count = z.int().min(0).meta({ id: 'count', description: 'How many, 0 or more.' });
export const offset = z
  .int()
  .min(0)
  .meta({ id: 'offset', description: 'A place in revision.text, in Unicode code points from its beginning.' });

export const sourceType = z.enum(SOURCE_TYPES).meta({ id: 'sourceType', description: 'How the article presents who is speaking.' });
export const source = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(SOURCE_KINDS),
    retracted: z.literal(true).optional().describe('Only there when the desk has retracted it.'),
  })
  .meta({ id: 'source', description: 'Someone or something that can say something.' });

export const claimNumbers = z.array(z.int().min(1)).meta({ id: 'claimNumbers', description: 'Claims of this file, by number.' });

const words = z
  .object({ start: offset, end: offset, quote: z.string().min(1) })
  .meta({ id: 'words', description: 'Words of the text. Half-open.' });

export const chainLink = z
  .object({
    sourceType,
    source: source.nullable().describe('Null for the article’s voice and wherever nobody is named.'),
    tagged: z.boolean().describe('True for the one link whose type and source are the claim’s.'),
    relation: z.enum(LINK_RELATIONS).describe('What it does with what comes from behind it.'),
    stated: z.enum(STATED).describe('Whether the claim’s sentence names it, or the checker knows it from elsewhere.'),
    reading: z.enum(READINGS).describe('Whether the desk has read what it published, or takes it on trust.'),
    cue: words.nullable().describe('The words that name it.'),
    hedges: z
      .array(z.object({ kind: z.enum(HEDGE_KINDS), start: offset, end: offset, quote: z.string().min(1) }))
      .describe('Words that weaken or strengthen what is said without saying it.'),
    anonymity: z
      .object({
        descriptor: z.string(),
        count: z.enum(COUNTS).nullable(),
        number: z.int().nullable().describe('With count “exact”.'),
        proximity: z.enum(PROXIMITIES).nullable(),
        basis: z.string().describe('How they know; empty when it is not given.'),
        reason: z.string().describe('Why they are not named; empty when it is not given.'),
      })
      .nullable()
      .describe('What the article says about somebody it does not name.'),
  })
  .meta({ id: 'link', description: 'Somebody through whom a claim reaches the reader.' });

export const finding = z
  .object({
    attributionCheck: z.enum(ATTRIBUTION_CHECKS).describe('Did the source say this?'),
    contentCheck: z.enum(CONTENT_CHECKS).describe('Is it so?'),
    credibility: z.literal(CREDIBILITIES).nullable().describe('Admiralty scale, 1 to 6; 6 is “cannot be judged”.'),
    likelihood: z.enum(LIKELIHOODS).nullable().describe('A term of ICD 203.'),
    rationale: z.string(),
    correction: z.string().describe('What it should read; empty when nothing needs correcting.'),
    question: z.string().min(1).optional().describe('What the author is still to be asked; missing where nothing is.'),
  })
  .meta({ id: 'finding', description: 'What checking came to.' });

export const evidence = z
  .object({
    id,
    kind: z.enum(EVIDENCE_KINDS),
    title: z.string(),
    url: z.string().nullable(),
    archivedUrl: z.string().nullable(),
    locator: z.string().describe('Where in it.'),
    retrievedOn: z.string().nullable().describe('The day it was looked at, as 2026-03-01.'),
    originGroupId: id.nullable(),
    stance: z.enum(STANCES),
  })
  .meta({ id: 'evidence', description: 'What a finding leans on.' });

export const flagMark = z.object({ flag: z.enum(FLAGS), verdict: z.enum(FLAG_VERDICTS), note: z.string() });

export const standingFlag = z.object({
  flag: z.enum(FLAGS),
  from: z.enum(['data', 'person']),
  dismissed: z.boolean().describe('A person said that it does not hold.'),
  note: z.string(),
  why: z.string().describe('A sentence: what brings it.'),
});

export const relation = z
  .object({
    kind: z.enum(RELATIONS),
    claimId: id,
    claim: z.int().min(1).nullable().describe('Its number; null when it is not in this file. Follows from claims.'),
    note: z.string().describe('Empty when the other claim is not in this file.'),
  })
  .meta({ id: 'relation', description: 'How a claim bears on another.' });

export const originGroup = z
  .object({
    id,
    name: z.string(),
    sourceIds: z.array(id).describe('Those of its sources that the claims of this file name.'),
    reason: z.string().describe('Why these lean on one origin.'),
    attested: z.string().nullable().describe('How it is known that it is independent of the others; null when it is not.'),
    version: z.int().min(1),
  })
  .meta({ id: 'originGroup', description: 'Sources that lean on one origin, in a person’s judgement.' });

const independence = z
  .enum(INDEPENDENCE)
  .meta({ id: 'independence', description: 'Unknown unless shown to be shared, or attested by a person with a reason.' });

export const origin = z
  .object({ name: z.string(), independence, groupIds: z.array(id), sourceIds: z.array(id), claims: claimNumbers })
  .meta({ id: 'origin', description: 'What lies behind claims and is counted once.' });

const pairs = z.array(z.array(z.int().min(1)).length(2));

export const label = z.object({
  sentences: z.array(z.string()).describe('The label in English, most telling first.'),
  claims: claimNumbers,
  byClass: z.object(Object.fromEntries(SOURCE_CLASSES.map((name) => [name, claimNumbers])) as Record<SourceClassName, typeof claimNumbers>),
  originsAtMost: count,
  originsAttested: count,
  attributions: z.array(z.object({ name: z.string(), cue: words.nullable(), claims: claimNumbers })).describe('In text order.'),
  relays: z
    .array(z.object({ source, claims: claimNumbers, silent: claimNumbers.describe('Those whose own sentence does not name it.') }))
    .describe('Newsrooms that claims come through, most claims first.'),
  deepest: z.object({ hand: z.int().min(1), claims: claimNumbers }).nullable(),
  noSource: claimNumbers,
  ownVoice: claimNumbers,
  contradictions: pairs,
  tensions: pairs,
  circular: claimNumbers,
  flags: z.array(z.object({ flag: z.enum(FLAGS), claims: claimNumbers })),
});

type SourceClassName = (typeof SOURCE_CLASSES)[number];

export const speaker = z.object({
  name: z.string(),
  source: source.nullable(),
  sourceType: sourceType.describe('How most of its claims present it.'),
  presentation: z.string(),
  claims: claimNumbers.describe('Those that come through it or from it.'),
  speaksIn: claimNumbers.describe('Those of them presented as said by it.'),
  reach: z.string(),
  reading: z.string().nullable(),
  independence,
  origin: z.string().nullable().describe('The name of the one origin that all its claims lean on.'),
});
