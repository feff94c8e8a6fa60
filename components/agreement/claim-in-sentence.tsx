import type { Parent } from '@/lib/adjudication/parent';
import { toSourceClass } from '@/lib/attribution/source-type';

/** A claim's words, marked as in the article, in the sentences they stand in. */
export function ClaimInSentence({ claim: { spans, sourceType } }: { claim: Parent }) {
  return (
    <p dir="auto" className="quote">
      {spans.map(({ start, before, quote, after }, at) => (
        <span key={start}>
          {at === 0 ? before : ' … '}
          <mark data-c={toSourceClass(sourceType)}>{quote}</mark>
          {at === spans.length - 1 ? after : ''}
        </span>
      ))}
    </p>
  );
}
