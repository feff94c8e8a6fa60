import { RelativeTime } from '@/components/ui/relative-time';
import { changeLine } from '@/lib/publication/changes';
import { editionPath, type Publication, type Standing } from '@/lib/publication/publication';

/** What was published, the newest first: when, by whom, with which hash, and what it changed. */
export function EditionList({ publication: { slug, editions }, standing }: { publication: Publication; standing: Standing }) {
  return (
    <ol className="grid">
      {editions.map(({ number, sha256, publishedAt, publishedBy, note, changes }) => (
        <li key={number} className="grid gap-1 border-rule border-t py-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <b className="font-medium">Edition {number}</b>
            <span className="text-ink-2">
              <bdi>{publishedBy.name}</bdi>, <RelativeTime at={publishedAt} />
            </span>
          </p>
          <p className="break-all font-mono text-ink-2 text-small">
            <span className="font-sans">SHA-256 </span>
            {standing === 'readable' ? <a href={editionPath(slug, sha256)}>{sha256}</a> : sha256}
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
