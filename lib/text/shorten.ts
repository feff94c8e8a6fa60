/** How much of a sentence is shown on either side of a claim, in UTF-16 units. */
const CONTEXT_MAX = 140;

/** The beginning of a text, cut between words where it has spaces, and marked where it was cut; all of it where it is short. */
export function firstPart(text: string, max: number = CONTEXT_MAX): string {
  if (text.length <= max) return text;
  const part = text.slice(0, max);
  return `${part.replace(/\s+\S*$/u, '').replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The end of a text, cut between words where it has spaces, and marked where it was cut; all of it where it is short. */
export function lastPart(text: string, max: number = CONTEXT_MAX): string {
  if (text.length <= max) return text;
  const part = text.slice(-max);
  return `…${part.replace(/^\S*\s+/u, '').replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** The beginning of a text, at most `max` UTF-16 units and the mark where it was cut; never inside a surrogate pair. */
export function cutAt(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
