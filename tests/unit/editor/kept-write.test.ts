import { describe, expect, it } from 'vitest';
import type { KeptWrite } from '@/components/editor/outbox/entry';
import { parseKeptWrite } from '@/components/editor/outbox/parse-kept-write';
import { requestOf } from '@/components/editor/outbox/request-of';
import { SPANS_MAX } from '@/lib/claims/claim';
import { keptDetails, keptLink, keptSource, keptTag } from '@/lib/claims/kept-claim';
import { aTag } from '../../factories/tags';

/** Frozen: what a browser holds that was last open in March 2026. New forms are added below it; these never change. */
const EDIT_OF_MARCH =
  '{"key":"00000000-0000-4000-8000-000000000001","at":7,"write":{"kind":"edit","claimId":"01890000-0000-7000-8000-000000000008","version":4,"tag":{"spans":[{"start":0,"end":9}],"sourceType":"anonymous_source","source":{"id":null,"name":"an aide"},"confidence":"high","note":"n"},"details":{"chain":[{"sourceType":"author","source":null,"tagged":false,"relation":"publishes","stated":"in_text","reading":"on_trust","cue":null,"hedges":[],"anonymity":null},{"sourceType":"news_organization","source":{"id":"01890000-0000-7000-8000-000000000020","name":"The Herald","kind":"news_organization"},"tagged":false,"relation":"reports","stated":"from_outside","reading":"read","cue":null,"hedges":[{"start":0,"end":9,"quote":"The mayor","kind":"adverb"}],"anonymity":null},{"sourceType":"anonymous_source","source":{"id":"01890000-0000-7000-8000-000000000021","name":"an aide","kind":"unnamed"},"tagged":true,"relation":"says","stated":"in_text","reading":"on_trust","cue":{"start":0,"end":9,"quote":"The mayor"},"hedges":[],"anonymity":{"descriptor":"an aide","count":"exact","number":3,"proximity":"insider","basis":"was there","reason":"fear"}}],"finding":{"attributionCheck":"accurate","contentCheck":"disputed","credibility":4,"likelihood":"unlikely","rationale":"No.","correction":"Yes."},"evidence":[{"id":"01890000-0000-7000-8000-000000000030","kind":"url","title":"Minutes","url":"https://example.org/","archivedUrl":null,"locator":"p. 3","retrievedOn":"2026-03-01","originGroupId":"01890000-0000-7000-8000-000000000031","stance":"supports"}],"flags":[{"flag":"superlative","verdict":"added","note":"the only"}],"relations":[{"kind":"contradicts","claimId":"01890000-0000-7000-8000-000000000009","note":"Both?"}]}}}';
const RESTORE_OF_MARCH =
  '{"key":"00000000-0000-4000-8000-000000000001","at":7,"write":{"kind":"restore","claimId":"01890000-0000-7000-8000-000000000008","version":4,"claim":{"chain":[{"sourceType":"author","source":null,"tagged":false,"relation":"publishes","stated":"in_text","reading":"on_trust","cue":null,"hedges":[],"anonymity":null},{"sourceType":"news_organization","source":{"id":"01890000-0000-7000-8000-000000000020","name":"The Herald","kind":"news_organization"},"tagged":false,"relation":"reports","stated":"from_outside","reading":"read","cue":null,"hedges":[{"start":0,"end":9,"quote":"The mayor","kind":"adverb"}],"anonymity":null},{"sourceType":"anonymous_source","source":{"id":"01890000-0000-7000-8000-000000000021","name":"an aide","kind":"unnamed"},"tagged":true,"relation":"says","stated":"in_text","reading":"on_trust","cue":{"start":0,"end":9,"quote":"The mayor"},"hedges":[],"anonymity":{"descriptor":"an aide","count":"exact","number":3,"proximity":"insider","basis":"was there","reason":"fear"}}],"finding":{"attributionCheck":"accurate","contentCheck":"disputed","credibility":4,"likelihood":"unlikely","rationale":"No.","correction":"Yes."},"evidence":[{"id":"01890000-0000-7000-8000-000000000030","kind":"url","title":"Minutes","url":"https://example.org/","archivedUrl":null,"locator":"p. 3","retrievedOn":"2026-03-01","originGroupId":"01890000-0000-7000-8000-000000000031","stance":"supports"}],"flags":[{"flag":"superlative","verdict":"added","note":"the only"}],"relations":[{"kind":"contradicts","claimId":"01890000-0000-7000-8000-000000000009","note":"Both?"}],"id":"01890000-0000-7000-8000-000000000008","deskId":"01890000-0000-7000-8000-000000000001","articleId":"01890000-0000-7000-8000-000000000002","revisionId":"01890000-0000-7000-8000-000000000003","number":8,"spans":[{"start":0,"end":9,"quote":"The mayor","before":"","after":" said no."}],"sourceType":"anonymous_source","source":{"id":"01890000-0000-7000-8000-000000000021","name":"an aide","kind":"unnamed"},"confidence":"high","note":"n","state":"returned","version":4,"createdBy":{"id":"01890000-0000-7000-8000-000000000005","name":"Cleo"},"lastEditedBy":{"id":"01890000-0000-7000-8000-000000000005","name":"Cleo"},"createdAt":"2026-03-01T08:00:00.000Z","updatedAt":"2026-03-01T09:00:00.000Z","submittedAt":"2026-03-01T09:00:00.000Z","reason":{"text":"Who?","by":{"id":"01890000-0000-7000-8000-000000000006","name":"Edith"},"at":"2026-03-01T10:00:00.000Z"}}}}';

