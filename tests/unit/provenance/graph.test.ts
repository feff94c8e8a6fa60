import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain } from '@/lib/attribution/chain';
import { nameWords } from '@/lib/attribution/link-name';
import { sourceKey } from '@/lib/provenance/chain-steps';
import { buildGraph, type ProvenanceGraph } from '@/lib/provenance/graph';
import { nodeNotes } from '@/lib/provenance/graph-words';
import { aCue, aLink, BARE, chainOf, IMPERSONAL, INSIDERS, KOZAK, NYT, REUTERS } from '../attribution/links';
import { graphClaims } from './arbitrary-graph';
import { readSampleClaims } from './sample';

function graphOf(...chains: readonly Chain[]): ProvenanceGraph {
  return buildGraph(
    chains.map((chain, at) => ({
      id: `c${at}`,
      articleId: 'article',
      chain,
      sourceType: chain.find(({ tagged }) => tagged)?.sourceType ?? 'unresolved',
    })),
  );
}

/** Each edge as “from > to 3”, with how many of its claims are known from outside and whether it closes a ring. */
function drawn({ nodes, edges }: ProvenanceGraph): readonly string[] {
  const names = new Map(nodes.map(({ key, name }) => [key, nameWords(name)]));
  return edges.map(({ from, to, claimIds, strands, circular }) => {
    const outside = strands.filter(({ stated }) => stated === 'from_outside').reduce((sum, strand) => sum + strand.claimIds.length, 0);
    return `${names.get(from)} > ${names.get(to)} ${claimIds.length}${outside > 0 ? ` (${outside} outside)` : ''}${circular ? ' circular' : ''}`;
  });
}

describe('the provenance graph of the sample', () => {
  const graph = buildGraph(readSampleClaims());

  it('leads from the article through relays to those said to hold it', () => {
    expect(drawn(graph).toSorted()).toEqual([
      'Reuters > Dmitry Kozak 2',
      'The New York Times > Dmitry Kozak 1',
      'The New York Times > Western sources 3 (2 outside)',
      'The New York Times > close Kremlin insiders 2',
      'The New York Times > sources close to the Kremlin 3 (1 outside)',
      'The New York Times > “sources” 2',
      'The article > Moscow’s elite circles 2 (1 outside)',
      'The article > Nobody: the article’s own voice 6',
      'The article > Reuters 3 (1 outside)',
      'The article > The New York Times 13 (10 outside)',
      'The article > “it is also noted” 2',
      'Western sources > Dmitry Kozak 2',
      'sources close to the Kremlin > Dmitry Kozak 3',
      '“sources” > Vladimir Putin 2',
    ]);
  });

  it('has the claims of each node and the class under which it is presented', () => {
    const nodes = graph.nodes.map(({ name, claimIds, sourceClass }) => `${nameWords(name)} ${claimIds.length} ${sourceClass}`);
    expect(nodes).toEqual([
      'The article 26 null',
      'Nobody: the article’s own voice 6 none',
      'The New York Times 13 relay',
      'Dmitry Kozak 8 record',
      'sources close to the Kremlin 3 anonymous',
      '“sources” 2 anonymous',
      'Vladimir Putin 2 record',
      'close Kremlin insiders 2 anonymous',
      '“it is also noted” 2 none',
      'Moscow’s elite circles 2 unnamed',
      'Western sources 3 anonymous',
      'Reuters 3 relay',
    ]);
  });

  it('keeps the classes of the claims on an edge apart', () => {
    const edge = graph.edges.find(({ to, from }) => to === sourceKey('nyt') && from === 'article:sample');
    expect(edge?.strands.map(({ stated, sourceClass, claimIds }) => [stated, sourceClass, claimIds.length])).toEqual([
      ['in_text', 'relay', 3],
      ['from_outside', 'anonymous', 10],
    ]);
  });

  it('says under the names what the picture cannot', () => {
    const notes = nodeNotes(graph);
    expect(notes.get(sourceKey('reuters'))).toBe('behind “it is known”; stated in 2 claims, silent in 1');
    expect(notes.get(sourceKey('nyt'))).toBe('stated in 3 claims, silent in 10');
    expect(notes.get(sourceKey('putin'))).toBeUndefined();
  });
});

