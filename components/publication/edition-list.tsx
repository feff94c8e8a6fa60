import { RelativeTime } from '@/components/ui/relative-time';
import { changeLine } from '@/lib/publication/changes';
import { editionPath, type Publication, type Standing } from '@/lib/publication/publication';
import { CloseDialog, ReopenButton } from './close-dialog';

type EditionListProps = { publication: Publication; standing: Standing; canClose: boolean; canReopen: boolean };

/** What was published, the newest first: when, by whom, with which hash, what it changed, and whether it is closed. */
export function EditionList({ publication, standing, canClose, canReopen }: EditionListProps) {
  const { articleId, version, slug, editions } = publication;
  return (
    <ol className="grid">
      {editions.map(({ number, sha256, publishedAt, publishedBy, note, changes, closed }, at) => (
        <li key={number} className="grid gap-1 border-rule border-t py-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <b className="font-medium">Edition {number}</b>
            <span className="text-ink-2">
              <bdi>{publishedBy.name}</bdi>, <RelativeTime at={publishedAt} />
            </span>
            {at === 0 || closed !== null || !canClose ? null : (
              <span className="ms-auto">
                <CloseDialog articleId={articleId} version={version} number={number} />
              </span>
            )}
          </p>
          {closed === null ? null : (
            <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1 rounded-m bg-sunken px-3 py-2">
              <p className="min-w-0 flex-1 break-words">
                <b className="font-medium">Closed</b> by <bdi>{closed.by.name}</bdi>, <RelativeTime at={closed.at} />:{' '}
                <bdi>{closed.reason}</bdi>
              </p>
              {canReopen ? <ReopenButton articleId={articleId} version={version} number={number} /> : null}
            </div>
          )}
          <p className="break-all font-mono text-ink-2 text-small">
            <span className="font-sans">SHA-256 </span>
            {standing === 'readable' && closed === null ? <a href={editionPath(slug, sha256)}>{sha256}</a> : sha256}
          </p>
          {note === '' ? null : (
            <blockquote dir="auto" className="quoted break-words border-rule-2 border-s-2 ps-2.5 text-quote">
              {note}
            </blockquote>
          )}
          {changes.length === 0 ? null : (
            <ul className="grid list-disc gap-0.5 ps-4.5 text-ink-2">
              {changes.map((change) => (
                <li key={changeLine(change)} dir="auto" className="break-words">
                  {changeLine(change)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
