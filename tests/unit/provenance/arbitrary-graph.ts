import fc from 'fast-check';
import type { GraphClaim } from '@/lib/provenance/graph';
import { arbitraryChain } from '../attribution/arbitrary-chain';

/** Claims c0, c1 ... of two articles, with chains that meet, repeat and go round. */
export const graphClaims: fc.Arbitrary<readonly GraphClaim[]> = fc
  .array(fc.tuple(arbitraryChain({ max: 5 }), fc.constantFrom('one', 'two')), { maxLength: 30 })
  .map((made) =>
    made.map(([chain, articleId], at) => ({
      id: `c${at}`,
      articleId,
      chain,
      sourceType: chain.find(({ tagged }) => tagged)?.sourceType ?? 'unresolved',
    })),
  );
