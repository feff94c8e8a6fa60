import { MINUTE } from '@/lib/kernel/clock';
import type { PersonRef } from '@/lib/kernel/person';

/**
 * How an article is checked: by how many people, who reviews it, until when, and what each has of it. An article
 * without an assignment is checked by one person, at normal priority, with no date. A part is *held* by an editor's word, or
 * taken from the pool under a lease, which each save of its holder puts off; a lease that lapsed gives the place
 * back, decided by the time at which somebody asks (parts.ts). Not here: who sees whose work meanwhile (checking.ts).
 */
export type Assignment = Plan & {
  readonly articleId: string;
  readonly parts: readonly Part[];
};

export type Plan = {
  /** How many check it independently of each other, 1 to CHECKERS_MAX. From 2 on blind. */
  readonly checkers: number;
  /** Who is to review it; null: any editor. */
  readonly reviewerId: string | null;
  readonly priority: Priority;
  readonly dueAt: Date | null;
  /** When an editor ended the blind checking before all had handed in; null when nobody did. */
  readonly endedAt: Date | null;
  readonly endedReason: string;
  /** 0: there is no assignment yet. */
  readonly version: number;
};

/** One person's part. */
export type Part = {
  readonly personId: string;
  readonly since: Date;
  /** Taken from the pool: theirs until then. Null: given by an editor. */
  readonly leaseUntil: Date | null;
  readonly handedInAt: Date | null;
  /** Given back, taken away or handed on. */
  readonly endedAt: Date | null;
  /** Who goes on with the claims they made there. */
  readonly heirId: string | null;
};

/** Somebody of the desk. `edits`: may review; `left`: the account was closed. */
export type Colleague = PersonRef & { readonly edits: boolean; readonly left: boolean };

export const PRIORITIES = ['high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const PRIORITY_LABELS: Readonly<Record<Priority, string>> = { high: 'High', normal: 'Normal', low: 'Low' };

export const CHECKERS_MAX = 5;
export const ENDED_REASON_MAX = 500;

/** How long work taken from the pool stays with its taker after their last save, in ms. */
export const LEASE_MS = 30 * MINUTE;

export const UNASSIGNED: Plan = {
  checkers: 1,
  reviewerId: null,
  priority: 'normal',
  dueAt: null,
  endedAt: null,
  endedReason: '',
  version: 0,
};
