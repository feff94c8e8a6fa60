import { z } from 'zod';
import { CLAIM_EVENTS } from '@/lib/claims/transitions';
import { SCALES } from '@/lib/report/contents';
import { claimNumbers, count, source, time } from './article-file-sourcing';

/**
 * The part of a `hearsay-article` file (article-file.ts) that says what a report says beyond its label. It is for readers
 * of the file: ours works it out again from the claims and does not compare, since how figures are found may get better.
 */

const period = z.object({ from: time, to: time }).nullable();

export const contents = z
  .object({
    checked: period.describe('From when the first claim was made until the last was handed in, or last changed where it was not.'),
    approved: period.describe('The first and the last approval that stands.'),
    scales: z.array(z.enum(SCALES)).describe('Those on which a claim is placed.'),
    numbers: z
      .array(z.object({ claim: z.int().min(1), figures: z.array(z.string().min(1)) }))
      .describe('Claims whose quoted words hold figures, with each figure as it stands there.'),
    unattributed: z
      .object({ noSource: claimNumbers, attributionDropped: claimNumbers, toldAsFact: claimNumbers })
      .describe('Claims that reach the reader without anybody who says so.'),
    proposals: z
      .array(z.object({ claim: z.int().min(1), inText: z.boolean() }))
      .describe('Claims whose correction is proposed, and whether it can stand in the text in their place.'),
    notChecked: z
      .object({
        attribution: claimNumbers,
        content: claimNumbers,
        untraceable: claimNumbers,
        uncheckable: claimNumbers,
        outOfScope: claimNumbers,
        onTrust: z.array(source).describe('Newsrooms that pass claims on and that the desk has not read.'),
        documentsOnTrust: z
          .array(z.object({ source, claims: claimNumbers }))
          .optional()
          .describe('Documents that claims lean on and that the desk has not read, with those claims; missing in older files.'),
        unclear: claimNumbers,
        predictions: claimNumbers,
      })
      .describe('What was not checked, by why.'),
    questions: claimNumbers.describe('Claims with a question to the author; it stands in their finding.'),
    steps: z
      .object({ byEvent: z.array(z.object({ event: z.enum(CLAIM_EVENTS), count })), period })
      .describe('The transitions in short: how many of each kind, the first and the last.'),
  })
  .meta({ id: 'contents', description: 'What a report says beyond its label. Follows from claims and transitions.' });
