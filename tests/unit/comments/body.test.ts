import { describe, expect, it } from 'vitest';
import { mentionsOf, plainText } from '@/lib/comments/body';
import { bodyInput } from '@/lib/comments/schema';
import { writtenBody } from '../../factories/bodies';

const ANN = { userId: '01900000-0000-7000-8000-000000000001', name: 'Ann' };
const ANNA = { userId: '01900000-0000-7000-8000-000000000002', name: 'Anna Karin' };

describe('a comment', () => {
  it('calls each person once', () => {
    expect(mentionsOf(writtenBody('@Ann @Anna Karin @Ann', [ANN, ANNA]))).toEqual([ANN.userId, ANNA.userId]);
  });

  it('is told in one line, its lists too', () => {
    const list = { kind: 'list' as const, items: [[{ text: 'one' }], [{ text: 'two' }, { text: ' more', bold: true as const }]] };
    expect(plainText([...writtenBody('Two **things**:'), list])).toBe('Two things: one; two more');
    expect(plainText([{ ...list, from: 9 }])).toBe('9. one; 10. two more');
  });

  it('is taken with links of the web, whatever stands in their addresses', () => {
    const link = (href: string) => bodyInput.safeParse([{ kind: 'paragraph', content: [{ text: 'x', href }] }]).success;
    expect(['https://en.wikipedia.org/wiki/Mercury_(planet)', 'http://a.b/?c=%20d#e'].map(link)).toEqual([true, true]);
    expect(['ftp://a.b', 'https://a b', 'https://a.b/"', 'https://a.b/<', `https://a.b/${'c'.repeat(2000)}`].map(link)).toEqual(
      Array(5).fill(false),
    );
  });

  it('is refused for its length before anything in it is looked at', () => {
    let looked = 0;
    const block = {
      get kind() {
        looked += 1;
        return 'paragraph';
      },
      content: [{ text: 'x' }],
    };
    expect(bodyInput.safeParse(Array.from({ length: 101 }, () => block)).success).toBe(false);
    expect(looked).toBe(0);
    expect(bodyInput.safeParse([block]).success).toBe(true);
    expect(looked).toBeGreaterThan(0);
  });

  it('is refused with a link that is not what it looks like', () => {
    const link = (href: string) => bodyInput.safeParse([{ kind: 'paragraph', content: [{ text: 'x', href }] }]).success;
    const crafted = [
      'https://bank.example@a.b/',
      'https://u:p@a.b',
      'https://\u202emoc.live',
      'https://a\u0000b',
      'https://[',
      'javascript://a.b/%0a',
    ];
    expect(crafted.map(link)).toEqual(crafted.map(() => false));
  });

  it.each([
    ['markup of another kind', [{ kind: 'html', html: '<b>x</b>' }]],
    ['a link to what is no page', [{ kind: 'paragraph', content: [{ text: 'x', href: 'javascript:alert(1)' }] }]],
    ['a field nobody knows', [{ kind: 'paragraph', content: [{ text: 'x', style: 'color:red' }] }]],
    ['no words', [{ kind: 'paragraph', content: [] }]],
    ['nothing', []],
    ['invisible characters alone', [{ kind: 'paragraph', content: [{ text: '\u200b\u2060\u202e\u2067 \u2069' }] }]],
    ['nothing to be seen', [{ kind: 'paragraph', content: [{ text: ' \n' }] }]],
  ])('is refused with %s', (_what, body) => {
    expect(bodyInput.safeParse(body).success).toBe(false);
  });

  it.each([
    ['one paragraph', [{ kind: 'paragraph', content: [{ text: 'a'.repeat(4001) }] }], 'A comment has at most 4000 characters.'],
    ['list items', [{ kind: 'list', items: Array(101).fill([{ text: 'a' }]) }], 'This is too long for a comment.'],
    ['pieces', [{ kind: 'paragraph', content: Array(401).fill({ text: 'a' }) }], 'This is too long for a comment.'],
  ])('that is too long in its %s is refused in a sentence', (_what, body, sentence) => {
    expect(bodyInput.safeParse(body).error?.issues[0]?.message).toBe(sentence);
  });
});
