import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '@/lib/report/model';
import { toTextRange } from '@/lib/text/offset';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, anInput, aSource, HARBOUR_GROUPS, harbour, idOf, SECRET } from '@/tests/factories/report';

const COPY = buildReport(harbour({ kind: 'working_copy' }));
const REPORT = buildReport(harbour());

describe('a claim of a report', () => {
  test('has its hand, its strength and its origin', () => {
    const fourth = REPORT.claims[3]?.sourcing;
    expect(fourth).toMatchObject({ hand: 2, strength: { value: 1 }, corroboration: { atMost: 1, attested: 0 } });
    expect(fourth?.origin).toBe(REPORT.claims[1]?.sourcing.origin);
    expect(REPORT.claims[0]?.sourcing).toMatchObject({ hand: null, origin: null, strength: { value: 0 } });
  });

  test('has its relations from both sides', () => {
    expect(REPORT.claims[1]?.sourcing.related).toEqual([
      { kind: 'restates', number: 1, note: '' },
      { kind: 'contradicts', number: 5, note: 'It cannot be over and go on.' },
    ]);
  });

  test('that was rejected counts for nothing, and leans on nothing', () => {
    const rejected = COPY.claims.find(({ state }) => state === 'rejected');
    expect(rejected?.sourcing).toMatchObject({ origin: null, corroboration: { atMost: 0, attested: 0 } });
    expect(COPY.sourcing.label.claimIds).not.toContain(rejected?.id);
    expect(COPY.counts.claims).toBe(10);
  });
});

describe('a claim that is left out', () => {
  test('leaves in a relation to it no word, only that there is one', () => {
    const relations = REPORT.claims[4]?.relations;
    expect(relations?.[1]).toEqual({ kind: 'contradicts', claimId: idOf('claim', 8), note: '' });
    expect(REPORT.claims[4]?.sourcing.related[1]).toEqual({ kind: 'contradicts', number: null, note: '' });
    expect(JSON.stringify(COPY.claims)).toContain(SECRET);
    expect(JSON.stringify(REPORT.claims)).not.toContain(SECRET);
  });

  test('brings no flag, no contradiction and no tie to those that stay', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const { claims, sourcing } = buildReport({ ...input, kind: 'report' });
        const held = new Set(claims.map(({ id }) => id));
        for (const id of [...sourcing.label.contradictions, ...sourcing.label.tensions].flat()) expect(held).toContain(id);
        for (const { claimIds } of sourcing.label.flags) for (const id of claimIds) expect(held).toContain(id);
      }),
    );
  });
});

describe('origin groups', () => {
  test('are those in which the claims held have a source', () => {
    expect(REPORT.groups.map(({ id }) => id)).toEqual([idOf('group', 1)]);
    expect(COPY.groups).toEqual(HARBOUR_GROUPS);
  });

  test('name only the sources that the claims held name', () => {
    const post = aSource(1, 'Evening Post', 'news_organization');
    const model = aModel('[1:one:1]', { 1: { sourceType: 'news_organization', source: post } }, { groups: HARBOUR_GROUPS });
    expect(model.groups.map(({ sourceIds }) => sourceIds)).toEqual([[post.id]]);
  });

  test('stay when only a piece of evidence belongs to them', () => {
    const evidence = {
      ...{ id: idOf('evidence', 1), kind: 'person' as const, title: 'A letter', url: null, archivedUrl: null, locator: '' },
      ...{ retrievedOn: null, originGroupId: idOf('group', 2), stance: 'supports' as const },
    };
    const model = aModel('[1:one:1]', { 1: { evidence: [evidence] } }, { groups: HARBOUR_GROUPS });
    expect(model.groups).toMatchObject([{ id: idOf('group', 2), sourceIds: [] }]);
    expect(model.claims[0]?.sourcing.corroboration).toEqual({ atMost: 1, attested: 1 });
  });

  test('never make more attested than there are origins', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const { origins, claims } = buildReport(input);
        for (const origin of origins) {
          expect(origin.name).not.toBe(undefined);
          if (origin.independence === 'attested') expect(origin.groups.some(({ attested }) => attested !== null)).toBe(true);
        }
        for (const { sourcing } of claims) expect(sourcing.corroboration.attested).toBeLessThanOrEqual(sourcing.corroboration.atMost);
      }),
    );
  });
});

test('words of a link that are not the text at their place are a bug', () => {
  const input = anInput('[1:one:1] two');
  const cue = { ...toTextRange(0, 3), quote: 'two' };
  const claims = input.claims.map((claim) => ({ ...claim, chain: claim.chain.map((link) => ({ ...link, cue })) }));
  expect(() => buildReport({ ...input, claims })).toThrow('the words of a link are the text at their place');
});
