import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalWords, contradictionWords, fixWords, isLongWait, ownWords, roundOf, seenFlags } from '@/components/review/claim-words';
import { entryWords, outcomeWords, pendingWords, refusedWords, troubleWords } from '@/components/review/status-words';
import { EMPTY_SNAPSHOT } from '@/components/review/triage/runner';
import { decide, EMPTY_TRIAGE, markSending, postpone } from '@/components/review/triage/triage';
import { newLink, taggedLink } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import { differingParts } from '@/lib/claims/detail-values';
import type { Evidence } from '@/lib/claims/evidence';
import { NO_FINDING } from '@/lib/claims/finding';
import type { Flag, FlagMark } from '@/lib/claims/flag';
import { stepWords } from '@/lib/claims/step-words';
import { CLAIM_EVENTS } from '@/lib/claims/transitions';
import { versionChanges } from '@/lib/claims/version-changes';
import { NO_BEARING } from '@/lib/review/bearing/bearing';
import { arbitraryChain } from '../attribution/arbitrary-chain';
import { APPROVE, at, claimOf, fixOf, itemOf } from './queue-items';

describe('a row', () => {
  const against = (...numbers: readonly number[]) => ({
    ...NO_BEARING,
    related: numbers.map((number) => ({
      kind: 'contradicts' as const,
      note: '',
      claim: { id: `id-${number}`, number, sourceType: 'author' as const, state: 'draft' as const, quote: 'No.' },
    })),
  });

  it('names the claims that contradict it, up to two', () => {
    expect(contradictionWords(NO_BEARING)).toBeNull();
    expect(contradictionWords(against(8))).toEqual({ short: 'C8', long: 'contradicted by claim 8' });
    expect(contradictionWords(against(8, 9))).toEqual({ short: 'C8 C9', long: 'contradicted by claim 8 and claim 9' });
    expect(contradictionWords(against(8, 9, 14))).toEqual({ short: '3 claims', long: 'contradicted by 3 claims' });
  });

  it('shows what people saw, not what follows from the data or was set aside', () => {
    const mark = (flag: Flag, verdict: FlagMark['verdict'] = 'added') => ({ flag, verdict, note: '' });
    expect(seenFlags(claimOf(8, { flags: [] }))).toEqual([]);
    expect(seenFlags(claimOf(8, { flags: [mark('superlative'), mark('anonymous', 'dismissed')] }))).toEqual(['superlative']);
    const many = [mark('superlative'), mark('prediction'), mark('loaded_language'), mark('omitted_denial')];
    expect(seenFlags(claimOf(8, { flags: many }))).toEqual(['superlative', 'prediction', '2 more flags']);
  });
});

describe('four eyes', () => {
  it('says why a person may not approve', () => {
    const own = claimOf(8, { createdBy: { id: 'me', name: 'Me' } });
    const edited = claimOf(8, { lastEditedBy: { id: 'me', name: 'Me' } });
    expect(approvalWords(own, 'me', 'Four eyes.')).toMatch(/^You made this claim/);
    expect(approvalWords(edited, 'me', 'Four eyes.')).toMatch(/^You last edited this claim/);
    expect(approvalWords(claimOf(8), 'me', 'Your role does not allow this.')).toBe('Your role does not allow this.');
    expect(approvalWords(claimOf(8), 'me', null)).toMatch(/you may approve it/);
    expect(fixWords(own, 'me', 'Four eyes.')).toMatch(/^A fix here approves the claim too, and you made it\. Edit it in its article/);
    expect(fixWords(edited, 'me', 'Four eyes.')).toMatch(/you last edited it/);
    expect(fixWords(claimOf(8), 'me', 'Your role does not allow this.')).toBe('Your role does not allow this.');
    expect([ownWords(own, 'me'), ownWords(edited, 'me'), ownWords(claimOf(8), 'me')]).toEqual(['made by you', 'last edited by you', null]);
  });
});

describe('the history', () => {
  it('has words for every event of the table', () => {
    expect(CLAIM_EVENTS.map(stepWords).every((words) => words !== '')).toBe(true);
  });

  it('counts rounds from the second one on', () => {
    expect(roundOf([{ event: 'submit' }])).toBeNull();
    expect(roundOf([{ event: 'submit' }, { event: 'return' }, { event: 'submit' }])).toBe(2);
  });

  it('calls a wait long after a day', () => {
    const since = new Date('2026-03-01T09:00:00Z');
    expect(isLongWait(since, since.getTime() + 86_399_999)).toBe(false);
    expect(isLongWait(since, since.getTime() + 86_400_000)).toBe(true);
    expect(isLongWait(null, Date.now())).toBe(false);
  });
});

