import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIMS_SHOWN, parseQuery, toAddress } from '@/components/provenance/address';
import { countOutside, edgeWords, toDrawnEdges } from '@/components/provenance/drawn-graph';
import { checkGroup, NO_VALUES, toGroupValues } from '@/components/provenance/groups/group-values';
import { gatherPairs } from '@/components/provenance/mismatches';
import { shownIds, standingsOf, toPanelList } from '@/components/provenance/page-parts';
import { shortKey } from '@/components/provenance/short-key';
import { toShownClaim } from '@/components/provenance/shown-claim';
import { newId } from '@/lib/kernel/ids';
import { buildGraph } from '@/lib/provenance/graph';
import { layoutGraph } from '@/lib/provenance/graph-layout';
import { toSourcing } from '@/lib/provenance/sourcing';
import { aGroup } from '../attribution/arbitrary-chain';
import { chainOf, KOZAK, NYT } from '../attribution/links';
import { readSampleClaims, SAMPLE_GROUPS } from './sample';

describe('the page’s address', () => {
  it('reads back what it was made of', () => {
    for (const query of [
      { claims: null, shown: CLAIMS_SHOWN, everybody: false },
      { claims: 'edge-1x & more?', shown: 250, everybody: true },
    ]) {
      const [, search = ''] = toAddress('a', query).split('?');
      expect(parseQuery(Object.fromEntries(new URLSearchParams(search)))).toEqual(query);
    }
    expect(toAddress('a', {})).toBe('/articles/a/sourcing');
  });

  it('passes over what it does not know', () => {
    expect(parseQuery({ claims: ['a', 'b'], shown: '-3', everybody: 'yes' })).toEqual({
      claims: null,
      shown: CLAIMS_SHOWN,
      everybody: false,
    });
    expect(parseQuery({ claims: '', shown: '1e400' })).toEqual({ claims: null, shown: CLAIMS_SHOWN, everybody: false });
  });
});

describe('how groups stand', () => {
  it('says which source another group holds as well', () => {
    const groups = [aGroup('g', ['nyt', 'kozak']), aGroup('h', ['kozak']), aGroup('i', ['reuters'])];
    const standings = standingsOf(groups, toSourcing([], groups));
    expect(groups.map(({ id }) => standings[id]?.doubled)).toEqual([
      [{ sourceId: 'kozak', otherGroup: 'Group h' }],
      [{ sourceId: 'kozak', otherGroup: 'Group g' }],
      [],
    ]);
  });
});

describe('pairs that do not fit', () => {
  it('stand around the claim that most of them share', () => {
    expect(
      gatherPairs([
        ['c8', 'c9'],
        ['c8', 'c14'],
        ['c8', 'c15'],
      ]),
    ).toEqual([{ centre: 'c8', others: ['c9', 'c14', 'c15'] }]);
    expect(
      gatherPairs([
        ['a', 'b'],
        ['c', 'd'],
        ['b', 'e'],
      ]),
    ).toEqual([
      { centre: 'b', others: ['a', 'e'] },
      { centre: 'c', others: ['d'] },
    ]);
    expect(gatherPairs([])).toEqual([]);
  });

  it('are each there once', () => {
    const pair = fc.tuple(fc.nat(6), fc.nat(6)).filter(([a, b]) => a < b);
    const pairs = fc.uniqueArray(pair, { selector: ([a, b]) => `${a} ${b}` });
    fc.assert(
      fc.property(pairs, (drawn) => {
        const named = drawn.map(([a, b]) => [`c${a}`, `c${b}`] as const);
        const found = gatherPairs(named).flatMap(({ centre, others }) => others.map((other) => [centre, other].sort().join(' ')));
        expect(found.sort()).toEqual(named.map(([a, b]) => `${a} ${b}`).sort());
      }),
    );
  });
});

