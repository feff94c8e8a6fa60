import { describe, expect, it } from 'vitest';
import type { Write } from '@/components/editor/outbox/entry';
import { EMPTY_OUTBOX, enqueue, hold, type Outbox, type Trouble } from '@/components/editor/outbox/outbox';
import { overlay } from '@/components/editor/outbox/overlay';
import { newLink } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import { toTagValues } from '@/lib/claims/tag-values';
import { aClaim, aSpan, CHECKER, DESK, EDITOR, idOf } from '../../factories/report';
import { aTag } from '../../factories/tags';

const TEXT = 'The mayor said no. The sheriff said yes.';
const SETTING = { text: TEXT, me: CHECKER, deskId: DESK.id, articleId: idOf('article', 1) };
const first = aClaim(1, [aSpan(TEXT, 0, 9)]);
const second = aClaim(2, [aSpan(TEXT, 19, 30)], { state: 'approved' });

const boxOf = (...writes: Write[]): Outbox =>
  writes.reduce((box, write, index) => enqueue(box, { key: `k${index}`, at: index, write }), EMPTY_OUTBOX);
const show = (outbox: Outbox, ...claims: Claim[]) => overlay(new Map(claims.map((claim) => [claim.id, claim])), outbox, SETTING);
const held = (trouble: Trouble, write: Write) => hold(boxOf(write), 'k0', trouble);

describe('the claims as shown', () => {
  it('are the saved ones in text order when nothing is unsent', () => {
    expect(show(EMPTY_OUTBOX, second, first)).toEqual([first, second]);
  });

  it('hold a new claim before the server has seen it', () => {
    const write: Write = {
      kind: 'create',
      claimId: idOf('claim', 3),
      revisionId: idOf('revision', 1),
      number: 3,
      tag: aTag({ spans: [{ start: 10, end: 17 }] }),
    };
    expect(show(boxOf(write), first)[1]).toMatchObject({ number: 3, unsent: true, state: 'draft', spans: [{ quote: 'said no' }] });
  });

  it('show an edit, and an approved claim as reopened by it', () => {
    const [, edited] = show(
      boxOf({ kind: 'edit', claimId: second.id, version: 1, tag: aTag({ spans: [{ start: 19, end: 30 }], note: 'new' }) }),
      first,
      second,
    );
    expect(edited).toMatchObject({ note: 'new', state: 'reopened', lastEditedBy: CHECKER });
  });

  it('leave a deleted claim out and a restored one in', () => {
    const gone: Write = { kind: 'delete', claimId: first.id, version: 1 };
    expect(show(boxOf(gone), first)).toEqual([]);
    expect(show(boxOf(gone, { kind: 'restore', claimId: first.id, version: null, claim: first }), first)).toHaveLength(1);
  });

  it('keep showing what a refused edit wanted, marked as refused', () => {
    const outbox = held(
      { kind: 'refused', message: 'No.', field: null },
      { kind: 'edit', claimId: first.id, version: 1, tag: aTag({ note: 'mine' }) },
    );
    expect(show(outbox, first)[0]).toMatchObject({ note: 'mine', held: 'refused' });
  });

  it('show theirs while two versions wait for a decision', () => {
    const outbox = held(
      { kind: 'conflict', message: '', current: first, who: null },
      { kind: 'edit', claimId: first.id, version: 1, tag: aTag({ note: 'mine' }) },
    );
    expect(show(outbox, first)[0]).toMatchObject({ note: '', held: 'conflict' });
  });

  const relay = newLink({
    sourceType: 'news_organization',
    source: { id: 'new:the herald', name: 'The Herald', kind: 'news_organization' },
  });
  const tagged = newLink({ sourceType: 'author', source: null }, true);

  it('show a chain at once, with a source the server has not seen', () => {
    const chain = [tagged, relay];
    const [edited] = show(boxOf({ kind: 'edit', claimId: first.id, version: 1, tag: toTagValues(first), details: { chain } }), first);
    expect(edited).toMatchObject({ chain, unsent: true });
    const write = { kind: 'create', claimId: idOf('claim', 9), revisionId: idOf('revision', 1), number: 9, tag: aTag() } as const;
    expect(show(boxOf({ ...write, details: { chain } }))[0]).toMatchObject({ chain });
  });

  it('have the chain follow a tag that changes after it', () => {
    const person = aTag({ sourceType: 'named_person', source: { id: null, name: 'Ada' } });
    const [edited] = show(
      boxOf(
        { kind: 'edit', claimId: first.id, version: 1, tag: aTag(), details: { chain: [tagged, relay] } },
        { kind: 'edit', claimId: first.id, version: null, tag: person },
      ),
      first,
    );
    expect(edited?.chain.map(({ source, tagged: mark }) => [source?.name, mark])).toEqual([
      [undefined, false],
      ['The Herald', false],
      ['Ada', true],
    ]);
  });

  it('are edited by nobody else when something is only remarked on them', () => {
    const theirs = { ...first, lastEditedBy: EDITOR };
    const flags = [{ flag: 'prediction', verdict: 'added', note: '' }] as const;
    const remark: Write = { kind: 'edit', claimId: first.id, version: 1, tag: toTagValues(theirs), details: { flags } };
    expect(show(boxOf(remark), theirs)[0]).toMatchObject({ flags, lastEditedBy: EDITOR });
    expect(show(boxOf({ ...remark, details: { flags, evidence: [] } }), theirs)[0]).toMatchObject({ lastEditedBy: CHECKER });
  });

  it('are the very same objects as long as nothing is unsent of them', () => {
    const saved = new Map([[first.id, first]]);
    expect(overlay(saved, EMPTY_OUTBOX, SETTING)[0]).toBe(overlay(saved, EMPTY_OUTBOX, SETTING)[0]);
  });

  it('show submitted and withdrawn claims in their new state', () => {
    const submit: Write = { kind: 'submit', articleId: SETTING.articleId, claims: [{ id: first.id, version: 1 }] };
    expect(show(boxOf(submit), first)[0]?.state).toBe('submitted');
    expect(show(boxOf(submit, { kind: 'withdraw', claimId: first.id, version: null }), first)[0]?.state).toBe('draft');
  });
});