describe('the status line', () => {
  const said = (kind: 'answered' | 'refused' | 'dropped', act: Parameters<typeof outcomeWords>[0]['act'], message = '') =>
    outcomeWords({ kind, act, claim: claimOf(8), message }, 7);

  it('says what was done and how many are left', () => {
    expect(said('answered', APPROVE)).toBe('Approved claim 8. 7 left.');
    expect(said('answered', { kind: 'fix', tag: fixOf() })).toBe('Fixed and approved claim 8. 7 left.');
    expect(said('answered', { kind: 'return', reason: 'Edges.' })).toBe('Returned claim 8 to Cleo. 7 left.');
    expect(said('answered', { kind: 'reject', reason: 'No.' })).toBe('Rejected claim 8. 7 left.');
    expect(said('answered', { kind: 'undo' })).toBe('Undone: claim 8 waits again. 7 left.');
    expect(said('dropped', APPROVE)).toBe('Not approved after all: claim 8 waits again. 7 left.');
    expect(outcomeWords({ kind: 'answered', act: APPROVE, claim: claimOf(8), message: '', adopted: true }, 7)).toBe('Approved claim 8.');
    expect(outcomeWords({ kind: 'answered', act: APPROVE, claim: claimOf(8), message: '' }, 0)).toBe('Approved claim 8. None left.');
  });

  it('says what was refused, why, and what stands now', () => {
    expect(said('refused', APPROVE, 'Four eyes.')).toBe('Claim 8 was not approved. Four eyes. It is back in its place.');
    expect(said('refused', { kind: 'undo' }, 'Changed since.')).toBe(
      'The decision on claim 8 was not taken back. Changed since. It stands.',
    );
  });

  it('says who was quicker, and not that a decided claim is back', () => {
    const late = (current: Claim | null) =>
      outcomeWords({ kind: 'refused', act: APPROVE, claim: claimOf(8), message: 'Edith approved claim 8 just now.', current }, 7);
    expect(late(claimOf(8, { state: 'approved' }))).toBe('Edith approved claim 8 just now. Your decision was not applied.');
    expect(late(claimOf(8, { note: 'Newer.' }))).toBe('Edith approved claim 8 just now. It still waits: decide on it as it is now.');
    expect(late(null)).toBe('Edith approved claim 8 just now. Your decision was not applied.');
  });

  it('says in the row what became of it', () => {
    const notice = { key: 'k', item: itemOf(8), act: APPROVE, message: '' };
    expect(troubleWords(undefined)).toBeNull();
    expect(troubleWords(notice)).toBe('not approved');
    expect(troubleWords({ ...notice, act: { kind: 'undo' } })).toBe('decision not taken back');
    expect(troubleWords({ ...notice, current: null })).toBe('deleted meanwhile');
    expect(troubleWords({ ...notice, current: claimOf(8) })).toBe('changed meanwhile');
    expect(troubleWords({ ...notice, current: claimOf(8, { state: 'returned' }) })).toBe('returned meanwhile');
  });

  it('says nothing of a quick answer, and the truth of a slow or missing one', () => {
    const sending = markSending(decide(EMPTY_TRIAGE, { key: 'a', item: itemOf(8), act: APPROVE }), 'a');
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: EMPTY_TRIAGE, pace: 'quick' })).toBeNull();
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: sending, pace: 'quick' })).toBeNull();
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: sending, pace: 'slow' })).toBe('Sending 1 decision…');
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: sending, pace: 'silent' })).toMatch(/has not answered yet/);
    const stuck = postpone(sending, 'a', { kind: 'unreachable', message: 'The server cannot be reached.' });
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: stuck, pace: 'quick' })).toBe(
      'Not sent: The server cannot be reached. 1 decision is kept in this browser and will be sent again.',
    );
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: stuck, kept: false })).toMatch(/1 decision is kept in this window only and/);
    const out = postpone(sending, 'a', { kind: 'signed_out', message: 'Your session has ended.' });
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: out, pace: 'quick' })).not.toMatch(/will be sent again/);
    const other = postpone(sending, 'a', { kind: 'other_person', message: 'You are signed in as somebody else in this browser now.' });
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: other })).toMatch(/kept in this browser until you sign in again\.$/);
    const old = postpone(sending, 'a', { kind: 'updated', message: 'Hearsay was updated while this page was open.' });
    expect(pendingWords({ ...EMPTY_SNAPSHOT, triage: old })).toMatch(/Reload the page to send again\.$/);
  });

  it('names what waits to be sent', () => {
    const { outbox } = decide(EMPTY_TRIAGE, { key: 'a', item: itemOf(8), act: { kind: 'fix', tag: fixOf() } });
    expect(entryWords(at(outbox, 0))).toBe('fix and approve claim 8');
  });
});

