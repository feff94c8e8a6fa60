import 'server-only';
import { listColleagues } from '@/lib/assignments/data';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { ClaimResource } from '@/lib/claims/claim';
import { readClaimResource } from '@/lib/claims/current/data';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { type Block, type Body, COMMENT_MAX, mentionsOf, type Piece, plainText, TOO_LONG } from './body';
import type { AddCommentInput, CommentVersionInput, EditCommentInput, ResolveThreadInput } from './schema';

type CommentResource = ClaimResource & { readonly authorId: string };
type CommentScope = ActorScope<CommentResource>;

/** That something was said, never what: the trail cannot be taken back, a comment can. */
type CommentAuditEvent = AuditEvent<
  'comment.added' | 'comment.edited' | 'comment.deleted' | 'comment.resolved' | 'comment.reopened',
  { readonly claimId: string; readonly version: number }
>;

/** What a write leaves: not the words, since the answer is kept for a retry. */
export type CommentWritten = { readonly id: string; readonly claimId: string; readonly version: number };

/** Says something about a claim, or answers in a thread about it. The id comes from the client, so that a retry says it once. */
export async function addComment(scope: ActorScope<ClaimResource>, input: AddCommentInput): Promise<Result<CommentWritten>> {
  const { deskId, userId } = scope.actor;
  const { commentId, claimId, threadId } = input;
  return write(scope, async (tx, now) => {
    const claim = await tx.claim.findFirst({ where: { id: claimId, deskId, deletedAt: null }, select: { id: true } });
    if (claim === null) return refuse(appError('NOT_FOUND', 'This claim does not exist on your desk.'));
    const refusal = scope.permit(await readClaimResource(tx, claimId));
    if (refusal !== null) return refuse(refusal);
    if (threadId !== null) await requireThread(tx, scope, { claimId, threadId });
    const taken = await tx.comment.count({ where: { id: commentId } });
    if (taken > 0) return refuse(appError('KEY_REUSED', 'A comment with this id exists already.', { field: 'commentId' }));
    const body = await requireBody(tx, deskId, input.body);
    const times = { createdAt: now, editedAt: null, deletedAt: null, resolvedAt: null, resolvedById: null };
    await tx.comment.create({
      data: {
        id: commentId,
        deskId,
        claimId,
        threadId: threadId ?? commentId,
        body: JSON.stringify(body),
        version: 1,
        createdById: userId,
        ...times,
      },
      select: { id: true },
    });
    await writeMentions(tx, commentId, body);
    return written('comment.added', { id: commentId, claimId, version: 1 });
  });
}

/** Says it differently. What it said before is kept, and shown to who asks. */
export async function editComment(scope: CommentScope, input: EditCommentInput): Promise<Result<CommentWritten>> {
  return write(scope, async (tx, now) => {
    const row = await requireComment(tx, scope, input);
    const body = await requireBody(tx, scope.actor.deskId, input.body);
    const version = row.version + 1;
    const said = { commentId: row.id, version: row.version, body: row.body, at: row.editedAt ?? row.createdAt };
    await tx.commentVersion.create({ data: said, select: { commentId: true } });
    await tx.comment.update({ where: { id: row.id }, data: { body: JSON.stringify(body), editedAt: now, version }, select: { id: true } });
    await writeMentions(tx, row.id, body);
    return written('comment.edited', { id: row.id, claimId: row.claimId, version });
  });
}

/** Takes the words away, those it had before too. That somebody had said something stays. */
export async function deleteComment(scope: CommentScope, input: CommentVersionInput): Promise<Result<CommentWritten>> {
  return write(scope, async (tx, now) => {
    const row = await requireComment(tx, scope, input);
    const version = row.version + 1;
    await tx.comment.update({ where: { id: row.id }, data: { body: '[]', deletedAt: now, version }, select: { id: true } });
    await tx.commentVersion.updateMany({ where: { commentId: row.id }, data: { body: '[]' } });
    await writeMentions(tx, row.id, []);
    return written('comment.deleted', { id: row.id, claimId: row.claimId, version });
  });
}

