import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMarks } from '@/lib/export/requests';

test('a download counts its claims wherever its pieces are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('\n### Claim ', '\n### ', 'ж', '😀', 'x')), fc.nat({ max: 12 }), (parts, size) => {
      const bytes = new TextEncoder().encode(parts.join(''));
      const count = countMarks('\n### Claim ');
      let last: number | null = 0;
      for (let at = 0; at < bytes.length; at += size + 1) last = count(bytes.subarray(at, at + size + 1));
      expect(last).toBe(parts.filter((part) => part === '\n### Claim ').length);
    }),
  );
});

test('a download of a format without such a mark counts nothing', () => {
  expect(countMarks(null)(Uint8Array.of(1))).toBeNull();
});