describe('two versions of a claim', () => {
  it('are compared field by field, in the order of the form', () => {
    const was = claimOf(8);
    const is = claimOf(8, { note: 'new', confidence: 'high', state: 'approved', source: null, sourceType: 'author' });
    expect(versionChanges(was, is).map(({ field }) => field)).toEqual(['Presented as', 'Source', 'Confidence', 'Note', 'State']);
    expect(versionChanges(was, is).at(2)).toEqual({ field: 'Confidence', was: 'Moderate', is: 'High', quoted: false });
    expect(versionChanges(was, was)).toEqual([]);
  });

  it('are told apart by their chain and their finding too, where they have one', () => {
    const voice = newLink({ sourceType: 'author', source: null });
    const tag = { sourceType: 'named_person', source: { id: 'source', name: 'Kozak', kind: 'person' } } as const;
    const relay = { id: 'nyt', name: 'The New York Times', kind: 'news_organization' } as const;
    const chain = [voice, newLink({ sourceType: 'news_organization', source: relay }), newLink(tag, true)];
    const is = claimOf(8, {
      chain,
      finding: { ...NO_FINDING, contentCheck: 'disputed', credibility: 4, likelihood: 'unlikely' },
      flags: [{ flag: 'superlative', verdict: 'dismissed', note: 'It is not.' }],
      relations: [{ kind: 'contradicts', claimId: 'x', note: '' }],
    });
    expect(versionChanges(claimOf(8), is).map(({ field, was, is: now }) => [field, was, now])).toEqual([
      [
        'Chain',
        '',
        'article ← The New York Times (taken on trust) ← Kozak; ' +
          'The New York Times: news organisation, reports, taken on trust; Kozak: named person, says, presented as speaking',
      ],
      ['Is it so?', 'Not checked', 'Disputed'],
      ['Credibility', '', '4'],
      ['Likelihood', '', 'Unlikely'],
      ['Flags', '', 'not Superlative: It is not.'],
      ['Other claims', '', 'contradicts 1 claim'],
    ]);
  });

  it('never read the same where their chains differ', () => {
    fc.assert(
      fc.property(arbitraryChain({ max: 3 }), arbitraryChain({ max: 3 }), fc.boolean(), (a, b, alike) => {
        const [was, is] = [a, alike ? a.map((link, at) => ({ ...link, hedges: b[at]?.hedges ?? [] })) : b].map((chain) =>
          claimOf(8, { chain, sourceType: taggedLink(chain).sourceType, source: taggedLink(chain).source }),
        ) as [Claim, Claim];
        expect(versionChanges(was, is).length > 0).toBe(differingParts(was, { chain: is.chain }).length > 0);
      }),
    );
  });

  it('are told apart by every field of their evidence', () => {
    const piece: Evidence = {
      ...{ id: 'e', kind: 'url' as const, title: 'Minutes', url: 'https://example.org/', archivedUrl: null, locator: 'p. 3' },
      ...{ retrievedOn: '2026-03-01', originGroupId: 'g', stance: 'supports' as const },
    };
    for (const different of [{ archivedUrl: 'https://a.example/' }, { locator: '' }, { retrievedOn: null }, { originGroupId: 'h' }]) {
      const changes = versionChanges(claimOf(8, { evidence: [piece] }), claimOf(8, { evidence: [{ ...piece, ...different }] }));
      expect(changes.map(({ field }) => field)).toEqual(['Evidence']);
    }
  });
});

describe('decisions that were not applied', () => {
  const reason = { text: 'No.', by: { id: 'emil', name: 'Emil' }, at: new Date('2026-03-01T10:00:00Z') };
  const rejected = { key: 'k', item: itemOf(2), act: APPROVE, message: 'Refused.', current: claimOf(2, { state: 'rejected', reason }) };

  it('are listed with who was quicker, where that is known', () => {
    expect(refusedWords([rejected])).toBe('1 decision was not applied: claim 2, rejected by Emil meanwhile.');
    expect(
      refusedWords([
        rejected,
        { ...rejected, item: itemOf(5), current: null },
        { key: 'k', item: itemOf(7), act: APPROVE, message: 'No.' },
      ]),
    ).toBe('3 decisions were not applied: claim 2, rejected by Emil meanwhile; claim 5, deleted meanwhile; claim 7, not approved.');
  });
});
