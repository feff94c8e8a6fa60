import { ActingAs } from '@/components/acting/acting-as';
import { EmptyState } from '@/components/ui/empty-state';
import type { EmbedWords } from '@/lib/publication/embed-codes';
import type { Preview } from '@/lib/publication/preview';
import type { Publication, Standing } from '@/lib/publication/publication';
import { AccessDialog } from './access-dialog';
import { EditionList } from './edition-list';
import { LinkPanel } from './link-panel';
import { PublishDialog } from './publish-dialog';
import { RestoreButton, RevokeDialog } from './revoke-dialog';
import { standingWords } from './standing-words';

type PublicationViewProps = {
  userId: string;
  articleId: string;
  publication: Publication | null;
  standing: Standing | null;
  embed: EmbedWords | null;
  preview: Preview | null;
  refusal: string | null;
  canRevoke: boolean;
  canClose: boolean;
  canReopen: boolean;
  home: string | null;
};

/** How the report of an article stands towards the public, and what an editor can do about it. */
export function PublicationView(props: PublicationViewProps) {
  const { userId, articleId, publication, standing, embed, preview, refusal, canRevoke, canClose, canReopen, home } = props;
  const version = publication?.version ?? 0;
  const publish =
    preview === null ? null : preview.claims === 0 ? null : (
      <PublishDialog articleId={articleId} publication={publication} preview={preview} />
    );
  return (
    <ActingAs userId={userId}>
      {publication === null || standing === null ? (
        <EmptyState
          title="This report is not published."
          action={
            publish === null ? null : (
              <div className="grid justify-items-start gap-3">
                {publish}
                <DraftLink articleId={articleId} />
              </div>
            )
          }
        >
          {refusal ?? (preview?.claims === 0 ? 'There is no approved claim to publish yet.' : 'Nobody outside the desk can read it.')}
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          <p className="text-ink-2">
            {standingWords(publication, standing)}{' '}
            {publication.expiresAt === null || standing !== 'readable' ? null : <Until at={publication.expiresAt} />}
          </p>
          {standing === 'readable' ? <LinkPanel publication={publication} embed={embed} home={home} /> : null}
          <div className="flex flex-wrap items-center gap-2">
            {publish}
            {preview === null ? null : <AccessDialog publication={publication} />}
            {standing === 'revoked' && preview !== null ? <RestoreButton articleId={articleId} version={version} /> : null}
            {standing !== 'revoked' && canRevoke ? <RevokeDialog articleId={articleId} version={version} /> : null}
          </div>
          {preview === null || preview.claims === 0 ? null : <DraftLink articleId={articleId} />}
          {refusal === null || !canRevoke ? null : <p className="text-ink-2">{refusal}</p>}
          <section aria-labelledby="editions">
            <h2 id="editions" className="pb-2 text-h3">
              What was published
            </h2>
            <EditionList publication={publication} standing={standing} canClose={canClose} canReopen={canReopen} />
          </section>
        </div>
      )}
    </ActingAs>
  );
}

/** The report as it stands now, to be read before it goes out. */
function DraftLink({ articleId }: { articleId: string }) {
  return (
    <a href={`/api/articles/${articleId}/export/html`} download>
      The report as it stands now, as a file
    </a>
  );
}

function Until({ at }: { at: Date }) {
  return (
    <>
      The link runs out on <time dateTime={at.toISOString()}>{at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time>.
    </>
  );
}
