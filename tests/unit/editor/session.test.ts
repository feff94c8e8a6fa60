import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptWrite } from '@/components/editor/outbox/entry';
import type { Machine } from '@/components/editor/outbox/outbox-runner';
import type { ShownClaim } from '@/components/editor/outbox/overlay';
import { applyChain } from '@/components/editor/session/chain-acts';
import { editConflict, findConflict, keepMine, takeTheirs } from '@/components/editor/session/conflict-acts';
import { dropForm, saveForm } from '@/components/editor/session/form-acts';
import { closePanel, openClaim } from '@/components/editor/session/open-acts';
import * as parsers from '@/components/editor/session/parse-unfinished';
import { drawRelation, removeRelation } from '@/components/editor/session/relation-acts';
import { createSession, type Session } from '@/components/editor/session/session';
import { TEXT_COMMANDS } from '@/components/editor/session/text-commands';
import { keepUnfinished, restoreUnfinished } from '@/components/editor/session/unfinished';
import type { BegunPanel, Form } from '@/components/editor/session/view';
import { changeClaim, deleteClaim, submittable } from '@/components/editor/session/write-acts';
import { shownName, shownNumber } from '@/components/editor/shown-claim';
import type { Selected } from '@/components/editor/text/selected';
import type { Surface } from '@/components/editor/text/surface';
import { createBlockHeights } from '@/lib/anchoring/block-heights';
import { UNGUARDED } from '@/lib/assignments/checking';
import { newLink } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import type { Relation, RelationKind } from '@/lib/claims/relation';
import { toTagValues } from '@/lib/claims/tag-values';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { WriteAnswer as Answer } from '@/lib/review/batch/write-answer';
import { type TextOffset, toTextRange } from '@/lib/text/offset';
import { aClaim, anArticle, aRevision, aSpan, CHECKER, DESK, EDITOR, idOf } from '../../factories/report';
import { aTag } from '../../factories/tags';

const TEXT = 'The mayor said no. The sheriff said yes.';
const FIRST = aClaim(1, [aSpan(TEXT, 0, 9)]);
const THEIRS = aClaim(2, [aSpan(TEXT, 19, 30)], { createdBy: EDITOR, lastEditedBy: EDITOR });

/** The text without a browser: what is selected, and what was drawn last. */
function fakeSurface(session: () => Session): Surface & { readonly drawn: () => readonly number[] } {
  let drawn: readonly number[] = [];
  return {
    dom: {} as HTMLElement,
    select: (selected) => session().selected.set(selected),
    selected: () => session().selected.get(),
    focus: () => {},
    drawClaims: ({ touching }) => {
      drawn = touching(0, TEXT.length).map(({ number }) => number);
    },
    drawTarget: () => {},
    drawCues: () => {},
    drawJoins: () => {},
    look: () => false,
    lookAround: () => false,
    narrow: () => {},
    lookAtAll: () => {},
    measure: () => {},
    near: () => toTextRange(0, TEXT.length),
    heights: createBlockHeights([toTextRange(0, TEXT.length)], [43]),
    settle: () => {},
    lineOf: () => 0,
    topOf: () => 0,
    rects: () => [],
    toDomRange: () => ({}) as Range,
    offsetAt: () => null,
    caretAt: () => null,
    destroy: () => {},
    drawn: () => drawn,
  };
}

