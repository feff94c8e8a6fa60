import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain } from '@/lib/attribution/chain';
import { nameWords } from '@/lib/attribution/link-name';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { buildGraph } from '@/lib/provenance/graph';
import { whoSpeaks } from '@/lib/provenance/who-speaks';
import { aGroup, arbitraryClaims, arbitraryGroups } from '../attribution/arbitrary-chain';
import { aLink, anonymityWith, BARE, chainOf, ELITE, INSIDERS, KOZAK, NYT, REUTERS } from '../attribution/links';
import { readSampleClaims, SAMPLE_GROUPS } from './sample';

function rowsOf(chains: readonly Chain[], groups: readonly OriginGroup[] = []) {
  return whoSpeaks(
    chains.map((chain, at) => ({ id: `c${at}`, articleId: 'article', chain, relations: [] })),
    groups,
  );
}

const presentationOf = (...chains: readonly Chain[]) => rowsOf(chains)[0]?.presentation;

describe('who speaks in the sample', () => {
  const rows = whoSpeaks(readSampleClaims(), SAMPLE_GROUPS);

  it('is told in the words of the report', () => {
    const shown = rows.map(({ name, sourceClass, presentation, claimIds, reach, reading, origin }) =>
      [nameWords(name), sourceClass, presentation, claimIds.length, reach, reading, origin.independence, origin.name].join(' | '),
    );
    const basis = 'basis given: “they have met with him”; number and reason not given';
    expect(shown).toEqual([
      'The New York Times | relay | named outlet, relayed | 13 | first, second and third hand | taken on trust | shared | New York Times story',
      'sources close to the Kremlin | anonymous | described; number, reason and basis not given | 3 | third hand |  | shared | New York Times story',
      `Western sources | anonymous | described; ${basis} | 3 | second and third hand |  | shared | New York Times story`,
      '“sources” | anonymous | not described at all | 2 | third hand |  | shared | New York Times story',
      'close Kremlin insiders | anonymous | described; number, reason and basis not given | 2 | second hand |  | shared | New York Times story',
      'Vladimir Putin | record | named, known only through others | 2 | third hand |  | shared | New York Times story',
      'Reuters | relay | named outlet, relayed behind “it is known” | 3 | first and second hand | read by us | attested | Reuters story',
      'Dmitry Kozak | record | named, known only through others | 8 | second and third hand |  | unknown | ',
      'Moscow’s elite circles | unnamed | a feeling ascribed to them | 2 | nobody reports it |  | unknown | ',
      '“it is also noted” | none | impersonal | 2 | nobody named |  | unknown | ',
      'the article’s own voice | none | no attribution | 6 | own voice |  | unknown | ',
    ]);
  });

  it('says in which claims somebody is presented as speaking, not only as standing behind', () => {
    const kozak = rows.find(({ source }) => source?.id === 'kozak');
    expect(kozak?.speaksIn).toEqual(['c24']);
    expect(rows.find(({ source }) => source?.id === 'putin')?.speaksIn).toEqual([]);
  });
});

describe('who speaks', () => {
  it('says what is given about somebody who is not named, and what is not', () => {
    const sources = (anonymity: Parameters<typeof anonymityWith>[0]) => chainOf({ ...INSIDERS, anonymity: anonymityWith(anonymity) });
    expect(presentationOf(chainOf(INSIDERS))).toBe('described; number, reason and basis not given');
    expect(presentationOf(sources({ count: 'plural' }))).toBe('described; number, reason and basis not given');
    expect(presentationOf(sources({ count: 'exact', number: 3 }))).toBe('described; number given: 3; reason and basis not given');
    expect(presentationOf(sources({ count: 'one', basis: 'he was there', reason: 'he fears for his job' }))).toBe(
      'described; number given: one; basis given: “he was there”; reason given: “he fears for his job”',
    );
    expect(presentationOf(sources({ count: 'one' }), sources({ basis: 'he was there' }))).toBe(
      'described; number given: one; basis given: “he was there”; reason not given',
    );
  });

  it('says of somebody named how the article hears them', () => {
    const behind = chainOf(NYT, KOZAK);
    const words = (chains: readonly Chain[]) => rowsOf(chains).find(({ source }) => source?.id === 'kozak')?.presentation;
    expect(words([chainOf(KOZAK)])).toBe('named');
    expect(words([behind])).toBe('named, known only through others');
    expect(words([behind, chainOf(KOZAK), behind])).toBe('named, in 2 of 3 claims through others');
  });

  it('has words for every other way to be presented', () => {
    expect(presentationOf(chainOf(aLink('document', 'The memo')))).toBe('named document');
    expect(presentationOf(chainOf(aLink('unnamed_person', 'an aide')))).toBe('a person without a name; reason and basis not given');
    expect(presentationOf(chainOf({ ...ELITE, relation: 'says' }))).toBe('a group without names; number, reason and basis not given');
    expect(presentationOf(chainOf(aLink('unresolved')))).toBe('an attribution that leads to nobody');
    expect(presentationOf(chainOf(BARE))).toBe('not described at all');
  });

  it('counts how much of a newsroom we have read', () => {
    const read = chainOf({ ...NYT, reading: 'read' });
    const readings = [[read], [read, chainOf(NYT)], [chainOf(NYT)]].map((chains) => rowsOf(chains)[0]?.reading);
    expect(readings).toEqual(['read by us', 'read by us in 1 of 2 claims', 'taken on trust']);
    expect(rowsOf([chainOf(KOZAK)])[0]?.reading).toBeNull();
  });

  it('does not pass on to those behind a newsroom what was attested of it', () => {
    const rows = rowsOf([chainOf(REUTERS, INSIDERS)], [aGroup('g', ['reuters'], 'They were asked.')]);
    expect(rows.map(({ origin }) => origin.independence)).toEqual(['attested', 'shared']);
  });

  it('calls an origin after its carrier where it has no group, and leaves it unknown', () => {
    expect(rowsOf([chainOf(NYT)])[0]?.origin).toMatchObject({ independence: 'unknown', name: 'NYT' });
  });

  it('has a row for each node of the graph but the article, with the same claims', () => {
    fc.assert(
      fc.property(arbitraryClaims, arbitraryGroups, (claims, groups) => {
        const given = claims.map((claim) => ({
          ...claim,
          articleId: 'article',
          sourceType: claim.chain.find(({ tagged }) => tagged)?.sourceType ?? ('unresolved' as const),
        }));
        const nodes = buildGraph(given).nodes.filter(({ kind }) => kind !== 'article');
        const shown = (list: readonly { readonly key: string; readonly claimIds: readonly string[] }[]) =>
          list.map(({ key, claimIds }) => `${key}: ${claimIds.join(' ')}`).toSorted();
        const rows = whoSpeaks(given, groups);
        expect(shown(rows)).toEqual(shown(nodes));
        const attested = groups.flatMap((group) => (group.attested === null ? [] : group.sourceIds));
        for (const { origin, presentation, reach, speaksIn, claimIds } of rows) {
          // Nothing becomes attested that no group with a reason reaches.
          if (attested.length === 0) expect(origin.independence).not.toBe('attested');
          expect(`${presentation} ${reach}`).not.toMatch(/undefined|null|NaN/u);
          expect(speaksIn.every((id) => claimIds.includes(id))).toBe(true);
        }
      }),
    );
  });
});
