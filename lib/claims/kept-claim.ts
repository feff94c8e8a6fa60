import { z } from 'zod';
import { type Anonymity, COUNTS, PROXIMITIES } from '@/lib/attribution/anonymity';
import { HEDGE_KINDS, type Link, READINGS, STATED } from '@/lib/attribution/link';
import { LINK_RELATIONS } from '@/lib/attribution/link-relation';
import { SOURCE_TYPES } from '@/lib/attribution/source-type';
import { SOURCE_KINDS } from '@/lib/sources/source';
import type { TextOffset } from '@/lib/text/offset';
import { type Claim, SPANS_MAX } from './claim';
import { CLAIM_STATES } from './claim-state';
import { CONFIDENCES } from './confidence';
import type { Details } from './details/details';
import { EVIDENCE_KINDS, STANCES } from './evidence';
import { ATTRIBUTION_CHECKS, CONTENT_CHECKS, CREDIBILITIES, LIKELIHOODS } from './finding';
import { FLAG_VERDICTS, FLAGS } from './flag';
import { RELATIONS } from './relation';
import type { TagValues } from './tag-values';

/**
 * Claims and tags as the browser's storage gives them back, for what is kept there until it is sent. Shapes only, since
 * they were checked when they were written; `satisfies` makes the compiler name a field that is not read here.
 *
 * What is kept outlives the build that kept it. A field added here later gets `.default(...)`, and a name that goes stays
 * readable: else the unsent work of an older build no longer parses, and is never sent. The frozen entries in
 * tests/unit/editor/kept-write.test.ts and tests/unit/review/kept-act.test.ts are such work: added to, never changed.
 */

// Offsets lose their brand, and dates their type, on the way through JSON.
const offset = z.int().transform((value) => value as TextOffset);
const range = { start: offset, end: offset };
const date = z.coerce.date();

const person = z.object({ id: z.string(), name: z.string() });
export const keptSource = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(SOURCE_KINDS),
  retracted: z.literal(true).optional(),
});

const anonymity = z.object({
  descriptor: z.string(),
  count: z.enum(COUNTS).nullable(),
  number: z.int().nullable(),
  proximity: z.enum(PROXIMITIES).nullable(),
  basis: z.string(),
  reason: z.string(),
}) satisfies z.ZodType<Anonymity>;

export const keptLink = z.object({
  sourceType: z.enum(SOURCE_TYPES),
  source: keptSource.nullable(),
  tagged: z.boolean(),
  relation: z.enum(LINK_RELATIONS),
  stated: z.enum(STATED),
  reading: z.enum(READINGS),
  cue: z.object({ ...range, quote: z.string() }).nullable(),
  hedges: z.array(z.object({ ...range, quote: z.string(), kind: z.enum(HEDGE_KINDS) })),
  anonymity: anonymity.nullable(),
}) satisfies z.ZodType<Link>;

export const keptDetails = {
  // Drawing a chain rests on this one rule; an entry somebody edited by hand must not take the page down.
  chain: z.array(keptLink).refine((links) => links.filter(({ tagged }) => tagged).length === 1),
  finding: z.object({
    attributionCheck: z.enum(ATTRIBUTION_CHECKS),
    contentCheck: z.enum(CONTENT_CHECKS),
    credibility: z.literal(CREDIBILITIES).nullable(),
    likelihood: z.enum(LIKELIHOODS).nullable(),
    rationale: z.string(),
    correction: z.string(),
    question: z.string().default(''),
  }),
  evidence: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(EVIDENCE_KINDS),
      title: z.string(),
      url: z.string().nullable(),
      archivedUrl: z.string().nullable(),
      locator: z.string(),
      retrievedOn: z.string().nullable(),
      originGroupId: z.string().nullable(),
      stance: z.enum(STANCES),
    }),
  ),
  flags: z.array(z.object({ flag: z.enum(FLAGS), verdict: z.enum(FLAG_VERDICTS), note: z.string() })),
  relations: z.array(z.object({ kind: z.enum(RELATIONS), claimId: z.string(), note: z.string() })),
} satisfies { [Field in keyof Details]: z.ZodType<Details[Field]> };

export const keptClaim = z.object({
  ...keptDetails,
  id: z.string(),
  deskId: z.string(),
  articleId: z.string(),
  revisionId: z.string(),
  number: z.int(),
  spans: z.array(z.object({ ...range, quote: z.string(), before: z.string(), after: z.string() })),
  sourceType: z.enum(SOURCE_TYPES),
  source: keptSource.nullable(),
  confidence: z.enum(CONFIDENCES),
  note: z.string(),
  state: z.enum(CLAIM_STATES),
  version: z.int(),
  createdBy: person,
  lastEditedBy: person,
  earlierEditorIds: z.array(z.string()).optional(),
  createdAt: date,
  updatedAt: date,
  submittedAt: date.nullable(),
  reason: z.object({ text: z.string(), by: person, at: date }).nullable(),
  parents: z
    .array(
      z.object({
        ...{ id: z.string(), number: z.int(), createdBy: person, lastEditedBy: person.optional() },
        earlierEditorIds: z.array(z.string()).optional(),
      }),
    )
    .optional(),
}) satisfies z.ZodType<Claim>;

export const keptTag = z.object({
  // The most a claim was ever let have: thousands of them, put there by hand, take the browser down.
  spans: z
    .array(z.object({ start: z.int().min(0), end: z.int().min(1) }))
    .min(1)
    .max(SPANS_MAX),
  sourceType: z.enum(SOURCE_TYPES),
  source: z.union([keptSource, z.object({ id: z.null(), name: z.string() })]).nullable(),
  confidence: z.enum(CONFIDENCES),
  note: z.string(),
}) satisfies z.ZodType<TagValues>;
