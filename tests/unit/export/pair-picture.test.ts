import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '@/lib/claims/claim';
import { type Conflict, conflictsOf, type PairPicture, pairBelow, pairBeside, pairSummary, TEXT_SIZES } from '@/lib/export/pair-picture';
import { roughWidth, wrapLines } from '@/lib/export/picture-text';
import { balanceDirection } from '@/lib/text/balance-direction';
import { HOSTILE } from '@/tests/factories/hostile';
import { aModel } from '@/tests/factories/report';
import { exportedText } from '@/tests/support/exported';

const NOTE = 'Both cannot be <b>true</b>.';

/** The first claim does not fit with any of the others. */
function aConflict(quotes: readonly string[], kind: Conflict) {
  const text = `Head\n${quotes.map((quote, at) => `[${at + 1}:${quote}:${at + 1}]`).join('\n')}`;
  const [, ...others] = aModel(text).claims;
  const relations: Claim['relations'] = others.map(({ id }) => ({ kind, claimId: id, note: NOTE }));
  return aModel(text, { 1: { relations } });
}

function picturesOf(model: ReturnType<typeof aModel>, kind: Conflict) {
  const [middle, ...others] = model.claims;
  if (middle === undefined) throw new Error('There is a claim.');
  return conflictsOf({ kind, middle, others, frame: model.frame });
}

/** The places of a picture, and what stands on each card. */
function expectDrawn({ width, height, cards, lines, signs }: PairPicture, others: number, sign: string): void {
  expect(cards).toHaveLength(others + 1);
  expect(signs.filter(({ text }) => text === sign)).toHaveLength(others);
  for (const box of [...cards, ...lines]) {
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
    expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01);
  }
  for (const [at, card] of cards.entries()) {
    for (const { text, x, y, room, rtl, at: align, look } of card.texts) {
      const left = align === 'middle' ? x - room / 2 : rtl ? x - room : x;
      expect(left).toBeGreaterThanOrEqual(card.x);
      expect(left + room).toBeLessThanOrEqual(card.x + card.width);
      expect(y).toBeLessThan(card.y + card.height);
      expect(y - TEXT_SIZES[look]).toBeGreaterThan(card.y - 4);
      if (look === 'quote') expect(roughWidth(text, TEXT_SIZES.quote)).toBeLessThanOrEqual(room);
    }
    for (const other of cards.slice(at + 1)) {
      const apart =
        card.x + card.width <= other.x ||
        other.x + other.width <= card.x ||
        card.y + card.height <= other.y ||
        other.y + other.height <= card.y;
      expect(apart).toBe(true);
    }
  }
}

describe('the picture of what does not fit', () => {
  const quote = fc.oneof(
    fc.constantFrom(...Object.values(HOSTILE).map((words) => words.replace(/[[\]\d]/gu, 'x'))),
    fc.constantFrom(
      'short',
      'long '.repeat(500),
      'W'.repeat(5_000),
      'הנמל נפתח שוב לאחר תשעה ימים',
      '船は港に戻った。'.repeat(40),
      '👩‍👩‍👧'.repeat(90),
    ),
  );

  test('has a card for each claim with its words inside, none over another, and the sign on each line', () => {
    fc.assert(
      fc.property(fc.array(quote, { minLength: 2, maxLength: 7 }), fc.constantFrom<Conflict>('contradicts', 'tension'), (quotes, kind) => {
        const all = picturesOf(aConflict(quotes, kind), kind);
        expect(all.flatMap(({ others }) => others)).toHaveLength(quotes.length - 1);
        for (const conflict of all) {
          const sign = kind === 'contradicts' ? '≠' : '~';
          expectDrawn(pairBeside(conflict), conflict.others.length, sign);
          expectDrawn(pairBelow(conflict), conflict.others.length, sign);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('draws a tension in dashes, and says which it is in words', () => {
    const [contradiction, tension] = (['contradicts', 'tension'] as const).map((kind) => {
      const [conflict] = picturesOf(aConflict(['one', 'two'], kind), kind);
      if (conflict === undefined) throw new Error('There is a conflict.');
      return pairBeside(conflict);
    });
    expect(contradiction?.signs.map(({ text }) => text)).toEqual(['≠', 'contradicts']);
    expect(tension?.signs.map(({ text }) => text)).toEqual(['~', 'in tension with']);
    expect(tension?.lines.length).toBeGreaterThan(2 * (contradiction?.lines.length ?? 0));
  });

  test.each(['html', 'docx'] as const)(
    'stands in %s with what it shows in words, and in several pictures where many claims contradict one',
    async (format) => {
      const model = aConflict(
        Array.from({ length: 51 }, (_, at) => `it is number ${'i'.repeat(at + 1)}`),
        'contradicts',
      );
      const all = picturesOf(model, 'contradicts');
      expect(all).toHaveLength(13);
      const text = await exportedText(format, model);
      for (const conflict of all) {
        const alt = pairSummary(conflict);
        expect(alt).toContain(`C1 (the article’s own voice: “it is number i”) contradicts C${conflict.others[0]?.number} (`);
        expect(alt).toContain(`What divides them: ${NOTE}`);
        const escaped = balanceDirection(alt).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(text.replaceAll('&#62;', '&gt;')).toContain(format === 'html' ? `aria-label="${escaped}"` : `descr="${escaped}"`);
      }
    },
  );
});

describe('the lines of a picture', () => {
  test('break between words, within one that is too wide, and say what is left out', () => {
    const look = { width: 100, size: 10, most: 2 };
    expect(wrapLines('one two', look)).toEqual(['one two']);
    expect(wrapLines('', look)).toEqual(['']);
    expect(wrapLines('W'.repeat(40), look)).toEqual(['W'.repeat(11), `${'W'.repeat(10)}…`]);
    expect(wrapLines('the ship came back to the harbour on Monday', look)).toEqual(['the ship came back', 'to the harbour on…']);
  });
});
