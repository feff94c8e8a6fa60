import type { Gone } from '@/lib/claims/changes/claim-changes';
import type { Claim } from '@/lib/claims/claim';
import { type After, retryDelay, watchPace } from '@/lib/delivery/pace';
import { ONE_TAB, type Tabs } from '@/lib/delivery/tabs';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import type { Result } from '@/lib/kernel/result';
import type { WriteAnswer } from '@/lib/review/batch/write-answer';
import { BATCH_WRITES, nextBatch } from './batch';
import type { KeptWrite, Write } from './entry';
import type { EntryStore } from './entry-store';
import { type Known, learn, learnAll } from './known';
import * as box from './outbox';
import { type MergeNews, takeAnswers } from './take-answers';

/** Rejects when no answer came (no network, server gone or redeployed). The answers are in the order of the batch. */
export type Send = (batch: readonly KeptWrite[]) => Promise<Result<readonly Result<WriteAnswer>[]>>;

export type Machine = {
  readonly newKey: () => string;
  readonly now: () => number;
  readonly random: () => number;
  readonly isOnline: () => boolean;
  readonly after: After;
  /** The other open pages of this person; absent where there is only this one. */
  readonly tabs?: Tabs;
};

export type Snapshot = Known & {
  readonly outbox: box.Outbox;
  readonly online: boolean;
  readonly slow: boolean;
  /** False once the browser refused to keep a write: a reload would lose it. */
  readonly kept: boolean;
  /** Goes up with every answer, so that a list read before it is known to be older. */
  readonly answers: number;
};

type Options = {
  readonly store: EntryStore;
  readonly send: Send;
  readonly saved: readonly Claim[];
  readonly meId: string;
  readonly machine: Machine;
  /** Told of changes that went together with somebody else's, without a question. */
  readonly onMerged?: (news: readonly MergeNews[]) => void;
};

/** Troubles that end when a person signs in, and not before: sent again when they come back to the page or ask for it. */
const NEEDS_PERSON: readonly box.Trouble['kind'][] = ['signed_out', 'other_person'];

export type OutboxRunner = ReturnType<typeof createOutboxRunner>;

