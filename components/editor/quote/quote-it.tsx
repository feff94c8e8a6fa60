import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { QuoteFound } from '@/lib/anchoring/find-quote';
import type { TextRange } from '@/lib/text/offset';
import { useSession, useView } from '../session/session-context';
import { contextOf, findPasted, quoteIt } from './quote-acts';

/** A claim of pasted or typed words: for hands that select elsewhere, and screen readers whose cursor never reaches the page. */
export function QuoteIt() {
  const session = useSession();
  const { tool } = useView();
  if (tool?.kind !== 'quote') return null;
  return (
    <Dialog
      title="Quote it"
      description="Paste or type words of the article: a claim is made of them."
      open
      keepFocus
      onOpenChange={(open) => {
        if (open) return;
        session.patch({ tool: null });
        session.surface()?.focus();
      }}
    >
      <QuoteForm />
    </Dialog>
  );
}

/** Choices listed at once; a longer quote tells the others apart. */
const LISTED_MAX = 20;

function QuoteForm() {
  const session = useSession();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<QuoteFound | null>(null);

  function find(): void {
    if (words.trim() === '') return;
    const answer = findPasted(session, words);
    const only = answer.how === 'exact' && answer.ranges.length === 1 ? answer.ranges[0] : undefined;
    if (only === undefined) setFound(answer);
    else take(only);
  }

  function take(range: TextRange): void {
    // The dialog goes first, or it would take the focus back from the form.
    flushSync(() => session.patch({ tool: null }));
    quoteIt(session, range);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    find();
  }

  return (
    <form
      className="quote-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        find();
      }}
    >
      <label className="label" htmlFor="quote-words">
        Words of the article
      </label>
      <textarea
        id="quote-words"
        className="input"
        rows={3}
        dir="auto"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setFound(null);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status">{found === null ? '' : foundWords(found)}</p>
      {found === null ? null : <Places found={found} onTake={take} />}
      <div className="panel-acts">
        <Button type="submit" tone="primary" className="sp" shortcut="↵">
          Find and tag
        </Button>
      </div>
    </form>
  );
}

function foundWords(found: QuoteFound): string {
  if (found.how === 'none') {
    return found.nearest === null
      ? 'These words are not in the article, nor words like them.'
      : 'These words are not in the article. Most like them is:';
  }
  const count = found.ranges.length;
  const places = count === 1 ? 'one place' : `${count} places`;
  const how = found.how === 'exact' ? '' : ', but for capitals, accents, white space or quotation marks';
  return `Found in ${places}${how}.${count > LISTED_MAX ? ` The first ${LISTED_MAX} are listed; a longer quote tells them apart.` : ''}`;
}

function Places({ found, onTake }: { found: QuoteFound; onTake: (range: TextRange) => void }) {
  const session = useSession();
  const ranges = found.how === 'none' ? (found.nearest === null ? [] : [found.nearest]) : found.ranges.slice(0, LISTED_MAX);
  return (
    <ul className="quote-places">
      {ranges.map((range) => {
        const [before, quote, after] = contextOf(session, range);
        return (
          <li key={range.start}>
            <button type="button" className="quote-place" dir="auto" onClick={() => onTake(range)}>
              {before}
              <b>{quote}</b>
              {after}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
