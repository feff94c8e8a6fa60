import type { Assignment, Priority } from '@/lib/assignments/assignment';

/** What is chosen in the form. `dueAt` as the browser's field has it, in local time; empty: no date. */
export type AssignValues = {
  readonly checkers: number;
  readonly people: readonly string[];
  readonly reviewerId: string;
  readonly priority: Priority;
  readonly dueAt: string;
};

export function toValues({ checkers, parts, reviewerId, priority, dueAt }: Assignment): AssignValues {
  const people = parts.filter(({ endedAt, handedInAt }) => endedAt === null || handedInAt !== null).map(({ personId }) => personId);
  return { checkers, people, reviewerId: reviewerId ?? '', priority, dueAt: dueAt === null ? '' : toLocal(dueAt) };
}

/** Who handed in keeps their part whatever is ticked, so they are not sent. */
export function toInput(values: AssignValues, { articleId, version, parts }: Assignment) {
  const done = parts.filter(({ handedInAt }) => handedInAt !== null).map(({ personId }) => personId);
  const { checkers, priority, reviewerId, dueAt } = values;
  return {
    articleId,
    version,
    checkers,
    people: values.people.filter((id) => !done.includes(id)),
    reviewerId: reviewerId === '' ? null : reviewerId,
    priority,
    dueAt: dueAt === '' ? null : new Date(dueAt).toISOString(),
  };
}

/** The field's own way of writing a moment: local, to the minute (HTML Standard, local date and time string). */
function toLocal(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
