import type { Claim } from '@/lib/claims/claim';
import { type After, type Pace, retryDelay, watchPace } from '@/lib/delivery/pace';
import { isFinal, type Passing, troubleOfAnswer, troubleOfThrow } from '@/lib/delivery/trouble';
import type { Result } from '@/lib/kernel/result';
import type { QueueItem } from '@/lib/review/queue';
import { type Decided, type Entry, toEntry } from './act';
import type { ActStore } from './act-store';
import type { KeptAct } from './kept-act';
import * as steps from './triage';

/** Rejects when no answer came: no network, the server gone or replaced. Refused as a whole, or an answer to each in their order. */
export type Send = (entries: readonly Entry[]) => Promise<Result<readonly Result<Claim>[]>>;

export type Machine = {
  readonly newKey: () => string;
  readonly now: () => number;
  readonly after: After;
};

export type Snapshot = {
  readonly triage: steps.Triage;
  /** How long the act under way has been under way. */
  readonly pace: Pace;
  /** False once the browser refused to keep an act that is still unsent: closing the window would lose it. */
  readonly kept: boolean;
  /** Goes up with what other windows did or left behind: the page was made without knowing of it. */
  readonly elsewhere: number;
};

export const EMPTY_SNAPSHOT: Snapshot = { triage: steps.EMPTY_TRIAGE, pace: 'quick', kept: true, elsewhere: 0 };

/** Troubles that end when a person signs in, and not before. */
const NEEDS_PERSON: readonly (Passing['kind'] | undefined)[] = ['signed_out', 'other_person'];

export type Runner = ReturnType<typeof createRunner>;

type Parts = { readonly send: Send; readonly store: ActStore; readonly machine: Machine };

