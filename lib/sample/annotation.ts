import { z } from 'zod';
import { SOURCE_TYPES } from '@/lib/attribution/source-type';

/**
 * The shape of prisma/sample/annotation.json, as far as it is read. Offsets there are Unicode code points. What it holds
 * beyond this (checkability, kinds of claims, nested attributions) has no place in a claim and stays out.
 */
export const annotationInput = z.object({
  sources: z.record(
    z.string(),
    z.object({
      name: z.string(),
      type: z.enum(SOURCE_TYPES),
      mention: z.object({ exact: z.string() }).nullable(),
      descriptor: z.object({ proximity: z.string().nullable(), count: z.string(), howTheyKnow: z.string().nullable() }).optional(),
    }),
  ),
  claims: z.array(
    z.object({
      id: z.string(),
      span: z.object({ start: z.int(), end: z.int(), exact: z.string() }),
      chain: z.array(z.object({ sourceId: z.string(), relation: z.string(), explicit: z.boolean(), cue: z.string().optional() })),
      sourceType: z.enum(SOURCE_TYPES),
      hedges: z.array(z.object({ start: z.int(), end: z.int(), kind: z.string() })),
      flags: z.array(z.string()),
      notes: z.string(),
    }),
  ),
  relations: z.array(
    z.object({
      type: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
      claims: z.array(z.string()).optional(),
      origin: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
});

export type Annotation = z.infer<typeof annotationInput>;
export type AnnotatedClaim = Annotation['claims'][number];
