import { describe, expect, it } from 'vitest';
import { type History, NO_HISTORY, record, redo, undo } from '@/components/editor/history';
import type { Claim } from '@/lib/claims/claim';
import { toTagValues } from '@/lib/claims/tag-values';
import { aClaim, aSpan } from '../../factories/report';

const claim = aClaim(1, [aSpan('The mayor said no.', 0, 9)]);
const noted: Claim = { ...claim, note: 'new' };
const valuesOf = (one: Claim) => ({ tag: toTagValues(one), details: {} });
const having =
  (...claims: Claim[]) =>
  (id: string) =>
    claims.find((candidate) => candidate.id === id) ?? null;

describe('undo', () => {
  it('deletes a claim that was made, and redo brings the same one back', () => {
    const history = record(NO_HISTORY, { kind: 'create', claim });
    const undone = undo(history, having(noted));
    expect(undone?.changes).toEqual([{ kind: 'delete', claimId: claim.id }]);
    expect(redo(undone?.history as History, having())?.changes).toEqual([{ kind: 'restore', claim: noted }]);
  });

  it('gives an edited claim its old tag, and redo the new one', () => {
    const history = record(NO_HISTORY, { kind: 'edit', claimId: claim.id, before: valuesOf(claim), after: valuesOf(noted) });
    const undone = undo(history, having(noted));
    expect(undone?.changes).toMatchObject([{ kind: 'edit', values: { tag: { note: '' } } }]);
    expect(redo(undone?.history as History, having(claim))?.changes).toMatchObject([{ kind: 'edit', values: { tag: { note: 'new' } } }]);
  });

  it('brings a deleted claim back', () => {
    expect(undo(record(NO_HISTORY, { kind: 'delete', claim }), having())?.changes).toEqual([{ kind: 'restore', claim }]);
  });

  it('does not overwrite what somebody else did since', () => {
    const history = record(NO_HISTORY, { kind: 'edit', claimId: claim.id, before: valuesOf(claim), after: valuesOf(noted) });
    const move = undo(history, having({ ...claim, note: 'theirs' }));
    expect(move).toMatchObject({ changes: [], refusal: 'Claim 1 was changed since; it was left as it is.', history: { done: [] } });
  });

  it('leaves alone what somebody else changed beside it', () => {
    const history = record(NO_HISTORY, { kind: 'edit', claimId: claim.id, before: valuesOf(claim), after: valuesOf(noted) });
    const undone = undo(history, having({ ...noted, confidence: 'low' }));
    expect(undone).toMatchObject({ refusal: null, changes: [{ kind: 'edit', values: { tag: { note: '', confidence: 'low' } } }] });
    const redone = redo(undone?.history as History, having({ ...claim, confidence: 'low' }));
    expect(redone).toMatchObject({ refusal: null, changes: [{ values: { tag: { note: 'new', confidence: 'low' } } }] });
  });

  it('says so when somebody else made it so already', () => {
    const history = record(NO_HISTORY, { kind: 'edit', claimId: claim.id, before: valuesOf(claim), after: valuesOf(noted) });
    expect(undo(history, having(claim))).toMatchObject({ changes: [], refusal: 'Claim 1 is so already.' });
  });

  it('ends at the first step, and a new step ends redo', () => {
    expect(undo(NO_HISTORY, having())).toBeNull();
    const undone = undo(record(NO_HISTORY, { kind: 'delete', claim }), having());
    expect(redo(record(undone?.history as History, { kind: 'create', claim }), having(claim))).toBeNull();
  });
});

describe('a step beyond the tag', () => {
  const flags = [{ flag: 'prediction', verdict: 'added', note: '' }] as const;
  const flagged: Claim = { ...claim, flags };
  const tag = toTagValues(claim);
  const flagging = {
    kind: 'edit',
    claimId: claim.id,
    before: { tag, details: { flags: [] } },
    after: { tag, details: { flags } },
  } as const;

  it('gives the parts back as they were, and only those it changed', () => {
    const undone = undo(record(NO_HISTORY, flagging), having({ ...flagged, finding: { ...claim.finding, rationale: 'theirs' } }));
    expect(undone?.changes).toEqual([{ kind: 'edit', claimId: claim.id, values: { tag, details: { flags: [] } } }]);
    expect(redo(undone?.history as History, having(claim))?.changes).toMatchObject([{ values: { details: { flags } } }]);
  });

  it('does not overwrite the same part when somebody changed it since', () => {
    const theirs = [{ flag: 'circular', verdict: 'added', note: '' }] as const;
    expect(undo(record(NO_HISTORY, flagging), having({ ...flagged, flags: theirs }))).toMatchObject({
      changes: [],
      refusal: expect.stringContaining('changed since'),
    });
  });

  it('on several claims is taken back from all that are still as it left them', () => {
    const second: Claim = { ...flagged, id: 'second', number: 2, flags: [{ flag: 'circular', verdict: 'added', note: '' }] };
    const group = { kind: 'group', steps: [flagging, { ...flagging, claimId: 'second' }] } as const;
    const undone = undo(record(NO_HISTORY, group), having(flagged, second));
    expect(undone).toMatchObject({ changes: [{ claimId: claim.id }], refusal: 'Claim 2 was changed since; it was left as it is.' });
    expect(undone?.history.undone).toEqual([group]);
  });
});

describe('handing in', () => {
  const submitted: Claim = { ...claim, state: 'submitted' };
  const approved: Claim = { ...claim, state: 'approved' };
  const submitting = { kind: 'submit', claimIds: [claim.id, 'second'] } as const;

  it('is taken back from those that still wait for the editors, and says which do not', () => {
    const second: Claim = { ...approved, id: 'second', number: 2 };
    const undone = undo(record(NO_HISTORY, submitting), having(submitted, second));
    expect(undone).toMatchObject({
      changes: [{ kind: 'withdraw', claimId: claim.id }],
      refusal: 'Claim 2 is approved now; it was left as it is.',
    });
    expect(redo(undone?.history as History, having(claim, second))).toMatchObject({
      changes: [{ kind: 'submit', claimIds: [claim.id] }],
      refusal: 'Claim 2 is approved already.',
    });
  });

  it('keeps what came before it from being taken back under the editors’ eyes', () => {
    const made = record(NO_HISTORY, { kind: 'create', claim });
    expect(undo(made, having(submitted))).toMatchObject({ changes: [], refusal: 'Claim 1 is submitted now; it was left as it is.' });
    const edit = { kind: 'edit', claimId: claim.id, before: valuesOf(claim), after: valuesOf(noted), state: 'draft' } as const;
    expect(undo(record(NO_HISTORY, edit), having({ ...noted, state: 'approved' }))).toMatchObject({ changes: [] });
  });
});
