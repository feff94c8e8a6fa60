/**
 * A sentence in pieces, some of which stand for figures: a reader is led from them to what they count. A language puts them in
 * the order that it needs. Put together they are the sentence, spaces and full stop included.
 */
export type Said<Figure extends string> = readonly (string | { readonly text: string; readonly figure: Figure })[];

export function saidText(said: Said<string>): string {
  return said.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
