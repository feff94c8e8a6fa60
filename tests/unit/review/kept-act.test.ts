import { describe, expect, it } from 'vitest';
import { type KeptAct, parseKeptAct, printKeptAct } from '@/components/review/triage/kept-act';
import { NO_ANONYMITY } from '@/lib/attribution/anonymity';
import { newLink } from '@/lib/attribution/chain';
import { NO_FINDING } from '@/lib/claims/finding';
import { NO_BEARING } from '@/lib/review/bearing/bearing';
import { toTextRange } from '@/lib/text/offset';
import { fixOf, itemOf } from './queue-items';

const words = { ...toTextRange(0, 5), quote: 'Kozak' };
const nyt = { id: 'nyt', name: 'The New York Times', kind: 'news_organization' } as const;
const kozak = { id: 'source', name: 'Kozak', kind: 'person' } as const;

/** A claim with all that a claim can have. */
const item = itemOf(8, {
  chain: [
    newLink({ sourceType: 'author', source: null }),
    { ...newLink({ sourceType: 'news_organization', source: nyt }), stated: 'from_outside', hedges: [{ ...words, kind: 'adverb' }] },
    { ...newLink({ sourceType: 'anonymous_source', source: kozak }, true), cue: words, anonymity: { ...NO_ANONYMITY, count: 'plural' } },
  ],
  finding: { ...NO_FINDING, contentCheck: 'disputed', credibility: 4, likelihood: 'unlikely', rationale: 'No.' },
  evidence: [
    {
      ...{ id: 'e', kind: 'url', title: 'A page', url: 'https://example.org', archivedUrl: null },
      ...{ locator: '', retrievedOn: '2026-03-01', originGroupId: null, stance: 'refutes' },
    },
  ],
  flags: [{ flag: 'superlative', verdict: 'added', note: '' }],
  relations: [{ kind: 'contradicts', claimId: 'x', note: 'Both?' }],
  reason: { text: 'Who?', by: { id: 'editor', name: 'Edith' }, at: new Date('2026-03-01T09:00:00Z') },
});

const kept: KeptAct = {
  ...{ key: '00000000-0000-4000-8000-000000000001', at: 7, sent: true, version: 2 },
  ...{ item, act: { kind: 'fix', tag: fixOf({ source: { id: null, name: 'The Town Crier' } }) } },
};

describe('a decision in the browser’s storage', () => {
  it('comes back as it was, with the whole claim that was decided on', () => {
    expect(parseKeptAct(printKeptAct(kept))).toEqual(kept);
  });

  it('comes back without what bore on the claim then', () => {
    const circular = { ...kept, item: { ...item, bearing: { ...NO_BEARING, circular: true } } };
    expect(parseKeptAct(printKeptAct(circular))).toEqual(kept);
  });

  it.each([
    { act: { kind: 'approve' } },
    { act: { kind: 'return', reason: 'Edges.' }, version: null },
    { act: { kind: 'reject', reason: 'No.' }, sent: false },
    { act: { kind: 'undo' } },
  ] satisfies Partial<KeptAct>[])('comes back whatever it is: %j', (different) => {
    expect(parseKeptAct(printKeptAct({ ...kept, ...different }))).toEqual({ ...kept, ...different });
  });

  it.each(['', 'null', '{}', '[1]', printKeptAct(kept).slice(0, -2), printKeptAct(kept).replace('"fix"', '"burn"')])(
    'is nothing that can be sent when it reads %j',
    (text) => {
      expect(parseKeptAct(text)).toBeNull();
    },
  );
});
