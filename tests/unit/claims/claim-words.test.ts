import { describe, expect, it } from 'vitest';
import { SOURCE_TYPES } from '@/lib/attribution/source-type';
import { claimName, whoSays } from '@/lib/claims/claim-words';

describe('a claim in words', () => {
  it('is called by its number, class and confidence', () => {
    expect(claimName({ number: 8, sourceType: 'anonymous_source', confidence: 'moderate' })).toBe(
      'Claim 8, Anonymous, moderate confidence',
    );
  });

  it('is said by its source where there is one', () => {
    const source = { id: 'source', name: 'Kremlin insiders', kind: 'unnamed' } as const;
    expect(whoSays({ sourceType: 'anonymous_source', source })).toBe('Kremlin insiders');
  });

  it.each(SOURCE_TYPES)('has words of ours where %s names nobody, and never calls that first-hand', (sourceType) => {
    expect(whoSays({ sourceType, source: null })).toMatch(/^(?!.*hand)[^A-Z].+[^.]$/u);
  });
});
