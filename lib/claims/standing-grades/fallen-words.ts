/** An approved claim with credibility 1. `title` of its article. */
export type StandingGrade = { readonly id: string; readonly articleId: string; readonly number: number; readonly title: string };

/** So many claims are named; of more the rest is counted. */
const NAMED_MAX = 6;

/**
 * Why a change cannot be: these claims are approved with a grade that would no longer stand.
 *
 *     C8 is approved with credibility 1, which rests on this group. Reopen it first, or grade it anew.
 *
 * @param grades at least one
 * @param on what they rest on, for the middle of a sentence
 * @param titled whether the claims may be of other articles than the one in front of the reader, which are then named
 */
export function fallenWords(grades: readonly StandingGrade[], { on, titled }: { readonly on: string; readonly titled: boolean }): string {
  const named = grades.slice(0, NAMED_MAX).map(({ number, title }) => (titled ? `C${number} of “${title}”` : `C${number}`));
  const rest = grades.length - named.length;
  const list = listOf([...named, ...(rest === 0 ? [] : [`${rest} more`])]);
  const one = grades.length === 1;
  return `${list} ${one ? 'is' : 'are'} approved with credibility 1, which rests on ${on}. Reopen ${one ? 'it' : 'them'} first, or grade ${one ? 'it' : 'them'} anew.`;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
