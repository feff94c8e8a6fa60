import type { Claim } from '@/lib/claims/claim';
import type { DetailValues } from '@/lib/claims/detail-values';
import type { MergeValues } from '@/lib/claims/merge-values';
import { claimIdsOf } from '@/lib/claims/write-order';
import { type Final, type Passing, troubleOfAnswer } from '@/lib/delivery/trouble';
import type { AppError } from '@/lib/kernel/app-error';
import type { KeptWrite, Values, Write } from './entry';
import { whoChanged } from './who-changed';

/**
 * The outbox: what a person wrote and the server has not answered yet, in the order it was written.
 *
 *     waiting -> sending -> (answered: gone)
 *     waiting <- sending    no answer, or one that may be better next time: sent again with the same key
 *     held    <- sending    an answer that will never be better, or a newer version: the person decides
 *
 * They are sent in batches (batch.ts), one batch at a time. A held write stops the later ones that build on it, and no other.
 * All here is pure; the clock, the storage and the network are in outbox-runner.ts.
 */
export type Outbox = { readonly entries: readonly Entry[] };

export type Entry = KeptWrite & {
  readonly state: 'waiting' | 'sending' | 'held';
  readonly attempts: number;
  readonly trouble: Trouble | null;
};

/** Why a write is not through. `current` is the newer claim of a conflict, null when it was deleted; `who` says who changed it. */
export type Trouble =
  | Passing
  | Exclude<Final, { kind: 'conflict' }>
  | { readonly kind: 'conflict'; readonly message: string; readonly current: Claim | null; readonly who: string | null };

export const EMPTY_OUTBOX: Outbox = { entries: [] };

export function enqueue(outbox: Outbox, kept: KeptWrite): Outbox {
  return { entries: [...outbox.entries, { ...kept, state: 'waiting', attempts: 0, trouble: null }] };
}

/**
 * In the order they were made: what was taken up later may be older. What is under way stays in front. A write that waits for
 * one that is nowhere any more is made on the oldest version: if that is not the claim's, it is merged with what is.
 */
export function inOrder({ entries }: Outbox): Outbox {
  const place = ({ state }: Entry) => (state === 'waiting' ? 1 : 0);
  const ordered = [...entries].sort((a, b) => place(a) - place(b) || a.at - b.at || (a.key < b.key ? -1 : 1));
  const met = new Set<string>();
  return {
    entries: ordered.map((entry) => {
      const { write } = entry;
      const lost = 'version' in write && write.version === null && !met.has(write.claimId);
      for (const id of claimIdsOf(write)) met.add(id);
      return lost ? { ...entry, write: { ...write, version: 1 } } : entry;
    }),
  };
}

/** The version a new write on `claimId` is made on: null while an earlier write of it is unanswered. */
export function versionFor(outbox: Outbox, claimId: string, savedVersion: number): number | null {
  return outbox.entries.some(({ write }) => claimIdsOf(write).includes(claimId)) ? null : savedVersion;
}

/** The writes of a batch are under way, each as the batch has it. */
export function markSending(outbox: Outbox, batch: readonly Entry[]): Outbox {
  const sent = new Map(batch.map((entry) => [entry.key, entry]));
  const entries = outbox.entries.map((entry): Entry => {
    const { write } = sent.get(entry.key) ?? {};
    return write === undefined ? entry : { ...entry, write, state: 'sending', attempts: entry.attempts + 1 };
  });
  return { entries };
}

/** The write is saved: it goes, and the next write of the same claim now knows its version. */
export function settle(outbox: Outbox, key: string, versions: ReadonlyMap<string, number>): Outbox {
  const entries = outbox.entries.filter((entry) => entry.key !== key);
  return [...versions].reduce<Outbox>((box, [claimId, version]) => passVersion(box, claimId, version), { entries });
}

/** No answer, or one worth another try: back to waiting, with the reason to show if there is one. */
export function postpone(outbox: Outbox, key: string, trouble: Trouble | null): Outbox {
  return update(outbox, key, (entry) => ({ ...entry, state: 'waiting', trouble }));
}

/**
 * An answer that a repeat would not change: kept until the person decides. A version that later writes of its claim were
 * given because this one would leave it is not known any more.
 */
export function hold(outbox: Outbox, key: string, trouble: Trouble): Outbox {
  const held = outbox.entries.find((entry) => entry.key === key);
  const entries = outbox.entries.map((entry): Entry => {
    if (entry.key === key) return { ...entry, state: 'held', trouble };
    return held === undefined ? entry : { ...entry, write: forgetVersion(entry.write, held.write) };
  });
  return { entries };
}

function forgetVersion(write: Write, held: Write): Write {
  if (!('version' in write) || write.version === null || held.kind === 'submit' || held.claimId !== write.claimId) return write;
  const madeOn = held.kind === 'create' ? 0 : (held.version ?? 0);
  return write.version > madeOn ? { ...write, version: null } : write;
}

/** Everything that waits or was refused goes again; conflicts stay until they are decided. */
export function retryAll(outbox: Outbox): Outbox {
  return {
    entries: outbox.entries.map((entry) =>
      entry.state === 'held' && entry.trouble?.kind === 'refused' ? { ...entry, state: 'waiting' } : entry,
    ),
  };
}

/**
 * Lets a write go. With a create, the later writes of that claim have nothing left to change and go too;
 * otherwise the next one takes over the version that this one was made on.
 */
