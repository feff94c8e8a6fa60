import type { SourceRecord } from '@/lib/sources/source-record';
import { MergeButton } from './merge-button';
import type { SourceHandle } from './source-handle';
import { SplitButton } from './split-button';

/** What was merged into the source, each with the way back. */
export function SameSource({ record, handle, mayMerge }: { record: SourceRecord; handle: SourceHandle; mayMerge: boolean }) {
  const names = new Map(record.merged.map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby="same-source" className="block-section">
      <h2 id="same-source">
        Same source
        {mayMerge ? (
          <span className="more">
            <MergeButton source={handle} />
          </span>
        ) : null}
      </h2>
      {record.merged.length === 0 ? (
        <p className="mt-1 text-ink-3">Nothing was merged into it.</p>
      ) : (
        <ul className="side-list">
          {record.merged.map((merged) => (
            <li key={merged.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
              <span className="min-w-0 flex-1 break-words">
                <bdi className="quoted">{merged.name}</bdi>
                {merged.mergedIntoId === record.id ? null : (
                  <span className="block text-ink-3 text-small">
                    through <bdi>{names.get(merged.mergedIntoId)}</bdi>, and leaves with it
                  </span>
                )}
              </span>
              {mayMerge ? <SplitButton merged={merged} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
