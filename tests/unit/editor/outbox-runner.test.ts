import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BATCH_LENGTH, BATCH_WRITES, nextBatch } from '@/components/editor/outbox/batch';
import type { KeptWrite, Write } from '@/components/editor/outbox/entry';
import { createEntryStore } from '@/components/editor/outbox/entry-store';
import * as box from '@/components/editor/outbox/outbox';
import { createOutboxRunner, type Machine } from '@/components/editor/outbox/outbox-runner';
import { parseKeptWrite } from '@/components/editor/outbox/parse-kept-write';
import { saveStatus, saveStatusText } from '@/components/editor/outbox/save-status';
import type { MergeNews } from '@/components/editor/outbox/take-answers';
import type { Claim } from '@/lib/claims/claim';
import { toSeen } from '@/lib/claims/merge-values';
import { toTagValues } from '@/lib/claims/tag-values';
import { SILENT_AFTER, SLOW_AFTER } from '@/lib/delivery/pace';
import { ONE_TAB, type Tabs } from '@/lib/delivery/tabs';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { WriteAnswer } from '@/lib/review/batch/write-answer';
import { aClaim, aSpan, EDITOR, idOf } from '../../factories/report';
import { aTag } from '../../factories/tags';

const TEXT = 'The mayor said no.';
const REVISION = idOf('revision', 1);

/** A browser's storage, with room for a number of writes. */
function memoryStorage(room = Number.POSITIVE_INFINITY): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (items.size >= room && !items.has(key)) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

type Answered = Result<WriteAnswer>;

/** A server that answers when told to: each write of a batch, the batch as a whole, or not at all. */
function fakeServer() {
  const calls: {
    kept: KeptWrite;
    batch: readonly KeptWrite[];
    answer: (...results: readonly Answered[]) => void;
    refuse: (result: Result<never>) => void;
    lose: () => void;
  }[] = [];
  const send = (batch: readonly KeptWrite[]) =>
    new Promise<Result<readonly Answered[]>>((resolve, reject) => {
      calls.push({
        kept: batch[0] as KeptWrite,
        batch,
        answer: (...results) => resolve(ok(results)),
        refuse: resolve,
        lose: () => reject(new TypeError('Failed to fetch')),
      });
    });
  const last = () => calls.at(-1) as (typeof calls)[number];
  return { calls, send, last };
}

function claimOf(id: string, version: number, changes: Partial<Claim> = {}): Claim {
  return { ...aClaim(1, [aSpan(TEXT, 0, 9)]), id, version, ...changes };
}

const saved = (claim: Claim): Answered => ok({ claims: [claim], removed: null });
const settle = () => vi.advanceTimersByTimeAsync(0);
const createWrite = (claimId: string): Write => ({ kind: 'create', claimId, revisionId: REVISION, number: 1, tag: aTag() });

