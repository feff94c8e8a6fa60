import type { Checking } from '@/lib/assignments/checking';
import type { SourceType } from '@/lib/attribution/source-type';
import type { PersonRef } from '@/lib/kernel/person';
import type { Source } from '@/lib/sources/source';
import type { TextRange } from '@/lib/text/offset';
import type { ClaimState } from './claim-state';
import type { Confidence } from './confidence';
import type { Details } from './details/details';

/**
 * A claim: what is asserted in one or more spans of one revision, and who is said to say so.
 * It never changes revision, its `number` is given once per article and never reused, and
 * `version` goes up by one with every write. Not here: how it is drawn (components/editor),
 * who may touch it (lib/permissions), how it moves between states (transitions.ts).
 */
export type Claim = Details & {
  readonly id: string;
  readonly deskId: string;
  readonly articleId: string;
  readonly revisionId: string;
  readonly number: number;
  /** In text order, at least one. */
  readonly spans: readonly ClaimSpan[];
  readonly sourceType: SourceType;
  readonly source: Source | null;
  readonly confidence: Confidence;
  readonly note: string;
  readonly state: ClaimState;
  readonly version: number;
  readonly createdBy: PersonRef;
  readonly lastEditedBy: PersonRef;
  /** Who edited it before that, since it was last approved; absent where nobody did. */
  readonly earlierEditorIds?: readonly string[] | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  /** The last decision's reason while the claim is returned or rejected. */
  readonly reason: ClaimReason | null;
  /** Of a consensus claim: the checkers' claims it stands for, by their numbers. Absent for every other. */
  readonly parents?: readonly ClaimParent[] | undefined;
};

/** A checker's claim that a consensus claim stands for. */
export type ClaimParent = {
  readonly id: string;
  readonly number: number;
  readonly createdBy: PersonRef;
  /** Left out by what an older build kept. */
  readonly lastEditedBy?: PersonRef | undefined;
  readonly earlierEditorIds?: readonly string[] | undefined;
};

/** `quote` equals the revision's text in the range; `before` and `after` are the rest of its sentence. */
export type ClaimSpan = TextRange & {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
};

export type ClaimReason = { readonly text: string; readonly by: PersonRef; readonly at: Date };

/** What the permission table asks about a claim. `deskId` of another desk than the actor's: as if it did not exist. */
export type ClaimResource = {
  readonly deskId: string;
  readonly createdById: string;
  readonly lastEditedById: string;
  /** Who edited it before that, since it was last approved. */
  readonly earlierEditorIds: readonly string[];
  readonly state: ClaimState;
  /** Who made the claims that it stands for, or edited one of them: nobody, but for a consensus claim. */
  readonly parentMakers: readonly string[];
  /** How its article is checked. */
  readonly checking: Checking;
};

/** `checking`: as it was when the page was read; the server asks again. */
export function toClaimResource(claim: Claim, checking: Checking): ClaimResource {
  const { deskId, createdBy, lastEditedBy, earlierEditorIds = [], state, parents = [] } = claim;
  const handsOf = ({ createdBy: maker, lastEditedBy: editor = maker, earlierEditorIds: earlier = [] }: ClaimParent) => [
    ...[maker.id, editor.id],
    ...earlier,
  ];
  const parentMakers = [...new Set(parents.flatMap(handsOf))];
  return { deskId, createdById: createdBy.id, lastEditedById: lastEditedBy.id, earlierEditorIds, state, parentMakers, checking };
}

/** Text order, for `sort`: the claim that begins earlier first, then the longer (outer) one, then the older number. */
export function byPlace(a: Placed, b: Placed): number {
  const first = a.spans[0];
  const second = b.spans[0];
  return (first?.start ?? 0) - (second?.start ?? 0) || (second?.end ?? 0) - (first?.end ?? 0) || a.number - b.number;
}

type Placed = { readonly spans: readonly TextRange[]; readonly number: number };

export const NOTE_MAX = 4000;
export const REASON_MAX = 2000;
export const SPANS_MAX = 20;
