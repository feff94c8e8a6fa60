import { kindForSourceType } from '@/lib/attribution/source-kind';
import type { Claim } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import { eventOfEdit, nextState } from '@/lib/claims/transitions';
import type { PersonRef } from '@/lib/kernel/person';
import { toTextRange } from '@/lib/text/offset';
import { type TagValues, unsavedSourceId } from '../tag-values';
import type { Entry, Outbox } from './outbox';

/** A claim as the page shows it: the saved one with what is still unsent on top. */
export type ShownClaim = Claim & { readonly unsent: boolean; readonly held: 'refused' | 'conflict' | null };

type Setting = {
  readonly text: string;
  readonly me: PersonRef;
  readonly deskId: string;
  readonly articleId: string;
};

/**
 * The saved claims with every unanswered write applied, in text order. A write in conflict is not
 * applied: the text shows what the server has, and the card shows both.
 */
export function overlay(saved: ReadonlyMap<string, Claim>, outbox: Outbox, setting: Setting): readonly ShownClaim[] {
  const shown = new Map<string, ShownClaim>();
  for (const claim of saved.values()) shown.set(claim.id, { ...claim, unsent: false, held: null });
  for (const entry of outbox.entries) apply(shown, entry, setting);
  return [...shown.values()].sort(byPlace);
}

function apply(shown: Map<string, ShownClaim>, entry: Entry, setting: Setting): void {
  const { write } = entry;
  const held = entry.state !== 'held' ? null : entry.trouble?.kind === 'conflict' ? 'conflict' : 'refused';
  if (write.kind === 'submit') {
    for (const { id } of write.claims) change(shown, id, held, (claim) => ({ state: nextState(claim.state, 'submit') ?? claim.state }));
    return;
  }
  const { claimId } = write;
  if (held === 'conflict') {
    change(shown, claimId, held, () => ({}));
    return;
  }
  switch (write.kind) {
    case 'create':
      shown.set(claimId, { ...newClaim(entry, write, setting), unsent: true, held });
      break;
    case 'edit':
      change(shown, claimId, held, (claim) => ({
        ...toClaimFields(write.tag, setting.text),
        state: stateAfterEdit(claim.state),
        lastEditedBy: setting.me,
        updatedAt: new Date(entry.at),
      }));
      break;
    case 'delete':
      // A refused deletion leaves the claim where it is, marked, so that the reason has a place.
      if (held === null) shown.delete(claimId);
      else change(shown, claimId, held, () => ({}));
      break;
    case 'restore':
      shown.set(claimId, { ...write.claim, unsent: true, held });
      break;
    case 'withdraw':
      change(shown, claimId, held, (claim) => ({ state: nextState(claim.state, 'withdraw') ?? claim.state }));
      break;
  }
}

function change(shown: Map<string, ShownClaim>, id: string, held: ShownClaim['held'], to: (claim: ShownClaim) => Partial<Claim>): void {
  const claim = shown.get(id);
  if (claim !== undefined) shown.set(id, { ...claim, ...to(claim), unsent: true, held: held ?? claim.held });
}

function stateAfterEdit(state: ClaimState): ClaimState {
  const event = eventOfEdit(state);
  return event === null ? state : (nextState(state, event) ?? state);
}

function newClaim(entry: Entry, write: Extract<Entry['write'], { kind: 'create' }>, { text, me, deskId, articleId }: Setting): Claim {
  const at = new Date(entry.at);
  return {
    id: write.claimId,
    deskId,
    articleId,
    revisionId: write.revisionId,
    number: write.number,
    ...toClaimFields(write.tag, text),
    state: 'draft',
    version: 0,
    createdBy: me,
    lastEditedBy: me,
    createdAt: at,
    updatedAt: at,
    submittedAt: null,
    reason: null,
  };
}

function toClaimFields(tag: TagValues, text: string): Pick<Claim, 'spans' | 'sourceType' | 'source' | 'confidence' | 'note'> {
  const { source } = tag;
  return {
    spans: tag.spans.map(({ start, end }) => ({ ...toTextRange(start, end), quote: text.slice(start, end), before: '', after: '' })),
    sourceType: tag.sourceType,
    source:
      source === null
        ? null
        : source.id === null
          ? { id: unsavedSourceId(source.name), name: source.name, kind: kindForSourceType(tag.sourceType) ?? 'unnamed' }
          : source,
    confidence: tag.confidence,
    note: tag.note,
  };
}

/** Text order: earlier start first, then the longer one, then the older number. */
export function byPlace(a: Claim, b: Claim): number {
  const [first, second] = [a.spans[0], b.spans[0]];
  return (first?.start ?? 0) - (second?.start ?? 0) || (second?.end ?? 0) - (first?.end ?? 0) || a.number - b.number;
}