describe('a drawn edge', () => {
  const graph = buildGraph(readSampleClaims());
  const edges = toDrawnEdges(layoutGraph(graph, { width: 1088 }), false);

  it('is one of the graph’s, with the same claims', () => {
    const drawn = edges.map(({ from, to, claimIds }) => `${from.key} ${to.key} ${[...claimIds].sort().join()}`);
    expect(drawn.sort()).toEqual(graph.edges.map(({ from, to, claimIds }) => `${from} ${to} ${[...claimIds].sort().join()}`).sort());
  });

  it('says in words what its colours and hatches say', () => {
    const times = edges.find(({ from, to }) => from.kind === 'article' && to.name.text === 'The New York Times');
    expect(times === undefined ? null : [edgeWords(times), countOutside(times)]).toEqual([
      '13 claims: from The New York Times to the article; 10 known from outside',
      10,
    ]);
  });
});

describe('a list of claims', () => {
  const shown = new Map(
    ['a', 'b', 'c'].map((id, at) => [
      id,
      toShownClaim({ id, articleId: 'x', number: at + 1, sourceType: 'author', state: 'draft', chain: chainOf() } as never, ['words']),
    ]),
  );
  const selection = {
    key: 'origins',
    title: 'By origin',
    parts: [
      { name: 'One', claimIds: ['a', 'b'] },
      { name: 'Two', claimIds: ['b', 'c'] },
    ],
  };

  it('shows as many as asked for across its parts, and says that there are more', () => {
    const list = toPanelList(selection, { shown: 3, moreAddress: '/more', claims: shown });
    expect(list.parts.map(({ claims, total }) => [claims.map(({ id }) => id), total])).toEqual([
      [['a', 'b'], 2],
      [['b'], 2],
    ]);
    expect([list.total, list.moreAddress]).toEqual([3, '/more']);
    expect(toPanelList(selection, { shown: 4, moreAddress: '/more', claims: shown }).moreAddress).toBeNull();
  });

  it('asks for the words of each claim once', () => {
    expect(shownIds(selection, 4, [['c', 'd']])).toEqual({ listed: ['a', 'b', 'c'], paired: ['c', 'd'] });
    expect(shownIds(null, 4, [])).toEqual({ listed: [], paired: [] });
  });

  it('cuts words that are very long, between characters', () => {
    const { quote, line } = toShownClaim(
      { id: 'a', articleId: 'x', number: 1, sourceType: 'news_organization', state: 'draft', chain: chainOf(NYT, KOZAK) } as never,
      ['🌧'.repeat(500)],
    );
    expect([...quote].length).toBeLessThan(410);
    expect(quote.isWellFormed()).toBe(true);
    expect(line).toBe('article ← NYT (taken on trust) ← Kozak');
  });
});

describe('an origin group’s form', () => {
  const target = { key: '7d9f3c1e-1f1b-4a86-9d6a-0e0c6f6f3f01', groupId: newId(), articleId: newId(), version: 0 };

  it('says in words what is missing, field by field', () => {
    expect(checkGroup(target, { ...NO_VALUES, isAttested: true })).toEqual({
      errors: {
        name: 'Give this origin a name.',
        sourceIds: 'An origin group holds at least one source.',
        attested: 'Say how you know that this origin is independent.',
      },
    });
    const two = { ...NO_VALUES, name: 'One story', sourceIds: [newId(), newId()] };
    expect(checkGroup(target, two)).toEqual({ errors: { reason: 'Say why these lean on one origin.' } });
  });

  it('sends no attestation that was unticked, and keeps its words', () => {
    const values = { ...NO_VALUES, name: 'One', sourceIds: [newId()], attested: 'We spoke to them.' };
    expect(checkGroup(target, values)).toMatchObject({ input: { attested: null } });
    expect(checkGroup(target, { ...values, isAttested: true })).toMatchObject({ input: { attested: 'We spoke to them.' } });
  });

  it('begins with the group as it stands', () => {
    expect(SAMPLE_GROUPS.map(toGroupValues)).toMatchObject([
      { name: 'New York Times story', isAttested: false, attested: '' },
      { name: 'Reuters story', isAttested: true },
    ]);
  });
});

describe('a short key', () => {
  it('is the same for the same words, and differs for thousands of others', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => shortKey(`source:${at} > source:${at + 1}`));
    expect(new Set(keys).size).toBe(keys.length);
    expect(shortKey('source:1 > source:2')).toBe(keys[1]);
    expect(keys.every((key) => /^[0-9a-z]{2,14}$/.test(key))).toBe(true);
  });
});
