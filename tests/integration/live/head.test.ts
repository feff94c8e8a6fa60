import { expect, it } from 'vitest';
import { HEAD } from '@/app/api/articles/[id]/live/route';

it('a HEAD of a stream opens none: nobody would read it, and its place would be kept for ever', () => {
  const answer = HEAD();
  expect([answer.status, answer.headers.get('allow'), answer.body]).toEqual([405, 'GET', null]);
});
