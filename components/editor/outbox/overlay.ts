import { byPlace, type Claim } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import { type DetailValues, withDetails } from '@/lib/claims/detail-values';
import { plainDetails } from '@/lib/claims/details/details';
import { differingFields, type TagValues, toShownSource, toTagValues } from '@/lib/claims/tag-values';
import { eventOfEdit, nextState } from '@/lib/claims/transitions';
import type { PersonRef } from '@/lib/kernel/person';
import { toTextRange } from '@/lib/text/offset';
import type { Entry, Outbox } from './outbox';

/** A claim as the page shows it: the saved one, the very object, or one with what is still unsent on top. */
export type ShownClaim = Claim & { readonly unsent?: boolean; readonly held?: 'refused' | 'conflict' | undefined };

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
  const shown = new Map<string, ShownClaim>(saved);
  for (const entry of outbox.entries) apply(shown, entry, setting);
  return [...shown.values()].sort(byPlace);
}

function apply(shown: Map<string, ShownClaim>, entry: Entry, setting: Setting): void {
  const { write } = entry;
  const held = entry.state !== 'held' ? undefined : entry.trouble?.kind === 'conflict' ? 'conflict' : 'refused';
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
      change(shown, claimId, held, (claim) => {
        const { tag, details = {} } = write;
        const lastEditedBy = isRemark(claim, tag, details) ? claim.lastEditedBy : setting.me;
        const parts = withDetails(claim, details, tag);
        return {
          ...toClaimFields(tag, setting.text),
          ...parts,
          state: stateAfterEdit(claim.state),
          lastEditedBy,
          updatedAt: new Date(entry.at),
        };
      });
      break;
    case 'delete':
      // A refused deletion leaves the claim where it is, marked, so that the reason has a place.
      if (held === undefined) shown.delete(claimId);
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

/** Flags and relations say something about a claim: who adds them did not edit it (lib/claims/mutations.ts has the same rule). */
function isRemark(claim: Claim, tag: TagValues, details: DetailValues): boolean {
  const parts = Object.keys(details);
  const said = parts.length > 0 && parts.every((part) => part === 'flags' || part === 'relations');
  return said && differingFields(toTagValues(claim), tag).length === 0;
}

/** False until the server has given the claim its number: what the page has until then is a guess. */
export function isNumbered({ version }: Pick<Claim, 'version'>): boolean {
  return version > 0;
}

function stateAfterEdit(state: ClaimState): ClaimState {
  const event = eventOfEdit(state);
  return event === null ? state : (nextState(state, event) ?? state);
}

function newClaim(entry: Entry, write: Extract<Entry['write'], { kind: 'create' }>, { text, me, deskId, articleId }: Setting): Claim {
  const at = new Date(entry.at);
  const fields = toClaimFields(write.tag, text);
  return {
    ...withDetails(plainDetails(fields), write.details ?? {}, write.tag),
    id: write.claimId,
    deskId,
    articleId,
    revisionId: write.revisionId,
    number: write.number,
    ...fields,
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
  return {
    spans: tag.spans.map(({ start, end }) => ({ ...toTextRange(start, end), quote: text.slice(start, end), before: '', after: '' })),
    sourceType: tag.sourceType,
    source: toShownSource(tag.source, tag.sourceType),
    confidence: tag.confidence,
    note: tag.note,
  };
}
