import type { Claim } from '@/lib/claims/claim';
import { type After, retryDelay, watchPace } from '@/lib/delivery/pace';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import type { Result } from '@/lib/kernel/result';
import type { KeptWrite, Write } from './entry';
import type { EntryStore } from './entry-store';
import * as box from './outbox';

/** What the server leaves behind: the claims as they now are, and the one it took away. */
export type Answer = { readonly claims: readonly Claim[]; readonly removed: { readonly id: string; readonly version: number } | null };

/** Rejects when no answer came (no network, server gone or redeployed). */
export type Send = (kept: KeptWrite) => Promise<Result<Answer>>;

export type Machine = {
  readonly newKey: () => string;
  readonly now: () => number;
  readonly random: () => number;
  readonly isOnline: () => boolean;
  readonly after: After;
};

export type Snapshot = {
  readonly outbox: box.Outbox;
  readonly saved: ReadonlyMap<string, Claim>;
  /** Claims deleted since the page was opened, as they last were: what an undo brings back. */
  readonly buried: ReadonlyMap<string, Claim>;
  readonly online: boolean;
  readonly slow: boolean;
  /** False once the browser refused to keep a write: a reload would lose it. */
  readonly kept: boolean;
  /** Goes up with every answer, so that a list read before it is known to be older. */
  readonly answers: number;
};

/** Troubles that end when a person signs in, and not before: sent again when they come back to the page or ask for it. */
const NEEDS_PERSON: readonly box.Trouble['kind'][] = ['signed_out', 'other_person'];

export type OutboxRunner = ReturnType<typeof createOutboxRunner>;

