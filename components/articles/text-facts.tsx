import { counted } from '@/lib/text/counted';
import { formatSize } from './format-size';
import type { TextFacts as Facts } from './measure-text';

/** What the text will be: its title, and how much of it there is. It has room for both from the start: what is below does not move. */
export function TextFacts({ facts, maxBytes }: { facts: Facts; maxBytes: number }) {
  const tooLarge = facts.bytes > maxBytes;
  return (
    <dl className="grid grid-cols-[74px_minmax(0,1fr)] gap-y-1">
      <dt className="text-small text-ink-3">Title</dt>
      <dd dir="auto" className="h-[27px] truncate text-start">
        {facts.title === null ? (
          <span className="text-ink-3">the first line of the text</span>
        ) : (
          <span className="quoted text-quote">{facts.title}</span>
        )}
      </dd>
      <dt className="text-small text-ink-3">Length</dt>
      <dd className="min-h-[2lh] text-ink-2 sm:min-h-[1lh]">
        {facts.bytes === 0 ? (
          <span className="text-ink-3">at most {formatSize(maxBytes)}</span>
        ) : (
          <>
            {facts.exact ? '' : 'about '}
            {counted(facts.words, 'word')}, {counted(facts.characters, 'character')},{' '}
            <span className={tooLarge ? 'font-strong text-alarm' : undefined}>
              {formatSize(facts.bytes)} of at most {formatSize(maxBytes)}
            </span>
          </>
        )}
      </dd>
    </dl>
  );
}
