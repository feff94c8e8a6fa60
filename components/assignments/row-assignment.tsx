import { type Assignment, UNASSIGNED } from '@/lib/assignments/assignment';
import { AssignmentLine } from './assignment-line';

type RowAssignmentProps = {
  article: { readonly id: string; readonly title: string };
  assignment: Assignment | undefined;
  /** Whether the person sees only their own work on it. */
  limited: boolean;
  canAssign: boolean;
};

/** What an article's row says of its checking. One who is kept from the others' work hears nothing of them, and gives no work out there. */
export function RowAssignment({ article, assignment, limited, canAssign }: RowAssignmentProps) {
  if (limited) return <p className="text-ink-3 text-small">Checked blind: until all have handed in, you see your own claims only.</p>;
  if (!canAssign) return null;
  return <AssignmentLine article={article} assignment={assignment ?? { ...UNASSIGNED, articleId: article.id, parts: [] }} />;
}
