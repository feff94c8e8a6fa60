import type { TrailEntry } from './entry';

/** How far apart in time neighbours may be to be told as one, in ms: what was done in one go is. */
const APART = 5 * 60_000;

/**
 * Entries that say the same, next to each other: one person did it to many claims in one go. In their order; each group has one at least.
 * What changed fields, or could be restored, stands for itself. Linear.
 */
export function gatherEqual(entries: readonly TrailEntry[]): readonly (readonly TrailEntry[])[] {
  const groups: TrailEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && sameSentence(last, entry)) groups.at(-1)?.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function sameSentence(a: TrailEntry, b: TrailEntry): boolean {
  const isPlain = ({ changes, wasVersion }: TrailEntry) => changes.length === 0 && !wasVersion;
  const same = a.by?.id === b.by?.id && a.did === b.did && a.reason === b.reason && (a.claim === null) === (b.claim === null);
  return same && isPlain(a) && isPlain(b) && Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= APART;
}
