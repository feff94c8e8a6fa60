import { describe, expect, it } from 'vitest';
import { byLocale, pluralOf } from '@/lib/frame/by-locale';
import { ENGLISH } from '@/lib/frame/en/english';
import type { Frame } from '@/lib/frame/frame';
import { frameOf } from '@/lib/frame/frames';
import { LANGUAGES, languageName, OWN_LANGUAGE } from '@/lib/frame/languages';

describe('a language of the frame', () => {
  it.each(LANGUAGES)('has a frame that bears its tag, and a name: %s', (language) => {
    expect(frameOf(language).language).toBe(language);
    expect(languageName(language)).not.toBe(language);
  });

  it('is English where none is chosen', () => {
    expect(frameOf(OWN_LANGUAGE)).toBe(ENGLISH);
  });

  it('is not one without all messages: the compiler says so', () => {
    const { closing: _, ...report } = ENGLISH.report;
    // @ts-expect-error a message is missing
    const frame: Frame = { ...ENGLISH, report };
    expect(frame.report).not.toHaveProperty('closing');
  });
});

describe('numbers, dates and lists by the platform’s tables', () => {
  const english = byLocale('en-GB');

  it('are those that English has of its own', () => {
    for (const value of [0, 7, 999, 1000, 2258, 1_234_567]) expect(english.number(value)).toBe(ENGLISH.counts.number(value));
    for (const share of [null, 0, 0.001, 0.005, 0.38, 1]) expect(english.percent(share)).toBe(ENGLISH.counts.percent(share));
    for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c']]) expect(english.list(items)).toBe(ENGLISH.counts.list(items));
    const date = new Date('2025-08-12T14:03:00Z');
    expect([english.day(date), english.time(date)]).toEqual([ENGLISH.counts.day(date), ENGLISH.counts.time(date)]);
  });

  it('follow the language', () => {
    const german = byLocale('de');
    expect([german.number(2258), german.list(['a', 'b', 'c'])]).toEqual(['2.258', 'a, b und c']);
    expect(german.day(new Date('2025-03-12T00:00:00Z'))).toBe('12. März 2025');
    const words = pluralOf('ru', { one: '# слово', few: '# слова', many: '# слов', other: '# слова' });
    expect([1, 2, 5, 21].map(words)).toEqual(['1 слово', '2 слова', '5 слов', '21 слово']);
    expect(pluralOf('ar', { other: '# ادعاء', two: 'ادعاءان' })(2)).toBe('ادعاءان');
  });
});
