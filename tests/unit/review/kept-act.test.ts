import { describe, expect, it } from 'vitest';
import { type KeptAct, printKeptAct } from '@/components/review/triage/kept-act';
import { parseKeptAct } from '@/components/review/triage/left-acts';
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

/** Frozen: what a browser holds that was last open in March 2026. New forms are added below it; it never changes. */
const FIX_OF_MARCH =
  '{"key":"00000000-0000-4000-8000-000000000001","at":7,"sent":true,"act":{"kind":"fix","tag":{"spans":[{"start":0,"end":9}],"sourceType":"anonymous_source","source":{"id":null,"name":"an aide"},"confidence":"high","note":"n"}},"version":4,"item":{"claim":{"chain":[{"sourceType":"author","source":null,"tagged":false,"relation":"publishes","stated":"in_text","reading":"on_trust","cue":null,"hedges":[],"anonymity":null},{"sourceType":"news_organization","source":{"id":"01890000-0000-7000-8000-000000000020","name":"The Herald","kind":"news_organization"},"tagged":false,"relation":"reports","stated":"from_outside","reading":"read","cue":null,"hedges":[{"start":0,"end":9,"quote":"The mayor","kind":"adverb"}],"anonymity":null},{"sourceType":"anonymous_source","source":{"id":"01890000-0000-7000-8000-000000000021","name":"an aide","kind":"unnamed"},"tagged":true,"relation":"says","stated":"in_text","reading":"on_trust","cue":{"start":0,"end":9,"quote":"The mayor"},"hedges":[],"anonymity":{"descriptor":"an aide","count":"exact","number":3,"proximity":"insider","basis":"was there","reason":"fear"}}],"finding":{"attributionCheck":"accurate","contentCheck":"disputed","credibility":4,"likelihood":"unlikely","rationale":"No.","correction":"Yes."},"evidence":[{"id":"01890000-0000-7000-8000-000000000030","kind":"url","title":"Minutes","url":"https://example.org/","archivedUrl":null,"locator":"p. 3","retrievedOn":"2026-03-01","originGroupId":"01890000-0000-7000-8000-000000000031","stance":"supports"}],"flags":[{"flag":"superlative","verdict":"added","note":"the only"}],"relations":[{"kind":"contradicts","claimId":"01890000-0000-7000-8000-000000000009","note":"Both?"}],"id":"01890000-0000-7000-8000-000000000008","deskId":"01890000-0000-7000-8000-000000000001","articleId":"01890000-0000-7000-8000-000000000002","revisionId":"01890000-0000-7000-8000-000000000003","number":8,"spans":[{"start":0,"end":9,"quote":"The mayor","before":"","after":" said no."}],"sourceType":"anonymous_source","source":{"id":"01890000-0000-7000-8000-000000000021","name":"an aide","kind":"unnamed"},"confidence":"high","note":"n","state":"returned","version":4,"createdBy":{"id":"01890000-0000-7000-8000-000000000005","name":"Cleo"},"lastEditedBy":{"id":"01890000-0000-7000-8000-000000000005","name":"Cleo"},"createdAt":"2026-03-01T08:00:00.000Z","updatedAt":"2026-03-01T09:00:00.000Z","submittedAt":"2026-03-01T09:00:00.000Z","reason":{"text":"Who?","by":{"id":"01890000-0000-7000-8000-000000000006","name":"Edith"},"at":"2026-03-01T10:00:00.000Z"}},"article":{"id":"01890000-0000-7000-8000-000000000002","title":"Kozak"},"approveRefusal":null}}';

describe('a decision kept by an older build', () => {
  it('is still read, with all that was in it', () => {
    const old = parseKeptAct(FIX_OF_MARCH);
    expect(old).not.toBeNull();
    expect(JSON.parse(JSON.stringify(old))).toMatchObject(JSON.parse(FIX_OF_MARCH));
  });
});

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
