import { expect, it } from 'vitest';
import { createPlaces } from '@/lib/http/places';

it('holds a few for each person, and gives each place back once', () => {
  const { take } = createPlaces(2);
  const [first, second] = [take('a'), take('a')];
  expect([first === null, second === null, take('a'), take('b') === null]).toEqual([false, false, null, false]);
  first?.();
  first?.();
  expect(take('a')).not.toBeNull();
  expect(take('a')).toBeNull();
});
