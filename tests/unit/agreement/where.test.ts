import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchClaims } from '@/lib/adjudication/match-claims';
import { alphaU, type Section } from '@/lib/agreement/alpha-u';
import { boundaryEdits, boundarySimilarity } from '@/lib/agreement/boundary-similarity';
import type { Figure } from '@/lib/agreement/figure';
import { bestAlignment, disorderOf } from '@/lib/agreement/gamma/best-alignment';
import { gamma } from '@/lib/agreement/gamma/gamma';
import { sampleUnits } from '@/lib/agreement/gamma/sample';
import { DISSIMILARITY, dissimilarity, type GammaUnit } from '@/lib/agreement/gamma/unit';
import { overlapF1, overlapParts } from '@/lib/agreement/overlap';
import { createRandom } from '@/lib/agreement/random';
import { toTextRange } from '@/lib/text/offset';
import { valueOf } from './value-of';

const LENGTH = 200;
const TEXT = toTextRange(0, LENGTH);

const someSection: fc.Arbitrary<Section> = fc
  .tuple(fc.nat(LENGTH - 20), fc.integer({ min: 1, max: 20 }), fc.constantFrom('a', 'b', 'c'))
  .map(([start, length, category]) => ({ ...toTextRange(start, start + length), category }));
const someSections = (minLength = 0) => fc.array(someSection, { minLength, maxLength: 8 });

type Where = readonly [name: string, of: (first: readonly Section[], second: readonly Section[]) => Figure];

const toPlaced = (name: string, sections: readonly Section[]) => sections.map((span, at) => ({ id: `${name}${at}`, spans: [span] }));
const edgesOf = (sections: readonly Section[]) => sections.flatMap(({ start, end }) => [start, end]);

const MEASURES: readonly Where[] = [
  ['alpha for unitizing', (first, second) => alphaU([first, second], TEXT).figure],
  ['overlap F1', (first, second) => overlapF1(overlapParts(matchClaims(toPlaced('a', first), toPlaced('b', second))))],
  ['boundary similarity', (first, second) => boundarySimilarity([boundaryEdits(edgesOf(first), edgesOf(second))])],
  ['gamma', (first, second) => gamma([first, second], TEXT, { samples: 5 }).figure],
];

