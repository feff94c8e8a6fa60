import { useState } from 'react';
import { BeingRead } from '@/components/ui/being-read';
import { Button } from '@/components/ui/button';
import { addComment, deleteComment, editComment, resolveThread } from '@/lib/comments/actions';
import type { Comment, Thread } from '@/lib/comments/comment';
import type { PersonRef } from '@/lib/kernel/person';
import { CommentView } from './comment-view';
import { Composer } from './composer';
import { findWaiting } from './drafts';
import { type Send, type Shown, useDiscussion } from './use-discussion';
import { useUnread } from './use-unread';

type DiscussionProps = Shown & { edits: boolean };

/** What is said about a claim: read when it is shown, and again after each thing one says. */
export function Discussion({ claimId, userId, follows, edits }: DiscussionProps) {
  const { found, fault, heard, root, again, send } = useDiscussion({ claimId, userId, follows });
  const isNew = useUnread(userId, claimId, found);
  const [waiting] = useState(() => findWaiting(userId, `new.${claimId}`) !== null);
  const [writing, setWriting] = useState(waiting);
  if (found === null) {
    return <BeingRead fault={fault} again="Read them again" onAgain={again} />;
  }
  const { threads, people } = found;
  return (
    <div ref={root} className="grid gap-3">
      <p role="status" className="sr-only">
        {heard}
      </p>
      {threads.map((thread) => (
        <ThreadView key={thread.first.id} {...{ thread, claimId, userId, edits, people, send, isNew }} />
      ))}
      {fault === null ? null : (
        <p role="status" className="text-alarm text-small">
          {fault}
        </p>
      )}
      {writing ? (
        <Composer
          label="Comment"
          submit="Comment"
          userId={userId}
          place={`new.${claimId}`}
          people={people}
          autoFocus={!waiting}
          onSend={async (body) => {
            const refusal = await send(addComment, { claimId, threadId: null, body: [...body] as never });
            if (refusal === null) setWriting(false);
            return refusal;
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <Button size="s" tone="quiet" className="justify-self-start" onClick={() => setWriting(true)}>
          {threads.length === 0 ? 'Write a comment' : 'Begin another thread'}
        </Button>
      )}
    </div>
  );
}

type ThreadViewProps = DiscussionProps & {
  thread: Thread;
  people: readonly PersonRef[];
  send: Send;
  isNew: (comment: Comment) => boolean;
};

/** One matter with its answers; a settled one is folded, and still there. */
function ThreadView({ thread: { first, replies, resolved }, claimId, userId, edits, people, send, isNew }: ThreadViewProps) {
  const [open, setOpen] = useState(resolved === null);
  const [waiting] = useState(() => findWaiting(userId, `answer.${first.id}`) !== null);
  const [answering, setAnswering] = useState(waiting);
  const about = ({ id, version }: { readonly id: string; readonly version: number }) => ({ commentId: id, version });
  const shown = resolved === null || open ? [first, ...replies] : [];
  return (
    <section aria-label={`Thread of ${first.by.name}`} className="grid gap-2 border-rule border-l-2 pl-3">
      {resolved === null ? null : (
        <p className="flex flex-wrap items-baseline gap-x-2 text-ink-3 text-small">
          <span>
            ✓ Settled by <bdi>{resolved.by.name}</bdi>
          </span>
          <Button size="s" tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Fold' : `Show ${replies.length + 1}`}
          </Button>
        </p>
      )}
      {shown.map((comment) => (
        <CommentView
          key={comment.id}
          comment={comment}
          isNew={isNew(comment)}
          userId={userId}
          people={people}
          edits={edits}
          onEdit={(body, version) => send(editComment, { commentId: comment.id, version, body: [...body] as never })}
          onDelete={() => void send(deleteComment, about(comment))}
        />
      ))}
      {answering ? (
        <Composer
          label="Answer"
          submit="Answer"
          userId={userId}
          place={`answer.${first.id}`}
          people={people}
          autoFocus={!waiting}
          onSend={async (body) => {
            const refusal = await send(addComment, { claimId, threadId: first.id, body: [...body] as never });
            if (refusal === null) setAnswering(false);
            return refusal;
          }}
          onCancel={() => setAnswering(false)}
        />
      ) : shown.length === 0 ? null : (
        <p className="flex gap-1">
          <Button size="s" tone="quiet" onClick={() => setAnswering(true)}>
            Answer
          </Button>
          <Button size="s" tone="quiet" onClick={() => void send(resolveThread, { ...about(first), resolved: resolved === null })}>
            {resolved === null ? 'Settle' : 'Open again'}
          </Button>
        </p>
      )}
    </section>
  );
}
