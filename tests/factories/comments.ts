import type { Claim } from '@/lib/claims/claim';
import { addComment, type CommentWritten } from '@/lib/comments/mutations';
import type { Database } from '@/lib/db/database';
import type { Clock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/permissions/roles';
import { writtenBody } from './bodies';
import { as, newKey } from './people';

type Said = { readonly threadId?: string | null; readonly people?: readonly Actor[]; readonly clock?: Clock };

/** Something said about a claim; `people` can be called. */
export function say(
  db: Database,
  actor: Actor,
  claim: Pick<Claim, 'id'>,
  words: string,
  { threadId = null, people = [], clock }: Said = {},
) {
  const body = [...writtenBody(words, people)] as never;
  const input = { key: newKey(), commentId: newId(), claimId: claim.id, threadId, body };
  return addComment(as(db, actor, 'comment.add', clock === undefined ? {} : { clock }), input);
}

/** What a write about a comment as it stands is sent with. */
export function toCommentVersion({ id, version }: Pick<CommentWritten, 'id' | 'version'>) {
  return { key: newKey(), commentId: id, version };
}
