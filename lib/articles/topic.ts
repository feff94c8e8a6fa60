/** The longest topic, in Unicode code points. */
export const TOPIC_MAX = 60;

/** The topics that occur, each once, in alphabetical order; articles without one say nothing. */
export function topicsOf(articles: readonly { readonly topic: string }[]): readonly string[] {
  return [...new Set(articles.map(({ topic }) => topic))].filter((topic) => topic !== '').sort((a, b) => a.localeCompare(b, 'en'));
}
