import { copyText } from '@/components/ui/copy-text';
import type { Claim } from '@/lib/claims/claim';
import { pickParts } from '@/lib/claims/detail-values';
import { DETAIL_FIELDS } from '@/lib/claims/details/details';
import { type Merged, type MergeField, type MergeValues, takeFields, toSeen } from '@/lib/claims/merge-values';
import { toTagValues } from '@/lib/claims/tag-values';
import { newId } from '@/lib/kernel/ids';
import type { Values } from '../outbox/entry';
import { type Entry, type Trouble, wantedValues } from '../outbox/outbox';
import { mergeOf, toMergedWrite } from '../outbox/take-answers';
import { claimWords, claimWordsFirst } from '../shown-claim';
import { detailLines } from './detail-lines';
import { editClaim } from './form-acts';
import { openClaim } from './open-acts';
import type { Session } from './session';
import { tell } from './write-acts';

/** Two people changed one claim, or one person in two windows. `theirs` is null when it was deleted, `mine` when this person deleted it. */
export type Conflict = {
  readonly key: string;
  readonly claimId: string;
  readonly number: number;
  /** “Bo Checker changed claim 8”; null when it was deleted. */
  readonly who: string | null;
  readonly theirs: Claim | null;
  readonly mine: Values | null;
  /** How the two go together but for what clashes; null where one was deleted, or what was seen is not known. */
  readonly merged: Merged | null;
};

/** The conflict of a held write, or null when it has none (any more). */
export function findConflict(session: Session, key: string): Conflict | null {
  const { outbox } = session.runner.getSnapshot();
  const entry = outbox.entries.find((candidate) => candidate.key === key);
  if (entry === undefined || entry.trouble?.kind !== 'conflict' || entry.write.kind === 'submit') return null;
  const { claimId } = entry.write;
  const { current: theirs, who } = entry.trouble;
  const numberOfMine = session.find(claimId)?.number ?? session.runner.getSnapshot().buried.get(claimId)?.number;
  const merged = theirs === null ? null : mergeOf(outbox, key, theirs);
  return { key, claimId, number: theirs?.number ?? numberOfMine ?? 0, who, theirs, mine: wantedValues(outbox, key), merged };
}

/** Mine in these fields where the two clash, and wherever only I changed something; everything where that cannot be told apart. */
function mineOver({ theirs, mine, merged }: Conflict, fields?: readonly MergeField[]): MergeValues | null {
  if (mine === null) return null;
  const all = { tag: mine.tag, details: mine.details ?? {} };
  return theirs === null || merged === null ? all : takeFields(theirs, all, [...merged.mine, ...(fields ?? merged.clashes)]);
}

export function showConflict(session: Session, key: string): void {
  session.setMode({ kind: 'conflict', key });
}

/**
 * Mine over the newer version, as a new write made on it; a deleted claim is made again.
 *
 * @param fields those of the clashing fields to take from mine, all when left out
 */
export function keepMine(session: Session, conflict: Conflict, fields?: readonly MergeField[]): void {
  const { runner, data } = session;
  const { key, claimId, theirs } = conflict;
  const mine = mineOver(conflict, fields);
  session.setMode({ kind: 'read' });
  if (theirs === null) {
    if (mine === null) runner.discardClaim(claimId);
    else {
      // What was not touched is lost with the claim, unless it is made again with it.
      const last = runner.getSnapshot().buried.get(claimId);
      const details = { ...(last === undefined ? {} : pickParts(last, DETAIL_FIELDS)), ...mine.details };
      runner.replace(key, {
        ...{ kind: 'create', claimId: newId(), revisionId: data.revision.id, number: session.nextNumber() },
        ...{ tag: mine.tag, details },
      });
    }
  } else {
    runner.replace(
      key,
      mine === null
        ? { kind: 'delete', claimId, version: theirs.version }
        : { kind: 'edit', claimId, version: theirs.version, ...mine, base: toSeen(theirs, mine.details) },
    );
    if (mine !== null) openClaim(session, claimId);
  }
  session.surface()?.focus();
}

/** Theirs where the two clash; what only I changed is saved with it. */
export function takeTheirs(session: Session, conflict: Conflict): void {
  const { key, theirs, merged } = conflict;
  session.setMode({ kind: 'read' });
  const rest = theirs === null || merged === null ? null : toMergedWrite(theirs, merged);
  if (rest === null) session.runner.discardClaim(conflict.claimId);
  else session.runner.replace(key, rest);
  if (conflict.theirs !== null) openClaim(session, conflict.claimId);
  session.surface()?.focus();
}

/** Opens the form with mine, to be saved over the newer version. */
export function editConflict(session: Session, conflict: Conflict): void {
  const claim = session.find(conflict.claimId);
  if (claim === null || conflict.theirs === null) return;
  const { tag, details } = mineOver(conflict) ?? { tag: toTagValues(conflict.theirs), details: {} };
  editClaim(session, claim, { tag, chain: details.chain ?? null, resolves: conflict.key });
}

/** Copies what a held write would have saved, to keep it elsewhere. */
export async function copyWrite(session: Session, entry: Entry): Promise<void> {
  tell(
    session,
    (await copyText(writeAsText(session, entry)))
      ? 'Copied.'
      : 'This browser does not let pages copy. The change stays here until you decide.',
  );
}

function writeAsText(session: Session, entry: Entry): string {
  const { write } = entry;
  if (write.kind === 'submit') return `Submit ${write.claims.length} claims.`;
  const claim = session.find(write.claimId);
  if (!('tag' in write)) return `${write.kind} ${claim === null ? 'a claim' : claimWords(claim)}`;
  const words = write.tag.spans.map(({ start, end }) => session.data.revision.text.slice(start, end)).join(' … ');
  const lines = [
    `${claim === null ? 'Claim' : claimWordsFirst(claim)}: ${words}`,
    `Source type: ${write.tag.sourceType}`,
    `Source: ${write.tag.source?.name ?? '-'}`,
    `Confidence: ${write.tag.confidence}`,
    ...(write.tag.note === '' ? [] : [`Note: ${write.tag.note}`]),
  ];
  return [...lines, ...detailLines(write.details ?? {}, session)].join('\n');
}

export function isConflict(trouble: Trouble | null): boolean {
  return trouble?.kind === 'conflict';
}
