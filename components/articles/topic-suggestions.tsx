/** What fields name in `list` to offer them. */
export const TOPIC_SUGGESTIONS = 'topic-suggestions';

/** The desk's topics, once on a page, for every field on it where one is typed. */
export function TopicSuggestions({ topics }: { topics: readonly string[] }) {
  return (
    <datalist id={TOPIC_SUGGESTIONS}>
      {topics.map((topic) => (
        <option key={topic} value={topic} />
      ))}
    </datalist>
  );
}
