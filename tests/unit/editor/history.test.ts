import { describe, expect, it } from 'vitest';
import { type History, NO_HISTORY, record, redo, undo } from '@/components/editor/history';
import { toTagValues } from '@/components/editor/tag-values';
import type { Claim } from '@/lib/claims/claim';
import { aClaim, aSpan } from '../../factories/report';

const claim = aClaim(1, [aSpan('The mayor said no.', 0, 9)]);
const noted: Claim = { ...claim, note: 'new' };
const having =
  (...claims: Claim[]) =>
  (id: string) =>
    claims.find((candidate) => candidate.id === id) ?? null;

describe('undo', () => {
  it('deletes a claim that was made, and redo brings the same one back', () => {
    const history = record(NO_HISTORY, { kind: 'create', claim });
    const undone = undo(history, having(noted));
    expect(undone?.change).toEqual({ kind: 'delete', claimId: claim.id });
    expect(redo(undone?.history as History, having())?.change).toEqual({ kind: 'restore', claim: noted });
  });

  it('gives an edited claim its old tag, and redo the new one', () => {
    const history = record(NO_HISTORY, { kind: 'edit', claimId: claim.id, before: toTagValues(claim), after: toTagValues(noted) });
    const undone = undo(history, having(noted));
    expect(undone?.change).toMatchObject({ kind: 'edit', tag: { note: '' } });
    expect(redo(undone?.history as History, having(claim))?.change).toMatchObject({ kind: 'edit', tag: { note: 'new' } });
  });

  it('brings a deleted claim back', () => {
    expect(undo(record(NO_HISTORY, { kind: 'delete', claim }), having())?.change).toEqual({ kind: 'restore', claim });
  });

  it('does not overwrite what somebody else did since', () => {
    const history = record(NO_HISTORY, { kind: 'edit', claimId: claim.id, before: toTagValues(claim), after: toTagValues(noted) });
    const move = undo(history, having({ ...claim, note: 'theirs' }));
    expect(move).toMatchObject({ change: null, refusal: 'Claim 1 was changed since; nothing was undone.', history: { done: [] } });
  });

  it('ends at the first step, and a new step ends redo', () => {
    expect(undo(NO_HISTORY, having())).toBeNull();
    const undone = undo(record(NO_HISTORY, { kind: 'delete', claim }), having());
    expect(redo(record(undone?.history as History, { kind: 'create', claim }), having(claim))).toBeNull();
  });
});
