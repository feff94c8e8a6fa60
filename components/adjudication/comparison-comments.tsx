import { useEffect, useRef } from 'react';
import { ClaimComments } from '@/components/comments/claim-comments';
import type { PlacedParent } from './view';

/** What is said about each of the claims that are compared; has the focus once it is opened. */
export function ComparisonComments({ parents, userId }: { parents: readonly PlacedParent[]; userId: string }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.focus();
  }, []);
  return (
    <section ref={section} tabIndex={-1} aria-label="Comments" className="grid gap-5 border-rule border-y py-3">
      {parents.map(({ parent }) => (
        <div key={parent.id} className="grid gap-2">
          <h3 className="font-strong">
            On C{parent.number} by <bdi>{parent.createdBy.name}</bdi>
          </h3>
          <ClaimComments claimId={parent.id} userId={userId} edits />
        </div>
      ))}
    </section>
  );
}
