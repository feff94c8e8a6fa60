import { type XmlToken, xmlTokens } from './xml-tokens';

/** What LibreOffice read in a text document. White space is put together to single spaces. */
export type ReadDocument = {
  readonly annotations: readonly ReadAnnotation[];
  readonly footnotes: readonly ReadFootnote[];
  readonly headings: readonly string[];
  readonly deleted: readonly string[];
  readonly inserted: readonly string[];
};

/** `text` is what the annotation lies over, without the numbers of claims; `comment` what it says. */
export type ReadAnnotation = { readonly author: string; readonly comment: string; readonly text: string };

/** `before` is the text up to its sign, without the numbers of claims; `note` what it says. */
export type ReadFootnote = { readonly before: string; readonly note: string };

type Taker = { words: string };

/** What was deleted stands in the list of changes, or in the text between the change's ends: both are read. */
type Change = Taker & { readonly kind: 'text:deletion' | 'text:insertion' };

/** Reads a flat OpenDocument text (.fodt; OpenDocument 1.3, part 3: 14.1 annotations, 5.5 tracked changes). */
export function readFlatOdt(document: string): ReadDocument {
  const [annotations, changes] = [new Map<string, Record<'author' | 'comment' | 'text', Taker>>(), new Map<string, Change>()];
  const [body, footnotes, headings] = [{ words: '' }, [] as (Taker & { readonly before: string })[], [] as Taker[]];
  let region = '';
  const [overWords, stack] = [new Set<Taker>([body]), [] as { name: string; taker: Taker | null }[]];
  let annotation: Record<'author' | 'comment' | 'text', Taker> | undefined;
  const add = (words: string) => {
    const inner = stack.findLast(({ taker }) => taker !== null)?.taker;
    const aside = stack.some(
      ({ name }) => name === 'office:annotation' || name === 'text:note' || name === 'text:a' || name === 'text:tracked-changes',
    );
    if (inner !== undefined && inner !== null) inner.words += words;
    if (!aside) for (const taker of overWords) taker.words += words;
  };
  const takerOf = ({ name, attributes }: Exclude<XmlToken, { kind: 'text' }>): Taker | null => {
    if (name === 'office:annotation') {
      annotation = { author: { words: '' }, comment: { words: '' }, text: { words: '' } };
      annotations.set(attributes['office:name'] ?? '', annotation);
      return annotation.comment;
    }
    if (name === 'dc:creator' && stack.some((each) => each.name === 'office:annotation')) return annotation?.author ?? null;
    if (name === 'dc:date' || name === 'dc:creator' || name === 'meta:creator-initials' || name === 'text:note-citation')
      return { words: '' };
    if (name === 'text:changed-region') region = attributes['text:id'] ?? '';
    if (name === 'text:deletion' || name === 'text:insertion') {
      const change: Change = { kind: name, words: '' };
      changes.set(region, change);
      return change;
    }
    if (name !== 'text:note-body' && name !== 'text:h') return null;
    const taker = { words: '', before: body.words };
    (name === 'text:h' ? headings : footnotes).push(taker);
    return taker;
  };
  for (const token of xmlTokens(document)) {
    if (token.kind === 'text') add(token.text);
    else if (token.kind === 'open') stack.push({ name: token.name, taker: takerOf(token) });
    else if (token.kind === 'empty') {
      const range = annotations.get(token.attributes['office:name'] ?? '')?.text;
      if (token.name === 'office:annotation-end' && range !== undefined) overWords.delete(range);
      const change = changes.get(token.attributes['text:change-id'] ?? '');
      if (token.name === 'text:change-start' && change !== undefined) overWords.add(change);
      if (token.name === 'text:change-end' && change !== undefined) overWords.delete(change);
      if (['text:s', 'text:tab', 'text:line-break'].includes(token.name)) add(' ');
    } else {
      stack.pop();
      if (token.name === 'office:annotation' && annotation !== undefined) overWords.add(annotation.text);
      if (token.name === 'text:p' || token.name === 'text:h') add(' ');
    }
  }
  const words = (takers: Iterable<Taker>) => [...takers].map((taker) => squeeze(taker.words));
  return {
    annotations: [...annotations.values()].map(({ author, comment, text }) => ({
      author: squeeze(author.words),
      comment: squeeze(comment.words),
      text: squeeze(text.words),
    })),
    footnotes: footnotes.map(({ before, words: note }) => ({ before: squeeze(before), note: squeeze(note) })),
    headings: words(headings),
    deleted: words([...changes.values()].filter(({ kind }) => kind === 'text:deletion')),
    inserted: words([...changes.values()].filter(({ kind }) => kind === 'text:insertion')),
  };
}

/** Every run of white space as one space: a document written for people to read has line ends where it likes. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
