import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '@/lib/anchoring/find-quote';
import { normaliseText } from '@/lib/text/normalise';
import { toTextRange } from '@/lib/text/offset';
import { splitSentences } from '@/lib/text/sentences';
import { trimRange } from '@/lib/text/trim-range';
import { arbitraryText } from '../text/arbitrary-text';

const TEXT = 'The mayor said “no”. The sheriff said yes.\nThe mayor  said “no” again.';
const find = (pasted: string) => {
  const found = findQuote(TEXT, pasted, splitSentences(TEXT));
  const cut = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);
  return found.how === 'none'
    ? { how: found.how, nearest: found.nearest === null ? null : cut(found.nearest).trim() }
    : { how: found.how, quotes: found.ranges.map(cut) };
};

describe('a pasted quote', () => {
  it('is found as it is', () => {
    expect(find('The sheriff said yes.')).toEqual({ how: 'exact', quotes: ['The sheriff said yes.'] });
    expect(find('  said “no”\r\n')).toEqual({ how: 'exact', quotes: ['said “no”', 'said “no”'] });
  });

  it('is found without regard to quotation marks, white space and capitals where it is not there as it is', () => {
    expect(find('the mayor said "no"')).toEqual({ how: 'loose', quotes: ['The mayor said “no”', 'The mayor  said “no”'] });
  });

  it('is found without the quotation marks put around it', () => {
    expect(find('“The sheriff said yes.”')).toEqual({ how: 'exact', quotes: ['The sheriff said yes.'] });
  });

  it('that is not there comes with the sentence most like it, or with none', () => {
    expect(find('The sheriff said perhaps yes')).toEqual({ how: 'none', nearest: 'The sheriff said yes.' });
    expect(find('Entirely other words')).toEqual({ how: 'none', nearest: null });
    expect(find('')).toEqual({ how: 'none', nearest: null });
  });

  it('of any text is found in it', () => {
    fc.assert(
      fc.property(arbitraryText(), (raw) => {
        const text = normaliseText(raw);
        for (const { start, end } of splitSentences(text)) {
          const words = trimRange(text, toTextRange(start, end));
          if (words === null || /^[\p{M}\p{Zs}\u200d]+$/u.test(text.slice(words.start, words.end))) continue;
          expect(findQuote(text, text.slice(words.start, words.end), []).how).not.toBe('none');
        }
      }),
    );
  });
});