/** Runs an outbox: keeps each write, sends them in order and in batches, takes the answers. Nothing starts before `start`. */
export function createOutboxRunner({ store, send, saved, meId, machine, onMerged = () => {} }: Options) {
  const { tabs = ONE_TAB } = machine;
  let snapshot: Snapshot = {
    outbox: box.EMPTY_OUTBOX,
    saved: new Map(saved.map((claim) => [claim.id, claim])),
    buried: new Map(),
    online: true,
    slow: false,
    kept: true,
    answers: 0,
  };
  const listeners = new Set<() => void>();
  let callOffRetry: (() => void) | null = null;
  let stopped = true;
  /** Requests in a row that got no answer. */
  let misses = 0;

  function set(change: Partial<Snapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  /** Another outbox in the place of this one; the browser's storage follows it. */
  function setOutbox(outbox: box.Outbox, more: Partial<Snapshot> = {}): void {
    const before = new Map(snapshot.outbox.entries.map((entry) => [entry.key, entry.write]));
    // What is new is kept already. A version that was learnt is kept too: a repeat after a reload must be the same request.
    // And before what it was learnt from is forgotten: the page may be killed in between.
    for (const entry of outbox.entries) if (before.has(entry.key) && before.get(entry.key) !== entry.write) keep(entry);
    for (const { key } of outbox.entries) before.delete(key);
    for (const key of before.keys()) store.forget(key);
    set({ outbox, ...more, ...(outbox.entries.length === 0 ? { slow: false, kept: true } : {}) });
  }

  function keep(kept: KeptWrite): void {
    if (!store.keep(kept)) set({ kept: false });
  }

  function make(write: Write): KeptWrite {
    const kept = { key: machine.newKey(), at: machine.now(), write, tab: tabs.id };
    keep(kept);
    return kept;
  }

  function pump(): void {
    callOffRetry?.();
    callOffRetry = null;
    if (stopped || !snapshot.online) return;
    const batch = nextBatch(snapshot.outbox, Math.max(1, Math.floor(BATCH_WRITES / 2 ** misses)));
    if (batch.length === 0) return;
    setOutbox(box.markSending(snapshot.outbox, batch));
    void deliver(batch);
  }

  async function deliver(batch: readonly box.Entry[]): Promise<void> {
    const answered = watchPace(machine.after, (pace) => {
      if (pace === 'slow') set({ slow: true });
      else set({ outbox: forEach(batch, (outbox, key) => box.remark(outbox, key, NO_ANSWER_YET)) });
    });
    try {
      const result = await send(batch);
      answered();
      misses = 0;
      if (result.ok) accept(batch, result.value);
      else refuseAll(batch, box.troubleOf(result.error, (batch[0]?.attempts ?? 0) + 1, { meId, known: () => undefined }));
    } catch (error) {
      answered();
      misses += 1;
      postponeAll(batch, troubleOfThrow(error));
    }
  }

  function accept(batch: readonly box.Entry[], answers: readonly Result<WriteAnswer>[]): void {
    const { standing, merged, wait } = takeAnswers(snapshot, batch, answers, { meId, keep: make });
    // An answer that is missing would leave its write under way for ever.
    const outbox = forEach(batch.slice(answers.length), (rest, key) => box.postpone(rest, key, null), standing.outbox);
    setOutbox(outbox, { saved: standing.saved, buried: standing.buried, answers: snapshot.answers + 1 });
    if (merged.length > 0) onMerged(merged);
    if (wait) tryLater(batch);
    else pump();
  }

  /** The request as a whole was refused: nobody is signed in, or the server cannot read it. */
  function refuseAll(batch: readonly box.Entry[], trouble: box.Trouble): void {
    const [only, ...others] = batch;
    if (trouble.kind !== 'refused' && trouble.kind !== 'conflict') postponeAll(batch, trouble);
    else if (only !== undefined && others.length === 0) {
      setOutbox(box.hold(snapshot.outbox, only.key, trouble));
      pump();
    } else {
      // One of them may be what it stumbles over: the next request holds fewer.
      misses += 1;
      postponeAll(batch, { kind: 'server', message: trouble.message });
    }
  }

  function postponeAll(batch: readonly box.Entry[], trouble: box.Trouble): void {
    set({ outbox: forEach(batch, (outbox, key) => box.postpone(outbox, key, trouble)), online: machine.isOnline() });
    if (!NEEDS_PERSON.includes(trouble.kind)) tryLater(batch);
  }

  function tryLater(batch: readonly box.Entry[]): void {
    const attempts = Math.max(...batch.map((entry) => entry.attempts + 1));
    if (snapshot.online) callOffRetry = machine.after(retryDelay(attempts, machine.random()), pump);
  }

  function forEach(
    batch: readonly box.Entry[],
    change: (outbox: box.Outbox, key: string) => box.Outbox,
    from: box.Outbox = snapshot.outbox,
  ): box.Outbox {
    return batch.reduce((outbox, { key }) => change(outbox, key), from);
  }

  /** Takes up what is kept and nobody sends: of an earlier visit, and of pages that were closed. */
  function takeUp(from: (kept: KeptWrite) => boolean): void {
    const known = new Set(snapshot.outbox.entries.map(({ key }) => key));
    const left = store.load().filter((kept) => !known.has(kept.key) && from(kept));
    const ours = left.map((kept) => ({ ...kept, tab: tabs.id }));
    ours.forEach(keep);
    const all = box.inOrder(ours.reduce(box.enqueue, snapshot.outbox));
    set({ outbox: left.length === 0 ? snapshot.outbox : all, online: machine.isOnline() });
    pump();
  }

  function lookForOthers(): void {
    const others = new Set(store.load().map(({ tab }) => tab));
    for (const tab of others) {
      if (tab === undefined || tab === tabs.id) continue;
      tabs.whenGone(tab, () => {
        if (!stopped) takeUp((kept) => kept.tab === tab);
      });
    }
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Takes up what an earlier visit left unsent, and begins to send. */
    start(): void {
      if (!stopped) return;
      stopped = false;
      takeUp(({ tab }) => tab === undefined || tab === tabs.id);
      lookForOthers();
    },
    stop(): void {
      stopped = true;
      callOffRetry?.();
    },
    /** Keeps and sends one write. Returns its key. */
    write(write: Write): string {
      const kept = make(write);
      set({ outbox: box.enqueue(snapshot.outbox, kept) });
      pump();
      return kept.key;
    },
    /** The version a new write on this claim is made on (null: whatever the unanswered one before it leaves). */
    versionFor(claimId: string): number | null {
      const known = snapshot.saved.get(claimId) ?? snapshot.buried.get(claimId);
      return box.versionFor(snapshot.outbox, claimId, known?.version ?? 1);
    },
    retry(): void {
      setOutbox(box.retryAll(snapshot.outbox), { online: machine.isOnline() });
      pump();
    },
    setOnline(online: boolean): void {
      set({ online });
      pump();
    },
    discard(key: string): void {
      setOutbox(box.discard(snapshot.outbox, key));
      pump();
    },
    discardClaim(claimId: string): void {
      setOutbox(box.discardClaim(snapshot.outbox, claimId));
      pump();
    },
    /** Another write in the place of a held one. */
    replace(key: string, write: Write): void {
      setOutbox(box.replace(snapshot.outbox, key, make(write)));
      pump();
    },
    /** Something else of this person and article was kept, or let go, in another page of this browser. */
    keptElsewhere(key: string, gone: boolean): void {
      if (!gone) {
        if (tabs.canTell) lookForOthers();
        return;
      }
      const entry = snapshot.outbox.entries.find((candidate) => candidate.key === key);
      if (entry !== undefined && entry.state !== 'sending') setOutbox(box.settle(snapshot.outbox, key, new Map()));
    },
    /** Claims as the server tells of them unasked; what is newer here stays. True when something was news. */
    arrive(claims: readonly Claim[], gone: readonly Gone[]): boolean {
      const known = learn(snapshot, claims, gone);
      if (known === snapshot) return false;
      set(known);
      return true;
    },
    /** All claims as the server just listed them; `answers` is the count when the list was asked for. False when it is older than what is here. */
    refresh(claims: readonly Claim[], answers: number): boolean {
      if (answers !== snapshot.answers || snapshot.outbox.entries.some(({ state }) => state === 'sending')) return false;
      set(learnAll(snapshot, claims));
      return true;
    },
  };
}

const NO_ANSWER_YET: box.Trouble = { kind: 'unreachable', message: 'The server has not answered yet.' };
