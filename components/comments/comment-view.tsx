import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Body } from '@/lib/comments/body';
import type { Comment } from '@/lib/comments/comment';
import type { PersonRef } from '@/lib/kernel/person';
import { BodyView } from './body-view';
import { Composer } from './composer';

type CommentViewProps = {
  comment: Comment;
  /** Said by somebody else since this person last read here. */
  isNew: boolean;
  userId: string;
  people: readonly PersonRef[];
  /** Whether the reader may take other people's words away. */
  edits: boolean;
  onEdit: (body: Body) => Promise<string | null>;
  onDelete: () => void;
};

/** One comment: who, when, what; for its writer also the ways to change it. */
export function CommentView({ comment, isNew, userId, people, edits, onEdit, onDelete }: CommentViewProps) {
  const [editing, setEditing] = useState(false);
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
      {body === null ? (
        <p className="text-ink-3 italic">deleted</p>
      ) : editing ? (
        <Composer
          label="Say it differently"
          submit="Save"
          userId={userId}
          place={`edit.${comment.id}.${comment.version}`}
          people={people}
          start={body}
          autoFocus
          onSend={async (next) => {
            const refusal = await onEdit(next);
            if (refusal === null) setEditing(false);
            return refusal;
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <BodyView body={body} />
      )}
      {body === null || editing || !(isOwn || edits) ? null : (
        <p className="flex gap-1">
          {isOwn ? (
            <Button size="s" tone="quiet" onClick={() => setEditing(true)}>
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
