import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLUG_BYTES, toSlug } from '@/lib/publication/slug';

const ZERO = new Uint8Array(SLUG_BYTES);

describe('the address of a report', () => {
  it.each([
    ['Élite “insiders” speak', 'elite-insiders-speak-0000000000000000'],
    ['Мэр ушёл', 'report-0000000000000000'],
    ['', 'report-0000000000000000'],
    ['x'.repeat(100), 'report-0000000000000000'],
  ])('of “%s” is %s', (title, slug) => {
    expect(toSlug(title, ZERO)).toBe(slug);
  });

  it('is plain and short, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.uint8Array({ minLength: SLUG_BYTES, maxLength: SLUG_BYTES }),
        (title, random) => {
          expect(toSlug(title, random)).toMatch(/^([a-z0-9]+-)+[0-9a-hjkmnp-tv-z]{16}$/);
          expect(toSlug(title, random).length).toBeLessThan(90);
        },
      ),
    );
  });

  it('holds every bit of the chance it was given', () => {
    for (let bit = 0; bit < SLUG_BYTES * 8; bit++) {
      const random = Uint8Array.from(ZERO, (_, at) => (at === bit >> 3 ? 1 << (bit & 7) : 0));
      expect(toSlug('', random), `bit ${bit}`).not.toBe(toSlug('', ZERO));
    }
  });
});