describe('the outbox runner', () => {
  let server: ReturnType<typeof fakeServer>;
  let storage: Storage;
  let online: boolean;

  beforeEach(() => {
    vi.useFakeTimers();
    server = fakeServer();
    storage = memoryStorage();
    online = true;
    return () => vi.useRealTimers();
  });

  const machine: Machine = {
    newKey: newId,
    now: () => Date.now(),
    random: () => 1,
    isOnline: () => online,
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };

  function open(claims: readonly Claim[] = [], onMerged: (news: readonly MergeNews[]) => void = () => {}, tabs: Tabs = ONE_TAB) {
    const runner = createOutboxRunner({
      store: createEntryStore(() => storage, { userId: 'me', articleId: 'article' }, parseKeptWrite),
      send: server.send,
      saved: claims,
      meId: 'me',
      machine: { ...machine, tabs },
      onMerged,
    });
    runner.start();
    return runner;
  }

  it('keeps a write before it sends it and forgets it when it is answered', async () => {
    const runner = open();
    const id = newId();
    runner.write(createWrite(id));
    expect(storage.length).toBe(1);
    server.last().answer(saved(claimOf(id, 1)));
    await settle();
    expect(storage.length).toBe(0);
    expect(runner.getSnapshot().saved.get(id)?.version).toBe(1);
  });

  it('sends a lost write again with the same key', async () => {
    const runner = open();
    runner.write(createWrite(newId()));
    server.last().lose();
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.calls.map(({ kept }) => kept.key)).toEqual([server.calls[0]?.kept.key, server.calls[0]?.kept.key]);
  });

  it('takes up after a reload what was left unsent, with the same key and the version it had learnt', async () => {
    const first = open([]);
    const id = newId();
    first.write(createWrite(id));
    first.write({ kind: 'edit', claimId: id, version: first.versionFor(id), tag: aTag({ note: 'later' }) });
    server.last().answer(saved(claimOf(id, 1)));
    await settle();
    expect(server.calls).toHaveLength(2);
    const unanswered = server.last().kept;
    first.stop();

    open([claimOf(id, 1)]);
    expect(server.calls).toHaveLength(3);
    expect(server.last().kept).toEqual(unanswered);
    expect(server.last().kept.write).toMatchObject({ kind: 'edit', version: 1 });
  });

  it('does not send while there is no network, and at once when it is back', async () => {
    online = false;
    const runner = open();
    runner.write(createWrite(newId()));
    expect(server.calls).toHaveLength(0);
    online = true;
    runner.retry();
    expect(server.calls).toHaveLength(1);
  });

  it('says when an answer is slow, and when it seems not to come', async () => {
    const runner = open();
    const id = newId();
    runner.write(createWrite(id));
    await vi.advanceTimersByTimeAsync(SLOW_AFTER - 1);
    expect(runner.getSnapshot().slow).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(runner.getSnapshot().slow).toBe(true);
    await vi.advanceTimersByTimeAsync(SILENT_AFTER);
    expect(runner.getSnapshot().outbox.entries[0]?.trouble?.message).toBe('The server has not answered yet.');
    server.last().answer(saved(claimOf(id, 1)));
    await settle();
    expect(runner.getSnapshot()).toMatchObject({ slow: false, outbox: { entries: [] } });
  });

  it('keeps a refused write until it is let go, and sends the others', async () => {
    const runner = open();
    const [bad, good] = [newId(), newId()];
    const key = runner.write(createWrite(bad));
    runner.write(createWrite(good));
    server.last().answer(refused(appError('INVALID', 'A claim needs a span.')));
    await settle();
    server.last().answer(saved(claimOf(good, 1)));
    await settle();
    expect(runner.getSnapshot().outbox.entries).toMatchObject([{ key, state: 'held' }]);
    expect(storage.length).toBe(1);
    runner.discard(key);
    expect(storage.length).toBe(0);
  });

  it('holds an edit of a claim that somebody else changed, and shows theirs as saved', async () => {
    const id = newId();
    const runner = open([claimOf(id, 1)]);
    const key = runner.write({ kind: 'edit', claimId: id, version: 1, tag: aTag({ note: 'mine' }) });
    const theirs = claimOf(id, 2, { note: 'theirs', lastEditedBy: EDITOR });
    server.last().answer(refused(appError('STALE', undefined, { current: theirs })));
    await settle();
    expect(runner.getSnapshot().saved.get(id)?.note).toBe('theirs');
    runner.replace(key, { kind: 'edit', claimId: id, version: 2, tag: aTag({ note: 'mine' }) });
    expect(server.last().kept.key).not.toBe(key);
    expect(storage.length).toBe(1);
  });

  it('takes a claim that is gone already as deleted', async () => {
    const id = newId();
    const runner = open([claimOf(id, 1)]);
    runner.write({ kind: 'delete', claimId: id, version: 1 });
    server.last().answer(refused(appError('STALE', undefined, { current: null })));
    await settle();
    expect(runner.getSnapshot()).toMatchObject({ outbox: { entries: [] }, saved: new Map() });
  });

  it('brings a deleted claim back on the version its deletion left', async () => {
    const id = newId();
    const runner = open([claimOf(id, 3)]);
    runner.write({ kind: 'delete', claimId: id, version: runner.versionFor(id) });
    server.last().answer(ok({ claims: [], removed: { id, version: 4 } }));
    await settle();
    expect(runner.versionFor(id)).toBe(4);
  });

  it('goes on where the browser keeps nothing, and says so', async () => {
    storage = memoryStorage(0);
    const runner = open();
    const id = newId();
    runner.write(createWrite(id));
    expect(runner.getSnapshot().kept).toBe(false);
    server.last().answer(saved(claimOf(id, 1)));
    await settle();
    expect(runner.getSnapshot().kept).toBe(true);
  });

  it('asks to reload when the server was replaced by a newer one', async () => {
    const runner = open();
    runner.write(createWrite(newId()));
    const failing = createOutboxRunner({
      store: createEntryStore(() => memoryStorage(), { userId: 'me', articleId: 'other' }, parseKeptWrite),
      send: () => Promise.reject(new Error('Failed to find Server Action "x". This request might be from an older deployment.')),
      saved: [],
      meId: 'me',
      machine,
    });
    failing.start();
    failing.write(createWrite(newId()));
    await settle();
    const { outbox } = failing.getSnapshot();
    expect(outbox.entries[0]).toMatchObject({ state: 'waiting', trouble: { kind: 'updated' } });
    expect(saveStatusText(saveStatus(outbox, { online: true, slow: false }))).toBe(
      'Not saved: Hearsay was updated while this page was open. Reload the page to go on. Nothing is lost: 1 change will be sent again.',
    );
  });

  it.each([
    ['OTHER_PERSON', 'You are signed in as somebody else in this browser now. Your changes are kept on this device.'],
    ['NOT_SIGNED_IN', 'Not saved: your session has ended. Nothing is lost: 1 change will be sent when you have signed in.'],
  ] as const)('keeps a write that is answered with %s, and sends it again only when asked', async (code, words) => {
    const runner = open();
    runner.write(createWrite(newId()));
    server.last().refuse(refused(appError(code)));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(server.calls).toHaveLength(1);
    expect(storage.length).toBe(1);
    expect(saveStatusText(saveStatus(runner.getSnapshot().outbox, { online: true, slow: false }))).toBe(words);
    runner.retry();
    expect(server.calls).toHaveLength(2);
    expect(server.last().kept.key).toBe(server.calls[0]?.kept.key);
  });

  describe('with several writes waiting', () => {
    /** Three creates and an edit of the first, all written while the network was away; then it is back. */
    function writeOffline() {
      online = false;
      const runner = open();
      const ids = [newId(), newId(), newId()] as const;
      for (const id of ids) runner.write(createWrite(id));
      runner.write({ kind: 'edit', claimId: ids[0], version: runner.versionFor(ids[0]), tag: aTag({ note: 'later' }) });
      online = true;
      runner.retry();
      return { runner, ids };
    }

    it('sends them in one request, in order, each with its own key and the version the one before it leaves', () => {
      writeOffline();
      expect(server.calls).toHaveLength(1);
      const { batch } = server.last();
      expect(batch.map(({ write }) => write.kind)).toEqual(['create', 'create', 'create', 'edit']);
      expect(new Set(batch.map(({ key }) => key)).size).toBe(4);
      expect(batch[3]?.write).toMatchObject({ version: 1 });
    });

    it('takes each answer for itself: a refusal of one holds what builds on it, and nothing else', async () => {
      const { runner, ids } = writeOffline();
      server
        .last()
        .answer(refused(appError('INVALID', 'No.')), saved(claimOf(ids[1], 1)), saved(claimOf(ids[2], 1)), refused(appError('NOT_TRIED')));
      await settle();
      const { outbox, saved: known } = runner.getSnapshot();
      expect([...known.keys()]).toEqual([ids[1], ids[2]]);
      expect(outbox.entries.map(({ state, write }) => [state, 'version' in write ? write.version : 0])).toEqual([
        ['held', 0],
        ['waiting', null],
      ]);
      expect(server.calls).toHaveLength(1);
      runner.retry();
      expect(server.last().batch.map(({ write }) => write.kind)).toEqual(['create', 'edit']);
    });

    it('keeps what found the disk full, says so, and sends it again; what was saved before is saved', async () => {
      const { runner, ids } = writeOffline();
      const full = refused(appError('STORAGE', 'The disk is full. Nothing was changed; free some space and try again.'));
      server.last().answer(saved(claimOf(ids[0], 1)), full, full, full);
      await settle();
      const { outbox } = runner.getSnapshot();
      expect(saveStatusText(saveStatus(outbox, { online: true, slow: false }))).toBe(
        'Not saved: The disk is full. Nothing was changed; free some space and try again. Nothing is lost: 3 changes will be sent again.',
      );
      expect([server.calls.length, storage.length]).toEqual([1, 3]);
      const keys = outbox.entries.map(({ key }) => key);
      await vi.advanceTimersByTimeAsync(1000);
      expect(server.last().batch.map(({ key }) => key)).toEqual(keys);
    });

    it('sends the same again when no answer came, and less at a time after each time', async () => {
      writeOffline();
      const [first] = server.calls;
      for (const wait of [1000, 2000, 4000, 8000, 16_000]) {
        server.last().lose();
        await vi.advanceTimersByTimeAsync(wait);
      }
      expect(server.calls.map(({ batch }) => batch.length)).toEqual([4, 4, 4, 4, 3, 1]);
      expect(server.last().kept.key).toBe(first?.kept.key);
    });

    it('keeps what a batch is unanswered for in the browser, and takes it up as it was sent', () => {
      const { runner } = writeOffline();
      const sent = server.last().batch.map(({ key, write }) => ({ key, write }));
      runner.stop();
      open();
      expect(server.last().batch.map(({ key, write }) => ({ key, write }))).toEqual(sent);
    });

    it('holds so many and so long that the server takes them', () => {
      online = false;
      const runner = open();
      for (let made = 0; made < 120; made += 1) runner.write(createWrite(newId()));
      online = true;
      runner.retry();
      expect(server.last().batch).toHaveLength(BATCH_WRITES);
      const long = aTag({ note: 'x'.repeat(BATCH_LENGTH / 2) });
      const entries = [1, 2, 3].map((at) => ({ key: `${at}`, at, write: { ...createWrite(newId()), tag: long } as Write }));
      expect(nextBatch(entries.reduce(box.enqueue, box.EMPTY_OUTBOX))).toHaveLength(1);
    });
  });

  describe('when an edit meets a newer version', () => {
    const id = newId();
    const base = claimOf(id, 1);
    const editOf = (different: Parameters<typeof aTag>[0]): Write => ({
      kind: 'edit',
      claimId: id,
      version: 1,
      tag: { ...toTagValues(base), ...different },
      base: toSeen(base),
    });
    const stale = (current: Claim | null) => refused(appError('STALE', 'Changed.', { current }));

    it('writes what only this person changed on the newer version, and tells of the other change', async () => {
      const merged: MergeNews[] = [];
      const runner = open([base], (news) => merged.push(...news));
      runner.write(editOf({ note: 'mine' }));
      const theirs = claimOf(id, 2, { confidence: 'low', lastEditedBy: EDITOR });
      server.last().answer(stale(theirs));
      await settle();
      expect(server.last().kept.write).toMatchObject({ kind: 'edit', version: 2, tag: { note: 'mine', confidence: 'low' } });
      expect(merged).toEqual([{ theirs, fields: ['confidence'] }]);
      expect(storage.length).toBe(1);
    });

    it('merges a whole row of edits of one claim as one', async () => {
      const runner = open([base]);
      runner.write(editOf({ note: 'first' }));
      runner.write({ ...editOf({ note: 'last' }), version: runner.versionFor(id) } as Write);
      server.last().answer(stale(claimOf(id, 2, { confidence: 'low', lastEditedBy: EDITOR })));
      await settle();
      expect(server.last().batch.map(({ write }) => write)).toMatchObject([{ version: 2, tag: { note: 'last', confidence: 'low' } }]);
    });

    it('asks where both changed one field, and writes nothing', async () => {
      const runner = open([base]);
      runner.write(editOf({ note: 'mine' }));
      server.last().answer(stale(claimOf(id, 2, { note: 'theirs', lastEditedBy: EDITOR })));
      await settle();
      expect(server.calls).toHaveLength(1);
      expect(runner.getSnapshot().outbox.entries).toMatchObject([{ state: 'held', trouble: { kind: 'conflict' } }]);
    });

    it('has nothing to write where both changed the same to the same', async () => {
      const runner = open([base]);
      runner.write(editOf({ note: 'alike' }));
      server.last().answer(stale(claimOf(id, 2, { note: 'alike', lastEditedBy: EDITOR })));
      await settle();
      expect(server.calls).toHaveLength(1);
      expect(runner.getSnapshot().outbox.entries).toEqual([]);
    });

    it('asks where the newer version was approved, which an edit would undo', async () => {
      const runner = open([base]);
      runner.write(editOf({ note: 'mine' }));
      server.last().answer(stale(claimOf(id, 2, { state: 'approved' })));
      await settle();
      expect(runner.getSnapshot().outbox.entries).toMatchObject([{ state: 'held' }]);
    });

    it('asks where it was deleted', async () => {
      const runner = open([base]);
      runner.write(editOf({ note: 'mine' }));
      server.last().answer(stale(null));
      await settle();
      expect(runner.getSnapshot().outbox.entries).toMatchObject([{ state: 'held', trouble: { current: null } }]);
    });
  });

  describe('beside another open page of the same person', () => {
    it('leaves what that page keeps to that page, and takes it up when it is gone', async () => {
      const gone = new Map<string, () => void>();
      const tabsOf = (id: string): Tabs => ({ id, canTell: true, whenGone: (other, callback) => void gone.set(other, callback) });
      online = false;
      const one = open([], () => {}, tabsOf('one'));
      one.write(createWrite(newId()));
      online = true;
      const two = open([], () => {}, tabsOf('two'));
      expect(server.calls).toHaveLength(0);
      one.stop();
      gone.get('one')?.();
      expect(server.calls).toHaveLength(1);
      expect(two.getSnapshot().outbox.entries).toHaveLength(1);
    });
  });

  it('takes in what comes live, and never an older version over a newer', () => {
    const id = newId();
    const runner = open([claimOf(id, 2)]);
    expect(runner.arrive([claimOf(id, 1, { note: 'old' })], [])).toBe(false);
    expect(runner.arrive([claimOf(id, 3, { note: 'new' })], [])).toBe(true);
    expect(runner.arrive([], [{ id, version: 4 }])).toBe(true);
    expect(runner.arrive([claimOf(id, 3, { note: 'late' })], [])).toBe(false);
    expect(runner.getSnapshot().saved.size).toBe(0);
    expect(runner.arrive([claimOf(id, 5)], [])).toBe(true);
  });

  it('does not take an older list of claims over a newer answer', async () => {
    const id = newId();
    const runner = open();
    const asked = runner.getSnapshot().answers;
    runner.write(createWrite(id));
    server.last().answer(saved(claimOf(id, 1)));
    await settle();
    runner.refresh([], asked);
    expect(runner.getSnapshot().saved.has(id)).toBe(true);
  });

  it('leaves to another tab what that tab got through', () => {
    online = false;
    const runner = open();
    const key = runner.write(createWrite(newId()));
    runner.keptElsewhere(key, true);
    expect(runner.getSnapshot().outbox.entries).toEqual([]);
  });
});

