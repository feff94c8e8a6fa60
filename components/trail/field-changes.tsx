import type { DiffPart } from '@/lib/text/diff';
import type { FieldChange } from '@/lib/trail/field-changes';

/** What became of each field: what went is struck out, what came is underlined; both are also said. `first`: it began so, and nothing is marked. */
export function FieldChanges({ changes, first }: { changes: readonly FieldChange[]; first: boolean }) {
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1 grid max-w-[75ch] gap-1.5">
      {changes.map(({ field, lines, quoted }) => (
        <div key={field} className="grid gap-x-3 @md:grid-cols-[96px_minmax(0,1fr)]">
          <dt className="text-ink-3 text-small">{field}</dt>
          <dd className={`grid min-w-0 gap-1 break-words ${quoted ? 'quoted text-quote' : ''}`}>
            {lines.map((parts, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an event never changes
              <p key={at} dir="auto" className="whitespace-pre-wrap">
                {first ? parts.map(({ text }) => text).join('') : <Line parts={parts} />}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Line({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map(({ kind, text }, at) => {
    const key = `${at} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const [Change, said, look] =
      kind === 'gone'
        ? (['del', 'taken out: ', 'bg-removed-wash text-removed line-through'] as const)
        : (['ins', 'put in: ', 'bg-added-wash text-added underline'] as const);
    // Two values side by side want a gap; two words of a sentence bring theirs along.
    const apart = kind === 'come' && at > 0 && parts.length === 2 && parts[0]?.kind === 'gone';
    return (
      <span key={key}>
        {apart ? ' ' : null}
        <Change className={`rounded-s px-0.5 ${look}`}>
          <span className="sr-only">{said}</span>
          {text}
        </Change>
      </span>
    );
  });
}
