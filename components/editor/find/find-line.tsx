import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { toBlocks } from '@/lib/anchoring/blocks';
import type { TextRange } from '@/lib/text/offset';
import { revealRange } from '../session/linked-claim';
import { useSession } from '../session/session-context';
import type { Tool } from '../session/view';
import { canPaintFinds, createFoundHighlights, type FoundHighlights } from '../text/found-highlights';
import { FOUND_MAX, findInArticle, firstFrom, MARKED_MAX, sentencesWith, startEach } from './find-acts';

/** Find in the article, in the place of the foot: nothing of the text moves or is covered. */
export function FindLine({ tool }: { tool: Extract<Tool, { kind: 'find' }> }) {
  const session = useSession();
  const { text } = session.data.revision;
  const input = useRef<HTMLInputElement>(null);
  const painter = useRef<FoundHighlights | null>(null);
  const [query, setQuery] = useState(tool.query);
  const [how, setHow] = useState({ exact: false, wholeWords: false });
  // Null until somebody walked: then it is the first from the caret on.
  const [walked, setWalked] = useState<number | null>(null);
  const found = useMemo(() => findInArticle(text, query, how), [text, query, how]);
  const at = walked ?? firstFrom(found, Math.min(tool.from.anchor, tool.from.head));
  const here = found[at] ?? null;
  const sentences = useMemo(() => sentencesWith(session.sentences(), found), [session, found]);

  useEffect(() => {
    const surface = session.surface();
    if (surface === null) return;
    const made = createFoundHighlights(surface.dom, toBlocks(text));
    painter.current = made;
    input.current?.focus();
    input.current?.select();
    return () => {
      painter.current = null;
      made.destroy();
    };
  }, [session, text]);

  useEffect(() => {
    painter.current?.draw(found, here);
    if (here === null) return;
    revealRange(session, here);
    if (!canPaintFinds()) session.surface()?.select({ anchor: here.start, head: here.end }, false);
  }, [session, found, here]);

  function walk(by: 1 | -1): void {
    if (found.length > 0) setWalked((at + by + found.length) % found.length);
  }

  /** Back to the text: with the find selected, or where the caret was. */
  function leave(selected: TextRange | null): void {
    session.patch({ tool: null });
    const surface = session.surface();
    surface?.select(selected === null ? tool.from : { anchor: selected.start, head: selected.end }, true);
    surface?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave(null);
    else if (event.key === 'Enter' && event.target === input.current) {
      if (event.ctrlKey || event.metaKey) leave(here);
      else walk(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className="foot find-line" aria-label="Find in the article" onKeyDown={onKeyDown}>
      <input
        ref={input}
        className="input mini"
        type="search"
        aria-label="Words to find"
        placeholder="Find in the article"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setWalked(null);
        }}
      />
      <span role="status" className="find-count">
        {countWords(query, at, found.length)}
      </span>
      <Button size="s" tone="quiet" aria-label="Previous" shortcut="Shift ↵" unavailable={found.length === 0} onClick={() => walk(-1)}>
        ‹
      </Button>
      <Button size="s" tone="quiet" aria-label="Next" shortcut="↵" unavailable={found.length === 0} onClick={() => walk(1)}>
        ›
      </Button>
      <label className="find-how">
        <input type="checkbox" checked={how.exact} onChange={({ target }) => setHow({ ...how, exact: target.checked })} />
        letters exactly
      </label>
      <label className="find-how">
        <input type="checkbox" checked={how.wholeWords} onChange={({ target }) => setHow({ ...how, wholeWords: target.checked })} />
        whole words
      </label>
      <span className="find-acts">
        <Button size="s" unavailable={found.length === 0} onClick={() => startEach(session, sentences)}>
          Mark {markWords(sentences.length, 'sentence')}
        </Button>
        <Button size="s" unavailable={found.length === 0} onClick={() => startEach(session, found)}>
          Mark {markWords(found.length, 'place')}
        </Button>
        <Button size="s" tone="quiet" shortcut="Ctrl ↵" unavailable={here === null} onClick={() => leave(here)}>
          Select
        </Button>
        <button type="button" className="keys" onClick={() => leave(null)}>
          <Kbd silent>Esc</Kbd>back
        </button>
      </span>
    </search>
  );
}

function countWords(query: string, at: number, count: number): string {
  if (query.trim() === '') return '';
  if (count === 0) return 'not there';
  return `${(at + 1).toLocaleString('en')} of ${count.toLocaleString('en')}${count === FOUND_MAX ? ' or more' : ''}`;
}

function markWords(count: number, what: string): string {
  const many = count > MARKED_MAX ? ` (${MARKED_MAX} at most)` : '';
  return count === 0 ? `${what}s` : `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}${many}`;
}
