import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupClaims } from '@/lib/adjudication/group-claims';
import { inOrder, type Match, matchClaims, SAME_CLAIM } from '@/lib/adjudication/match-claims';
import { lengthOf, overlapsBetween, type Placed } from '@/lib/adjudication/span-overlaps';
import { toTextRange } from '@/lib/text/offset';
import { charactersOf, somePlaced } from './arbitrary-placed';

function placed(id: string, ...spans: readonly (readonly [start: number, end: number])[]): Placed {
  return { id, spans: spans.map(([start, end]) => toTextRange(start, end)) };
}

function pairsOf({ pairs }: Match<Placed>): readonly string[] {
  return pairs.map(({ first, second }) => [first.id, second.id].sort().join(' ')).sort();
}

function diceOf(a: Placed, b: Placed): number {
  const [mine, theirs] = [charactersOf(a), charactersOf(b)];
  return (2 * [...mine].filter((at) => theirs.has(at)).length) / (mine.size + theirs.size);
}

/** The most that pairs can share together, by trying them all. */
function mostShared([first, ...others]: readonly Placed[], second: readonly Placed[]): number {
  if (first === undefined) return 0;
  const taken = second.map((other) =>
    diceOf(first, other) >= SAME_CLAIM
      ? diceOf(first, other) +
        mostShared(
          others,
          second.filter((one) => one !== other),
        )
      : 0,
  );
  return Math.max(mostShared(others, second), ...taken);
}

const two = fc.tuple(somePlaced('a', 5), somePlaced('b', 5));

describe('overlapsBetween', () => {
  it('counts the characters that any two share', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        const found = new Map(overlapsBetween(mine, theirs).map(({ first, second, shared }) => [`${first} ${second}`, shared]));
        mine.forEach((a, first) => {
          theirs.forEach((b, second) => {
            const shared = [...charactersOf(a)].filter((at) => charactersOf(b).has(at)).length;
            expect(found.get(`${first} ${second}`) ?? 0).toBe(shared);
          });
          expect(lengthOf(a.spans)).toBe(charactersOf(a).size);
        });
      }),
    );
  });
});

describe('matchClaims', () => {
  it('shares as much as the best of all ways to pair them', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        const shared = matchClaims(mine, theirs).pairs.reduce((sum, { dice }) => sum + dice, 0);
        expect(shared).toBeCloseTo(mostShared(mine, theirs), 4);
      }),
    );
  });

  it('makes the same pairs whoever is called first', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        expect(pairsOf(matchClaims(mine, theirs))).toEqual(pairsOf(matchClaims(theirs, mine)));
      }),
    );
  });

  it('makes the same pairs for every order of the claims', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        expect(matchClaims(mine.toReversed(), theirs.toReversed())).toEqual(matchClaims(mine, theirs));
      }),
    );
  });

  it('leaves pairs as they are when claims are added elsewhere in the text', () => {
    const far = (name: string) =>
      somePlaced(name, 4).map((claims) =>
        claims.map(({ id, spans }) => ({ id, spans: spans.map(({ start, end }) => toTextRange(start + 100, end + 100)) })),
      );
    fc.assert(
      fc.property(two, fc.tuple(far('A'), far('Z')), ([mine, theirs], [more, others]) => {
        const before = pairsOf(matchClaims(mine, theirs));
        const after = pairsOf(matchClaims([...mine, ...more], [...theirs, ...others]));
        expect(after.filter((pair) => before.includes(pair))).toEqual(before);
      }),
    );
  });

  it('puts every claim into one pair, or among those alone', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        const { pairs, onlyFirst, onlySecond } = matchClaims(mine, theirs);
        const ids = (claims: readonly Placed[]) => claims.map(({ id }) => id).sort();
        expect(ids([...pairs.map(({ first }) => first), ...onlyFirst])).toEqual(ids(mine));
        expect(ids([...pairs.map(({ second }) => second), ...onlySecond])).toEqual(ids(theirs));
        for (const { first, second, dice } of pairs) {
          expect(dice).toBeGreaterThanOrEqual(SAME_CLAIM);
          expect(dice).toBeCloseTo(diceOf(first, second), 10);
        }
      }),
    );
  });

  it('pairs what is identical, however often the same words are marked', () => {
    fc.assert(
      fc.property(somePlaced('a'), (mine) => {
        const theirs = mine.map(({ id, spans }) => ({ id: `b${id}`, spans }));
        const { pairs } = matchClaims(mine, theirs);
        expect(pairs.length).toBe(mine.length);
        for (const { dice } of pairs) expect(dice).toBe(1);
      }),
    );
  });

  it('takes a clause for its sentence down to a third of its length', () => {
    const sentence = placed('a', [0, 90]);
    expect(matchClaims([sentence], [placed('b', [30, 60])]).pairs.length).toBe(1);
    expect(matchClaims([sentence], [placed('b', [30, 59])]).pairs.length).toBe(0);
  });

  it('adds the parts of a discontinuous claim up', () => {
    const { pairs } = matchClaims([placed('a', [0, 10], [50, 60])], [placed('b', [0, 10], [20, 30]), placed('c', [48, 61])]);
    expect(pairs.map(({ second, shared }) => [second.id, shared])).toEqual([['c', 10]]);
  });

  it('tells claims on the same words apart by how they are tagged', () => {
    const [mine, theirs] = [
      [placed('a1', [0, 9]), placed('a2', [0, 9])],
      [placed('b1', [0, 9]), placed('b2', [0, 9])],
    ];
    const alike = (a: Placed, b: Placed) => (a.id[1] === b.id[1] ? 0 : 1);
    expect(pairsOf(matchClaims(mine, theirs, alike))).toEqual(['a1 b2', 'a2 b1']);
    expect(pairsOf(matchClaims(theirs, mine, alike))).toEqual(['a1 b2', 'a2 b1']);
  });
});

