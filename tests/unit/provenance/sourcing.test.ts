import { describe, expect, it } from 'vitest';
import { toDrawnEdges } from '@/components/provenance/drawn-graph';
import { selectionsOf, sentenceSelection } from '@/components/provenance/selections';
import type { Chain } from '@/lib/attribution/chain';
import { taggedLink } from '@/lib/attribution/chain';
import { NO_FINDING } from '@/lib/claims/finding';
import type { Relation } from '@/lib/claims/relation';
import { unstatedRelays } from '@/lib/provenance/label';
import { corroborationsOf, type SourcingClaim, toSourcing } from '@/lib/provenance/sourcing';
import { aLink, chainOf, INSIDERS, KOZAK, NYT, REUTERS } from '../attribution/links';
import { readSampleClaims, SAMPLE_GROUPS } from './sample';

function aClaim(id: string, chain: Chain, different: Partial<SourcingClaim> = {}): SourcingClaim {
  const { sourceType, source } = taggedLink(chain);
  const fixed = { articleId: 'sample', number: Number(id.slice(1)), confidence: 'high', state: 'approved' } as const;
  return { id, ...fixed, sourceType, source, chain, relations: [], flags: [], finding: NO_FINDING, evidence: [], ...different };
}

function readSample(): readonly SourcingClaim[] {
  return readSampleClaims().map(({ id, chain, relations }) => aClaim(id, chain, { relations }));
}

/** Every number that the page shows, by what it opens. */
function selectionsOfSample() {
  const sourcing = toSourcing(readSample(), SAMPLE_GROUPS);
  return {
    sourcing,
    selections: selectionsOf(sourcing, toDrawnEdges(sourcing.layout, sourcing.folded), new Map([['nyt', 'The New York Times']])),
  };
}

const idsOf = (selection: { readonly parts: readonly { readonly claimIds: readonly string[] }[] } | undefined) =>
  selection?.parts.flatMap(({ claimIds }) => claimIds);

describe('the sourcing of an article', () => {
  it('leaves out what an editor rejected, and says so', () => {
    const claims = [aClaim('c1', chainOf(NYT)), aClaim('c2', chainOf(REUTERS), { state: 'rejected' })];
    const sourcing = toSourcing(claims, []);
    expect(sourcing.label.claimIds).toEqual(['c1']);
    expect(sourcing.rejected.map(({ id }) => id)).toEqual(['c2']);
    expect(sourcing.speakers.map(({ source }) => source?.name)).toEqual(['NYT']);
  });

  it('counts a flag that a person dismissed no more, and one that a person added', () => {
    const marks = [
      { flag: 'anonymous', verdict: 'dismissed', note: 'Named in the original.' },
      { flag: 'prediction', verdict: 'added', note: '' },
    ] as const;
    const sourcing = toSourcing([aClaim('c1', chainOf(INSIDERS), { flags: marks })], []);
    const flags = sourcing.label.flags.map(({ flag }) => flag);
    expect(flags).not.toContain('anonymous');
    expect(flags).toContain('prediction');
    expect(flags).toContain('count_not_given');
  });

  it('of no claims is empty, and draws nothing', () => {
    const sourcing = toSourcing([], SAMPLE_GROUPS);
    expect([sourcing.sentences, sourcing.layout.nodes, sourcing.speakers]).toEqual([[], [], []]);
  });

  it('says how well single claims are supported, counting ties through others', () => {
    const restates = [{ kind: 'restates', claimId: 'c2', note: '' } satisfies Relation];
    const claims = [aClaim('c1', chainOf(NYT, KOZAK), { relations: restates }), aClaim('c2', chainOf(REUTERS)), aClaim('c3', chainOf())];
    const found = corroborationsOf(claims, [], ['c1', 'c3']);
    expect(found.get('c1')).toEqual({ atMost: 2, attested: 0 });
    expect(found.get('c3')).toEqual({ atMost: 0, attested: 0 });
  });
});

describe('the claims behind a number', () => {
  it('are those that the sample’s label counts', () => {
    const { sourcing, selections } = selectionsOfSample();
    expect(idsOf(selections.get('all'))).toHaveLength(26);
    expect(idsOf(selections.get('class-anonymous'))).toHaveLength(10);
    expect(selections.get('origins')?.parts.map(({ name, claimIds }) => [name, claimIds.length])).toEqual([
      ['New York Times story', 13],
      ['Reuters story', 3],
    ]);
    expect(selections.get('contradictions')?.parts).toHaveLength(3);
    expect(unstatedRelays(sourcing.label).silent.length).toBeGreaterThan(0);
  });

  it('are there for every sentence, edge, node and speaker, and never none', () => {
    const { sourcing, selections } = selectionsOfSample();
    for (const [place, { about, parts }] of sourcing.sentences.entries()) {
      for (const [part, { text, claimIds }] of parts.entries()) {
        if (claimIds !== null) expect(selections.has(sentenceSelection(about, place, part)), text).toBe(true);
      }
    }
    const edges = toDrawnEdges(sourcing.layout, sourcing.folded);
    expect([...selections.keys()].filter((key) => key.startsWith('edge-'))).toHaveLength(edges.length);
    for (const [key, selection] of selections) {
      if (/^(edge|node)-/.test(key)) expect(idsOf(selection)?.length, selection.title).toBeGreaterThan(0);
    }
  });

  it('keep their key when other claims come in', () => {
    const before = toSourcing([aClaim('c1', chainOf(NYT, KOZAK))], []);
    const after = toSourcing([aClaim('c0', chainOf(REUTERS)), aClaim('c1', chainOf(NYT, KOZAK))], []);
    const keys = (sourcing: typeof before) => [...selectionsOf(sourcing, toDrawnEdges(sourcing.layout, sourcing.folded), new Map()).keys()];
    const edges = keys(before).filter((key) => key.startsWith('edge-'));
    expect(edges).toHaveLength(2);
    expect(keys(after)).toEqual(expect.arrayContaining(edges));
  });
});

describe('a graph too deep to draw', () => {
  const names = Array.from({ length: 30 }, (_, at) => aLink('named_person', `P${String(at).padStart(2, '0')}`));
  // Each cites the next in a claim of its own: no chain is long, the way through all of them is.
  const ring = names.slice(0, -1).map((link, at) => aClaim(`c${at}`, chainOf(link, names[at + 1] as typeof link)));

  it('is folded, so that every node stands as near as its nearest claim has it', () => {
    const { layout, folded } = toSourcing(ring, []);
    expect(folded).toBe(true);
    expect(layout.columns.length).toBeLessThanOrEqual(3);
    expect(layout.nodes.reduce((sum, { members }) => sum + Math.max(1, members.length), 0)).toBe(31);
  });

  it('draws every claim’s way still, and calls none of it a circle', () => {
    const { layout, folded } = toSourcing(ring, []);
    const edges = toDrawnEdges(layout, folded);
    expect(new Set(edges.flatMap(({ claimIds }) => claimIds)).size).toBe(ring.length);
    expect(edges.some(({ circular }) => circular)).toBe(false);
  });

  it('is not folded where a chain is as long as people write them', () => {
    expect(toSourcing([aClaim('c1', chainOf(...names.slice(0, 6)))], []).folded).toBe(false);
  });
});
