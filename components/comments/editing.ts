import type { Body } from '@/lib/comments/body';
import type { Comment } from '@/lib/comments/comment';

/** What a comment said when somebody began to say it differently; null where that is not known any more, only which version it was. */
export type Basis = { readonly version: number; readonly body: Body | null };

/** @param begun the version that was being written over before the page was left; null for one that is begun now */
export function basisOf({ version, body }: Comment, begun: number | null): Basis {
  return begun === null || begun === version ? { version, body } : { version: begun, body: null };
}

/** Whether it says something else by now: writing over that would be done unseen. */
export function saysOtherwise(basis: Basis, { version, body }: Comment): boolean {
  return basis.version !== version && JSON.stringify(basis.body) !== JSON.stringify(body);
}

/** The version that is written over. A thread that was settled meanwhile is no other wording. */
export function writesOver(basis: Basis, comment: Comment): number {
  return saysOtherwise(basis, comment) ? basis.version : comment.version;
}
