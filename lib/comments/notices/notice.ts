import type { PersonRef } from '@/lib/kernel/person';

/**
 * What the desk has for one person: nothing of its own, but made of what happened when it is asked for. So nothing is told
 * that they may not see by now, and nothing is kept twice. Read is what is older than the moment up to which they have read.
 */
export type Notice = {
  readonly kind: NoticeKind;
  /** Stands for it in a list. */
  readonly id: string;
  readonly at: Date;
  readonly by: PersonRef;
  readonly article: { readonly id: string; readonly title: string };
  /** Null where it is about the article. */
  readonly claim: { readonly id: string; readonly number: number } | null;
  /** The words of a comment or the reason of a return; empty for an assignment. */
  readonly words: string;
  readonly unread: boolean;
};

export const NOTICE_KINDS = ['mention', 'reply', 'comment', 'return', 'assignment'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What each says after the person's name. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, string>> = {
  mention: 'called you in a comment on',
  reply: 'answered in a thread of yours on',
  comment: 'commented on your',
  return: 'returned your',
  assignment: 'gave you an article to check:',
};

/** How far back notices go, in days, and how many are listed. */
export const NOTICE_DAYS = 30;
export const NOTICES_MAX = 30;