describe('a provenance graph', () => {
  it('makes one node of the same words in one article, and keeps articles apart', () => {
    const bare = (quote: string) => chainOf({ ...BARE, cue: aCue(quote) });
    expect(graphOf(bare('according to sources'), bare('Sources'), bare('insiders')).nodes.map(({ name }) => name.text)).toEqual([
      'The article',
      'sources',
      'insiders',
    ]);
    const claims = ['one', 'two'].map((articleId) => ({
      id: articleId,
      articleId,
      chain: bare('sources'),
      sourceType: 'unspecified_source' as const,
    }));
    expect(buildGraph(claims).nodes.map(({ kind }) => kind)).toEqual(['article', 'article', 'wording', 'wording']);
  });

  it('lets an impersonal phrase stand for itself only where nobody is behind it', () => {
    const known = { ...IMPERSONAL, cue: aCue('It is known that') };
    const graph = graphOf(chainOf(known, REUTERS), chainOf(NYT, known));
    expect(drawn(graph)).toEqual(['The article > Reuters 1', 'The article > NYT 1', 'NYT > “it is known” 1']);
    expect(graph.nodes.find(({ key }) => key === sourceKey('reuters'))?.behind).toMatchObject([
      { name: { text: 'it is known' }, claimIds: ['c0'] },
    ]);
  });

  it('counts what is stated and what is known from outside apart on one edge', () => {
    expect(drawn(graphOf(chainOf(NYT), chainOf({ ...NYT, stated: 'from_outside' }, KOZAK)))).toEqual([
      'The article > NYT 2 (1 outside)',
      'NYT > Kozak 1',
    ]);
  });

  it('marks the edge that closes a ring, within a claim and across claims', () => {
    expect(drawn(graphOf(chainOf(NYT, REUTERS, NYT)))).toEqual(['The article > NYT 1', 'NYT > Reuters 1', 'Reuters > NYT 1 circular']);
    expect(drawn(graphOf(chainOf(NYT, REUTERS), chainOf(REUTERS, NYT)))).toEqual([
      'The article > NYT 1',
      'The article > Reuters 1',
      'NYT > Reuters 1',
      'Reuters > NYT 1 circular',
    ]);
    expect(drawn(graphOf(chainOf(NYT, NYT)))).toEqual(['The article > NYT 1', 'NYT > NYT 1 circular']);
  });

  it('goes as deep as citations do', () => {
    const chains = Array.from({ length: 20_000 }, (_, at) =>
      chainOf(aLink('news_organization', `r${at}`), aLink('news_organization', `r${at + 1}`)),
    );
    expect(graphOf(...chains).edges.filter(({ circular }) => circular)).toEqual([]);
  });

  it('of several articles begins at each, and joins where they share a source', () => {
    const claim = (id: string, articleId: string, chain: Chain) => ({ id, articleId, chain, sourceType: 'anonymous_source' as const });
    const graph = buildGraph(
      [
        claim('a', 'one', chainOf(NYT, INSIDERS)),
        claim('b', 'two', chainOf(REUTERS, NYT, KOZAK)),
        claim('c', 'two', chainOf(NYT, INSIDERS)),
      ],
      (articleId) => `Article ${articleId}`,
    );
    expect(drawn(graph)).toEqual([
      'Article one > NYT 1',
      'Article two > Reuters 1',
      'Article two > NYT 1',
      'NYT > close Kremlin insiders 2',
      'NYT > Kozak 1',
      'Reuters > NYT 1',
    ]);
  });

  it('loses no claim and counts none twice', () => {
    fc.assert(
      fc.property(graphClaims, (claims) => {
        const { nodes, edges } = buildGraph(claims);
        const roots = nodes.filter(({ kind }) => kind === 'article').flatMap(({ claimIds }) => claimIds);
        expect(roots.toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
        for (const { claimIds } of [...nodes, ...edges]) expect(new Set(claimIds).size).toBe(claimIds.length);
        for (const { claimIds, strands } of edges) {
          expect(strands.flatMap((strand) => strand.claimIds).toSorted()).toEqual(claimIds.toSorted());
        }
      }),
    );
  });

  it('has an edge into every node but the articles, between nodes that are there', () => {
    fc.assert(
      fc.property(graphClaims, (claims) => {
        const { nodes, edges } = buildGraph(claims);
        const keys = new Set(nodes.map(({ key }) => key));
        expect(edges.every(({ from, to }) => keys.has(from) && keys.has(to))).toBe(true);
        for (const { key, kind, claimIds } of nodes) {
          const into = new Set(edges.filter(({ to }) => to === key).flatMap((edge) => edge.claimIds));
          expect([...into].toSorted()).toEqual(kind === 'article' ? [] : claimIds.toSorted());
        }
      }),
    );
  });

  it('has no ring once its circular edges are taken out, and needs each of them for one', () => {
    fc.assert(
      fc.property(graphClaims, (claims) => {
        const { edges } = buildGraph(claims);
        const forward = edges.filter(({ circular }) => !circular);
        const reach = (start: string) => {
          const seen = new Set([start]);
          for (const here of seen) for (const { from, to } of forward) if (from === here) seen.add(to);
          return seen;
        };
        for (const { from, to } of forward) expect(reach(to).has(from)).toBe(false);
        for (const { from, to, circular } of edges) if (circular) expect(reach(to).has(from)).toBe(true);
      }),
    );
  });
});
