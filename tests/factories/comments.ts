import type { Claim } from '@/lib/claims/claim';
import { toBody } from '@/lib/comments/body';
import { addComment, type CommentWritten } from '@/lib/comments/mutations';
import type { Database } from '@/lib/db/database';
import type { Clock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/permissions/roles';
import { as, newKey } from './people';

type Said = { readonly threadId?: string | null; readonly people?: readonly Actor[]; readonly clock?: Clock };

/** Something said about a claim, in the signs people write; `people` can be called. */
export function say(
  db: Database,
  actor: Actor,
  claim: Pick<Claim, 'id'>,
  signs: string,
  { threadId = null, people = [], clock }: Said = {},
) {
  const body = toBody(
    signs,
    people.map(({ userId, name }) => ({ id: userId, name })),
  );
  const input = { key: newKey(), commentId: newId(), claimId: claim.id, threadId, body: [...body] as never };
  return addComment(as(db, actor, 'comment.add', clock === undefined ? {} : { clock }), input);
}

/** What a write about a comment as it stands is sent with. */
export function toCommentVersion({ id, version }: Pick<CommentWritten, 'id' | 'version'>) {
  return { key: newKey(), commentId: id, version };
}
