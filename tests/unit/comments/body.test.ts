import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Body, mentionsOf, type Piece, plainText, toBody, toSigns } from '@/lib/comments/body';
import { bodyInput } from '@/lib/comments/schema';
import { newId } from '@/lib/kernel/ids';

const ANN = { id: newId(), name: 'Ann' };
const ANNA = { id: newId(), name: 'Anna Karin' };
const PEOPLE = [ANN, ANNA];

describe('a comment', () => {
  it.each<[string, Body]>([
    ['Who says so?', [{ kind: 'paragraph', content: [{ text: 'Who says so?' }] }]],
    [
      'It is **not** _quite_ so.',
      [
        {
          kind: 'paragraph',
          content: [{ text: 'It is ' }, { text: 'not', bold: true }, { text: ' ' }, { text: 'quite', italic: true }, { text: ' so.' }],
        },
      ],
    ],
    ['**_both_**', [{ kind: 'paragraph', content: [{ text: 'both', bold: true, italic: true }] }]],
    [
      'See [the page](https://example.org/a?b=c).',
      [{ kind: 'paragraph', content: [{ text: 'See ' }, { text: 'the page', href: 'https://example.org/a?b=c' }, { text: '.' }] }],
    ],
    ['[no](javascript:alert(1))', [{ kind: 'paragraph', content: [{ text: '[no](javascript:alert(1))' }] }]],
    ['snake_case_name and 2 * 3', [{ kind: 'paragraph', content: [{ text: 'snake_case_name and 2 * 3' }] }]],
    ['\\*\\*as it stands\\*\\*', [{ kind: 'paragraph', content: [{ text: '**as it stands**' }] }]],
    [
      '@Anna Karin, and @Ann: @nobody',
      [
        {
          kind: 'paragraph',
          content: [
            { text: '@Anna Karin', mention: ANNA.id },
            { text: ', and ' },
            { text: '@Ann', mention: ANN.id },
            { text: ': @nobody' },
          ],
        },
      ],
    ],
    [
      'Two things:\n- one\n- **two**\n\nThen\nthis.',
      [
        { kind: 'paragraph', content: [{ text: 'Two things:' }] },
        { kind: 'list', items: [[{ text: 'one' }], [{ text: 'two', bold: true }]] },
        { kind: 'paragraph', content: [{ text: 'Then\nthis.' }] },
      ],
    ],
    [' \n \n', []],
  ])('that is written as %j is read as it is meant', (signs, body) => {
    expect(toBody(signs, PEOPLE)).toEqual(body);
  });

  it('calls each person once', () => {
    expect(mentionsOf(toBody('@Ann @Anna Karin @Ann', PEOPLE))).toEqual([ANN.id, ANNA.id]);
  });

  const piece: fc.Arbitrary<Piece> = fc.oneof(
    fc.record(
      {
        text: fc
          .string({ unit: fc.constantFrom(...'ab *_[]()@\\-1é'), minLength: 1, maxLength: 12 })
          .filter((text) => text.trim() === text),
        bold: fc.constant(true as const),
        italic: fc.constant(true as const),
        href: fc.constant('https://example.org/'),
      },
      { requiredKeys: ['text'] },
    ),
    fc.constantFrom<Piece>({ text: '@Ann', mention: ANN.id }, { text: '@Anna Karin', mention: ANNA.id }),
  );

  it('says the same words after its way through signs and back', () => {
    const body: fc.Arbitrary<Body> = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('paragraph' as const), content: fc.tuple(piece) }),
        fc.record({ kind: fc.constant('list' as const), items: fc.array(fc.tuple(piece), { minLength: 1, maxLength: 3 }) }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(body, (given) => {
        const again = toBody(toSigns(given), PEOPLE);
        expect(plainText(again).replaceAll(/; | /g, '')).toBe(plainText(given).replaceAll(/; | /g, ''));
        expect(mentionsOf(again)).toEqual(mentionsOf(given));
        // From then on nothing moves any more.
        expect(toBody(toSigns(again), PEOPLE)).toEqual(again);
      }),
      { numRuns: 500 },
    );
  });

  it('that was written in signs is always one the server takes, or too long, or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab *_[]()@\\-\n:/htps.'), maxLength: 80 }), (signs) => {
        const body = toBody(signs, PEOPLE);
        expect(bodyInput.safeParse(body).success).toBe(body.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['markup of another kind', [{ kind: 'html', html: '<b>x</b>' }]],
    ['a link to what is no page', [{ kind: 'paragraph', content: [{ text: 'x', href: 'javascript:alert(1)' }] }]],
    ['a field nobody knows', [{ kind: 'paragraph', content: [{ text: 'x', style: 'color:red' }] }]],
    ['no words', [{ kind: 'paragraph', content: [] }]],
    ['nothing', []],
  ])('is refused with %s', (_what, body) => {
    expect(bodyInput.safeParse(body).success).toBe(false);
  });
});