/** Says that the matter of a thread is settled, or that it is not. */
export async function resolveThread(scope: CommentScope, input: ResolveThreadInput): Promise<Result<CommentWritten>> {
  const { resolved } = input;
  return write(scope, async (tx, now) => {
    const row = await requireComment(tx, scope, input, 'any');
    if (row.threadId !== row.id) return refuse(appError('INVALID', 'A thread is settled by the comment it began with.'));
    const version = row.version + 1;
    const data = { resolvedAt: resolved ? now : null, resolvedById: resolved ? scope.actor.userId : null, version };
    await tx.comment.update({ where: { id: row.id }, data, select: { id: true } });
    return written(resolved ? 'comment.resolved' : 'comment.reopened', { id: row.id, claimId: row.claimId, version });
  });
}

function written(type: CommentAuditEvent['type'], value: CommentWritten) {
  const { id, claimId, version } = value;
  const event: CommentAuditEvent = { type, subjectId: id, data: { claimId, version } };
  return { value, events: [event] };
}

const CHANGED = 'This comment was changed or deleted in another window meanwhile. Look at what it says now; nothing you wrote is lost.';

/** The comment as it stands, in the version the person saw. */
async function requireComment(
  tx: Tx,
  scope: CommentScope,
  { commentId, version }: CommentVersionInput,
  wanted: 'standing' | 'any' = 'standing',
) {
  const row = await tx.comment.findFirst({ where: { id: commentId, deskId: scope.actor.deskId } });
  if (row === null) return refuse(appError('NOT_FOUND', 'This comment does not exist on your desk.'));
  const refusal = scope.permit({ ...(await readClaimResource(tx, row.claimId)), authorId: row.createdById });
  if (refusal !== null) return refuse(refusal);
  if (row.version !== version || (wanted === 'standing' && row.deletedAt !== null)) return refuse(appError('STALE', CHANGED));
  return row;
}

/** The thread that is answered to: about the same claim, and one that the person sees. */
async function requireThread(
  tx: Tx,
  scope: ActorScope<ClaimResource>,
  thread: { readonly claimId: string; readonly threadId: string },
): Promise<void> {
  const { claimId, threadId } = thread;
  const first = await tx.comment.findFirst({ where: { id: threadId, threadId, claimId }, select: { createdById: true } });
  const claim = await readClaimResource(tx, claimId);
  // Seen is the one who began it: asked as if the claim were theirs.
  if (first === null || scope.permit({ ...claim, createdById: first.createdById }) !== null) {
    refuse(appError('NOT_FOUND', 'What you answer to does not exist on this claim.'));
  }
}

/** The body with the names of those who are called as they are. Refuses whom the desk does not have. */
async function requireBody(tx: Tx, deskId: string, body: Body): Promise<Body> {
  const called = mentionsOf(body);
  if (called.length === 0) return body;
  const names = new Map((await listColleagues(tx, { deskId })).map(({ id, name }) => [id, name]));
  if (called.some((id) => !names.has(id)))
    return refuse(appError('NOT_FOUND', 'Somebody you call is not on your desk.', { field: 'body' }));
  const named = (pieces: readonly Piece[]) =>
    pieces.map((piece) => (piece.mention === undefined ? piece : { ...piece, text: `@${names.get(piece.mention)}` }));
  const written = body.map(
    (block): Block =>
      block.kind === 'paragraph' ? { ...block, content: named(block.content) } : { ...block, items: block.items.map(named) },
  );
  // Else what came in with shorter words in the place of names could not be edited any more.
  if (plainText(written).length > COMMENT_MAX) return refuse(appError('INVALID', TOO_LONG, { field: 'body' }));
  return written;
}

async function writeMentions(tx: Tx, commentId: string, body: Body): Promise<void> {
  await tx.commentMention.deleteMany({ where: { commentId } });
  await tx.commentMention.createMany({ data: mentionsOf(body).map((personId) => ({ commentId, personId })) });
}
