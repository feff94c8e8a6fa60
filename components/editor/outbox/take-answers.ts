import type { Claim } from '@/lib/claims/claim';
import { type Merged, type MergeField, mergeValues, toSeen } from '@/lib/claims/merge-values';
import { eventOfEdit } from '@/lib/claims/transitions';
import type { Result } from '@/lib/kernel/result';
import type { WriteAnswer } from '@/lib/review/batch/write-answer';
import type { KeptWrite, Write } from './entry';
import { type Known, learn } from './known';
import * as box from './outbox';

/** What a page has of its claims, and what it waits for. */
export type Standing = Known & { readonly outbox: box.Outbox };

/** A change of somebody else that went together with this person's, without a question. */
export type MergeNews = { readonly theirs: Claim; readonly fields: readonly MergeField[] };

export type Taken = {
  readonly standing: Standing;
  readonly merged: readonly MergeNews[];
  /** A failure that a wait mends came among the answers. */
  readonly wait: boolean;
};

type Making = { readonly meId: string; readonly keep: (write: Write) => KeptWrite };

/** Takes the answers to a batch, in its order. Pure, but for the keys that `keep` gives to writes that are made anew. */
export function takeAnswers(before: Standing, batch: readonly box.Entry[], answers: readonly Result<WriteAnswer>[], making: Making): Taken {
  let taken: Taken = { standing: before, merged: [], wait: false };
  for (const [at, entry] of batch.entries()) {
    const answer = answers[at];
    if (answer !== undefined) taken = takeAnswer(taken, entry, answer, making);
  }
  return taken;
}

function takeAnswer(taken: Taken, { key, attempts }: box.Entry, answer: Result<WriteAnswer>, making: Making): Taken {
  const { standing } = taken;
  const { outbox } = standing;
  const entry = outbox.entries.find((candidate) => candidate.key === key);
  // An earlier answer of the same batch let it go, or put another write in its place.
  if (entry === undefined) return taken;
  if (answer.ok) {
    const { claims, removed } = answer.value;
    const gone = removed === null ? [] : [removed];
    const versions = new Map([...claims, ...gone].map(({ id, version }) => [id, version]));
    return { ...taken, standing: { ...learn(standing, claims, gone), outbox: box.settle(outbox, key, versions) } };
  }
  if (answer.error.code === 'NOT_TRIED') return { ...taken, standing: { ...standing, outbox: box.postpone(outbox, key, null) } };
  const onlooker = { meId: making.meId, known: (claimId: string) => standing.saved.get(claimId), seen: box.seenValues(outbox, key) };
  const trouble = box.troubleOf(answer.error, attempts + 1, onlooker);
  if (trouble.kind === 'refused') return { ...taken, standing: { ...standing, outbox: box.hold(outbox, key, trouble) } };
  if (trouble.kind === 'conflict') return clash(taken, entry, trouble, making);
  return { ...taken, standing: { ...standing, outbox: box.postpone(outbox, key, trouble) }, wait: true };
}

/** The write met a newer version: what was wanted may be so already, or go together with it; else the person decides. */
function clash(taken: Taken, entry: box.Entry, trouble: Extract<box.Trouble, { kind: 'conflict' }>, making: Making): Taken {
  const { standing } = taken;
  const { key, write } = entry;
  const { current } = trouble;
  const outbox = box.hold(standing.outbox, key, trouble);
  const claimId = current?.id ?? (write.kind === 'submit' ? null : write.claimId);
  const last = claimId === null ? undefined : standing.saved.get(claimId);
  // Its parts are what a claim that is made again begins with.
  const gone = current === null && last !== undefined ? [{ id: last.id, version: last.version + 1 }] : [];
  const known = learn(standing, current === null ? [] : [current], gone);
  // Gone when it was to be deleted, there when it was to come back.
  if ((write.kind === 'delete' && current === null) || (write.kind === 'restore' && current !== null)) {
    const versions = new Map(current === null ? [] : [[current.id, current.version] as const]);
    return { ...taken, standing: { ...known, outbox: box.settle(outbox, key, versions) } };
  }
  if (write.kind !== 'edit' && write.kind !== 'delete') {
    const refused = { kind: 'refused', message: trouble.message, field: null } as const;
    return { ...taken, standing: { ...known, outbox: box.hold(outbox, key, refused) } };
  }
  const merged = current === null ? null : tryMerge(outbox, key, current);
  if (merged === null || current === null) return { ...taken, standing: { ...known, outbox } };
  const news = { theirs: current, fields: merged.theirs };
  const together = toMergedWrite(current, merged);
  const after = together === null ? box.settleEdits(outbox, key, current) : box.replace(outbox, key, making.keep(together));
  return { ...taken, standing: { ...known, outbox: after }, merged: [...taken.merged, news] };
}

/** How what the person wants of a claim goes together with the newer version; null where they have to be asked. */
function tryMerge(outbox: box.Outbox, key: string, theirs: Claim): Merged | null {
  const merged = mergeOf(outbox, key, theirs);
  // An edit would undo a decision that was made meanwhile, without a word about it.
  return merged === null || merged.clashes.length > 0 || eventOfEdit(theirs.state) !== null ? null : merged;
}

/** The three versions of a claim in conflict put together; null when one wants it deleted, or what was seen is not known. */
export function mergeOf(outbox: box.Outbox, key: string, theirs: Claim): Merged | null {
  const wanted = box.wantedValues(outbox, key);
  const seen = box.seenValues(outbox, key);
  if (wanted === null || seen === null) return null;
  return mergeValues(seen, { tag: wanted.tag, details: wanted.details ?? {} }, theirs);
}

/** The write that gives the newer version these fields of mine; null when there are none. */
export function toMergedWrite(theirs: Claim, merged: Pick<Merged, 'values' | 'mine'>): Write | null {
  if (merged.mine.length === 0) return null;
  const { tag, details } = merged.values;
  return { kind: 'edit', claimId: theirs.id, version: theirs.version, tag, details, base: toSeen(theirs, details) };
}
