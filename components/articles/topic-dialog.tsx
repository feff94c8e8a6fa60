import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { TextField } from '@/components/ui/text-field';
import { setTopic } from '@/lib/articles/actions';
import { TOPIC_MAX, type TopicVersion } from '@/lib/articles/topic';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { type AppError, appError } from '@/lib/kernel/app-error';
import { refused } from '@/lib/kernel/result';
import { TOPIC_SUGGESTIONS } from './topic-suggestions';

type TopicDialogProps = {
  article: TopicVersion & { readonly id: string; readonly title: string };
  userId: string;
  onSaved: (now: TopicVersion) => void;
  onClose: () => void;
};

/** One field. A refusal leaves it as it was typed; a newer topic is shown beside it, and sending again puts this one in its place. */
export function TopicDialog({ article, userId, onSaved, onClose }: TopicDialogProps) {
  const formId = useId();
  const [topic, setTyped] = useState(article.topic);
  const [theirs, setTheirs] = useState<TopicVersion | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const [keys] = useState(() => createRetryKey());

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const { version } = theirs ?? article;
    setBusy(true);
    setError(null);
    const result = await setTopic({ key: keys.for({ version, topic }), actorId: userId, articleId: article.id, version, topic }).catch(
      (thrown: unknown) => refused(appError('UNEXPECTED', `${troubleOfThrow(thrown).message} What you typed is kept: try again.`)),
    );
    setBusy(false);
    if (result.ok) return onSaved(result.value);
    if (result.error.code === 'STALE') return setTheirs(result.error.current as TopicVersion);
    setError(result.error);
  }

  return (
    <Dialog
      title="Topic"
      description={<bdi>{article.title}</bdi>}
      open
      onOpenChange={(next) => next || onClose()}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button type="submit" form={formId} tone="primary" unavailable={busy} shortcut="↵">
            {busy ? 'Saving…' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate className="mt-1 grid gap-3">
        <TextField
          label="What the article is about"
          hint={`At most ${TOPIC_MAX} characters, or empty. It is in exports, and track records can be cut to it.`}
          error={error?.code === 'INVALID' ? error.message : null}
          list={TOPIC_SUGGESTIONS}
          autoComplete="off"
          value={topic}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        {theirs === null ? null : (
          <ErrorNote title="Not saved yet." urgent={false}>
            Somebody else{' '}
            {theirs.topic === '' ? (
              'took the topic away'
            ) : (
              <>
                set it to “<bdi>{theirs.topic}</bdi>”
              </>
            )}{' '}
            meanwhile. Save again to put yours in its place.
          </ErrorNote>
        )}
        {error === null || error.code === 'INVALID' ? null : <ErrorNote title="Not saved.">{error.message}</ErrorNote>}
      </form>
    </Dialog>
  );
}
