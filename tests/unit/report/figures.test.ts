import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, isEnglish } from '@/lib/report/figures';
import { hostileText } from '@/tests/factories/arbitrary-report';

const figures = (text: string) => figuresOf(text, { words: true });

describe('figuresOf', () => {
  test.each([
    ['counts', 'It has 7 of 1,500 ships and 12.5 more', ['7', '1,500', '12.5']],
    ['other ways to part thousands', '1\u00a0500 and 1’500 and 1.500,25', ['1\u00a0500', '1’500', '1.500,25']],
    ['shares', 'up 40%, 0.8 % and 3 per cent, by 2 percentage points', ['40%', '0.8 %', '3 per cent', '2 percentage points']],
    ['money', '$5, US$5.5 million, €4m, £ 20bn, 30 € and USD 700', ['$5', 'US$5.5 million', '€4m', '£ 20bn', '30 €', 'USD 700']],
    [
      'dates and years',
      'on 24 February 2022, March 3, 1999, in May 2014 and the 1990s',
      ['24 February 2022', 'March 3, 1999', 'May 2014', '1990s'],
    ],
    ['times, ranges and ISO dates', 'at 14:30, 5–7 men, 1990-1995, 2026-03-01', ['14:30', '5–7', '1990-1995', '2026-03-01']],
    ['fractions and signs', '½ of it, 3½ miles, −4 and -5 degrees', ['½', '3½', '−4', '-5']],
    ['Arabic-Indic digits', 'بلغت ٥٠٪ من ١٬٢٠٠', ['٥٠٪', '١٬٢٠٠']],
    ['Devanagari, Thai and full-width digits', '४२ ๑๒ ７８％', ['४२', '๑๒', '７８％']],
    ['figures that nothing parts from their words', '約500人が3月5日に', ['500', '3', '5']],
    ['Cyrillic', 'погибли 12 человек, 4 млн руб.', ['12', '4']],
  ])('finds %s', (_, text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  test.each([
    ['plain', 'Twelve men and ninety-nine women', ['Twelve', 'ninety-nine']],
    [
      'large',
      'one hundred and five, a million, half a million, tens of thousands',
      ['one hundred and five', 'a million', 'half a million', 'tens of thousands'],
    ],
    ['with per cent and fractions', 'ten per cent of two-thirds', ['ten per cent', 'two-thirds']],
    ['beside digits', '5 million, six', ['5 million', 'six']],
  ])('finds number words: %s', (_, text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  test.each([
    'one of them left, and no one saw it',
    'a second opinion, the first of a couple',
    'the G7 and an F-16, a MiG-29, COVID-19, Covid-19, H1N1',
    'often, attend, weight, sixpence, tenable',
    '',
  ])('finds none in “%s”', (text) => {
    expect(figures(text)).toEqual([]);
  });

  test('takes “mid-2014” for a year and not for a name', () => {
    expect(figures('Mid-2014 and pre-1990')).toEqual(['2014', '1990']);
  });

  test('leaves words alone where they may not be English', () => {
    expect(figuresOf('ten człowiek, six, 5 million', { words: false })).toEqual(['5 million']);
  });

  test('gives pieces of the text in its order, none inside another, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText(8), fc.stringMatching(/^[0-9a-zA-Z $€%,.-]{0,40}$/)), fc.boolean(), (text, words) => {
        let from = 0;
        for (const figure of figuresOf(text, { words })) {
          const at = text.indexOf(figure, from);
          expect(figure).not.toBe('');
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + figure.length;
        }
      }),
    );
  });

  test('finds digits wherever there are any that no letter stands before', () => {
    fc.assert(
      fc.property(hostileText(4), fc.integer({ min: 0, max: 99999 }), (text, number) => {
        expect(figuresOf(`${text} ${number} ${text}`, { words: false }).join(' ')).toContain(String(number));
      }),
    );
  });

  // Quadratic, each of these would take an hour.
  test.each(['1', '1,', '1-', 'A-', 'A1', '$', 'two ', 'two-', 'a ', '1 million ', ' of ', '½', '１％'])(
    'comes to an end of a megabyte of %j',
    (piece) => {
      const long = piece.repeat(1_000_000 / piece.length);
      expect(figures(long).join('').length).toBeLessThanOrEqual(long.length);
    },
  );
});

describe('isEnglish', () => {
  test.each([
    ['The mayor said that the port was closed.', true],
    ['Le maire a dit que le port était fermé.', false],
    ['De burgemeester zei dat de haven ten zuiden lag.', false],
    ['', false],
    ['1 2 3', false],
  ])('%s: %s', (text, english) => {
    expect(isEnglish(text)).toBe(english);
  });
});
