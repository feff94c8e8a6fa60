/** What a command palette offers. */
export type PaletteItem = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** As printed on the keys. */
  readonly keys?: readonly string[] | undefined;
  /** Other words it is found by. */
  readonly words?: string | undefined;
  /** Why it cannot be done now, in a sentence; it stays in the list, so that nobody looks for it in vain. */
  readonly unavailable?: string | null | undefined;
  readonly run: () => void;
};

/**
 * The items that hold every word typed, best first: those whose label begins with the words, then with a word beginning so,
 * then anywhere. Of equals the order stays, so that the same letters always lead to the same command.
 */
export function rankCommands(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  return items
    .flatMap((item) => {
      const rank = rankOf(fold(item.label), fold(item.words ?? ''), wanted);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function rankOf(label: string, words: string, wanted: readonly string[]): number | null {
  const whole = wanted.join(' ');
  if (label.startsWith(whole)) return 0;
  const ranks = wanted.map((word) => (startsAWord(label, word) ? 1 : label.includes(word) ? 2 : startsAWord(words, word) ? 3 : null));
  return ranks.includes(null) ? null : Math.max(...ranks.map((rank) => rank ?? 0));
}

function startsAWord(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
