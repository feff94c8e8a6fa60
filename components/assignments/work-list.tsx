import Link from 'next/link';
import type { ReactNode } from 'react';
import { ListHead } from '@/components/ui/list-head';
import { Pending } from '@/components/ui/pending';
import { PRIORITY_LABELS } from '@/lib/assignments/assignment';
import type { Work } from '@/lib/assignments/desk-work';
import { counted } from '@/lib/text/counted';
import { DueWords } from './due-words';

type WorkListProps<Row extends Work> = {
  id: string;
  title: string;
  /** Said beside the title where there are others than the rows. */
  count?: ReactNode;
  /** What can be done with all of it. */
  act?: ReactNode;
  rows: readonly Row[];
  /** What else is to be said of a row, before its due date. */
  toFacts?: (row: Row) => ReactNode;
  toActs?: (row: Row) => ReactNode;
};

/** Articles to check, one below the other, each with what makes it urgent. */
export function WorkList<Row extends Work>({ id, title, count, act, rows, toFacts, toActs }: WorkListProps<Row>) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1">
      <ListHead id={id} title={title} count={count ?? rows.length}>
        {act}
      </ListHead>
      {rows.length === 0 ? null : (
        <ul className="border-rule border-b">
          {rows.map((row) => (
            <li key={row.articleId} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-rule border-t py-3">
              <div className="grid min-w-0 max-w-[62ch] flex-1 basis-72 gap-0.5">
                <Link href={`/articles/${row.articleId}`} className="quoted block text-quote no-underline hover:underline">
                  <span dir="auto" className="line-clamp-2 break-words text-left">
                    {row.title}
                  </span>
                  <Pending />
                </Link>
                <Facts row={row} more={toFacts?.(row)} />
              </div>
              {toActs?.(row)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ row: { priority, checkers, dueAt }, more }: { row: Work; more: ReactNode }) {
  const parts: ReactNode[] = [];
  if (more !== undefined && more !== null) parts.push(more);
  if (priority !== 'normal') parts.push(`${PRIORITY_LABELS[priority].toLowerCase()} priority`);
  if (checkers > 1) parts.push(`checked blind by ${counted(checkers, 'person').replace('persons', 'people')}`);
  if (dueAt !== null) parts.push(<DueWords key="due" at={dueAt} />);
  if (parts.length === 0) return null;
  return (
    <p className="text-ink-3 text-small">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence, in their order
        <span key={at}>
          {at === 0 ? '' : ' · '}
          {part}
        </span>
      ))}
    </p>
  );
}
