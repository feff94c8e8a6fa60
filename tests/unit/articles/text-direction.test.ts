import { expect, it } from 'vitest';
import { textDirection } from '@/components/articles/text-direction';

it.each([
  ['ltr', ''],
  ['ltr', '123 …'],
  ['ltr', 'Budget القدس'],
  ['ltr', 'Київ'],
  ['rtl', '“مصدر مقرب” said'],
  ['rtl', '2026: ירושלים'],
] as const)('runs %s by the first letter of %j', (direction, text) => {
  expect(textDirection(text)).toBe(direction);
});
