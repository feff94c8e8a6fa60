import type { TextOffset } from './offset';

/**
 * The places in `start` to `end` where two sentences meet without a space, each right after the full stop. UAX #29 sees
 * neither a sentence nor a word boundary there, because the same characters stand in names and addresses.
 *
 *     ... the political system.However, as reported ...
 *                              ^
 *
 * Seen in pasted articles, where the markup between two paragraphs was lost. Linear.
 */
export function findJoins(text: string, start = 0, end = text.length): readonly TextOffset[] {
  const joins: TextOffset[] = [];
  let last = 0;
  for (const { index } of text.slice(start, end).matchAll(JOIN)) {
    const stop = start + index;
    const before = text.slice(Math.max(last, stop - REACH), stop);
    if (!WORD_BEFORE.test(before) || !WORD_AFTER.test(text.slice(stop + 1, stop + 1 + REACH))) continue;
    last = stop + 1;
    joins.push(last as TextOffset);
  }
  return joins;
}

/** A full stop between a small letter and a capital. */
const JOIN = /(?<=\p{Ll})\.(?=\p{Lu})/gu;

/** The word that ends at a join: two letters or more and no stop inside, so not "e.g.The", "p.m.He" or the end of an address. */
const WORD_BEFORE = /(?:^|[^\p{L}\p{M}\p{N}.@/_\\-])[\p{L}\p{M}\p{N}'’-]*\p{L}\p{M}*\p{Ll}$/u;

/** What follows: a capitalised word, or a word of one letter ("I", "A"); not the end of a file's or a site's name, nor of what stands before an @. */
const WORD_AFTER =
  /^(?!(?:Com|Net|Org|Info|Gov|Edu|Co|Io|Js|Md|Txt|Pdf|Doc|Docx|Html?)(?![\p{L}\p{M}]))(?![\p{L}\p{M}\p{N}._-]+@)\p{Lu}(?:\p{M}*[\p{Ll}'’]|\s)/u;

/** A word longer than this, in UTF-16 units, is no word of a language; looking further would make one huge line quadratic. */
const REACH = 64;
