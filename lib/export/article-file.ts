import { z } from 'zod';
import { ORIGINS } from '@/lib/articles/article';
import { SOURCE_CLASSES, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { CLAIM_EVENTS } from '@/lib/claims/transitions';
import { REPORT_KINDS } from '@/lib/report/model';
import { WITHHELD } from '@/lib/report/withheld';
import { contents } from './article-file-contents';
import {
  chainLink,
  claimNumbers,
  count,
  evidence,
  finding,
  flagMark,
  id,
  label,
  offset,
  origin,
  originGroup,
  relation,
  source,
  sourceType,
  speaker,
  standingFlag,
  time,
} from './article-file-sourcing';

/**
 * The shape of a `hearsay-article` file, version 2: what `toArticleJson` writes and `parseArticleJson` reads.
 * docs/schemas/hearsay-article-2.schema.json is written from it and a test keeps the two the same.
 * Offsets count Unicode code points; times are UTC in ISO 8601 with milliseconds. What can be
 * derived from the claims (counts, people, sources, places, label, strength) is there for readers of the file, and
 * the reader here derives it again. A new field is optional and keeps the version; anything that
 * would make an older reader wrong raises it.
 */
export const ARTICLE_FORMAT = 'hearsay-article';
export const ARTICLE_VERSION = 2;

const person = z.object({ id, name: z.string() }).meta({ id: 'person', description: 'A person of the desk.' });
const state = z.enum(CLAIM_STATES).meta({ id: 'state', description: 'Where a claim stands between checker and editor.' });

const decision = z.object({ by: person, at: time }).meta({ id: 'decision', description: 'Who decided, and when.' });

const span = z
  .object({
    start: offset.describe('The first code point of the quote.'),
    end: offset.describe('The code point after the last one of the quote.'),
    quote: z.string().min(1).describe('The text from start up to, not including, end.'),
    prefix: z.string().describe('Up to 32 code points before the quote.'),
    suffix: z.string().describe('Up to 32 code points after it.'),
    before: z.string().describe('The rest of its sentence before the quote.'),
    after: z.string().describe('The rest of its sentence after it.'),
  })
  .meta({ id: 'span', description: 'A part of the text. Half-open.' });

const claim = z
  .object({
    id,
    number: z.int().min(1).describe('Given once per article and never reused.'),
    spans: z.array(span).min(1).describe('In text order.'),
    sourceType,
    sourceClass: z.enum(SOURCE_CLASSES).describe('Follows from sourceType.'),
    source: source.nullable().describe('Null where the type names none, or none was given.'),
    confidence: z.enum(CONFIDENCES).describe("The checker's confidence in this tagging (ICD 203)."),
    note: z.string().describe('Empty when there is none.'),
    state,
    version: z.int().min(1).describe('Goes up by one with every write.'),
    createdBy: person,
    lastEditedBy: person,
    createdAt: time,
    updatedAt: time,
    submittedAt: time.nullable(),
    reason: decision.extend({ text: z.string() }).nullable().describe('Why it was returned or rejected, while it is.'),
    approval: decision.nullable().describe('Who approved it and when, while it stands approved. Follows from transitions.'),
    chain: z.array(chainLink).min(1).describe('From the article’s own voice to whoever holds the statement, outermost first.'),
    chainInWords: z.string().describe('The chain on one line. Follows from chain.'),
    hand: z.int().min(1).nullable().describe('How many stand between: 1 is first hand; null where nobody is named. Follows from chain.'),
    strength: z
      .object({ value: z.int().min(0).max(5), sentence: z.string() })
      .describe('From 0 to 5, by the weakest link, and why. Follows from chain.'),
    origin: z.int().min(0).nullable().describe('The place in origins of the origin that it leans on, from 0. Follows from claims.'),
    originsAtMost: count.describe('Origins behind it and behind what supports it, at most. Follows from claims.'),
    originsAttested: count.describe('Of these, the ones attested to be independent. Follows from claims.'),
    credibilityDoubt: z.string().optional().describe('Why a credibility of 1 is not supported by what the file holds; absent where it is.'),
    finding,
    evidence: z.array(evidence),
    flags: z.array(flagMark).describe('What people said about flags.'),
    standingFlags: z.array(standingFlag).describe('Flags as they stand: from the data or from people. Follows from the claims.'),
    relations: z.array(relation).describe('Drawn from this claim; all hold in both directions.'),
  })
  .meta({ id: 'claim', description: 'What is asserted in its spans, and who is said to say so.' });

const transition = z
  .object({
    id,
    claimId: id,
    event: z.enum(CLAIM_EVENTS),
    from: state,
    to: state,
    actor: person,
    at: time,
    reason: z.string().describe('Empty where the event asks for none.'),
    claimVersion: z.int().min(1).describe("The claim's version after the step."),
  })
  .meta({ id: 'transition', description: "A step in a claim's life, as it happened." });

export const articleFile = z
  .object({
    format: z.literal(ARTICLE_FORMAT),
    version: z.literal(ARTICLE_VERSION),
    kind: z.enum(REPORT_KINDS).describe('A report holds approved claims only; a working copy holds those of its statuses.'),
    statuses: z.array(state).describe('The states this file may hold claims in.'),
    generatedAt: time,
    generator: z.object({ name: z.string(), version: z.string() }).describe('The program that wrote the file.'),
    withheld: z
      .array(z.enum(WITHHELD))
      .optional()
      .describe('What was taken out, or replaced by pseudonyms, before the file was written; missing where nothing was.'),
    desk: z.object({ id, name: z.string() }),
    article: z.object({
      id,
      title: z.string(),
      topic: z.string().optional().describe('What it is about, in the desk’s own words; missing where nobody said.'),
      outlet: z.string().optional().describe('Who published it, in the desk’s own words; missing where nobody said.'),
      publishedOn: z.iso.date().optional().describe('The day it was published, as 2026-03-01; missing where nobody said.'),
      createdAt: time,
      createdBy: person,
    }),
    revision: z
      .object({
        id,
        number: z.int().min(1),
        text: z.string().describe('The whole text: NFC, LF. All offsets are in it.'),
        sha256: z.string().describe('SHA-256 of the text in UTF-8, in lower-case hexadecimal.'),
        codePoints: count.describe('The length of the text in code points.'),
        words: count,
        origin: z.enum(ORIGINS).describe('How the text came in.'),
        fileName: z.string().nullable(),
        encoding: z.string().nullable().describe('What a file was decoded from.'),
        importedAt: time,
        importedBy: person,
      })
      .describe('The immutable text that the claims are about.'),
    counts: z
      .object({
        claims: count,
        byClass: z.object(countsOf(SOURCE_CLASSES)),
        byType: z.object(countsOf(SOURCE_TYPES)),
        byState: z.object(countsOf(CLAIM_STATES)),
      })
      .describe('Follow from claims.'),
    people: z
      .object({ checkers: z.array(person), approvers: z.array(person) })
      .describe('Who made or last edited these claims, and who approved them. Follow from claims.'),
    sources: z
      .array(z.object({ source, types: z.array(sourceType), claims: claimNumbers }))
      .describe('Each source that a tag names, with its types and the numbers of its claims, most claims first. Follow from claims.'),
    label: label.describe('The sourcing label: who stands behind the claims, counted. Rejected claims do not count. Follows from claims.'),
    origins: z.array(origin).describe('What the claims lean on, each origin once. Follows from claims and originGroups.'),
    speakers: z.array(speaker).describe('Everybody who speaks, as a table. Follows from claims and originGroups.'),
    originGroups: z.array(originGroup).describe('Sources that were found to lean on one origin, with the reason.'),
    contents: contents.optional(),
    claims: z.array(claim).describe('In text order.'),
    transitions: z.array(transition).describe('Steps of these claims, oldest first.'),
  })
  .meta({
    title: 'Hearsay article, version 2',
    description: 'One revision of an article with its claims, as exported by Hearsay. See docs/formats.md.',
  });

export type ArticleFile = z.infer<typeof articleFile>;

function countsOf<Name extends string>(names: readonly Name[]): Record<Name, typeof count> {
  return Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>;
}
