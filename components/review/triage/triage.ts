import type { Claim } from '@/lib/claims/claim';
import type { Passing } from '@/lib/delivery/trouble';
import type { AppError } from '@/lib/kernel/app-error';
import type { QueueItem } from '@/lib/review/queue';
import { type Act, type Decided, type Entry, toEntry } from './act';

/**
 * What one editor has done in this window, and what came of it.
 *
 *     decide -> waiting -> sending -> answered            the claim has left the list
 *                  ^          |
 *                  +----------+  no answer: kept, sent again with the same key
 *                             +-> refused                 the claim is back in its place, with a notice that is kept
 *
 * Acts go to the server one at a time, in the order in which they were made. The list itself is not here:
 * it comes with the page, and list.ts lays this over it. Pure; clock and network are in runner.ts.
 */
export type Triage = {
  readonly outbox: readonly Entry[];
  /** What the server last said of each claim acted upon; null once it said the claim is gone. */
  readonly known: ReadonlyMap<string, Claim | null>;
  /** Decisions that can be taken back, the latest last. */
  readonly done: readonly Done[];
  /** Acts that the server refused, at most one a claim, until the person has dealt with them. */
  readonly notices: ReadonlyMap<string, Notice>;
  /** Claims acted upon, so that one can come back although the page does not list it. */
  readonly remembered: ReadonlyMap<string, QueueItem>;
  /** A claim remembered only because it was being read when the page was asked for again. */
  readonly reading: string | null;
  /** The last thing that is over, for the status line. */
  readonly outcome: Outcome | null;
};

export type Done = { readonly key: string; readonly item: QueueItem; readonly act: Decided; readonly group?: string | undefined };

/** `current` is there when the claim changed meanwhile: the claim as it is now, null when it was deleted. */
export type Notice = {
  /** Of the act. */
  readonly key: string;
  readonly item: QueueItem;
  readonly act: Act;
  readonly message: string;
  readonly current?: Claim | null;
};

export type Outcome = {
  readonly kind: 'answered' | 'refused' | 'dropped';
  readonly act: Act;
  readonly claim: Claim;
  readonly message: string;
  /** Of an act that an earlier window made: the page may or may not have counted its claim. */
  readonly adopted?: boolean;
  /** Of a refusal: as in the notice. */
  readonly current?: Claim | null;
  /** Of acts that were answered together: how many. */
  readonly count?: number;
};

export const EMPTY_TRIAGE: Triage = {
  outbox: [],
  known: new Map(),
  done: [],
  notices: new Map(),
  remembered: new Map(),
  reading: null,
  outcome: null,
};

/** The person decides on `item` as they see it. The claim leaves the list at once. */
export function decide(triage: Triage, { key, item, act, group }: Done): Triage {
  return {
    ...triage,
    outbox: [...triage.outbox, following(triage, { key, item, act, version: item.claim.version, group })],
    done: [...triage.done, { key, item, act, group }],
    notices: without(triage.notices, item.claim.id),
    remembered: new Map(triage.remembered).set(item.claim.id, item),
  };
}

/** The decision that `undo` would take back, or null. */
export function lastDone(triage: Triage): Done | null {
  return triage.done.at(-1) ?? null;
}

/** How many decisions the last undo would take back: those that were made together are one. */
export function countUndone({ done }: Triage): number {
  const last = done.at(-1);
  if (last === undefined) return 0;
  return last.group === undefined ? 1 : done.length - (done.findLastIndex(({ group }) => group !== last.group) + 1);
}

/** Takes the last decision back, with those that were made together with it; `newKey` makes the key of each undo. */
export function undoTogether(triage: Triage, newKey: () => string): Triage {
  const count = countUndone(triage);
  const group = count > 1 ? newKey() : undefined;
  let rest = triage;
  for (let at = 0; at < count; at++) rest = undo(rest, newKey(), group);
  return rest;
}