/** Runs an outbox: keeps each write, sends them in order, takes the answers. Nothing starts before `start`. */
export function createOutboxRunner(options: { store: EntryStore; send: Send; saved: readonly Claim[]; meId: string; machine: Machine }) {
  const { store, send, machine } = options;
  const onlooker: box.Onlooker = { meId: options.meId, known: (claimId) => snapshot.saved.get(claimId) };
  let snapshot: Snapshot = {
    outbox: box.EMPTY_OUTBOX,
    saved: byId(options.saved),
    buried: new Map(),
    online: true,
    slow: false,
    kept: true,
    answers: 0,
  };
  const listeners = new Set<() => void>();
  let callOffRetry: (() => void) | null = null;
  let stopped = true;

  function set(change: Partial<Snapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  function setOutbox(outbox: box.Outbox, more: Partial<Snapshot> = {}): void {
    for (const { key } of snapshot.outbox.entries) if (!outbox.entries.some((entry) => entry.key === key)) store.forget(key);
    set({ outbox, ...more, ...(outbox.entries.length === 0 ? { slow: false, kept: true } : {}) });
  }

  function keep(kept: KeptWrite): void {
    if (!store.keep(kept)) set({ kept: false });
  }

  function pump(): void {
    callOffRetry?.();
    callOffRetry = null;
    if (stopped || !snapshot.online) return;
    const entry = box.nextToSend(snapshot.outbox);
    if (entry === null) return;
    // A version learnt from the write before is kept too: a repeat after a reload must be the same request.
    keep(entry);
    set({ outbox: box.markSending(snapshot.outbox, entry.key) });
    void deliver(entry);
  }

  async function deliver(entry: box.Entry): Promise<void> {
    const answered = watchPace(machine.after, (pace) => {
      if (pace === 'slow') set({ slow: true });
      else set({ outbox: box.remark(snapshot.outbox, entry.key, { kind: 'unreachable', message: 'The server has not answered yet.' }) });
    });
    let trouble: box.Trouble;
    try {
      const result = await send(entry);
      if (result.ok) {
        answered();
        accept(entry, result.value);
        return;
      }
      trouble = box.troubleOf(result.error, attemptsOf(entry.key), onlooker);
    } catch (error) {
      trouble = troubleOfThrow(error);
    }
    answered();
    reject(entry, trouble);
  }

  function attemptsOf(key: string): number {
    return snapshot.outbox.entries.find((entry) => entry.key === key)?.attempts ?? 1;
  }

  function accept(entry: box.Entry, answer: Answer): void {
    const saved = new Map(snapshot.saved);
    const buried = new Map(snapshot.buried);
    const versions = new Map<string, number>();
    for (const claim of answer.claims) {
      saved.set(claim.id, claim);
      buried.delete(claim.id);
      versions.set(claim.id, claim.version);
    }
    if (answer.removed !== null) {
      const last = saved.get(answer.removed.id);
      if (last !== undefined) buried.set(last.id, { ...last, version: answer.removed.version });
      saved.delete(answer.removed.id);
      versions.set(answer.removed.id, answer.removed.version);
    }
    setOutbox(box.settle(snapshot.outbox, entry.key, versions), { saved, buried, answers: snapshot.answers + 1 });
    pump();
  }

  function reject(entry: box.Entry, trouble: box.Trouble): void {
    if (trouble.kind === 'refused') {
      keepHeld(entry, trouble, null);
      return;
    }
    if (trouble.kind === 'conflict') {
      clash(entry, trouble);
      return;
    }
    set({ outbox: box.postpone(snapshot.outbox, entry.key, trouble), online: machine.isOnline() });
    if (NEEDS_PERSON.includes(trouble.kind)) return;
    if (snapshot.online) callOffRetry = machine.after(retryDelay(entry.attempts + 1, machine.random()), pump);
  }

  function clash(entry: box.Entry, trouble: Extract<box.Trouble, { kind: 'conflict' }>): void {
    const { write } = entry;
    const saved = new Map(snapshot.saved);
    const claimId = trouble.current?.id ?? (write.kind === 'submit' ? null : write.claimId);
    const buried = new Map(snapshot.buried);
    if (trouble.current !== null) saved.set(trouble.current.id, trouble.current);
    else if (claimId !== null) {
      // Its parts are what a claim that is made again begins with.
      const last = saved.get(claimId);
      if (last !== undefined) buried.set(claimId, last);
      saved.delete(claimId);
    }
    // What was wanted is already so: gone when it was to be deleted, there when it was to come back.
    if ((write.kind === 'delete' && trouble.current === null) || (write.kind === 'restore' && trouble.current !== null)) {
      setOutbox(box.settle(snapshot.outbox, entry.key, new Map()), { saved, buried });
      pump();
      return;
    }
    const twoVersions = write.kind === 'edit' || write.kind === 'delete';
    keepHeld(entry, twoVersions ? trouble : { kind: 'refused', message: trouble.message, field: null }, { saved, buried });
  }

  function keepHeld(entry: box.Entry, trouble: box.Trouble, known: Pick<Snapshot, 'saved' | 'buried'> | null): void {
    setOutbox(box.hold(snapshot.outbox, entry.key, trouble), known ?? {});
    pump();
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
      const known = new Set(snapshot.outbox.entries.map(({ key }) => key));
      const left = store.load().filter(({ key }) => !known.has(key));
      set({ outbox: left.reduce(box.enqueue, snapshot.outbox), online: machine.isOnline() });
      pump();
    },
    stop(): void {
      stopped = true;
      callOffRetry?.();
    },
    /** Keeps and sends one write. Returns its key. */
    write(write: Write): string {
      const kept = { key: machine.newKey(), at: machine.now(), write };
      keep(kept);
      set({ outbox: box.enqueue(snapshot.outbox, kept) });
      pump();
      return kept.key;
    },
    /** The version a new write on this claim is made on (null: whatever the unanswered one before it leaves). */
    versionFor(claimId: string): number | null {
      const saved = snapshot.saved.get(claimId) ?? snapshot.buried.get(claimId);
      return box.versionFor(snapshot.outbox, claimId, saved?.version ?? 1);
    },
    retry(): void {
      set({ outbox: box.retryAll(snapshot.outbox), online: machine.isOnline() });
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
      const kept = { key: machine.newKey(), at: machine.now(), write };
      keep(kept);
      setOutbox(box.replace(snapshot.outbox, key, kept));
      pump();
    },
    /** Another tab got this write through, or let it go: nothing is left to send here. True when that was one of ours. */
    goneElsewhere(key: string): boolean {
      const entry = snapshot.outbox.entries.find((candidate) => candidate.key === key);
      if (entry === undefined || entry.state === 'sending') return false;
      setOutbox(box.settle(snapshot.outbox, key, new Map()));
      return true;
    },
    /** The claims as the server just listed them; `answers` is the count when the list was asked for. Ignored when older. */
    refresh(claims: readonly Claim[], answers: number): void {
      if (answers === snapshot.answers && snapshot.outbox.entries.every(({ state }) => state !== 'sending')) set({ saved: byId(claims) });
    },
  };
}

function byId(claims: readonly Claim[]): ReadonlyMap<string, Claim> {
  return new Map(claims.map((claim) => [claim.id, claim]));
}
