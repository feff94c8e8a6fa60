import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerms, parseQuery, TERMS_MAX, toIndexed, toMatch } from '@/lib/search/words';
import { foldText, LOOSE } from '@/lib/text/fold-text';

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The marked pieces of a text. */
const marked = (text: string, query: string) => findTerms(text, parseQuery(query), 50).map(({ start, end }) => text.slice(start, end));

describe('what is indexed', () => {
  it('is the text as the marks fold it, word for word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.lorem()), (text) => {
        fc.pre(
          !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
            text,
          ),
        );
        expect(wordsOf(toIndexed(text))).toEqual(wordsOf(foldText(text, LOOSE).folded));
      }),
      { numRuns: 500 },
    );
  });

  it('has one apostrophe, also where Unicode calls it a letter', () => {
    expect(wordsOf(toIndexed('Прокопʼєв'))).toEqual(wordsOf(toIndexed("Прокоп'єв")));
  });

  it('has letters of scripts without spaces apart', () => {
    expect(wordsOf(toIndexed('北京市 Tokyo 東京タワー'))).toEqual(['北', '京', '市', 'tokyo', '東', '京', 'タ', 'ワ', 'ー']);
  });
});

describe('a query', () => {
  it.each([
    ['Kozak resigned', '"kozak" * AND "resigned" *'],
    ['  Straße  ', '"strasse" *'],
    ['“close in May” Kozak', '"close in may" AND "kozak" *'],
    ["O'Neill", '"o neill" *'],
    ['a', '"a"'],
    ['北京', '"北 京"'],
    ['"unfinished phrase', '"unfinished phrase"'],
    ['NEAR(a b) OR NOT *', '"near a" AND "b" AND "or" * AND "not" *'],
    ['words:x -y ^z {a}', '"words x" AND "y" AND "z" AND "a"'],
    ['""" " ( ) * ^ : - + \0', ''],
    ['', ''],
  ])('%j is asked as %j', (query, match) => {
    expect(toMatch(parseQuery(query))).toBe(match);
  });

  it('counts to a bound, whatever is typed', () => {
    expect(parseQuery('a '.repeat(5000))).toHaveLength(TERMS_MAX);
    expect(toMatch(parseQuery('x'.repeat(10_000))).length).toBeLessThan(300);
  });

  it('never holds anything but words in quotation marks and the language’s own signs', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (query) => {
        expect(toMatch(parseQuery(query))).toMatch(/^(("[\p{L}\p{N}\p{Co} ]+"( \*)?)( AND "[\p{L}\p{N}\p{Co} ]+"( \*)?)*)?$/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the marks', () => {
  it('are the words that begin with what was typed, and phrases whole', () => {
    expect(marked('Kozak resigned. Did KOZÁK resign? kozakian, un-Kozak, xkozak', 'kozak')).toEqual([
      'Kozak',
      'KOZÁK',
      'kozakian',
      'Kozak',
    ]);
    expect(marked('It will close in May, or close\nin  may be; close in Mayo', '"close in may"')).toEqual([
      'close in May',
      'close\nin  may',
    ]);
    expect(marked('Straße and STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE']);
    expect(marked('他在北京市工作，北 京', '北京')).toEqual(['北京', '北 京']);
  });

  it('are places of the text, in order, apart, and each begins one of the words, for any text and query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 12 }), (text, query) => {
        let end = 0;
        for (const mark of findTerms(text, parseQuery(query), 50)) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          end = mark.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
