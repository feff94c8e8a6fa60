'use client';

import { useState } from 'react';
import { usePart } from '@/components/ui/use-part';
import type { Assignment } from '@/lib/assignments/assignment';

type AssignButtonProps = { article: { readonly id: string; readonly title: string }; assignment: Assignment };

const load = () => import('./assign-dialog');

/** Opens what an article's checking is changed with. */
export function AssignButton({ article, assignment }: AssignButtonProps) {
  const [open, setOpen] = useState(false);
  const part = usePart(load, open);
  return (
    <>
      <button type="button" className="topic-button" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {assignment.version === 0 ? 'Assign' : 'Change'}
        <span className="sr-only"> who checks {article.title}</span>
      </button>
      {open && part !== null ? <part.AssignDialog article={article} assignment={assignment} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