describe('a write kept by an older build', () => {
  it.each([EDIT_OF_MARCH, RESTORE_OF_MARCH])('is still read, with all that was in it: %s', (text) => {
    const kept = parseKeptWrite(text);
    expect(kept).not.toBeNull();
    expect(JSON.parse(JSON.stringify(kept))).toMatchObject(JSON.parse(text));
  });
});

it('a kept chain that somebody edited by hand, with no tagged link or with two, is no kept write: nothing could draw it', () => {
  expect(parseKeptWrite(EDIT_OF_MARCH.replaceAll('"tagged":true', '"tagged":false'))).toBeNull();
  expect(parseKeptWrite(EDIT_OF_MARCH.replaceAll('"tagged":false', '"tagged":true'))).toBeNull();
});

it('an entry with more spans than a claim can have is no kept write: a browser that drew thousands of them went down', () => {
  const spans = (count: number) => JSON.stringify(Array.from({ length: count }, () => ({ start: 0, end: 9 })));
  const withSpans = (count: number) => EDIT_OF_MARCH.replace('"spans":[{"start":0,"end":9}]', `"spans":${spans(count)}`);
  expect(parseKeptWrite(withSpans(SPANS_MAX))).not.toBeNull();
  expect(parseKeptWrite(withSpans(SPANS_MAX + 1))).toBeNull();
});

describe('what the server is asked', () => {
  const [key, claimId, articleId, revisionId] = ['key', 'claim', 'article', 'revision'];
  const target = { claimId, version: 1 };
  const writes: readonly KeptWrite['write'][] = [
    { kind: 'create', claimId, revisionId, number: 1, tag: aTag() },
    { kind: 'edit', ...target, tag: aTag() },
    { kind: 'delete', ...target },
    { kind: 'withdraw', ...target },
    { kind: 'submit', articleId, claims: [{ id: claimId, version: 1 }] },
  ];

  it.each(writes)('is of its kind, with its own key: $kind', (write) => {
    expect(requestOf({ key, write })).toMatchObject({ kind: write.kind, key });
  });

  it('holds nothing of what is only for the browser', () => {
    const edit = { kind: 'edit', ...target, tag: aTag(), base: { tag: aTag({ note: 'seen' }), details: {} } } as const;
    expect(JSON.stringify(requestOf({ key, write: edit }))).not.toContain('seen');
  });

  it('never holds a version that is not known yet', () => {
    expect(() => requestOf({ key, write: { kind: 'delete', claimId, version: null } })).toThrow('known');
  });
});

it('keeps whether a source was retracted, and reads one that was kept before that was known', () => {
  const source = { id: 'times', name: 'The Times', kind: 'news_organization' };
  expect(keptSource.parse({ ...source, retracted: true })).toEqual({ ...source, retracted: true });
  expect(keptSource.parse(source)).toStrictEqual(source);
});

/**
 * What a browser keeps stays readable on that device for whoever sits at it next. A new field fails here until somebody has
 * decided that it may: what is confidential is not kept, and so goes out only while its page is open.
 */
it('keeps these fields of a claim in the browser, none of which is confidential', () => {
  const { evidence, finding } = keptDetails;
  expect({
    tag: Object.keys(keptTag.shape),
    details: Object.keys(keptDetails),
    link: Object.keys(keptLink.shape),
    finding: Object.keys(finding.shape),
    evidence: Object.keys(evidence.element.shape),
  }).toEqual({
    tag: ['spans', 'sourceType', 'source', 'confidence', 'note'],
    details: ['chain', 'finding', 'evidence', 'flags', 'relations'],
    link: ['sourceType', 'source', 'tagged', 'relation', 'stated', 'reading', 'cue', 'hedges', 'anonymity'],
    finding: ['attributionCheck', 'contentCheck', 'credibility', 'likelihood', 'rationale', 'correction', 'question'],
    evidence: ['id', 'kind', 'title', 'url', 'archivedUrl', 'locator', 'retrievedOn', 'originGroupId', 'stance'],
  });
});
