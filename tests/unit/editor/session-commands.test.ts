import { beforeEach, describe, expect, it } from 'vitest';
import { NO_FILTER } from '@/components/editor/filter/claim-filter';
import { startEach } from '@/components/editor/find/find-acts';
import type { KeptWrite } from '@/components/editor/outbox/entry';
import type { Machine } from '@/components/editor/outbox/outbox-runner';
import { reasonAgainst } from '@/components/editor/palette/reasons';
import { editClaim, saveForm, startClaim } from '@/components/editor/session/form-acts';
import { openClaim, walkClaims } from '@/components/editor/session/open-acts';
import { createSession, type Session } from '@/components/editor/session/session';
import { TEXT_COMMANDS } from '@/components/editor/session/text-commands';
import { bringBackLast, keepUnfinished } from '@/components/editor/session/unfinished';
import type { Form } from '@/components/editor/session/view';
import type { Selected } from '@/components/editor/text/selected';
import { UNGUARDED } from '@/lib/assignments/checking';
import { newId } from '@/lib/kernel/ids';
import { toTextRange } from '@/lib/text/offset';
import { aClaim, anArticle, aRevision, aSpan, CHECKER, DESK } from '../../factories/report';
import { aTag } from '../../factories/tags';

const TEXT = 'The mayor said no. The sheriff said yes.';
const MACHINE: Machine = { newKey: newId, now: () => 0, random: () => 0, isOnline: () => true, after: () => () => {} };

describe('a person at work by command', () => {
  let session: Session;
  let sent: KeptWrite[];

  beforeEach(() => {
    sent = [];
    const claims = [
      aClaim(1, [aSpan(TEXT, 0, 9)], { sourceType: 'author' }),
      aClaim(2, [aSpan(TEXT, 19, 30)], { sourceType: 'impersonal' }),
    ];
    const actor = { userId: CHECKER.id, name: CHECKER.name, deskId: DESK.id, role: 'checker' as const };
    const data = {
      actor,
      article: anArticle('The mayor'),
      revision: aRevision(TEXT),
      claims,
      sources: [],
      groups: [],
      checking: UNGUARDED,
    };
    session = createSession(
      data,
      (kept) => {
        sent.push(kept as never);
        return new Promise(() => {});
      },
      MACHINE,
    );
  });

  const select = (anchor: number, head: number) => session.selected.set({ anchor, head } as Selected);
  const formOf = () => (session.view.get().mode as { form: Form }).form;
  const begin = () => keepUnfinished(session, { kind: 'form', form: { ...formOf(), draft: { ...formOf().draft, note: 'begun' } } });
  const numbers = () => session.view.get().claims.map(({ number }) => number);

  it('finds a new claim’s form again with the same words, after looking at another claim', () => {
    select(10, 18);
    startClaim(session);
    begin();
    openClaim(session, session.view.get().claims[0]?.id ?? '');
    expect(session.view.get().mode.kind).toBe('open');
    startClaim(session);
    expect(formOf().draft.note).toBe('begun');
    expect(session.aside.size).toBe(0);
  });

  it('finds the form of a claim again, by the claim or as what was put aside last', () => {
    const [first, second] = session.view.get().claims;
    if (first === undefined || second === undefined) throw new Error('There are two claims.');
    editClaim(session, first);
    begin();
    openClaim(session, second.id);
    bringBackLast(session);
    expect(formOf()).toMatchObject({ claimId: first.id, draft: { note: 'begun' } });
    openClaim(session, second.id);
    editClaim(session, first);
    expect(formOf().draft.note).toBe('begun');
  });

  it('makes a claim at each place as one act, but where a claim says the same', () => {
    startEach(session, [toTextRange(0, 9), toTextRange(10, 18), toTextRange(31, 35)]);
    expect(formOf()).toMatchObject({ each: [{ start: 0 }, { start: 10 }, { start: 31 }] });
    saveForm(session, formOf(), aTag({ sourceType: 'author', source: null }));
    expect(numbers()).toEqual([1, 3, 2, 4]);
    TEXT_COMMANDS.undo(session);
    expect(numbers()).toEqual([1, 2]);
    TEXT_COMMANDS.redo(session);
    expect(numbers()).toHaveLength(4);
  });

  it('refuses more places than anybody looks through, in a sentence', () => {
    startEach(
      session,
      Array.from({ length: 201 }, (_, at) => toTextRange(at, at + 1)),
    );
    expect(session.view.get().mode.kind).toBe('read');
    expect(session.view.get().said).toContain('200 at most');
  });

  it('walks only the claims that are listed', () => {
    session.patch({ filter: { ...NO_FILTER, classes: ['record'] } });
    walkClaims(session, 'next');
    expect(session.view.get().said).toContain('No claim after this one');
    session.patch({ filter: NO_FILTER });
    walkClaims(session, 'next');
    expect(session.view.get().mode).toMatchObject({ kind: 'open', claimId: session.view.get().claims[0]?.id });
  });

  it('hears why a command cannot be done, and nothing once it can', () => {
    const reasons = () =>
      (['chain', 'undo', 'redo', 'clearFilter', 'withdraw'] as const).map((name) => reasonAgainst(session, name) === null);
    expect(reasons()).toEqual([false, false, false, false, false]);
    const [first] = session.view.get().claims;
    TEXT_COMMANDS.submit(session);
    openClaim(session, first?.id ?? '');
    expect(reasons()).toEqual([true, true, false, false, true]);
    TEXT_COMMANDS.withdraw(session);
    expect(session.find(first?.id ?? '')?.state).toBe('draft');
    TEXT_COMMANDS.undo(session);
    expect(session.view.get().said).toContain('waits until everything is saved');
    expect(session.history.done.at(-1)?.kind).toBe('withdraw');
  });
});
