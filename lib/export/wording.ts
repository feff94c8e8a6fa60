/** Numbers and dates in English, for what is not the frame of a report: notices, the terminal. */
export { toCountText, toDayText, toListText, toNumberText, toPercentText, toSentenceCase, toTimeText, toWord } from '@/lib/frame/en/counts';

/** Text cut at a word near `length` UTF-16 units, with an ellipsis where it was cut; never inside a pair. */
export function toExcerpt(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length + 1);
  const word = cut.lastIndexOf(' ');
  const kept = word > length / 2 ? cut.slice(0, word) : line.slice(0, length).replace(/[\ud800-\udbff]$/u, '');
  return `${kept.replace(/(?<![\s,;:.–-])[\s,;:.–-]+$/u, '')}…`;
}
