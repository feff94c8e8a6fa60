import type { Comment, Discussion } from './comment';

/** Every comment of it, in the order of its threads. */
function commentsOf({ threads }: Discussion): readonly Comment[] {
  return threads.flatMap(({ first, replies }) => [first, ...replies]);
}

/** When the last thing was said (ISO 8601, UTC); empty while nothing was. */
export function newestOf(discussion: Discussion): string {
  return commentsOf(discussion).reduce((newest, { at }) => (at > newest ? at : newest), '');
}

/** Whether it is news to somebody who has read up to then: said later, by somebody else, and not taken away. */
export function isUnread({ at, by, body }: Comment, userId: string, until: string): boolean {
  return body !== null && by.id !== userId && at > until;
}

/** What others said between two readings, to be read out; null when nothing. */
export function arrivedBetween(before: Discussion | null, now: Discussion, userId: string): string | null {
  const known = new Set(before === null ? [] : commentsOf(before).map(({ id }) => id));
  const come = commentsOf(now).filter(({ id, by, body }) => !known.has(id) && by.id !== userId && body !== null);
  const [first, ...others] = come;
  if (first === undefined) return null;
  return others.length === 0 ? `${first.by.name} wrote a comment.` : `${come.length} new comments.`;
}
