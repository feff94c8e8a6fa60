import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNameKey } from '@/lib/sources/source';

describe('a name folded for comparison', () => {
  it.each([
    ['case', 'THE NEW YORK TIMES', 'The New York Times'],
    ['width', 'ＢＢＣ', 'BBC'],
    ['ligatures', 'Oﬃce', 'office'],
    ['white space', '  The\u00a0New \t York\nTimes ', 'the new york times'],
    ['composition', 'Cafe\u0301', 'Café'],
    ['soft hyphens', 'Wash\u00ading\u00adton Post', 'Washington Post'],
    ['zero-width spaces', 'Reuters\u200b\ufeff', 'Reuters'],
    ['direction marks', '\u200eReuters\u200f', 'Reuters'],
    ['variation selectors', '☎\ufe0f Line', '☎ line'],
    ['Greek capitals', 'ΑΘΗΝΑ', 'αθηνα'],
  ])('does not mind %s', (_what, written, same) => {
    expect(toNameKey(written)).toBe(toNameKey(same));
  });

  it.each([
    ['accents', 'Müller', 'Muller'],
    ['punctuation', 'U.S. Army', 'US Army'],
    ['the order of words', 'Times of London', 'London Times'],
    ['scripts that look alike', 'Сова', 'Coba'],
  ])('keeps %s apart', (_what, one, other) => {
    expect(toNameKey(one)).not.toBe(toNameKey(other));
  });

  it('is empty exactly when nobody could read the name', () => {
    for (const name of ['', ' ', '\u200b', '\u00ad', '\u3164', '\u2060\ufeff']) expect(toNameKey(name), JSON.stringify(name)).toBe('');
    for (const name of ['-', '?', '🌧', 'א']) expect(toNameKey(name), name).not.toBe('');
  });

  it('changes nothing when it is folded again', () => {
    const rare = fc.constantFrom('İ', 'Ϊ\u0301', 'ϔ\u0301', 'Ά\u0345', 'ẞ', 'ﬀ', 'Å', 'ſ', '\u1e9e', '\u0130\u0307');
    fc.assert(
      fc.property(fc.array(fc.oneof(rare, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 8 }), (parts) => {
        const key = toNameKey(parts.join(''));
        expect(toNameKey(key)).toBe(key);
      }),
    );
  });
});