/** Takes one decision back, the last: one never sent is dropped, any other gets an undo of its own, sent after it under `key`. */
export function undo(triage: Triage, key: string, group?: string): Triage {
  const last = lastDone(triage);
  if (last === null) return triage;
  const { item, act } = last;
  const rest: Triage = {
    ...triage,
    done: triage.done.slice(0, -1),
    remembered: new Map(triage.remembered).set(item.claim.id, item),
  };
  const unsent = triage.outbox.find((entry) => entry.key === last.key && entry.state === 'waiting' && entry.attempts === 0);
  if (unsent !== undefined) {
    const outcome: Outcome = { kind: 'dropped', act, claim: item.claim, message: '' };
    return { ...rest, outbox: triage.outbox.filter((entry) => entry !== unsent), outcome };
  }
  const version = triage.known.get(item.claim.id)?.version ?? item.claim.version;
  return { ...rest, outbox: [...triage.outbox, following(triage, { key, item, act: { kind: 'undo' }, version, group })] };
}

/**
 * Takes up acts that an earlier window left behind. A decision among them that was not undone can be taken back as if it
 * had been made here, before those made here.
 */
export function adopt(triage: Triage, left: readonly Entry[]): Triage {
  const decided = left.flatMap(({ key, item, act }, place) => {
    const undone = left.slice(place + 1).some((later) => later.item.claim.id === item.claim.id && later.act.kind === 'undo');
    return act.kind === 'undo' || undone ? [] : [{ key, item, act }];
  });
  return {
    ...triage,
    outbox: [...triage.outbox, ...left.map((entry) => ({ ...entry, adopted: true }))],
    done: [...decided, ...triage.done],
    remembered: new Map([...left.map(({ item }) => [item.claim.id, item] as const), ...triage.remembered]),
  };
}

/** Another window got the answer to this act. What followed it here on the same claim still needs that answer, and keeps it. */
export function letGo(triage: Triage, key: string): Triage {
  const entry = triage.outbox.find((candidate) => candidate.key === key);
  const id = entry?.item.claim.id;
  if (entry?.state !== 'waiting' || triage.outbox.some((other) => other !== entry && other.item.claim.id === id)) return triage;
  return { ...triage, outbox: triage.outbox.filter((other) => other !== entry), done: triage.done.filter((done) => done.key !== key) };
}

/** Acts sent in one request, at most. */
const TOGETHER_MAX = 50;

/** The act to send now, or null while one is under way or there is none. */
export function nextToSend({ outbox }: Triage): Entry | null {
  const first = outbox[0];
  return first === undefined || first.state === 'sending' ? null : first;
}

/** The same with those that were made together with it and can go along. */
export function nextTogether(triage: Triage): readonly Entry[] {
  const { outbox } = triage;
  const first = nextToSend(triage);
  if (first === null) return [];
  if (first.group === undefined) return [first];
  const end = outbox.findIndex(({ group, version }) => group !== first.group || version === null);
  return outbox.slice(0, Math.min(TOGETHER_MAX, end === -1 ? outbox.length : Math.max(1, end)));
}

export function markSending(triage: Triage, key: string): Triage {
  return change(triage, key, (entry) => ({ ...entry, state: 'sending', attempts: entry.attempts + 1 }));
}

/** No answer, or one worth another try: the act waits again, with the reason to show. */
export function postpone(triage: Triage, key: string, trouble: Passing): Triage {
  return change(triage, key, (entry) => ({ ...entry, state: 'waiting', trouble }));
}

/** The server applied it. The next act on the same claim now knows its version. */
export function answer(triage: Triage, key: string, claim: Claim): Triage {
  const entry = triage.outbox.find((candidate) => candidate.key === key);
  if (entry === undefined) return triage;
  const outbox = triage.outbox.filter((candidate) => candidate !== entry);
  const next = outbox.find((candidate) => candidate.item.claim.id === claim.id);
  return {
    ...triage,
    outbox: outbox.map((candidate) =>
      candidate === next && candidate.version === null ? { ...candidate, version: claim.version } : candidate,
    ),
    known: new Map(triage.known).set(claim.id, claim),
    outcome: { kind: 'answered', act: entry.act, claim, message: '', adopted: entry.adopted === true },
  };
}

