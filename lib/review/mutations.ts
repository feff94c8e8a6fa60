import 'server-only';
import { keepLease } from '@/lib/assignments/steps/mutations';
import type { Claim, ClaimResource } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import { readClaim, readClaims, requireClaim, requireClaims } from '@/lib/claims/current/data';
import { type ClaimRow, toEditors } from '@/lib/claims/data';
import { requireCredibility } from '@/lib/claims/details/mutations';
import { editorsBeforeFix } from '@/lib/claims/editors';
import type { TagChange } from '@/lib/claims/events';
import { applyTag, recordStep, recordSteps, replaceTag } from '@/lib/claims/mutations';
import type { ClaimVersionInput, EditClaimInput } from '@/lib/claims/schema';
import { type ClaimEvent, TRANSITIONS } from '@/lib/claims/transitions';
import type { Direct } from '@/lib/db/direct';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { findReturnReasons } from './return-reasons/data';
import type { SubmitClaimsInput } from './schema';

type ClaimScope = ActorScope<ClaimResource>;

/** Hands claims of one article to the editors: all of them, or none and the reason. */
export async function submitClaims(scope: ClaimScope, input: SubmitClaimsInput): Promise<Result<readonly Claim[]>> {
  return write(scope, async (tx, now, direct) => {
    await keepLease(tx, direct, { ...scope.actor, articleId: input.articleId, now });
    const rows = await requireClaims(
      tx,
      scope,
      input.claims.map(({ id, version }) => ({ claimId: id, version })),
    );
    const strayed = rows.find(({ articleId }) => articleId !== input.articleId);
    if (strayed !== undefined) return refuse(appError('NOT_FOUND', `Claim ${strayed.number} is not of this article.`));
    const events = await recordSteps(tx, scope.actor, { rows, event: 'submit', reason: '', now });
    const value = await readClaims(
      tx,
      rows.map(({ id }) => id),
    );
    return { value, events };
  });
}

/** One step in a claim's life that changes nothing else: withdraw, approve, return, reject. */
export async function moveClaim(
  scope: ClaimScope,
  event: Exclude<ClaimEvent, 'reopen' | 'undo_decision'>,
  input: ClaimVersionInput & { readonly reason?: string; readonly reasonId?: string | undefined },
): Promise<Result<Claim>> {
  return write(scope, async (tx, now) => {
    const row = await requireClaim(tx, scope, input);
    // Its supports may have gone since it was graded: another claim rejected, a group no longer attested.
    if (event === 'approve') await requireCredibility(tx, { ...row, credibility: row.finding?.credibility ?? null });
    const reasonId = await requireReason(tx, row.deskId, input.reasonId);
    const moved = await recordStep(tx, scope.actor, { row, event, reason: input.reason ?? '', reasonId, now });
    return { value: await readClaim(tx, row.id), events: [moved] };
  });
}

/** One of the desk's reasons, which may have been retired while somebody wrote; null where none was chosen. */
async function requireReason(tx: Tx, deskId: string, reasonId: string | undefined): Promise<string | null> {
  if (reasonId === undefined) return null;
  const { reasons } = await findReturnReasons(tx, { deskId });
  if (reasons.some(({ id }) => id === reasonId)) return reasonId;
  return refuse(appError('INVALID', 'This reason is not of your desk. Choose another, or write why.', { field: 'reasonId' }));
}

/** The editor's correction and approval in one write; four eyes looks at who had the claim before it. */
export async function fixAndApprove(scope: ClaimScope, input: EditClaimInput): Promise<Result<Claim>> {
  return write(scope, async (tx, now, direct) => {
    const row = await requireClaim(tx, scope, input);
    const { events, credibility } = await applyTag(tx, direct, scope, { row, input, now });
    await requireCredibility(tx, { ...row, credibility });
    const moved = await recordStep(tx, scope.actor, { row, event: 'approve', reason: '', now });
    return { value: await readClaim(tx, row.id), events: [...events, moved] };
  });
}

/**
 * Takes the last decision back, and with a fix and approve the fix too. Only while nothing has
 * happened to the claim since; the step is recorded, not erased.
 */
export async function undoDecision(scope: ClaimScope, input: ClaimVersionInput): Promise<Result<Claim>> {
  return write(scope, async (tx, now, direct) => {
    const row = await requireClaim(tx, scope, input);
    const last = await tx.transition.findFirst({
      where: { claimId: row.id },
      orderBy: { claimVersion: 'desc' },
      select: { claimVersion: true, at: true, event: true },
    });
    const isDecision = last !== null && TRANSITIONS.undo_decision.takesBack.includes(last.event as ClaimEvent);
    if (!isDecision || last.claimVersion !== row.version) {
      return refuse(appError('ILLEGAL_TRANSITION', 'The claim was changed after the decision, so the decision cannot be taken back.'));
    }
    const moved = await recordStep(tx, scope.actor, { row, event: 'undo_decision', reason: '', now });
    const unfixed = await undoFix(tx, direct, { row, decidedAt: last.at, now });
    return { value: await readClaim(tx, row.id), events: [...unfixed, moved] };
  });
}

/** Gives the claim the tag and last editor it had before the fix that came with its last decision, if one did. */
async function undoFix(
  tx: Tx,
  direct: Direct,
  { row, decidedAt, now }: { readonly row: ClaimRow; readonly decidedAt: Date; readonly now: Date },
) {
  if ((row.state as ClaimState) !== 'approved') return [];
  // Written in one transaction with the approval, so with the same time and version.
  const edits = await tx.auditEvent.findMany({ where: { subjectId: row.id, type: 'claim.edited', at: decidedAt }, select: { data: true } });
  const fix = edits.map(({ data }) => JSON.parse(data) as TagChange).find(({ version }) => version === row.version);
  if (fix === undefined) return [];
  return replaceTag(tx, direct, {
    row,
    tag: { ...fix.before, details: fix.before.details ?? {} },
    editors: editorsBeforeFix(toEditors(row), fix.lastEditedById),
    version: row.version + 1,
    now,
  });
}
