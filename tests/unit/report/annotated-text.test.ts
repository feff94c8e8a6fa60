import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBlocks } from '@/lib/anchoring/blocks';
import { cutSegments } from '@/lib/anchoring/segments';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { annotateText } from '@/lib/report/annotated-text';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel } from '@/tests/factories/report';

/** The text with a bracket and the claim's number where each mark begins and ends, as `readMarks` reads it. */
function draw(model: ReportModel): string {
  return annotateText(model)
    .map(({ pieces }) =>
      pieces
        .map(
          ({ text, opens, closes }) =>
            opens.map(({ claim }) => `[${claim.number}:`).join('') + text + closes.map(({ claim }) => `:${claim.number}]`).join(''),
        )
        .join(''),
    )
    .join('\n');
}

describe('annotateText', () => {
  test.each([
    ['a claim', 'The [1:mayor:1] said no.'],
    ['a claim in a claim', 'The [1:mayor [2:said:2] no:1].'],
    ['claims that begin together, the longer outside', 'The [1:[2:mayor:2] said:1] no.'],
    ['claims that overlap', 'The [1:mayor [2:said:1] no:2].'],
    ['a claim with two spans', 'The [1:mayor:1] said [1:no:1].'],
    ['a claim over two paragraphs', 'The [1:mayor\nsaid:1] no.'],
    ['a claim that ends where another begins', '[1:The mayor :1][2:said no.:2]'],
  ])('opens and closes %s where it stands', (_, marked) => {
    expect(draw(aModel(marked))).toBe(marked);
  });

  test('says for each piece which marks lie over it, outermost first', () => {
    const [block] = annotateText(aModel('a [1:b [2:c:1] d:2] e'));
    const drawn = block?.pieces.map(({ text, marks }) => [text, marks.map(({ claim, lane }) => `${claim.number} in lane ${lane}`)]);
    expect(drawn).toEqual([
      ['a ', []],
      ['b ', ['1 in lane 1']],
      ['c', ['1 in lane 1', '2 in lane 0']],
      [' d', ['2 in lane 0']],
      [' e', []],
    ]);
  });

  test('closes a claim that ends in the white lines between paragraphs with the last words it covers', () => {
    expect(draw(aModel('The [1:mayor\n:1]\nsaid no.'))).toBe('The [1:mayor:1]\nsaid no.');
  });

  test('draws each mark in the lane that it has among all claims, though blocks are cut by themselves', () => {
    fc.assert(
      fc.property(reportInput({ claims: 9 }), (input) => {
        const model = buildReport({ ...input, kind: 'working_copy', statuses: [...CLAIM_STATES] });
        const spans = model.claims.flatMap((claim) => claim.spans.map((span, part) => ({ ...span, id: `${claim.number} ${part}` })));
        const { lanes } = cutSegments(spans);
        const among = new Map(spans.map(({ id }, at) => [id, lanes[at]]));
        const marks = annotateText(model).flatMap(({ pieces }) => pieces.flatMap((piece) => piece.marks));
        for (const { claim, part, lane } of marks) expect(lane).toBe(among.get(`${claim.number} ${part}`));
      }),
      { numRuns: 300 },
    );
  });

  test('loses no character of the text and opens and closes each drawn mark once', () => {
    fc.assert(
      fc.property(reportInput({ claims: 8 }), (input) => {
        const model = buildReport({ ...input, kind: 'working_copy', statuses: ['draft', 'submitted', 'approved'] });
        const blocks = annotateText(model);
        const { text } = model.revision;
        expect(blocks.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual(
          toBlocks(text).map(({ start, end }) => text.slice(start, end)),
        );
        const pieces = blocks.flatMap((block) => block.pieces);
        const drawn = new Set(pieces.flatMap(({ marks }) => marks));
        for (const edges of [pieces.flatMap(({ opens }) => opens), pieces.flatMap(({ closes }) => closes)]) {
          expect(edges).toHaveLength(drawn.size);
          expect(new Set(edges)).toEqual(drawn);
        }
      }),
    );
  });
});
