import type { TextRange } from '@/lib/text/offset';
import { useSession } from '../session/session-context';
import { takePartAway } from '../session/span-acts';

/** Words at either end of a part that are enough to know it by, in characters. */
const PART_MAX = 48;

/** The parts of words that do not stand together, each to be taken away. Nothing for words in one piece. */
export function SpanParts({ spans }: { spans: readonly TextRange[] }) {
  const session = useSession();
  if (spans.length < 2) return null;
  return (
    <ul className="span-parts" aria-label={`${spans.length} parts`}>
      {spans.map((span, index) => {
        const words = session.data.revision.text.slice(span.start, span.end);
        return (
          <li key={span.start}>
            <span className="quoted truncate" dir="auto">
              {words.slice(0, PART_MAX)}
            </span>
            <button
              type="button"
              className="btn s quiet"
              aria-label={`Take part ${index + 1} away: ${words.slice(0, PART_MAX)}`}
              onClick={() => takePartAway(session, span)}
            >
              Take away
            </button>
          </li>
        );
      })}
    </ul>
  );
}