describe.each(MEASURES)('%s', (name, of) => {
  it('is 1 where both marked the same', () => {
    fc.assert(
      fc.property(someSections(1), (sections) => {
        expect(valueOf(of(sections, sections.toReversed()))).toBe(1);
      }),
    );
  });

  it('does not depend on who is called first', () => {
    fc.assert(
      fc.property(someSections(1), someSections(1), (first, second) => {
        expect(valueOf(of(first, second))).toBeCloseTo(valueOf(of(second, first)), 10);
      }),
    );
  });

  it('is never above 1, and 0 or more where it is a share', () => {
    fc.assert(
      fc.property(someSections(1), someSections(), (first, second) => {
        const figure = of(first, second);
        if (!figure.defined) return;
        expect(figure.value).toBeLessThanOrEqual(1);
        if (name === 'overlap F1' || name === 'boundary similarity') expect(figure.value).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has a reason instead of a figure where nobody marked anything', () => {
    expect(of([], [])).toMatchObject({ defined: false, reason: expect.stringMatching(/^nobody marked/u) });
  });
});

describe('alpha for unitizing', () => {
  it('does not depend on the order of people and sections, nor on where the text begins', () => {
    const people = fc.array(someSections(1), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(people, fc.nat(1000), (all, by) => {
        const moved = all
          .toReversed()
          .map((sections) => sections.toReversed().map(({ start, end, category }) => ({ ...toTextRange(start + by, end + by), category })));
        expect(valueOf(alphaU(moved, toTextRange(by, LENGTH + by)).figure)).toBeCloseTo(valueOf(alphaU(all, TEXT).figure), 8);
      }),
    );
  });

  it('says why it is undefined where everybody marked the whole text, and for one person', () => {
    const whole: Section = { ...TEXT, category: 'a' };
    expect(alphaU([[{ ...toTextRange(0, 1), category: 'a' }], []], toTextRange(0, 1)).figure.defined).toBe(true);
    expect(alphaU([[whole]], TEXT).figure).toEqual({ defined: false, reason: 'only one person marked anything' });
  });
});

describe('the best alignment', () => {
  const someUnits = fc.array(someSection, { maxLength: 5 });

  function leastDisorder([unit, ...others]: readonly GammaUnit[], second: readonly GammaUnit[]): number {
    if (unit === undefined) return second.length;
    const paired = second.map(
      (other) =>
        dissimilarity(unit, other, DISSIMILARITY) +
        leastDisorder(
          others,
          second.filter((one) => one !== other),
        ),
    );
    return Math.min(1 + leastDisorder(others, second), ...paired);
  }

  it('has no more disorder than any other alignment', () => {
    fc.assert(
      fc.property(someUnits, someUnits, (first, second) => {
        const sum = bestAlignment(first, second, DISSIMILARITY).disorders.reduce((all, disorder) => all + disorder, 0);
        expect(sum).toBeCloseTo(leastDisorder(first, second), 8);
      }),
    );
  });

  it('counts every unit once', () => {
    fc.assert(
      fc.property(someUnits, someUnits, (first, second) => {
        const { pairs, disorders } = bestAlignment(first, second, DISSIMILARITY);
        expect(disorders.length).toBe(first.length + second.length - pairs.length);
        if (first.length + second.length > 0) expect(disorderOf({ disorders }, first.length + second.length)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('gamma', () => {
  const units = (by: number): readonly GammaUnit[] =>
    [10, 45, 90, 130].map((start, at) => ({ start: start + by, end: start + by + 12, category: at % 2 === 0 ? 'a' : 'b' }));

  it('is the same on every run, and another under another seed', () => {
    const people = [units(0), units(4)];
    expect(gamma(people, TEXT)).toEqual(gamma(people, TEXT));
    expect(gamma(people, TEXT, { seed: 2 }).expected).not.toBe(gamma(people, TEXT).expected);
    expect(gamma(people, TEXT).samples).toBe(30);
  });

  it('draws more samples where a precision asks for them, and reaches it', () => {
    const { samples, precision } = gamma([units(0), units(4)], TEXT, { precision: 0.02 });
    expect(samples).toBeGreaterThan(30);
    expect(precision).toBeLessThan(0.025);
  });

  it('moves units as they are: as many of each length and category', () => {
    const [sample] = sampleUnits([units(0)], TEXT, createRandom(7));
    expect(sample?.map(({ start, end, category }) => `${end - start} ${category}`)).toEqual(
      units(0).map(({ category }) => `12 ${category}`),
    );
    for (const { start } of sample ?? []) expect(start >= 0 && start < LENGTH).toBe(true);
  });

  it('falls as units are moved apart', () => {
    const [near, far] = [gamma([units(0), units(2)], TEXT), gamma([units(0), units(6)], TEXT)];
    expect(valueOf(near.figure)).toBeGreaterThan(valueOf(far.figure));
  });

  it('averages over every two of three people', () => {
    const { observed } = gamma([units(0), units(4), units(0)], TEXT);
    const two = gamma([units(0), units(4)], TEXT).observed as number;
    expect(observed).toBeCloseTo((2 * two) / 3, 10);
  });
});

describe('boundary similarity', () => {
  it('takes neighbours for one that was moved, at half the price, and adds pieces of a text up', () => {
    expect(boundaryEdits([3, 10], [4, 10])).toEqual({ matches: 1, additions: 0, transpositions: 1, moved: 0.5 });
    const pieces = [boundaryEdits([3], [4]), boundaryEdits([10], [10])];
    expect(boundarySimilarity(pieces)).toEqual(boundarySimilarity([boundaryEdits([3, 10], [4, 10])]));
  });

  it('lets neighbours be farther apart where it is told so, the near ones first', () => {
    expect(boundaryEdits([5], [8], 4)).toEqual({ matches: 0, additions: 0, transpositions: 1, moved: 0.75 });
    expect(boundaryEdits([5, 7], [8], 4)).toEqual({ matches: 0, additions: 1, transpositions: 1, moved: 0.25 });
  });
});
