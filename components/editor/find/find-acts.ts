import type { TagDraft } from '@/lib/claims/check-tag';
import { findWords } from '@/lib/text/find-words';
import { type FoldedText, type Folding, foldText, LOOSE } from '@/lib/text/fold-text';
import type { TextRange } from '@/lib/text/offset';
import { sentenceAt } from '@/lib/text/sentences';
import { openForm } from '../session/form-acts';
import { saveMoved } from '../session/open-acts';
import { type Session, selectedRange } from '../session/session';
import { tell } from '../session/write-acts';

/** More places than anyone walks through. */
export const FOUND_MAX = 5000;
/** As many claims as one act makes: more would be a flood nobody looks through. */
export const MARKED_MAX = 200;

export type FindHow = { readonly exact: boolean; readonly wholeWords: boolean };

const LETTER_BY_LETTER: Folding = { ...LOOSE, capitals: false, accents: false };

let searched: { readonly text: string; readonly exact: boolean; readonly folded: FoldedText } | null = null;

/** Where the words stand, in order. Letters as typed if `exact`; white space and quotation marks never matter. */
export function findInArticle(text: string, words: string, { exact, wholeWords }: FindHow): readonly TextRange[] {
  const folding = exact ? LETTER_BY_LETTER : LOOSE;
  if (searched?.text !== text || searched.exact !== exact) searched = { text, exact, folded: foldText(text, folding) };
  return findWords(text, searched.folded, words, folding, { max: FOUND_MAX, wholeWords });
}

/** Opens the find line, with the selected words in it. Where the caret is now is where Esc goes back to. */
export function openFind(session: Session): void {
  const { start, end } = selectedRange(session);
  const query = session.data.revision.text.slice(start, Math.min(end, start + 200));
  session.patch({ tool: { kind: 'find', query: query.includes('\n') ? '' : query, from: session.selected.get() } });
}

/** The find the walk begins with: the first from the caret on, else the first of all. */
export function firstFrom(found: readonly TextRange[], caret: number): number {
  return Math.max(
    0,
    found.findIndex(({ end }) => end > caret),
  );
}

/** The sentences that hold the finds, each once. */
export function sentencesWith(sentences: readonly TextRange[], found: readonly TextRange[]): readonly TextRange[] {
  const holding = new Set(found.flatMap(({ start }) => sentenceAt(sentences, start) ?? []));
  return [...holding].map((at) => sentences[at] as TextRange);
}

/** Opens the form for one claim at each of these places; what is chosen there counts for all. */
export function startEach(session: Session, places: readonly TextRange[]): void {
  const [first] = places;
  if (first === undefined) return tell(session, 'There is nothing to mark.');
  if (places.length > MARKED_MAX) {
    return tell(
      session,
      `${places.length.toLocaleString('en')} places are too many for one act: ${MARKED_MAX} at most. Look for something longer.`,
    );
  }
  saveMoved(session);
  session.patch({ tool: null });
  const draft: TagDraft = { spans: [first], sourceType: null, source: null, confidence: null, note: '' };
  openForm(session, null, { spans: [first], draft, chain: null, resolves: null, each: places });
}
