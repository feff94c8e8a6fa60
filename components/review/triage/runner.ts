import type { Claim } from '@/lib/claims/claim';
import type { AppError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import type { QueueItem } from '@/lib/review/queue';
import type { Decided, Entry, Trouble } from './act';
import * as steps from './triage';

/** Rejects when no answer came: no network, the server gone or replaced. */
export type Send = (entry: Entry) => Promise<Result<Claim>>;

export type Machine = {
  readonly newKey: () => string;
  /** Calls back after `ms`; returns how to call it off. */
  readonly after: (ms: number, callback: () => void) => () => void;
};

/** `pace`: how long the act under way has been under way. */
export type Snapshot = { readonly triage: steps.Triage; readonly pace: 'quick' | 'slow' | 'silent' };

export const EMPTY_SNAPSHOT: Snapshot = { triage: steps.EMPTY_TRIAGE, pace: 'quick' };

/** After this many ms a wait is worth a word, and a silence a warning. */
export const SLOW_AFTER = 400;
export const SILENT_AFTER = 15_000;

/** A server that cannot do it now is asked this often; then the claim comes back with what it said. */
export const SERVER_TRIES = 4;

export type Runner = ReturnType<typeof createRunner>;

/** Runs a Triage: takes acts, sends them in order, takes the answers. Keeps going while no page shows it. */
export function createRunner({ send, machine }: { readonly send: Send; readonly machine: Machine }) {
  let snapshot = EMPTY_SNAPSHOT;
  let shown = 0;
  let stopped = false;
  let callOffRetry: (() => void) | null = null;
  const listeners = new Set<() => void>();

  function set(triage: steps.Triage, pace: Snapshot['pace'] = snapshot.pace): void {
    snapshot = { triage, pace };
    for (const listener of listeners) listener();
  }

  function pump(): void {
    callOffRetry?.();
    callOffRetry = null;
    const entry = stopped ? null : steps.nextToSend(snapshot.triage);
    if (entry === null) return;
    set(steps.markSending(snapshot.triage, entry.key), 'quick');
    void deliver({ ...entry, attempts: entry.attempts + 1 });
  }

  async function deliver(entry: Entry): Promise<void> {
    const callOff = [
      machine.after(SLOW_AFTER, () => set(snapshot.triage, 'slow')),
      machine.after(SILENT_AFTER, () => set(snapshot.triage, 'silent')),
    ];
    const [result, trouble] = await send(entry).then(
      (value): [Result<Claim>, null] => [value, null],
      (error: unknown): [null, Trouble] => [null, toTrouble(error)],
    );
    for (const call of callOff) call();
    if (trouble !== null) return putOff(entry, trouble);
    if (result.ok) {
      set(steps.answer(snapshot.triage, entry.key, result.value), 'quick');
      return pump();
    }
    const passing = passingTrouble(result.error);
    if (passing !== null && (passing.kind === 'signed_out' || entry.attempts < SERVER_TRIES)) return putOff(entry, passing);
    set(steps.refuse(snapshot.triage, entry.key, result.error), 'quick');
    pump();
  }

  function putOff(entry: Entry, trouble: Trouble): void {
    set(steps.postpone(snapshot.triage, entry.key, trouble), 'quick');
    // With no page to say so nothing is repeated: by then somebody else may be signed in.
    const repeats = trouble.kind === 'unreachable' || trouble.kind === 'server';
    if (repeats && shown > 0 && !stopped) callOffRetry = machine.after(retryDelay(entry.attempts), pump);
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** A page shows it: what could not be sent is tried again. Returns how to say that the page is gone. */
    show(): () => void {
      shown += 1;
      if (snapshot.triage.outbox[0]?.trouble?.kind !== 'signed_out') pump();
      return () => {
        shown -= 1;
      };
    },
    decide(item: QueueItem, act: Decided): void {
      set(steps.decide(snapshot.triage, { key: machine.newKey(), item, act }));
      if (!isHeldUp()) pump();
    },
    undo(): void {
      set(steps.undo(snapshot.triage, machine.newKey()));
      if (!isHeldUp()) pump();
    },
    /** Sends again now what could not be sent. */
    retry: pump,
    /** The network says it is back. Nothing is sent for a person who has to sign in first. */
    nudge(): void {
      const trouble = snapshot.triage.outbox[0]?.trouble;
      if (trouble?.kind === 'unreachable' || trouble?.kind === 'server') pump();
    },
    dismiss: (claimId: string) => set(steps.dismiss(snapshot.triage, claimId)),
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

/** How long to wait after try number `attempts`, in ms: one second, doubled each time, at most 30 s. */
export function retryDelay(attempts: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, attempts - 1));
}

function passingTrouble(error: AppError): Trouble | null {
  if (error.code === 'NOT_SIGNED_IN') return { kind: 'signed_out', message: 'Your session has ended.' };
  if (error.code === 'STORAGE' || error.code === 'THROTTLED' || error.code === 'UNEXPECTED')
    return { kind: 'server', message: error.message };
  return null;
}

function toTrouble(error: unknown): Trouble {
  const text = error instanceof Error ? `${error.name} ${error.message}` : '';
  return /UnrecognizedAction|Server Action .* not found|Failed to find Server Action/i.test(text)
    ? { kind: 'updated', message: 'Hearsay was updated while this page was open.' }
    : { kind: 'unreachable', message: 'The server cannot be reached.' };
}