/** Runs a Triage: takes acts, keeps them, sends them in order, takes the answers. Keeps going while no page shows it. */
export function createRunner({ send, store, machine }: Parts) {
  let snapshot = EMPTY_SNAPSHOT;
  let shown = 0;
  let stopped = false;
  let callOffRetry: (() => void) | null = null;
  const listeners = new Set<() => void>();
  /** When each act was made: it does not change with a second keeping. */
  const made = new Map<string, number>();

  function set(triage: steps.Triage, change: Partial<Omit<Snapshot, 'triage'>> = {}): void {
    tidy(triage);
    const kept = triage.outbox.length === 0 || (change.kept ?? snapshot.kept);
    snapshot = { ...snapshot, ...change, triage, kept };
    for (const listener of listeners) listener();
  }

  /**
   * The store follows the outbox: first a version that an answer brought, so that nothing is ever kept that cannot be sent.
   * What was refused stays in it, marked, until the person has dealt with its notice.
   */
  function tidy({ outbox, notices }: steps.Triage): void {
    const refused = new Map([...notices.values()].map((notice) => [notice.key, notice]));
    for (const old of snapshot.triage.outbox) {
      const entry = outbox.find(({ key }) => key === old.key);
      if (entry !== undefined && entry.version !== old.version) keep(entry, entry.attempts > 0);
    }
    for (const old of snapshot.triage.outbox) {
      if (outbox.some(({ key }) => key === old.key)) continue;
      const notice = refused.get(old.key);
      if (notice === undefined) forget(old.key);
      else store.keep({ ...old, at: made.get(old.key) ?? machine.now(), sent: true, refused: toKeptRefusal(notice) });
    }
    for (const { key } of snapshot.triage.notices.values()) if (!refused.has(key)) forget(key);
  }

  function forget(key: string): void {
    store.forget(key);
    made.delete(key);
  }

  /** What `triage` has that the snapshot has not is put away before anything is done with it. */
  function add(triage: steps.Triage): void {
    const known = new Set(snapshot.triage.outbox.map(({ key }) => key));
    const kept = triage.outbox.filter(({ key }) => !known.has(key)).every((entry) => keep(entry, false));
    set(triage, { kept: snapshot.kept && kept });
    if (!isHeldUp()) pump();
  }

  function keep(entry: Entry, sent: boolean): boolean {
    const at = made.get(entry.key) ?? machine.now();
    made.set(entry.key, at);
    return store.keep({ ...entry, at, sent });
  }

  function pump(): void {
    callOffRetry?.();
    callOffRetry = null;
    const entries = stopped ? [] : steps.nextTogether(snapshot.triage);
    if (entries.length === 0) return;
    // Once more, with the version learnt from the act before: a repeat after a reload must be the same request.
    const kept = entries.map((entry) => keep(entry, true)).every(Boolean);
    const sending = entries.reduce((triage, { key }) => steps.markSending(triage, key), snapshot.triage);
    set(sending, { pace: 'quick', kept: snapshot.kept && kept });
    void deliver(entries.map((entry) => ({ ...entry, attempts: entry.attempts + 1 })));
  }

  function adopt(kept: readonly KeptAct[]): void {
    const { outbox, notices } = snapshot.triage;
    const known = new Set([...outbox, ...notices.values()].map(({ key }) => key));
    const left = kept.filter(({ key }) => !known.has(key));
    if (left.length === 0) return;
    for (const { key, at } of left) made.set(key, at);
    const entries = left
      .filter(({ refused }) => refused === undefined)
      .map(({ key, item, act, version, sent }) => toEntry({ key, item, act, version, attempts: sent ? 1 : 0 }));
    const refusals = left.flatMap(({ key, item, act, refused }) =>
      refused === undefined ? [] : [{ key, item, act, ...toRefusal(refused) }],
    );
    set(steps.recall(steps.adopt(snapshot.triage, entries), refusals), { elsewhere: snapshot.elsewhere + 1 });
  }

  async function deliver(entries: readonly Entry[]): Promise<void> {
    const answered = watchPace(machine.after, (pace) => set(snapshot.triage, { pace }));
    const [result, trouble] = await send(entries).then(
      (value): [Awaited<ReturnType<Send>>, null] => [value, null],
      (error: unknown): [null, Passing] => [null, troubleOfThrow(error)],
    );
    answered();
    if (trouble !== null) return putOff(entries, trouble);
    // What refused all of them refused each.
    const answers = result.ok ? result.value : entries.map((): Result<Claim> => result);
    const putOffs: [Entry, Passing][] = [];
    let applied = 0;
    let triage = snapshot.triage;
    entries.forEach((entry, at) => {
      const answer = answers[at];
      if (answer === undefined) return;
      if (answer.ok) {
        applied += 1;
        triage = steps.answer(triage, entry.key, answer.value);
        return;
      }
      // The person sees the claim wait: better it comes back to them than that it is tried for ever.
      const refusal = troubleOfAnswer(answer.error, entry.attempts, { patient: false });
      if (isFinal(refusal)) triage = steps.refuse(triage, entry.key, answer.error);
      else putOffs.push([entry, refusal]);
    });
    if (applied > 0 || putOffs.length === 0)
      set(applied === entries.length ? steps.tellTogether(triage, applied) : triage, { pace: 'quick' });
    else if (triage !== snapshot.triage) set(triage, { pace: 'quick' });
    const [first] = putOffs;
    if (first === undefined) return pump();
    putOff(
      putOffs.map(([entry]) => entry),
      first[1],
    );
  }

  function putOff(entries: readonly Entry[], trouble: Passing): void {
    set(
      entries.reduce((triage, { key }) => steps.postpone(triage, key, trouble), snapshot.triage),
      { pace: 'quick' },
    );
    // With no page to say so nothing is repeated: by then somebody else may be signed in.
    const repeats = trouble.kind === 'unreachable' || trouble.kind === 'server';
    if (repeats && shown > 0 && !stopped) callOffRetry = machine.after(retryDelay(entries[0]?.attempts ?? 1), pump);
  }

  function resume(): void {
    if (!NEEDS_PERSON.includes(snapshot.triage.outbox[0]?.trouble?.kind)) pump();
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Takes up what an earlier window left unsent, and what it left refused (left-acts.ts). */
    adopt(kept: readonly KeptAct[]): void {
      if (stopped) return;
      adopt(kept);
      resume();
    },
    /** A page shows it: what could not be sent is tried again. Returns how to say that the page is gone. */
    show(): () => void {
      shown += 1;
      resume();
      return () => {
        shown -= 1;
      };
    },
    decide(item: QueueItem, act: Decided): void {
      add(steps.decide(snapshot.triage, { key: machine.newKey(), item, act }));
    },
    /** The same decision on many claims, in one act. */
    decideAll(items: readonly QueueItem[], act: Decided): void {
      const group = machine.newKey();
      add(items.reduce((triage, item) => steps.decide(triage, { key: machine.newKey(), item, act, group }), snapshot.triage));
    },
    undo(): void {
      add(steps.undoTogether(snapshot.triage, machine.newKey));
    },
    /** Sends again now what could not be sent. */
    retry: pump,
    /** The network says it is back. Nothing is sent for a person who has to sign in first. */
    nudge(): void {
      const trouble = snapshot.triage.outbox[0]?.trouble;
      if (trouble?.kind === 'unreachable' || trouble?.kind === 'server') pump();
    },
    /** Another window has forgotten this act: it was answered there, or its refusal was read. */
    goneElsewhere(key: string): void {
      const notice = [...snapshot.triage.notices.values()].find((candidate) => candidate.key === key);
      const triage = notice === undefined ? steps.letGo(snapshot.triage, key) : steps.dismiss(snapshot.triage, notice.item.claim.id);
      if (triage !== snapshot.triage) set(triage, { elsewhere: snapshot.elsewhere + 1 });
    },
    dismiss: (claimId: string) => set(steps.dismiss(snapshot.triage, claimId)),
    keepReading: (item: QueueItem) => set(steps.keepReading(snapshot.triage, item)),
    turnPage: () => set(steps.turnPage(snapshot.triage)),
    /** For good: somebody else is signed in now. */
    stop(): void {
      stopped = true;
      callOffRetry?.();
    },
  };

  /** While the first act waits for its next try, a new one does not bring that forward. */
  function isHeldUp(): boolean {
    return (snapshot.triage.outbox[0]?.trouble ?? null) !== null;
  }
}

function toKeptRefusal({ message, current }: steps.Notice): NonNullable<KeptAct['refused']> {
  return { message, current };
}

function toRefusal({ message, current }: NonNullable<KeptAct['refused']>): Pick<steps.Notice, 'message' | 'current'> {
  return current === undefined ? { message } : { message, current };
}
