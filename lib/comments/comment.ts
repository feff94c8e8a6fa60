import type { PersonRef } from '@/lib/kernel/person';
import type { Body } from './body';

/** One comment as it stands. `body` is null where it was deleted. Times are as text: they come through a route. */
export type Comment = {
  readonly id: string;
  readonly by: PersonRef;
  readonly at: string;
  readonly version: number;
  readonly body: Body | null;
  /** What it said before, oldest first. */
  readonly earlier: readonly { readonly body: Body; readonly at: string }[];
};

/** A matter somebody raised about a claim, and what was answered. */
export type Thread = {
  readonly first: Comment;
  readonly replies: readonly Comment[];
  readonly resolved: { readonly by: PersonRef; readonly at: string } | null;
};

/** What is said about a claim, the oldest matter first, and who can be called. `seq`: how far in the audit trail that goes. */
export type Discussion = { readonly seq: number; readonly threads: readonly Thread[]; readonly people: readonly PersonRef[] };
