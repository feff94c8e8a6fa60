import { z } from 'zod';
import { SEARCH_KINDS } from './hit';

/** A search as it stands in the address. What cannot be is left out, so that an old link still opens. */
export const searchInput = z.object({
  // All of it comes back into the field; what counts of it is for parseQuery.
  q: z.string().max(10_000).catch('').default(''),
  in: z.enum(SEARCH_KINDS).optional().catch(undefined),
  after: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});
export type SearchInput = z.infer<typeof searchInput>;
