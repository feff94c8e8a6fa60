import { findQuote, type QuoteFound } from '@/lib/anchoring/find-quote';
import type { TextRange } from '@/lib/text/offset';
import { trimRange } from '@/lib/text/trim-range';
import { sentencesOf } from '../session/chain-acts';
import { startClaim } from '../session/form-acts';
import type { Session } from '../session/session';
import { tell } from '../session/write-acts';

/** Opens the field that makes a claim of pasted words. */
export function openQuote(session: Session): void {
  session.patch({ tool: { kind: 'quote' } });
}

export function findPasted(session: Session, words: string): QuoteFound {
  return findQuote(session.data.revision.text, words, session.sentences());
}

/** The words around a place, so that one of several can be told: its sentences, cut in three. */
export function contextOf(session: Session, { start, end }: TextRange): readonly [string, string, string] {
  const { text } = session.data.revision;
  const around = sentencesOf(session, [{ start, end }]);
  const from = around[0]?.start ?? start;
  const to = around.at(-1)?.end ?? end;
  return [text.slice(Math.min(from, start), start), text.slice(start, end), text.slice(end, Math.max(to, end))];
}

/** The form opens on these words, as if they had been selected. */
export function quoteIt(session: Session, range: TextRange): void {
  const words = trimRange(session.data.revision.text, range);
  session.patch({ tool: null });
  if (words === null) return tell(session, 'There are no words there.');
  session.surface()?.select({ anchor: words.start, head: words.end }, true);
  startClaim(session);
}