describe('a person at work on an article', () => {
  let answers: ((result: Result<Answer>) => void)[];
  let sent: KeptWrite[];
  let session: Session;
  let surface: ReturnType<typeof fakeSurface>;

  const machine: Machine = { newKey: newId, now: () => 0, random: () => 0, isOnline: () => true, after: () => () => {} };

  function open(claims: readonly Claim[]): void {
    // Each write of a batch gets its own answer; the batch is answered with the last of them.
    const send = async (batch: readonly KeptWrite[]) => {
      sent.push(...batch);
      return ok(await Promise.all(batch.map(() => new Promise<Result<Answer>>((resolve) => answers.push(resolve)))));
    };
    const actor = { userId: CHECKER.id, name: CHECKER.name, deskId: DESK.id, role: 'checker' as const };
    session = createSession(
      { actor, article: anArticle('The mayor'), revision: aRevision(TEXT), claims, sources: [], groups: [], checking: UNGUARDED },
      send,
      machine,
    );
    surface = fakeSurface(() => session);
    session.attach(surface);
    session.runner.start();
  }

  beforeEach(() => {
    answers = [];
    sent = [];
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  const select = (anchor: number, head: number) => session.selected.set({ anchor, head } as Selected);
  const formOf = () => (session.view.get().mode as { form: Form }).form;
  const answer = async (result: Result<Answer>) => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  const stale = (current: Claim | null) => refused(appError('STALE', 'Deleted meanwhile.', { current }));
  const held = () => session.runner.getSnapshot().outbox.entries.find(({ state }) => state === 'held')?.key ?? '';

  it('makes a claim of the selected words without the white space around them', () => {
    open([]);
    select(9, 15);
    TEXT_COMMANDS.act(session);
    expect(formOf()).toMatchObject({ spans: [{ start: 10, end: 14 }], startField: 'type' });
  });

  it('takes the sentence first when nothing is selected', () => {
    open([]);
    TEXT_COMMANDS.act(session);
    expect(session.selected.get()).toEqual({ anchor: 0, head: 18 });
    TEXT_COMMANDS.act(session);
    expect(formOf().spans).toMatchObject([{ start: 0, end: 18 }]);
  });

  it('shows a new claim at once and has the caret behind its words', () => {
    open([]);
    select(0, 9);
    TEXT_COMMANDS.act(session);
    saveForm(session, formOf(), aTag());
    expect(surface.drawn()).toEqual([1]);
    expect(session.selected.get()).toEqual({ anchor: 9, head: 9 });
    expect(session.view.get()).toMatchObject({ mode: { kind: 'read' }, status: { kind: 'saving' } });
  });

  it('never gives a number twice in a session, also after a deletion', async () => {
    open([FIRST]);
    openClaim(session, FIRST.id);
    TEXT_COMMANDS.remove(session);
    await answer(ok({ claims: [], removed: { id: FIRST.id, version: 2 } }));
    expect(session.nextNumber()).toBe(2);
  });

  describe('r', () => {
    const minutes = { id: idOf('source', 1), name: 'Minutes', kind: 'document' } as const;
    const relay = newLink({
      sourceType: 'news_organization',
      source: { id: idOf('source', 2), name: 'The Herald', kind: 'news_organization' },
    });
    const cue = { ...toTextRange(0, 9), quote: 'The mayor' };
    const cited = aClaim(1, [aSpan(TEXT, 0, 9)], {
      sourceType: 'document',
      source: minutes,
      confidence: 'low',
      chain: [
        newLink({ sourceType: 'author', source: null }),
        { ...relay, cue },
        newLink({ sourceType: 'document', source: minutes }, true),
      ],
    });
    const plain = aClaim(3, [aSpan(TEXT, 30, 38)]);

    it('makes a claim of the selection like the last one, of an earlier visit too, without a form', () => {
      open([cited]);
      select(10, 17);
      TEXT_COMMANDS.repeat(session);
      expect(session.view.get().mode).toEqual({ kind: 'read' });
      expect(sent[0]?.write).toMatchObject({
        kind: 'create',
        tag: { spans: [{ start: 10, end: 17 }], sourceType: 'document', source: minutes, confidence: 'low', note: '' },
        details: { chain: cited.chain },
      });
    });

    it('carries words along only within their sentence', () => {
      open([cited]);
      select(19, 30);
      TEXT_COMMANDS.repeat(session);
      expect(sent[0]?.write).toMatchObject({ details: { chain: [{}, { source: { name: 'The Herald' }, cue: null }, {}] } });
    });

    it('gives the open claim the last chain and its source, as one step', async () => {
      open([{ ...cited, updatedAt: new Date(9e12) }, plain]);
      openClaim(session, plain.id);
      TEXT_COMMANDS.repeat(session);
      expect(session.find(plain.id)).toMatchObject({
        sourceType: 'document',
        confidence: 'moderate',
        chain: [{}, { source: { name: 'The Herald' } }, {}],
      });
      TEXT_COMMANDS.undo(session);
      expect(session.find(plain.id)).toMatchObject({ sourceType: 'author', chain: plain.chain });
    });

    it('says so when there is nothing to repeat, or to repeat it on', () => {
      open([]);
      TEXT_COMMANDS.repeat(session);
      expect(session.view.get().said).toMatch(/nothing to repeat yet/);
      open([cited]);
      TEXT_COMMANDS.repeat(session);
      expect(session.view.get().said).toMatch(/^Select words first/);
    });

    it('has a chain applied to several claims at once, taken back by one undo', () => {
      const theirs = aClaim(4, [aSpan(TEXT, 31, 39)], { createdBy: EDITOR, lastEditedBy: EDITOR });
      open([cited, FIRST, plain, theirs].map((claim, at) => ({ ...claim, id: idOf('claim', at + 1) })));
      const ids = session.view.get().claims.map(({ id }) => id);
      applyChain(session, new Set(ids), cited.chain);
      const chained = () =>
        session.view
          .get()
          .claims.filter(({ chain }) => chain.length === 3)
          .map(({ createdBy }) => createdBy.id);
      expect(chained(), 'nobody changes a claim of somebody else').toEqual([CHECKER.id, CHECKER.id, CHECKER.id]);
      TEXT_COMMANDS.undo(session);
      expect(chained()).toHaveLength(1);
      TEXT_COMMANDS.redo(session);
      expect(chained()).toHaveLength(3);
    });
  });

  describe('a relation between two claims', () => {
    const other = aClaim(2, [aSpan(TEXT, 19, 30)]);
    const draw = (kind: RelationKind, otherId = other.id) =>
      drawRelation(session, session.find(FIRST.id) as ShownClaim, { kind, otherId, note: '' });
    const of = (claimId: string) => session.standing().relations().get(claimId) ?? [];

    it('shows on both, and is taken away from the other side too', () => {
      open([FIRST, other]);
      expect(draw('contradicts')).toBeNull();
      expect(of(other.id)).toEqual([{ kind: 'contradicts', claimId: FIRST.id, note: '' }]);
      removeRelation(session, session.find(other.id) as ShownClaim, of(other.id)[0] as Relation);
      expect([of(FIRST.id), of(other.id)]).toEqual([[], []]);
      expect(sent[0]?.write).toMatchObject({ claimId: FIRST.id });
      TEXT_COMMANDS.undo(session);
      expect(of(other.id)).toHaveLength(1);
    });

    it('is refused in words when it is there already, whichever side it was drawn from, or leads to itself', () => {
      open([FIRST, { ...other, relations: [{ kind: 'contradicts', claimId: FIRST.id, note: '' }] }]);
      expect(draw('contradicts')).toBe('Claim 1 already contradicts claim 2.');
      expect(draw('tension')).toBeNull();
      expect(draw('tension')).toBe('Claim 1 is already in tension with claim 2.');
      expect(draw('restates', FIRST.id)).toBe('A claim bears on other claims, not on itself.');
    });
  });

  it('keeps the guessed number of an unsent claim to itself', async () => {
    open([]);
    select(0, 9);
    TEXT_COMMANDS.act(session);
    saveForm(session, formOf(), aTag());
    const [claim] = session.view.get().claims as [ShownClaim];
    expect([shownNumber(claim), shownName(claim)]).toEqual(['–', 'New claim, No source, high confidence']);
    await answer(ok({ claims: [{ ...FIRST, id: claim.id, number: 7 }], removed: null }));
    expect(shownNumber(session.view.get().claims[0] as ShownClaim)).toBe('7');
  });

  it('says at either end that there is no further claim', () => {
    open([FIRST]);
    openClaim(session, FIRST.id);
    TEXT_COMMANDS.nextClaim(session);
    expect(session.view.get().said).toBe('No claim after this one.');
  });

  it('keeps what was chosen when other words are selected for an open form', () => {
    open([]);
    select(0, 9);
    TEXT_COMMANDS.act(session);
    const { serial } = formOf();
    select(19, 30);
    TEXT_COMMANDS.act(session);
    expect(formOf()).toMatchObject({ serial, spans: [{ start: 19, end: 30 }] });
  });

  it('selects the same words again when a form is dropped', () => {
    open([]);
    select(0, 9);
    TEXT_COMMANDS.act(session);
    select(30, 30);
    dropForm(session, formOf(), formOf().draft);
    expect(session.selected.get()).toEqual({ anchor: 0, head: 9 });
  });

  it('saves moved edges when the person goes on, and puts them back on Escape', () => {
    open([FIRST, THEIRS]);
    openClaim(session, FIRST.id);
    TEXT_COMMANDS.endForward(session);
    TEXT_COMMANDS.close(session);
    expect(session.view.get().mode).toMatchObject({ kind: 'open', moved: null });
    TEXT_COMMANDS.endForward(session);
    TEXT_COMMANDS.nextClaim(session);
    expect(sent.map(({ write }) => write)).toMatchObject([{ kind: 'edit', tag: { spans: [{ start: 0, end: 14 }] } }]);
    expect(session.view.get().mode).toMatchObject({ kind: 'open', claimId: THEIRS.id });
  });

  it('does not change a claim of somebody else', () => {
    open([THEIRS]);
    openClaim(session, THEIRS.id);
    TEXT_COMMANDS.endForward(session);
    TEXT_COMMANDS.remove(session);
    TEXT_COMMANDS.act(session);
    expect(sent).toEqual([]);
    expect(session.view.get().mode).toMatchObject({ kind: 'open', moved: null });
  });

  it('undoes a deletion by bringing the same claim back', async () => {
    open([FIRST]);
    openClaim(session, FIRST.id);
    TEXT_COMMANDS.remove(session);
    await answer(ok({ claims: [], removed: { id: FIRST.id, version: 2 } }));
    TEXT_COMMANDS.undo(session);
    expect(sent.at(-1)?.write).toMatchObject({ kind: 'restore', claimId: FIRST.id, version: 2 });
    expect(surface.drawn()).toEqual([1]);
  });

  it('gives the keyboard back to the text when a claim is deleted', () => {
    open([FIRST]);
    const focus = vi.spyOn(surface, 'focus');
    deleteClaim(session, session.find(FIRST.id) as ShownClaim);
    expect(focus).toHaveBeenCalled();
  });

  it('opens a panel of the claim that ends at the caret', () => {
    open([FIRST, THEIRS]);
    select(9, 9);
    TEXT_COMMANDS.finding(session);
    expect(session.view.get().mode).toMatchObject({ claimId: FIRST.id, panel: 'finding' });
  });

  describe('a panel that was left half-written', () => {
    const begun: BegunPanel = {
      kind: 'panel',
      claimId: FIRST.id,
      panel: 'flags',
      draft: { base: FIRST, words: { picked: '', note: 'mine' } },
    };

    beforeEach(() => {
      const kept = new Map<string, string>();
      vi.stubGlobal('sessionStorage', {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      });
      open([FIRST, aClaim(3, [aSpan(TEXT, 31, 35)])]);
      openClaim(session, FIRST.id);
      TEXT_COMMANDS.flags(session);
      keepUnfinished(session, begun);
      return () => vi.unstubAllGlobals();
    });

    it('names the claim, and is back when the panel is opened again, however late', () => {
      TEXT_COMMANDS.close(session);
      expect(session.view.get().said).toBe('Flags of claim 1 put aside, not saved.');
      expect(session.unfinished).toBeNull();
      vi.advanceTimersByTime(60_000);
      TEXT_COMMANDS.flags(session);
      expect(session.unfinished).toEqual(begun);
      expect(session.view.get().said).toBe('Your text from before is back.');
    });

    it('is not lost to another panel, nor taken for it', () => {
      TEXT_COMMANDS.nextClaim(session);
      TEXT_COMMANDS.flags(session);
      expect(session.unfinished).toBeNull();
      openClaim(session, FIRST.id);
      TEXT_COMMANDS.finding(session);
      expect(session.unfinished).toBeNull();
      TEXT_COMMANDS.flags(session);
      expect(session.unfinished).toEqual(begun);
    });

    it('is forgotten once it was had back and saved', () => {
      TEXT_COMMANDS.close(session);
      TEXT_COMMANDS.flags(session);
      keepUnfinished(session, null);
      closePanel(session);
      TEXT_COMMANDS.flags(session);
      expect(session.unfinished).toBeNull();
    });

    it('is there after a reload, unless its claim is gone', () => {
      TEXT_COMMANDS.close(session);
      open([FIRST]);
      restoreUnfinished(session, parsers);
      expect(session.view.get().mode).toEqual({ kind: 'read' });
      expect([...session.aside.values()]).toEqual([begun]);
      open([]);
      restoreUnfinished(session, parsers);
      expect(session.aside.size).toBe(0);
    });
  });

  it('submits its own claims when everything is saved', () => {
    open([FIRST, THEIRS]);
    expect(submittable(session.view.get().claims, CHECKER.id).map(({ number }) => number)).toEqual([1]);
    TEXT_COMMANDS.submit(session);
    expect(sent[0]?.write).toEqual({ kind: 'submit', articleId: idOf('article', 1), claims: [{ id: FIRST.id, version: 1 }] });
  });

  it('waits with Submit for what is not saved', () => {
    open([FIRST]);
    select(19, 30);
    TEXT_COMMANDS.act(session);
    saveForm(session, formOf(), aTag({ spans: [{ start: 19, end: 30 }] }));
    TEXT_COMMANDS.submit(session);
    expect(sent).toHaveLength(1);
    expect(session.view.get().submitting).toBe(true);
  });

  describe('when somebody changed the same claim', () => {
    const newer: Claim = { ...FIRST, version: 5, note: 'theirs', lastEditedBy: EDITOR };

    async function clash(current: Claim | null): Promise<void> {
      open([FIRST]);
      openClaim(session, FIRST.id);
      TEXT_COMMANDS.act(session);
      saveForm(session, formOf(), { ...toTagValues(FIRST), note: 'mine' });
      await answer(stale(current));
    }

    it('offers both versions', async () => {
      await clash(newer);
      expect(findConflict(session, held())).toMatchObject({ number: 1, theirs: { note: 'theirs' }, mine: { tag: { note: 'mine' } } });
    });

    it('writes mine on the newer version, or opens it for a last change', async () => {
      await clash(newer);
      const conflict = findConflict(session, held());
      if (conflict === null) throw new Error('There is no conflict.');
      editConflict(session, conflict);
      expect(formOf()).toMatchObject({ resolves: conflict.key, draft: { note: 'mine' } });
      keepMine(session, conflict);
      expect(sent.at(-1)?.write).toMatchObject({ kind: 'edit', version: 5, tag: { note: 'mine' } });
    });

    it('takes of the clashing fields those that were chosen', async () => {
      open([FIRST]);
      openClaim(session, FIRST.id);
      TEXT_COMMANDS.act(session);
      saveForm(session, formOf(), { ...toTagValues(FIRST), note: 'mine', confidence: 'low' });
      await answer(stale({ ...newer, confidence: 'high' }));
      const conflict = findConflict(session, held());
      if (conflict === null) throw new Error('There is no conflict.');
      expect(conflict.merged?.clashes).toEqual(['confidence', 'note']);
      keepMine(session, conflict, ['confidence']);
      expect(sent.at(-1)?.write).toMatchObject({ kind: 'edit', version: 5, tag: { note: 'theirs', confidence: 'low' } });
    });

    it('lets mine go for theirs', async () => {
      await clash(newer);
      const conflict = findConflict(session, held());
      if (conflict === null) throw new Error('There is no conflict.');
      takeTheirs(session, conflict);
      expect(session.view.get()).toMatchObject({ status: { kind: 'saved' }, claims: [{ note: 'theirs' }] });
    });

    it('puts what was changed on top of what changed meanwhile, where the two do not meet', async () => {
      open([FIRST]);
      openClaim(session, FIRST.id);
      TEXT_COMMANDS.act(session);
      const form = formOf();
      session.runner.refresh([newer], session.runner.getSnapshot().answers);
      saveForm(session, form, { ...toTagValues(FIRST), confidence: 'low' });
      expect(sent.at(-1)?.write).toMatchObject({ version: 5, tag: { note: 'theirs', confidence: 'low' } });
    });

    it('lets the server say that two versions meet, though the page has read the newer one since', async () => {
      open([FIRST]);
      openClaim(session, FIRST.id);
      TEXT_COMMANDS.act(session);
      const form = formOf();
      session.runner.refresh([newer], session.runner.getSnapshot().answers);
      saveForm(session, form, { ...toTagValues(FIRST), note: 'mine' });
      expect(sent.at(-1)?.write).toMatchObject({ version: FIRST.version, tag: { note: 'mine' } });
    });

    it('shows parts beyond the tag too, and keeps them', async () => {
      open([FIRST]);
      const flags = [{ flag: 'prediction', verdict: 'added', note: 'mine' }] as const;
      changeClaim(session, session.find(FIRST.id) as ShownClaim, { details: { flags } });
      await answer(stale({ ...newer, flags: [{ flag: 'prediction', verdict: 'dismissed', note: 'theirs' }] }));
      const conflict = findConflict(session, held());
      if (conflict === null) throw new Error('There is no conflict.');
      expect(conflict).toMatchObject({ who: 'Cy Editor changed claim 1', mine: { details: { flags } }, merged: { clashes: ['flags'] } });
      keepMine(session, conflict);
      expect(sent.at(-1)?.write).toMatchObject({ kind: 'edit', version: 5, tag: { note: 'theirs' }, details: { flags } });
    });

    it('asks nothing where the two do not meet, and says what it merged', async () => {
      open([FIRST]);
      const flags = [{ flag: 'prediction', verdict: 'added', note: 'mine' }] as const;
      changeClaim(session, session.find(FIRST.id) as ShownClaim, { details: { flags } });
      await answer(stale(newer));
      expect(held()).toBe('');
      expect(sent.at(-1)?.write).toMatchObject({ kind: 'edit', version: 5, tag: { note: 'theirs' }, details: { flags } });
      expect(session.view.get().said).toBe('Claim 1: merged with Cy Editor’s change of the note.');
    });

    it('asks only for what clashes, and saves the rest of mine either way', async () => {
      for (const choose of [keepMine, takeTheirs]) {
        answers = [];
        open([FIRST]);
        changeClaim(session, session.find(FIRST.id) as ShownClaim, { tag: { ...toTagValues(FIRST), note: 'mine', confidence: 'low' } });
        await answer(stale(newer));
        const conflict = findConflict(session, held());
        if (conflict === null) throw new Error('There is no conflict.');
        expect(conflict.merged).toMatchObject({ clashes: ['note'], mine: ['confidence'] });
        choose(session, conflict);
        const note = choose === keepMine ? 'mine' : 'theirs';
        expect(sent.at(-1)?.write).toMatchObject({ version: 5, tag: { note, confidence: 'low' } });
      }
    });

    it('keeps what is in a form whose claim was deleted meanwhile', async () => {
      open([FIRST]);
      openClaim(session, FIRST.id);
      TEXT_COMMANDS.act(session);
      const form = formOf();
      session.runner.arrive([], [{ id: FIRST.id, version: 2 }]);
      expect(session.view.get().mode).toMatchObject({ kind: 'form' });
      saveForm(session, form, { ...toTagValues(FIRST), note: 'mine' });
      await answer(stale(null));
      expect(findConflict(session, held())).toMatchObject({ number: 1, theirs: null, mine: { tag: { note: 'mine' } } });
    });

    it('makes a claim that was deleted anew, with an id of its own', async () => {
      await clash(null);
      const conflict = findConflict(session, held());
      if (conflict === null) throw new Error('There is no conflict.');
      expect(conflict.theirs).toBeNull();
      keepMine(session, conflict);
      expect(sent.at(-1)?.write).toMatchObject({ kind: 'create', tag: { note: 'mine' } });
      expect(sent.at(-1)?.write).not.toHaveProperty('claimId', FIRST.id);
    });
  });

  it('opens what lies under the caret', () => {
    open([FIRST]);
    select(4, 4);
    Object.assign(surface, { dom: { ownerDocument: { getSelection: () => null } } });
    TEXT_COMMANDS.act(session);
    expect(session.view.get().mode).toEqual({ kind: 'open', claimId: FIRST.id, moved: null, panel: null });
    expect(session.sentenceAround(4 as TextOffset)).toBe('The mayor said no.');
  });
});
