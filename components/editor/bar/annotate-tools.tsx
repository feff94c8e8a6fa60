'use client';

import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { useSession, useView } from '../session/session-context';
import { submit } from '../session/write-acts';
import { useKeys } from '../use-keys';
import { ExportMenu } from './export-menu';
import { Meter } from './meter';
import { Others } from './others';
import { SaveLine } from './save-line';

/** The right end of the bar: how far the article is, whether everything is saved, out, and on to the editors. */
export function AnnotateTools() {
  const session = useSession();
  const keys = useKeys();
  const { claims, submitting } = useView();
  const count = session.tally.submittable();
  return (
    <>
      <Others />
      <Meter />
      <SaveLine />
      <LinkButton href={`/articles/${session.data.article.id}/sourcing`} tone="quiet" className="sourcing-button" prefetch={false}>
        Sourcing
      </LinkButton>
      <ExportMenu userId={session.data.actor.userId} articleId={session.data.article.id} claims={claims.length} />
      <Button
        className="annotate-submit"
        unavailable={count === 0}
        shortcut={keys.print('submit')}
        aria-keyshortcuts={keys.aria('submit')}
        onClick={() => submit(session)}
      >
        {submitting ? 'Submits when saved' : count === 0 ? 'Submit' : `Submit ${count}`}
      </Button>
    </>
  );
}
