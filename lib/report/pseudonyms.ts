import { v5 } from 'uuid';
import { REPORT } from '@/lib/frame/en/report';

/** A name and an id that stand for somebody else's, in one report. */
export type Pseudonym = { readonly id: string; readonly name: string };

/**
 * Pseudonyms by id: `Source 1`, `Source 2` in the order given, each id once. The new ids are names in the space of the revision
 * (UUID version 5, RFC 9562 section 5.5): made from `word` and the number alone, in whichever language the name is, so that they lead neither back nor to another article.
 */
export function pseudonymsOf(
  word: string,
  ids: Iterable<string>,
  revisionId: string,
  nameOf: (number: number) => string,
): ReadonlyMap<string, Pseudonym> {
  const given = new Map<string, Pseudonym>();
  for (const id of ids) {
    if (given.has(id)) continue;
    const number = given.size + 1;
    given.set(id, { id: v5(`${word} ${number}`, revisionId), name: nameOf(number) });
  }
  return given;
}

/** A name that is to go, and what stands in its place; `whole` where its last word alone is nobody's name, as in “the mayor’s man”. */
export type Replaced = { readonly name: string; readonly by: string; readonly whole?: boolean };

/** Scripts whose words stand without spaces between them: a name is looked for anywhere there. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const SHORTEST_SURNAME = 3;

/**
 * A function that takes names out of a text which people wrote: the whole name and its last word, in any case, as words of
 * their own. It cannot know other forms (a first name alone, “Kremlin’s man”, an ending in Russian). Made in the time of the
 * names, then linear in the text for each.
 *
 *     withoutNames([{ name: 'Ann Lee', by: 'Source 1' }])('Ask Lee, not Leeds')  // 'Ask Source 1, not Leeds'
 */
export function withoutNames(replaced: readonly Replaced[], oneOfThem: string = REPORT.redaction.oneOfThem): (text: string) => string {
  const forms = new Map<string, string>();
  const put = (form: string, by: string) => {
    const key = fold(form);
    if (key !== '') forms.set(key, forms.has(key) && forms.get(key) !== by ? oneOfThem : by);
  };
  for (const { name, by, whole = false } of replaced) {
    put(name, by);
    const words = fold(name).split(' ');
    const last = words.at(-1) ?? '';
    if (!whole && words.length > 1 && last.length >= SHORTEST_SURNAME) put(last, by);
  }
  if (forms.size === 0) return (text) => text;
  const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(toPattern).join('|'), 'giu');
  return (text) => text.replace(pattern, (found) => forms.get(fold(found)) ?? oneOfThem);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim();
}

function toPattern(form: string): string {
  const words = form.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  const whole = words.join('\\s+');
  return UNSPACED.test(form) ? whole : `(?<![\\p{L}\\p{M}\\p{N}])${whole}(?![\\p{L}\\p{M}\\p{N}])`;
}