describe('the store of unsent writes', () => {
  it('finds what it kept, oldest first, and nothing of other people or articles', () => {
    const storage = memoryStorage();
    const store = createEntryStore(() => storage, { userId: 'me', articleId: 'article' }, parseKeptWrite);
    const later = { key: newId(), at: 2, write: createWrite(newId()) };
    const earlier = { key: newId(), at: 1, write: createWrite(newId()) };
    store.keep(later);
    store.keep(earlier);
    createEntryStore(() => storage, { userId: 'you', articleId: 'article' }, parseKeptWrite).keep({
      key: newId(),
      at: 0,
      write: createWrite(newId()),
    });
    storage.setItem('hearsay:outbox:me:article:broken', '{');
    expect(store.load()).toEqual([earlier, later]);
  });

  it('reads the dates of a kept claim back as dates', () => {
    const storage = memoryStorage();
    const store = createEntryStore(() => storage, { userId: 'me', articleId: 'article' }, parseKeptWrite);
    const write: Write = { kind: 'restore', claimId: idOf('claim', 1), version: 2, claim: aClaim(1, [aSpan(TEXT, 0, 9)]) };
    store.keep({ key: newId(), at: 1, write });
    expect(store.load()[0]?.write).toEqual(write);
  });

  it('keeps nothing where there is no storage', () => {
    const store = createEntryStore(() => null, { userId: 'me', articleId: 'article' }, parseKeptWrite);
    expect(store.keep({ key: newId(), at: 1, write: createWrite(newId()) })).toBe(false);
    expect(store.load()).toEqual([]);
  });
});
