import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Checking, UNGUARDED } from '@/lib/assignments/checking';
import { SEES_ALL, toSight } from '@/lib/assignments/sight';
import type { ClaimChanges } from '@/lib/claims/changes/claim-changes';
import { BEAT_EVERY, createHub, type Hub, LINGER, LOOK_EVERY, PAGES_MAX } from '@/lib/live/hub';
import type { Message } from '@/lib/live/message';
import type { Actor } from '@/lib/permissions/roles';
import { aClaim, aSpan, CHECKER, DESK, EDITOR, idOf } from '../../factories/report';

const ARTICLE = idOf('article', 1);
const actorOf = ({ id, name }: typeof CHECKER, deskId = DESK.id): Actor => ({ userId: id, name, deskId, role: 'checker' });
const claimOf = (number: number, deskId = DESK.id) => aClaim(number, [aSpan('The mayor said no.', 0, 9)], { deskId });

describe('the hub', () => {
  let seq: number;
  let changes: (since: number, until: number, articleId: string) => ClaimChanges | null;
  let talked: readonly string[];
  let accountChanged: boolean;
  let blind: ReadonlyMap<string, Checking>;
  let reported: unknown[];
  let hub: Hub;

  beforeEach(() => {
    vi.useFakeTimers();
    seq = 5;
    changes = () => ({ claims: [], gone: [] });
    talked = [];
    accountChanged = false;
    blind = new Map();
    reported = [];
    hub = createHub({
      findSeq: async () => seq,
      listBlind: async () => blind,
      listChanges: async ({ articleId }, { since, until }) => changes(since, until, articleId),
      listTalked: async () => talked,
      hasAccountChange: async () => accountChanged,
      now: () => Date.now(),
      every(ms, callback) {
        const timer = setInterval(callback, ms);
        return () => clearInterval(timer);
      },
      report: (error) => reported.push(error),
    });
    return () => vi.useRealTimers();
  });

  function join(person = CHECKER, since = seq, articleId = ARTICLE) {
    const page = { told: [] as Message[], closed: false, live: actorOf(person) as Actor | null, reads: true, leave: () => {} };
    const leave = hub.join(
      {
        actor: actorOf(person),
        articleId,
        sight: toSight({ userId: person.id, seesThrough: false }, blind),
        again: async () => page.live,
        send: (message) => {
          page.told.push(message);
          return page.reads;
        },
        close: () => {
          page.closed = true;
        },
      },
      since,
    );
    if (leave !== null) page.leave = leave;
    return page;
  }
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const kinds = (page: { told: Message[] }) => page.told.map(({ kind }) => kind);
  const lastPeople = (page: { told: Message[] }) => {
    const last = page.told.findLast((message) => message.kind === 'people');
    return last?.kind === 'people' ? last.people.map(({ name }) => name) : null;
  };

  it('tells every page of an article what was written, once, from where each is', async () => {
    changes = (since) => ({ claims: since < 6 ? [claimOf(1)] : [], gone: [] });
    const [one, other] = [join(), join(EDITOR)];
    await settle();
    seq = 6;
    await hub.wake();
    await hub.wake();
    for (const page of [one, other]) {
      expect(page.told.filter(({ kind }) => kind === 'changes')).toEqual([
        { kind: 'changes', seq: 6, claims: [claimOf(1)], gone: [], talked: [] },
      ]);
    }
  });

  it('tells which claims something was said about, also where none is another', async () => {
    const page = join();
    await settle();
    talked = [idOf('claim', 3)];
    seq = 6;
    await hub.wake();
    expect(page.told.at(-1)).toEqual({ kind: 'changes', seq: 6, claims: [], gone: [], talked: [idOf('claim', 3)] });
  });

  it('brings a page that was away up to now', async () => {
    const asked: number[][] = [];
    changes = (since, until) => {
      asked.push([since, until]);
      return { claims: [claimOf(1)], gone: [] };
    };
    const page = join(CHECKER, 2);
    await settle();
    expect(asked).toEqual([[2, 5]]);
    expect(kinds(page)).toContain('changes');
  });

  it('asks a page to read again where the gap is too wide to tell', async () => {
    changes = () => null;
    const page = join(CHECKER, 1);
    await settle();
    expect(page.told.at(-1)).toEqual({ kind: 'again', seq: 5 });
  });

  it('says nothing where nothing in the article changed', async () => {
    const page = join();
    await settle();
    const before = page.told.length;
    seq = 9;
    await hub.wake();
    expect(page.told).toHaveLength(before);
  });

  it('looks by itself for what another process wrote', async () => {
    changes = () => ({ claims: [claimOf(1)], gone: [] });
    const page = join();
    await settle();
    seq = 6;
    await vi.advanceTimersByTimeAsync(LOOK_EVERY);
    expect(kinds(page)).toContain('changes');
  });

  it('tells nobody what they may not see', async () => {
    changes = () => ({ claims: [claimOf(1), claimOf(2, idOf('desk', 2))], gone: [] });
    const page = join();
    await settle();
    seq = 6;
    await hub.wake();
    expect(page.told.flatMap((message) => (message.kind === 'changes' ? message.claims : []))).toEqual([claimOf(1)]);
  });

  it('tells a blind checker of nobody’s work and presence but their own, and of all once it is over', async () => {
    const mine = { ...claimOf(1), createdBy: CHECKER };
    const theirs = { ...claimOf(2), createdBy: EDITOR };
    blind = new Map([[ARTICLE, { ...UNGUARDED, blind: true, everChecked: [CHECKER.id, EDITOR.id] }]]);
    changes = () => ({ claims: [mine, theirs], gone: [] });
    const page = join();
    join(EDITOR);
    await settle();
    seq = 6;
    await hub.wake();
    expect(page.told.flatMap((message) => (message.kind === 'changes' ? message.claims : []))).toEqual([mine]);
    expect(page.told.filter(({ kind }) => kind === 'people')).toEqual([
      { kind: 'people', people: [{ id: CHECKER.id, name: CHECKER.name }] },
    ]);
    blind = new Map();
    seq = 7;
    await hub.wake();
    expect(page.told.filter(({ kind }) => kind === 'again')).toHaveLength(1);
    expect(lastPeople(page)).toEqual([CHECKER.name, EDITOR.name]);
  });

  it('lets a page go whose session is over, at the next beat or as soon as an account changed', async () => {
    const [one, other] = [join(), join(EDITOR)];
    await settle();
    one.live = null;
    await vi.advanceTimersByTimeAsync(BEAT_EVERY);
    expect([one.told.at(-1), one.closed]).toEqual([{ kind: 'over', why: 'signed_out' }, true]);
    other.live = null;
    accountChanged = true;
    seq = 6;
    await hub.wake();
    expect([other.told.at(-1), other.closed]).toEqual([{ kind: 'over', why: 'signed_out' }, true]);
    expect(hub.count()).toBe(0);
  });

  it('lets a page go that does not read, so that it does not fill the memory', async () => {
    const page = join();
    page.reads = false;
    await vi.advanceTimersByTimeAsync(BEAT_EVERY);
    expect(page.closed).toBe(true);
  });

  it('has room for so many pages of one person; the oldest gives way', () => {
    const pages = Array.from({ length: PAGES_MAX + 1 }, () => join());
    join(EDITOR);
    expect(pages.map(({ closed }) => closed)).toEqual([true, ...Array.from({ length: PAGES_MAX }, () => false)]);
    expect(pages[0]?.told.at(-1)).toEqual({ kind: 'over', why: 'too_many' });
  });

  it('tells who is there, and when they are gone: not at once, so that a reload is no leaving', async () => {
    const one = join();
    expect(lastPeople(one)).toEqual([CHECKER.name]);
    const other = join(EDITOR);
    join(EDITOR, seq, idOf('article', 2));
    expect([lastPeople(one), lastPeople(other)]).toEqual([
      [CHECKER.name, EDITOR.name],
      [CHECKER.name, EDITOR.name],
    ]);
    other.leave();
    await vi.advanceTimersByTimeAsync(BEAT_EVERY);
    expect(lastPeople(one)).toEqual([CHECKER.name, EDITOR.name]);
    await vi.advanceTimersByTimeAsync(LINGER + BEAT_EVERY);
    expect(lastPeople(one)).toEqual([CHECKER.name]);
  });

  it('counts those who ask now and then among them', async () => {
    const page = join();
    expect(hub.visit(ARTICLE, actorOf(EDITOR), SEES_ALL).map(({ name }) => name)).toEqual([CHECKER.name, EDITOR.name]);
    expect(lastPeople(page)).toEqual([CHECKER.name, EDITOR.name]);
    await vi.advanceTimersByTimeAsync(LINGER + BEAT_EVERY);
    expect(lastPeople(page)).toEqual([CHECKER.name]);
  });

  it('lets everybody go when the server stops, and nobody in', () => {
    const page = join();
    hub.close();
    expect([page.told.at(-1), page.closed]).toEqual([{ kind: 'over', why: 'stopping' }, true]);
    expect(join().told).toEqual([]);
    expect(hub.count()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells of every other article while one cannot be read, and of that one once it can', async () => {
    const [broken, other] = [join(), join(EDITOR, seq, idOf('article', 2))];
    await settle();
    const told = { claims: [claimOf(1)], gone: [] };
    changes = (_since, _until, articleId) => {
      if (articleId === ARTICLE) throw new Error('no such state');
      return told;
    };
    seq = 6;
    await hub.wake();
    expect([kinds(broken).includes('changes'), kinds(other).includes('changes')]).toEqual([false, true]);
    changes = () => told;
    await vi.advanceTimersByTimeAsync(LOOK_EVERY);
    expect(kinds(broken)).toContain('changes');
    expect(reported).toHaveLength(1);
  });

  it('goes on after the database could not be read', async () => {
    const page = join();
    await settle();
    changes = () => {
      throw new Error('busy');
    };
    seq = 6;
    await hub.wake();
    expect(reported).toHaveLength(1);
    changes = () => ({ claims: [claimOf(1)], gone: [] });
    await vi.advanceTimersByTimeAsync(LOOK_EVERY);
    expect(kinds(page)).toContain('changes');
  });
});
