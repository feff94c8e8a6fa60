import { expect, it } from 'vitest';
import { NO_FINDING, wholeFinding } from '@/lib/claims/finding';

it('a finding that an earlier Hearsay wrote down is whole: what it did not ask yet is as where nothing was said', () => {
  const { question: _, ...earlier } = { ...NO_FINDING, contentCheck: 'confirmed', rationale: 'Seen.' } as const;
  expect(wholeFinding(earlier)).toEqual({ ...NO_FINDING, contentCheck: 'confirmed', rationale: 'Seen.' });
  expect(wholeFinding({ ...NO_FINDING, question: 'Who saw it?' }).question).toBe('Who saw it?');
});
