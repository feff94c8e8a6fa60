import { describe, expect, it } from 'vitest';
import { approvalWords, isLongWait, ownWords, roundOf, sourceWords, stepWords, typeBeside } from '@/components/review/claim-words';
import { checkFix } from '@/components/review/fix/check-fix';
import { saysTheSame, toFixInput, toFixValues } from '@/components/review/fix/fix-values';
import { entryWords, outcomeWords, pendingWords } from '@/components/review/status-words';
import { decide, EMPTY_TRIAGE, markSending, postpone } from '@/components/review/triage/triage';
import { versionChanges } from '@/components/review/version-changes';
import { SOURCE_TYPES } from '@/lib/attribution/source-type';
import { CLAIM_EVENTS } from '@/lib/claims/transitions';
import { newId } from '@/lib/kernel/ids';
import { APPROVE, at, claimOf, fixOf, itemOf } from './queue-items';

describe('who says so', () => {
  it('is the source’s name where there is one', () => {
    expect(sourceWords('anonymous_source', 'Kremlin insiders')).toEqual({ text: 'Kremlin insiders', quoted: true });
    expect(typeBeside('anonymous_source', 'Kremlin insiders')).toBe('anonymous, described');
  });

  it.each(SOURCE_TYPES)('is in our own words where %s has none', (type) => {
    const { text, quoted } = sourceWords(type, null);
    expect(text).not.toBe('');
    expect(quoted).toBe(false);
    expect(typeBeside(type, null)).toBe('');
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
    expect(said('answered', { kind: 'fix', values: fixOf() })).toBe('Fixed and approved claim 8. 7 left.');
    expect(said('answered', { kind: 'return', reason: 'Edges.' })).toBe('Returned claim 8 to Cleo. 7 left.');
    expect(said('answered', { kind: 'reject', reason: 'No.' })).toBe('Rejected claim 8. 7 left.');
    expect(said('answered', { kind: 'undo' })).toBe('Undone: claim 8 waits again. 7 left.');
    expect(said('dropped', APPROVE)).toBe('Not approved after all: claim 8 waits again. 7 left.');
    expect(outcomeWords({ kind: 'answered', act: APPROVE, claim: claimOf(8), message: '' }, 0)).toBe('Approved claim 8. None left.');
  });

  it('says what was refused, why, and what stands now', () => {
    expect(said('refused', APPROVE, 'Four eyes.')).toBe('Claim 8 was not approved. Four eyes. It is back in its place.');
    expect(said('refused', { kind: 'undo' }, 'Changed since.')).toBe(
      'The decision on claim 8 was not taken back. Changed since. It stands.',
    );
  });

  it('says nothing of a quick answer, and the truth of a slow or missing one', () => {
    const sending = markSending(decide(EMPTY_TRIAGE, { key: 'a', item: itemOf(8), act: APPROVE }), 'a');
    expect(pendingWords({ triage: EMPTY_TRIAGE, pace: 'quick' })).toBeNull();
    expect(pendingWords({ triage: sending, pace: 'quick' })).toBeNull();
    expect(pendingWords({ triage: sending, pace: 'slow' })).toBe('Sending 1 decision…');
    expect(pendingWords({ triage: sending, pace: 'silent' })).toMatch(/has not answered yet/);
    const stuck = postpone(sending, 'a', { kind: 'unreachable', message: 'The server cannot be reached.' });
    expect(pendingWords({ triage: stuck, pace: 'quick' })).toBe(
      'Not sent: The server cannot be reached. 1 decision is kept in this window and will be sent again.',
    );
    const out = postpone(sending, 'a', { kind: 'signed_out', message: 'Your session has ended.' });
    expect(pendingWords({ triage: out, pace: 'quick' })).not.toMatch(/will be sent again/);
  });

  it('names what waits to be sent', () => {
    const { outbox } = decide(EMPTY_TRIAGE, { key: 'a', item: itemOf(8), act: { kind: 'fix', values: fixOf() } });
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
});

describe('a fix', () => {
  const claim = claimOf(8, { id: newId() });

  it('sends a known source by its id, a typed one by its name, and none where the type has none', () => {
    expect(toFixInput(fixOf()).source).toEqual({ id: 'source' });
    expect(toFixInput(fixOf({ source: { id: null, name: ' Reuters ' } })).source).toEqual({ name: 'Reuters' });
    expect(toFixInput(fixOf({ sourceType: 'author' })).source).toBeNull();
    expect(toFixInput(fixOf({ source: { id: null, name: ' ' } })).source).toBeNull();
  });

  it('that changes nothing says so', () => {
    expect(saysTheSame(claim, toFixValues(claim))).toBe(true);
    expect(saysTheSame(claim, fixOf({ source: { id: null, name: 'KOZAK' } }))).toBe(true);
    expect(saysTheSame(claim, fixOf({ note: 'x' }))).toBe(false);
    expect(saysTheSame(claim, fixOf({ spans: [{ start: 0, end: 5 }] }))).toBe(false);
    expect(saysTheSame(claim, fixOf({ sourceType: 'document' }))).toBe(false);
    expect(saysTheSame(claim, fixOf({ confidence: 'low' }))).toBe(false);
    expect(saysTheSame(claim, fixOf({ source: { id: null, name: 'Reuters' } }))).toBe(false);
  });

  it('is checked by the server’s own schema before it is sent', () => {
    const key = '6f1babe5-bc0f-4f94-b76e-7010ffdb0b93';
    const named = fixOf({ source: { id: null, name: 'Kozak' } });
    expect(checkFix(claim, named, key)).toBeNull();
    expect(checkFix(claim, fixOf({ source: { id: null, name: '' } }), key)).toEqual({
      field: 'source',
      message: '“Named person” needs a source.',
    });
    expect(checkFix(claim, { ...named, note: 'x'.repeat(4001) }, key)?.field).toBe('note');
  });
});
