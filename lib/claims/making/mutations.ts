import 'server-only';
import { checkRange } from '@/lib/anchoring/check-range';
import { describeSpan } from '@/lib/anchoring/describe-span';
import { sentencesAround } from '@/lib/anchoring/sentences-around';
import type { RevisionText } from '@/lib/articles/data';
import { takeNumber } from '@/lib/assignments/steps/mutations';
import { kindForSourceType } from '@/lib/attribution/source-kind';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Direct } from '@/lib/db/direct';
import { refuse, type Writer } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import { findOrCreateSource } from '@/lib/sources/mutations';
import type { Source } from '@/lib/sources/source';
import { toTextRange } from '@/lib/text/offset';
import type { ClaimSpan } from '../claim';
import type { ClaimState } from '../claim-state';
import { resolveDetails, writeDetails } from '../details/mutations';
import type { ClaimAuditEvent } from '../events';
import type { CreateClaimInput, EditClaimInput } from '../schema';
import type { StoredDetails, Tag } from '../tag';

// Steps inside the writes that make claims: a checker's, and the consensus of several.

type NewClaim = {
  readonly revision: RevisionText;
  readonly input: Omit<CreateClaimInput, 'key' | 'revisionId'>;
  readonly state: Extract<ClaimState, 'draft' | 'submitted'>;
  /** `earlierEditorIds`: who else had a hand in it. */
  readonly by: { readonly createdById: string; readonly lastEditedById: string; readonly earlierEditorIds?: readonly string[] };
  /** Whether the article is checked blind, where each maker's claims have numbers of their own. */
  readonly blind: boolean;
  readonly now: Date;
};

/**
 * The rows of a new claim, in version 1, with its spans, source and details. Whether a credibility of 1 may stand is for the caller to
 * ask, once everything is written. `detailed`: whether it has more than a bare tag.
 */
export async function makeClaim(tx: Tx, direct: Direct, actor: Writer, claim: NewClaim) {
  const { revision, input, state, by, blind, now } = claim;
  const spans = describeSpans(revision.text, input.spans);
  const { source, events } = resolveSource(direct, actor, input, now);
  const [taken] = direct.rows('SELECT 1 FROM "Claim" WHERE "id" = ?', [input.claimId]);
  if (taken !== undefined) return refuse(appError('KEY_REUSED', 'A claim with this id exists already.', { field: 'claimId' }));
  const { articleId } = revision;
  const columns = {
    id: input.claimId,
    deskId: actor.deskId,
    articleId,
    revisionId: revision.id,
    number: takeNumber(direct, { articleId, userId: actor.userId, blind }),
    sourceType: input.sourceType,
    confidence: input.confidence,
    note: input.note,
    state,
    version: 1,
    createdAt: now,
    updatedAt: now,
    submittedAt: state === 'submitted' ? now : null,
  };
  direct.insert('Claim', {
    ...columns,
    ...by,
    earlierEditorIds: JSON.stringify(by.earlierEditorIds ?? []),
    sourceId: source?.id ?? null,
    deletedAt: null,
    supersededById: null,
  });
  insertSpans(direct, input.claimId, spans);
  const more = await addDetails(tx, direct, actor, { claim, source });
  const after = toTag(input, source?.id ?? null, more?.details ?? {});
  const created: ClaimAuditEvent = { type: 'claim.created', subjectId: input.claimId, data: { after } };
  return { columns, spans, source, detailed: more !== null, events: [...events, ...(more?.events ?? []), created] };
}

/** The parts beyond the bare tag of a claim that was just written; null when none was sent. */
async function addDetails(
  tx: Tx,
  direct: Direct,
  actor: Writer,
  { claim, source }: { readonly claim: NewClaim; readonly source: Source | null },
): Promise<{ readonly details: Partial<StoredDetails>; readonly events: readonly AuditEvent[] } | null> {
  const { revision, input, now } = claim;
  if (input.details === undefined) return null;
  const { claimId, sourceType } = input;
  const detailed = { claimId, articleId: revision.articleId, text: revision.text, tag: { sourceType, source }, chain: null };
  const resolved = await resolveDetails(tx, direct, actor, { claim: detailed, input: input.details, now });
  await writeDetails(tx, direct, claimId, resolved.details, false);
  return resolved;
}

/** Spans in text order with their quotes. Refuses a range that the text does not have, and spans that overlap each other. */
export function describeSpans(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): readonly ClaimSpan[] {
  const ordered = ranges.map(({ start, end }) => toTextRange(start, end)).sort((a, b) => a.start - b.start);
  return ordered.map((range, index) => {
    const fault = checkRange(text, range);
    if (fault !== null) return refuse(appError('INVALID', fault, { field: 'spans' }));
    const previous = ordered[index - 1];
    if (previous !== undefined && previous.end > range.start) {
      return refuse(appError('INVALID', 'The spans of one claim may not overlap.', { field: 'spans' }));
    }
    return describeSpan(text, sentencesAround(text, range), range);
  });
}

export function insertSpans(direct: Direct, claimId: string, spans: readonly ClaimSpan[]): void {
  spans.forEach((span, ordinal) => {
    const { start, end, quote, before, after } = span;
    direct.insert('ClaimSpan', { claimId, ordinal, start, end, quote, before, after });
  });
}

export function resolveSource(direct: Direct, actor: Writer, tag: Pick<EditClaimInput, 'source' | 'sourceType'>, now: Date) {
  const kind = kindForSourceType(tag.sourceType);
  if (tag.source === null || kind === null) return { source: null, events: [] };
  return findOrCreateSource(direct, { deskId: actor.deskId, actorId: actor.userId, now }, tag.source, kind);
}

export function toTag(
  input: Pick<EditClaimInput, 'spans' | 'sourceType' | 'confidence' | 'note'>,
  sourceId: string | null,
  details: Partial<StoredDetails>,
): Tag {
  return { spans: input.spans, sourceType: input.sourceType, sourceId, confidence: input.confidence, note: input.note, details };
}