export function discard(outbox: Outbox, key: string): Outbox {
  const gone = outbox.entries.find((entry) => entry.key === key);
  if (gone === undefined) return outbox;
  const entries = outbox.entries.filter((entry) => entry.key !== key);
  if (gone.write.kind === 'submit')
    return gone.write.claims.reduce<Outbox>((box, { id, version }) => passVersion(box, id, version), { entries });
  const { claimId } = gone.write;
  if (gone.write.kind === 'create') return { entries: entries.filter(({ write }) => !claimIdsOf(write).includes(claimId)) };
  return gone.write.version === null ? { entries } : passVersion({ entries }, claimId, gone.write.version);
}

/** Lets every write on one claim go: the person took what the server has. */
export function discardClaim(outbox: Outbox, claimId: string): Outbox {
  return { entries: outbox.entries.filter(({ write }) => write.kind === 'submit' || write.claimId !== claimId) };
}

/** The write, and the later changes of its claim, are so already: they go. */
export function settleEdits(outbox: Outbox, key: string, { id, version }: Pick<Claim, 'id' | 'version'>): Outbox {
  const start = outbox.entries.findIndex((entry) => entry.key === key);
  const entries = outbox.entries.filter(({ write }, at) => at < start || write.kind !== 'edit' || write.claimId !== id);
  return passVersion({ entries }, id, version);
}

/** The write is still under way, but there is something to say about it. */
export function remark(outbox: Outbox, key: string, trouble: Trouble): Outbox {
  return update(outbox, key, (entry) => (entry.state === 'sending' ? { ...entry, trouble } : entry));
}

/**
 * Puts another write in the place of a held one, under a new key. The later changes of its claim go, `kept` stands for them;
 * a later withdrawal stays, and is made on what `kept` leaves.
 */
export function replace(outbox: Outbox, key: string, kept: KeptWrite): Outbox {
  const old = outbox.entries.find((entry) => entry.key === key);
  if (old === undefined) return enqueue(outbox, kept);
  const ids = claimIdsOf(old.write);
  const place = outbox.entries.indexOf(old);
  const later = outbox.entries
    .slice(place + 1)
    .filter(({ write }) => write.kind === 'withdraw' || write.kind === 'submit' || !ids.includes(write.claimId))
    .map((entry): Entry => (entry.write.kind === 'withdraw' ? { ...entry, write: forgetVersion(entry.write, old.write) } : entry));
  return { entries: [...outbox.entries.slice(0, place), { ...kept, state: 'waiting', attempts: 0, trouble: null }, ...later] };
}

/** What the person finally wants of a claim in conflict: the last tag and parts they gave it, or null when they deleted it. */
export function wantedValues(outbox: Outbox, key: string): Values | null {
  const start = outbox.entries.findIndex((entry) => entry.key === key);
  const first = outbox.entries[start]?.write;
  if (first === undefined || first.kind === 'submit') return null;
  let wanted: Values | null = null;
  let parts: Values['details'] = {};
  let deleted = false;
  for (const { write } of outbox.entries.slice(start)) {
    if (!claimIdsOf(write).includes(first.claimId)) continue;
    if (write.kind === 'edit' || write.kind === 'create') {
      parts = { ...parts, ...write.details };
      wanted = { tag: write.tag, details: parts };
    }
    if (write.kind === 'delete') deleted = true;
    if (write.kind === 'restore' || write.kind === 'edit') deleted = false;
  }
  return deleted ? null : wanted;
}

/** What the person saw of a claim before the writes from `key` on: its tag, and the parts they changed. Null when a write does not say. */
export function seenValues(outbox: Outbox, key: string): MergeValues | null {
  const start = outbox.entries.findIndex((entry) => entry.key === key);
  const first = outbox.entries[start]?.write;
  if (first?.kind !== 'edit' || first.base === undefined) return null;
  let details: DetailValues = {};
  for (const { write } of outbox.entries.slice(start)) {
    if (write.kind !== 'edit' || write.claimId !== first.claimId) continue;
    if (write.base === undefined) return null;
    details = { ...write.base.details, ...details };
  }
  return { tag: first.base.tag, details };
}

/** Who is told of a conflict, and the version of the claim that this page last had. */
export type Onlooker = {
  readonly meId: string;
  readonly known: (claimId: string) => Claim | undefined;
  /** What the person saw of the claim as they wrote, where the write says so. */
  readonly seen?: MergeValues | null;
};

/** How an answer of the server to try number `attempts` is to be taken. */
export function troubleOf(error: AppError, attempts: number, onlooker: Onlooker): Trouble {
  // What waits is kept in the browser: a full disk or a throttle can be waited out.
  const trouble = troubleOfAnswer(error, attempts, { patient: true });
  return trouble.kind === 'conflict' ? clash(trouble.message, trouble.current as Claim | null, onlooker) : trouble;
}

function clash(message: string, current: Claim | null, { meId, known, seen = null }: Onlooker): Trouble {
  if (current === null) return { kind: 'conflict', message, current, who: null };
  const who = whoChanged(current, known(current.id), meId, seen);
  return { kind: 'conflict', message: `${who} while you were working on it.`, current, who };
}

function passVersion(outbox: Outbox, claimId: string, version: number): Outbox {
  const next = outbox.entries.find(({ write }) => write.kind !== 'submit' && write.kind !== 'create' && write.claimId === claimId);
  if (next === undefined || !('version' in next.write) || next.write.version !== null) return outbox;
  const write: Write = { ...next.write, version };
  return update(outbox, next.key, (entry) => ({ ...entry, write }));
}

function update(outbox: Outbox, key: string, change: (entry: Entry) => Entry): Outbox {
  return { entries: outbox.entries.map((entry) => (entry.key === key ? change(entry) : entry)) };
}
