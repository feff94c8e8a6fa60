/** Dates and numbers as exports write them: the same on every machine, since files are compared byte for byte. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const SMALL_NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `12 August 2025`, in UTC. */
export function toDayText(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `12 August 2025, 14:03 UTC`. */
export function toTimeText(date: Date): string {
  const clock = [date.getUTCHours(), date.getUTCMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${toDayText(date)}, ${clock} UTC`;
}

/** `2,258`. */
export function toNumberText(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 claim`, `26 claims`. The plural is `noun` with an s unless given. */
export function toCountText(value: number, noun: string, plural = `${noun}s`): string {
  return `${toNumberText(value)} ${value === 1 ? noun : plural}`;
}

/** Up to twelve in letters, "none" for 0, above that in figures. */
export function toWord(value: number): string {
  return SMALL_NUMBERS[value] ?? toNumberText(value);
}

export function toSentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A share of 0 to 1 as a whole percentage. Less than half of one per cent is said so, not rounded to nothing; null is a dash. */
export function toPercentText(share: number | null): string {
  if (share === null) return '–';
  if (share > 0 && share < 0.005) return '<1%';
  return `${Math.round(share * 100)}%`;
}

/** `a`, `a and b`, `a, b and c`. */
export function toListText(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Text cut at a word near `length` UTF-16 units, with an ellipsis where it was cut; never inside a pair. */
export function toExcerpt(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length + 1);
  const word = cut.lastIndexOf(' ');
  const kept = word > length / 2 ? cut.slice(0, word) : line.slice(0, length).replace(/[\ud800-\udbff]$/u, '');
  return `${kept.replace(/(?<![\s,;:.–-])[\s,;:.–-]+$/u, '')}…`;
}
