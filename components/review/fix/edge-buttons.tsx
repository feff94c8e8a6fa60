import { Button } from '@/components/ui/button';
import type { Direction, Edge } from '@/lib/text/words';
import type { SentenceSpan } from '../sentence';
import { moveSpanEdge } from './span-edges';

const MOVES: readonly { edge: Edge; direction: Direction; label: string; word: string }[] = [
  { edge: 'start', direction: 'previous', label: 'Start one word earlier', word: 'earlier' },
  { edge: 'start', direction: 'next', label: 'Start one word later', word: 'later' },
  { edge: 'end', direction: 'previous', label: 'End one word earlier', word: 'earlier' },
  { edge: 'end', direction: 'next', label: 'End one word later', word: 'later' },
];

type EdgeButtonsProps = { spans: readonly SentenceSpan[]; onMove: (index: number, span: SentenceSpan) => void };

/** Moves the edges of the claim's words, word by word, inside the sentence; the sentence above shows it. */
export function EdgeButtons({ spans, onMove }: EdgeButtonsProps) {
  return spans.map((span, index) => {
    const part = spans.length === 1 ? '' : ` of part ${index + 1}`;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
      <fieldset key={index} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <legend className="mb-1.5 font-medium">
          {spans.length === 1 ? 'Edges, word by word' : `Edges of part ${index + 1}, word by word`}
        </legend>
        {(['start', 'end'] as const).map((edge) => (
          <span key={edge} className="flex items-center gap-1.5">
            <span aria-hidden="true" className="text-ink-2">
              {edge === 'start' ? 'Start' : 'End'}
            </span>
            {MOVES.filter((move) => move.edge === edge).map(({ direction, label, word }) => {
              const moved = moveSpanEdge(span, edge, direction);
              return (
                <Button
                  key={label}
                  size="s"
                  aria-label={label + part}
                  unavailable={moved === span}
                  onClick={() => moved !== span && onMove(index, moved)}
                >
                  {word}
                </Button>
              );
            })}
          </span>
        ))}
      </fieldset>
    );
  });
}
