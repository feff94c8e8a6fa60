import { z } from 'zod';
import { topicInput } from '@/lib/articles/schema';
import { idInput } from '@/lib/kernel/id-input';
import type { SliceChoice } from './record-slice';

/** How many articles a track record can be cut to in one address. */
const SLICE_ARTICLES_MAX = 50;

/** How many topics. */
const SLICE_TOPICS_MAX = 20;

const dayInput = z.iso.date().optional().catch(undefined);
const numberInput = z.coerce.number().int().min(0).optional().catch(undefined);

/** A source's page as it stands in the URL, beside the registry's own list. What nobody knows is dropped, so that an old link still opens. */
export const sourcePageInput = z.object({
  from: dayInput,
  to: dayInput,
  in: z
    .union([z.string().transform((id) => [id]), z.array(z.string())])
    .transform((ids) => ids.filter((id) => idInput.safeParse(id).success).slice(0, SLICE_ARTICLES_MAX))
    .catch([])
    .default([]),
  topic: z
    .union([z.string().transform((topic) => [topic]), z.array(z.string())])
    .transform((topics) => topics.filter((topic) => topic !== '' && topicInput.safeParse(topic).data === topic).slice(0, SLICE_TOPICS_MAX))
    .catch([])
    .default([]),
  /** The claim of an article that the list of claims goes on after. */
  afterArticle: idInput.optional().catch(undefined),
  afterClaim: numberInput,
  /** The merged source one came from. */
  was: idInput.optional().catch(undefined),
});
export type SourcePageInput = z.infer<typeof sourcePageInput>;

/** The address's part that cuts the track records. */
export function toSliceChoice({ from, to, in: articles, topic: topics }: SourcePageInput): SliceChoice {
  return { from, to, articles, topics };
}
