import { useState } from 'react';
import { ErrorNote } from '@/components/ui/error-note';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextField } from '@/components/ui/text-field';
import { describeArticle } from '@/lib/articles/actions';
import { type ArticleFacts, type ArticleFactsVersion, OUTLET_MAX } from '@/lib/articles/facts';
import { TOPIC_MAX } from '@/lib/articles/topic';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { type AppError, appError } from '@/lib/kernel/app-error';
import { refused } from '@/lib/kernel/result';
import { TOPIC_SUGGESTIONS } from './topic-suggestions';

type DetailsDialogProps = {
  article: ArticleFactsVersion & { readonly id: string; readonly title: string };
  userId: string;
  onSaved: (now: ArticleFactsVersion) => void;
  onClose: () => void;
};

/**
 * What is said of an article beside its text. A refusal leaves the fields as they were typed; what somebody else wrote
 * meanwhile is shown, and sending again puts these in its place. Only what was changed here is sent.
 */
export function DetailsDialog({ article, userId, onSaved, onClose }: DetailsDialogProps) {
  const [typed, setTyped] = useState<Partial<ArticleFacts>>({});
  const [theirs, setTheirs] = useState<ArticleFactsVersion | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const [keys] = useState(() => createRetryKey());
  const { topic, outlet, publishedOn } = { ...article, ...typed };

  async function save() {
    if (busy) return;
    const { version } = theirs ?? article;
    setBusy(true);
    setError(null);
    const said = { ...typed, version };
    const result = await describeArticle({ key: keys.for(said), actorId: userId, articleId: article.id, ...said }).catch((thrown) =>
      refused(appError('UNEXPECTED', `${troubleOfThrow(thrown).message} What you typed is kept: try again.`)),
    );
    setBusy(false);
    if (result.ok) return onSaved(result.value);
    if (result.error.code === 'STALE') return setTheirs(result.error.current as ArticleFactsVersion);
    setError(result.error);
  }

  const faultOf = (field: keyof ArticleFacts) => (error?.code === 'INVALID' && error.field === field ? error.message : null);
  return (
    <FormDialog
      title="Article details"
      description={<bdi>{article.title}</bdi>}
      open
      onOpenChange={(next) => next || onClose()}
      busy={busy}
      submit="Save"
      onSubmit={() => void save()}
    >
      <TextField
        label="What the article is about"
        hint={`At most ${TOPIC_MAX} characters, or empty. It is in exports, and track records can be cut to it.`}
        error={faultOf('topic')}
        list={TOPIC_SUGGESTIONS}
        autoComplete="off"
        value={topic}
        onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, topic: value }))}
      />
      <TextField
        label="Who published it"
        hint={`The outlet, at most ${OUTLET_MAX} characters. Left empty, reports say “not stated in the text”.`}
        error={faultOf('outlet')}
        autoComplete="off"
        value={outlet}
        onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, outlet: value }))}
      />
      <TextField
        label="When it was published"
        hint="The day. Left empty, reports say “not stated”."
        error={faultOf('publishedOn')}
        type="date"
        className="max-w-48"
        value={publishedOn ?? ''}
        onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, publishedOn: value || null }))}
      />
      {theirs === null ? null : (
        <ErrorNote title="Not saved yet." urgent={false}>
          Somebody else changed the details meanwhile: {factsLine(theirs)}. Save again to put what you changed in its place.
        </ErrorNote>
      )}
      {error === null || (error.code === 'INVALID' && error.field !== undefined) ? null : (
        <ErrorNote title="Not saved.">{error.message}</ErrorNote>
      )}
    </FormDialog>
  );
}

function factsLine({ topic, outlet, publishedOn }: ArticleFacts) {
  return (
    <>
      topic {topic === '' ? 'none' : <bdi>“{topic}”</bdi>}, outlet {outlet === '' ? 'not stated' : <bdi>“{outlet}”</bdi>}, published{' '}
      {publishedOn ?? 'not stated'}
    </>
  );
}