/** That so many acts were answered together, for the status line. */
export function tellTogether(triage: Triage, count: number): Triage {
  return triage.outcome === null || count < 2 ? triage : { ...triage, outcome: { ...triage.outcome, count } };
}

/** The server will never apply it. It goes, with every later act on the same claim, and a notice says why. */
export function refuse(triage: Triage, key: string, error: AppError): Triage {
  const entry = triage.outbox.find((candidate) => candidate.key === key);
  if (entry === undefined) return triage;
  const { item, act } = entry;
  const { id } = item.claim;
  const gone = new Set(triage.outbox.filter((candidate) => candidate.item.claim.id === id).map((candidate) => candidate.key));
  const stale = error.code === 'STALE' ? { current: (error.current ?? null) as Claim | null } : {};
  return {
    ...triage,
    outbox: triage.outbox.filter((candidate) => !gone.has(candidate.key)),
    done: triage.done.filter((done) => !gone.has(done.key)),
    known: stale.current === undefined ? triage.known : new Map(triage.known).set(id, stale.current),
    notices: new Map(triage.notices).set(id, { key, item, act, message: error.message, ...stale }),
    outcome: { kind: 'refused', act, claim: item.claim, message: error.message, ...stale },
  };
}

/** Shows again what was refused in an earlier window and nobody dealt with. A newer act or notice of the same claim stands before it. */
export function recall(triage: Triage, refused: readonly Notice[]): Triage {
  const taken = new Set([...triage.notices.keys(), ...triage.outbox.map(({ item }) => item.claim.id)]);
  const notices = refused.filter(({ item }) => !taken.has(item.claim.id)).map((notice) => [notice.item.claim.id, notice] as const);
  const known = notices.flatMap(([id, { current }]) => (current === undefined ? [] : [[id, current] as const]));
  return {
    ...triage,
    notices: new Map([...notices, ...triage.notices]),
    known: new Map([...known, ...triage.known]),
    remembered: new Map([...notices.map(([id, { item }]) => [id, item] as const), ...triage.remembered]),
  };
}

/** The decisions that the server refused and nobody has dealt with yet, the oldest first. */
export function decisionsRefused({ notices }: Triage): readonly Notice[] {
  return [...notices.values()].filter(({ act }) => act.kind !== 'undo');
}

/** The person has read the notice. What is no longer theirs to decide leaves the list with it. */
export function dismiss(triage: Triage, claimId: string): Triage {
  return { ...triage, notices: without(triage.notices, claimId) };
}

/** The page is asked for again while this claim is read: it stays, although others may have decided it. The one before it need not. */
export function keepReading(triage: Triage, item: QueueItem): Triage {
  const { id } = item.claim;
  const { reading, outbox, known, notices } = triage;
  if (reading === id) return triage;
  const acted = reading !== null && (known.has(reading) || notices.has(reading) || outbox.some((entry) => entry.item.claim.id === reading));
  const remembered = reading === null || acted ? triage.remembered : without(triage.remembered, reading);
  if (remembered.has(id)) return { ...triage, remembered, reading: null };
  return { ...triage, remembered: new Map(remembered).set(id, item), reading: id };
}

/** Another list is shown: only claims with something still open come along. */
export function turnPage(triage: Triage): Triage {
  const open = new Set([...triage.outbox.map((entry) => entry.item.claim.id), ...triage.notices.keys()]);
  return { ...triage, remembered: new Map([...triage.remembered].filter(([id]) => open.has(id))), reading: null };
}

function following(triage: Triage, start: Pick<Entry, 'key' | 'item' | 'act' | 'version' | 'group'>): Entry {
  const follows = triage.outbox.some((entry) => entry.item.claim.id === start.item.claim.id);
  return toEntry({ ...start, version: follows ? null : start.version, attempts: 0 });
}

function change(triage: Triage, key: string, alter: (entry: Entry) => Entry): Triage {
  return { ...triage, outbox: triage.outbox.map((entry) => (entry.key === key ? alter(entry) : entry)) };
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
