import type { TextRange } from '@/lib/text/offset';
import { toTextRange } from '@/lib/text/offset';
import type { Section } from './alpha-u';

/** A piece of the text that holds some of the sections of each person, and cuts none. */
export type Passage = TextRange & { readonly sections: readonly (readonly Section[])[] };

/**
 * The text in passages, cut half way through every gap that all left: what a bootstrap draws where figures are about
 * places, because claims that overlap stand and fall together. One passage where nobody marked anything. Costs n log n.
 *
 *     A   [==]  [=====]       [==]
 *     B  [===]      [====]
 *        |    ^           ^       |
 */
export function toPassages(people: readonly (readonly Section[])[], continuum: TextRange): readonly Passage[] {
  const all = people
    .flatMap((sections, person) => sections.map((section) => ({ section, person })))
    .sort((a, b) => a.section.start - b.section.start || a.section.end - b.section.end);
  const passages: Passage[] = [];
  let [start, reached]: [number, number | null] = [continuum.start, null];
  let held: Section[][] = people.map(() => []);
  for (const { section, person } of all) {
    if (reached !== null && section.start > reached) {
      const cut = Math.floor((reached + section.start) / 2);
      passages.push({ ...toTextRange(start, cut), sections: held });
      [start, held] = [cut, people.map(() => [])];
    }
    held[person]?.push(section);
    reached = Math.max(reached ?? 0, section.end);
  }
  return [...passages, { ...toTextRange(start, continuum.end), sections: held }];
}

/** Passages, any of them several times, laid one after the other: a text that could have been. Linear. */
export function joinPassages(passages: readonly Passage[]): {
  readonly people: readonly (readonly Section[])[];
  readonly continuum: TextRange;
} {
  const people: Section[][] = (passages[0]?.sections ?? []).map(() => []);
  let at = 0;
  for (const { start, end, sections } of passages) {
    const by = at - start;
    sections.forEach((own, person) => {
      for (const { start: from, end: to, category } of own) people[person]?.push({ ...toTextRange(from + by, to + by), category });
    });
    at += end - start;
  }
  return { people, continuum: toTextRange(0, at) };
}