describe('groupClaims', () => {
  const three = fc.tuple(somePlaced('a', 5), somePlaced('b', 5), somePlaced('c', 5));
  const idsOf = (people: readonly (readonly Placed[])[]) =>
    groupClaims(people)
      .map(({ claims }) =>
        claims
          .flatMap((claim) => claim?.id ?? [])
          .sort()
          .join(' '),
      )
      .sort();

  it('gives with two people their pairs and what is left over', () => {
    fc.assert(
      fc.property(two, ([mine, theirs]) => {
        const { pairs, onlyFirst, onlySecond } = matchClaims(mine, theirs);
        const expected = [
          ...pairs.map(({ first, second }) => `${first.id} ${second.id}`),
          ...[...onlyFirst, ...onlySecond].map(({ id }) => id),
        ];
        expect(idsOf([mine, theirs])).toEqual(expected.sort());
      }),
    );
  });

  it('puts each claim into one group, with nobody twice in it and every two sharing enough', () => {
    fc.assert(
      fc.property(three, (people) => {
        const groups = groupClaims(people);
        const all = groups.flatMap(({ claims }) => claims.filter((claim) => claim !== null));
        expect(all.map(({ id }) => id).sort()).toEqual(
          people
            .flat()
            .map(({ id }) => id)
            .sort(),
        );
        for (const { claims } of groups) {
          claims.forEach((claim, person) => {
            if (claim === null) return;
            expect(people[person]).toContain(claim);
            for (const other of claims) if (other !== null) expect(diceOf(claim, other)).toBeGreaterThanOrEqual(SAME_CLAIM);
          });
        }
      }),
    );
  });

  it('makes the same groups whoever is called first, in any order of claims', () => {
    fc.assert(
      fc.property(three, (people) => {
        expect(idsOf(people.toReversed().map((claims) => claims.toReversed()))).toEqual(idsOf(people));
      }),
    );
  });

  it('does not chain claims whose ends share nothing', () => {
    expect(idsOf([[placed('a', [0, 10])], [placed('b', [5, 15])], [placed('c', [10, 20])]])).toEqual(['a b', 'c']);
  });

  it('is in text order', () => {
    const groups = groupClaims([[placed('a1', [30, 40]), placed('a2', [0, 5])], [placed('b1', [10, 20])]]);
    expect(groups.map(({ claims }) => inOrder(claims.filter((claim) => claim !== null))[0]?.id)).toEqual(['a2', 'b1', 'a1']);
  });
});
