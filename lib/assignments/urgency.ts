import { PRIORITIES, type Priority } from './assignment';

export type Urgency = {
  readonly articleId: string;
  readonly priority: Priority;
  readonly dueAt: Date | null;
  /** When the article came in. */
  readonly createdAt: Date;
};

/** The more urgent first, for `sort`: by priority, then what is due first (no date last), then the older article; at last by id. */
export function byUrgency(a: Urgency, b: Urgency): number {
  const byPriority = PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority);
  const due = (one: Urgency) => one.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  if (byPriority !== 0) return byPriority;
  if (due(a) !== due(b)) return due(a) - due(b);
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : 0);
}
