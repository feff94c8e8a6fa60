import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles } from '@/lib/attribution/circular';
import type { Link } from '@/lib/attribution/link';
import { arbitraryClaims } from './arbitrary-chain';
import { aLink, chainOf, IMPERSONAL, KOZAK, NYT, PUTIN, REUTERS } from './links';
import { readSampleChains } from './sample-chains';

function cyclesOf(...chains: readonly (readonly Link[])[]) {
  const { cycles, claimIds } = findCycles(chains.map((links, at) => ({ id: 'abcdef'.charAt(at), chain: chainOf(...links) })));
  return { cycles: cycles.map((cycle) => cycle.join(' ')), claims: [...claimIds].join('') };
}

describe('cycles of citation', () => {
  it.each([
    ['in no chain at all', [], [], ''],
    [
      'in chains that only meet',
      [
        [NYT, KOZAK],
        [REUTERS, KOZAK],
        [NYT, REUTERS],
      ],
      [],
      '',
    ],
    ['between two that cite each other in different claims', [[NYT, REUTERS], [REUTERS, NYT], [NYT]], ['nyt reuters'], 'ab'],
    ['in a source that stands twice in one chain', [[NYT, KOZAK, NYT]], ['nyt kozak'], 'a'],
    [
      'in a source that cites itself',
      [
        [NYT, NYT],
        [NYT, KOZAK],
      ],
      ['nyt'],
      'a',
    ],
    [
      'through nobody',
      [
        [NYT, IMPERSONAL, REUTERS],
        [REUTERS, IMPERSONAL, NYT],
      ],
      ['nyt reuters'],
      'ab',
    ],
    [
      'around three',
      [
        [NYT, REUTERS],
        [REUTERS, KOZAK],
        [KOZAK, NYT, PUTIN],
      ],
      ['nyt reuters kozak'],
      'abc',
    ],
    [
      'apart from each other, with a way from one to the other',
      [
        [NYT, REUTERS, NYT],
        [NYT, KOZAK],
        [KOZAK, PUTIN, KOZAK],
      ],
      ['nyt reuters', 'kozak putin'],
      'ac',
    ],
  ])('are found %s', (_, chains: readonly (readonly Link[])[], cycles, claims) => {
    expect(cyclesOf(...chains)).toEqual({ cycles, claims });
  });

  it('are not in the sample', () => {
    expect(findCycles(readSampleChains()).cycles).toEqual([]);
  });

  it('are the sets of sources that reach each other', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        const edges = claims.flatMap(({ chain }) => {
          const ids = chain.flatMap(({ source }) => (source === null ? [] : [source.id]));
          return ids.slice(1).map((to, at) => [ids[at] as string, to] as const);
        });
        // Warshall's closure, slow and plain.
        const nodes = [...new Set(edges.flat())];
        const reach = new Set(edges.map(([from, to]) => `${from} ${to}`));
        for (const via of nodes)
          for (const from of nodes)
            for (const to of nodes) if (reach.has(`${from} ${via}`) && reach.has(`${via} ${to}`)) reach.add(`${from} ${to}`);
        const { cycles, claimIds } = findCycles(claims);
        const inCycle = nodes.filter((node) => reach.has(`${node} ${node}`));
        expect(cycles.flat().sort()).toEqual(inCycle.sort());
        for (const cycle of cycles) for (const a of cycle) for (const b of cycle) expect(reach.has(`${a} ${b}`)).toBe(true);
        const back = edges.filter(([from, to]) => reach.has(`${to} ${from}`));
        expect(claimIds.size > 0).toBe(back.length > 0);
      }),
    );
  });

  it('are found around a whole article, however long', () => {
    const count = 20_000;
    const paper = (at: number) => aLink('news_organization', `Paper ${at % count}`);
    const claims = Array.from({ length: count }, (_, at) => ({ id: `c${at}`, chain: chainOf(paper(at), paper(at + 1)) }));
    const { cycles, claimIds } = findCycles(claims);
    expect(cycles.map(({ length }) => length)).toEqual([count]);
    expect(claimIds.size).toBe(count);
  });
});
