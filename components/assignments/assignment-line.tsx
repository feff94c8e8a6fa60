'use client';

import type { ReactNode } from 'react';
import { timeLeft } from '@/components/ui/time-words';
import { useNow } from '@/components/ui/use-now';
import { type Assignment, type Part, PRIORITY_LABELS } from '@/lib/assignments/assignment';
import { toChecking } from '@/lib/assignments/checking';
import { fillsPlace, isChecked, partState } from '@/lib/assignments/parts';
import { counted } from '@/lib/text/counted';
import { AssignButton } from './assign-button';
import { nameIn, useColleagues } from './colleagues';
import { DueWords } from './due-words';

type AssignmentLineProps = { article: { readonly id: string; readonly title: string }; assignment: Assignment };

/** Who checks an article, in one line under its title, and the way to change it. */
export function AssignmentLine({ article, assignment }: AssignmentLineProps) {
  const colleagues = useColleagues();
  const now = useNow();
  const at = new Date(now ?? 0);
  const { parts, reviewerId, priority, dueAt, checkers, version } = assignment;
  const shown = parts.filter(({ endedAt, handedInAt }) => endedAt === null || handedInAt !== null);
  const free = now === null ? 0 : Math.max(0, checkers - parts.filter((part) => fillsPlace(part, at)).length);
  const facts: ReactNode[] = [];
  if (toChecking(assignment).blind) facts.push(<b className="font-medium text-ink-2">blind</b>);
  if (assignment.endedAt !== null) facts.push('blind checking ended early');
  for (const part of shown) facts.push(<PartWords part={part} name={nameIn(colleagues, part.personId)} now={now} />);
  if (version > 0 && free > 0 && !isChecked(assignment)) facts.push(`${counted(free, 'place')} for the pool`);
  if (reviewerId !== null) facts.push(<>review: {<bdi>{nameIn(colleagues, reviewerId)}</bdi>}</>);
  if (priority !== 'normal') facts.push(`${PRIORITY_LABELS[priority].toLowerCase()} priority`);
  if (dueAt !== null && !isChecked(assignment)) facts.push(<DueWords at={dueAt} />);
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 text-ink-3 text-small">
      {facts.length === 0 ? null : (
        <span>
          {facts.map((fact, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence, in their order
            <span key={index}>
              {index === 0 ? '' : ' · '}
              {fact}
            </span>
          ))}
        </span>
      )}
      <AssignButton article={article} assignment={assignment} />
    </div>
  );
}

function PartWords({ part, name, now }: { part: Part; name: string; now: number | null }) {
  const state = now === null ? null : partState(part, new Date(now));
  return (
    <>
      <bdi className="text-ink-2">{name}</bdi>
      {state === 'handed_in' ? ' (handed in)' : null}
      {state === 'held' && part.leaseUntil !== null && now !== null ? ` (for ${timeLeft(part.leaseUntil, now)} more)` : null}
      {state === 'lapsed' ? ' (time ran out)' : null}
    </>
  );
}
