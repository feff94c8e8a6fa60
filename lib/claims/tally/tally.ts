import { DAY, HOUR, MINUTE } from '@/lib/kernel/clock';
import { type ClaimEvent, TRANSITIONS } from '../transitions';

/**
 * What was done with claims, to be counted: who made, submitted and decided how many, on which day, and how long claims had
 * waited for it. A step that was taken back (withdrawn, a decision undone) was not done; one that was done again is done twice.
 * Not here: deleted claims, and how the counts are shown (lib/figures/).
 */
export const TALLY_KINDS = ['made', 'submitted', 'approved', 'returned', 'rejected'] as const;
export type TallyKind = (typeof TALLY_KINDS)[number];

/** What an editor says of a submitted claim. */
export const DECISIONS = ['approved', 'returned', 'rejected'] as const satisfies readonly TallyKind[];

export type TallyStep = {
  readonly kind: TallyKind;
  /** The claim's version after it. */
  readonly version: number;
  readonly personId: string;
  /** ms since 1970. */
  readonly at: number;
  /** Of a decision: how long the claim had waited for it, ms; null for what is no decision. */
  readonly waited: number | null;
  /** Of a return: which of the desk's reasons it was; null for none of them. */
  readonly reasonId: string | null;
};

/** A claim's own steps as they are stored, oldest first. */
type StoredMove = {
  readonly event: ClaimEvent;
  readonly claimVersion: number;
  readonly actorId: string;
  readonly at: number;
  readonly reasonId: string | null;
};

const KIND_OF: Readonly<Partial<Record<ClaimEvent, TallyKind>>> = {
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
};

/** What of a claim's life counts. A step back takes away the one before it (standing-step.ts). Linear. */
export function tallySteps(made: { readonly personId: string; readonly at: number }, moves: readonly StoredMove[]): readonly TallyStep[] {
  const standing: StoredMove[] = [];
  for (const move of moves) {
    if (TRANSITIONS[move.event].takesBack.length > 0) standing.pop();
    else standing.push(move);
  }
  const steps: TallyStep[] = [{ kind: 'made', version: 1, ...made, waited: null, reasonId: null }];
  let submittedAt = made.at;
  for (const { event, claimVersion: version, actorId: personId, at, reasonId } of standing) {
    const kind = KIND_OF[event];
    if (kind === undefined) continue;
    if (kind === 'submitted') submittedAt = at;
    const decided = kind !== 'submitted';
    // A server's clock that was set back makes nobody wait less than no time.
    steps.push({
      kind,
      version,
      personId,
      at,
      waited: decided ? Math.max(0, at - submittedAt) : null,
      reasonId: decided ? reasonId : null,
    });
  }
  return steps;
}

/** A list that steps are counted in. `ref` is a person, a reason, the place of a wait, or empty for all. */
export type TallyListRef = { readonly kind: TallyKind | 'reason' | 'waited'; readonly ref: string };

/** What stands for a return without one of the desk’s reasons: no reason has this id. */
export const NO_REASON = '.';

/** Every list that a step stands in. */
export function listsOf({ kind, personId, waited, reasonId }: TallyStep): readonly TallyListRef[] {
  return [
    { kind, ref: '' },
    { kind, ref: personId },
    ...(kind === 'returned' ? [{ kind: 'reason', ref: reasonId ?? NO_REASON } as const] : []),
    ...(waited === null ? [] : [{ kind: 'waited', ref: String(waitPlace(waited)) } as const]),
  ];
}

/**
 * From how long on a wait stands in which place, ms: fine enough that the middle of many is found among few. Stored by place:
 * whoever changes them renews the tally in a migration.
 */
export const WAIT_EDGES: readonly number[] = [
  ...[0, 1, 2, 5, 10, 15, 20, 30, 45].map((minutes) => minutes * MINUTE),
  ...[1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 21].map((hours) => hours * HOUR),
  ...[1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 10, 14, 21, 30, 45, 60, 90, 180].map((days) => days * DAY),
];

/** The place of a wait: how many edges lie at or below it, less one. */
export function waitPlace(waited: number): number {
  return WAIT_EDGES.findLastIndex((edge) => edge <= waited);
}

/** The day (UTC) of a moment, counted from 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}
