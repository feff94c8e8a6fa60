import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Body } from '@/lib/comments/body';
import type { Comment } from '@/lib/comments/comment';
import type { PersonRef } from '@/lib/kernel/person';
import { BodyView } from './body-view';
import { Composer } from './composer';
import { findWaiting } from './drafts';
import { type Basis, basisOf, saysOtherwise, writesOver } from './editing';

type CommentViewProps = {
  comment: Comment;
  /** Said by somebody else since this person last read here. */
  isNew: boolean;
  userId: string;
  people: readonly PersonRef[];
  /** Whether the reader may take other people's words away. */
  edits: boolean;
  onEdit: (body: Body, version: number) => Promise<string | null>;
  onDelete: () => void;
};

/** One comment: who, when, what; for its writer also the ways to change it. */
export function CommentView({ comment, isNew, userId, people, edits, onEdit, onDelete }: CommentViewProps) {
  const place = `edit.${comment.id}`;
  const [waiting] = useState(() => findWaiting(userId, place));
  const [basis, setBasis] = useState<Basis | null>(waiting === null ? null : basisOf(comment, waiting.version ?? null));
  const [asked, setAsked] = useState(false);
  const { by, at, body, earlier } = comment;
  const isOwn = by.id === userId;
  return (
    <article aria-label={`Comment of ${by.name}`} className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2 text-ink-3 text-small">
        {isNew ? <span className="font-medium text-pencil">New</span> : null}
        <bdi className="font-medium text-ink-2">{isOwn ? 'You' : by.name}</bdi>
        <RelativeTime at={new Date(at)} />
        {earlier.length === 0 ? null : <Earlier earlier={earlier} />}
      </p>
      {basis !== null && saysOtherwise(basis, comment) ? (
        <Otherwise body={body} onOver={() => setBasis({ version: comment.version, body })} />
      ) : null}
      {basis !== null ? (
        <Composer
          label="Say it differently"
          submit="Save"
          userId={userId}
          place={place}
          people={people}
          start={basis.body ?? body ?? []}
          version={basis.version}
          autoFocus={waiting === null}
          onSend={async (next) => {
            const refusal = await onEdit(next, writesOver(basis, comment));
            if (refusal === null) setBasis(null);
            return refusal;
          }}
          onCancel={() => setBasis(null)}
        />
      ) : body === null ? (
        <p className="text-ink-3 italic">deleted</p>
      ) : (
        <BodyView body={body} />
      )}
      {body === null || basis !== null || !(isOwn || edits) ? null : (
        <p className="flex gap-1">
          {isOwn ? (
            <Button size="s" tone="quiet" onClick={() => setBasis(basisOf(comment, null))}>
              Edit
            </Button>
          ) : null}
          <Button size="s" tone="quiet" onClick={() => (asked ? onDelete() : setAsked(true))}>
            {asked ? 'Delete for good?' : 'Delete'}
          </Button>
        </p>
      )}
    </article>
  );
}

/** While one says it differently, it was changed elsewhere: what it says now, and the way to put one's own in its place all the same. */
function Otherwise({ body, onOver }: { body: Body | null; onOver: () => void }) {
  if (body === null) {
    return (
      <ErrorNote title="Deleted in another window meanwhile." urgent={false}>
        What you wrote is kept here. To say it all the same, write a comment of its own.
      </ErrorNote>
    );
  }
  return (
    <ErrorNote
      title="Changed in another window meanwhile."
      urgent={false}
      actions={
        <Button size="s" onClick={onOver}>
          Let mine replace it
        </Button>
      }
    >
      It says now what stands here. What you wrote is kept below.
      <span className="mt-1.5 block border-rule border-l-2 pl-2.5">
        <BodyView body={body} />
      </span>
    </ErrorNote>
  );
}

function Earlier({ earlier }: { earlier: Comment['earlier'] }) {
  return (
    <details>
      <summary className="cursor-pointer">edited</summary>
      <ul className="mt-1 grid gap-1.5 border-rule border-l-2 pl-2.5">
        {earlier.map(({ body, at }) => (
          <li key={at}>
            <RelativeTime at={new Date(at)} /> it said:
            <BodyView body={body} />
          </li>
        ))}
      </ul>
    </details>
  );
}
