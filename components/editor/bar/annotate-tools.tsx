'use client';

import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { ariaKeys, printKey } from '../keymap';
import { useSession, useView } from '../session/session-context';
import { submit } from '../session/write-acts';
import { ExportMenu } from './export-menu';
import { Meter } from './meter';
import { SaveLine } from './save-line';

/** The right end of the bar: how far the article is, whether everything is saved, out, and on to the editors. */
export function AnnotateTools() {
  const session = useSession();
  const { submitting } = useView();
  const count = session.tally.submittable();
  return (
    <>
      <Meter />
      <SaveLine />
      <LinkButton href={`/articles/${session.data.article.id}/sourcing`} tone="quiet" className="sourcing-button" prefetch={false}>
        Sourcing
      </LinkButton>
      <ExportMenu articleId={session.data.article.id} />
      <Button
        className="annotate-submit"
        unavailable={count === 0}
        shortcut={printKey('submit')}
        aria-keyshortcuts={ariaKeys('submit')}
        onClick={() => submit(session)}
      >
        {submitting ? 'Submits when saved' : count === 0 ? 'Submit' : `Submit ${count}`}
      </Button>
    </>
  );
}
