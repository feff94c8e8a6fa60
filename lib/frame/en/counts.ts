/** Numbers, dates, lists and counts: the same on every machine, since files are compared byte for byte. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const SMALL_NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `2,258`. */
export function toNumberText(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 claim`, `26 claims`. The plural is `noun` with an s unless given. */
export function toCountText(value: number, noun: string, plural = `${noun}s`): string {
  return `${toNumberText(value)} ${value === 1 ? noun : plural}`;
}

/** `12 August 2025`, in UTC. */
export function toDayText(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `12 August 2025, 14:03 UTC`. */
export function toTimeText(date: Date): string {
  const clock = [date.getUTCHours(), date.getUTCMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${toDayText(date)}, ${clock} UTC`;
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

export const COUNTS = {
  number: toNumberText,
  percent: toPercentText,
  day: toDayText,
  time: toTimeText,
  list: toListText,
  /** The first letter as at the head of a sentence. */
  sentenceCase: toSentenceCase,
  /** A label in the middle of a sentence. Where nouns keep their capital, the language has to know which labels begin with one. */
  within: (label: string) => label.toLowerCase(),
  claims: (count: number) => toCountText(count, 'claim'),
  approvedClaims: (count: number) => toCountText(count, 'approved claim'),
  approved: (count: number) => `${toNumberText(count)} approved`,
  codePoints: (count: number) => toCountText(count, 'code point'),
  /** How much is in it: claims in an article of so many words. */
  claimsInWords: (claims: number, words: number) => `${toCountText(claims, 'claim')} in ${toCountText(words, 'word')}`,
  /** `3 of 14`. */
  of: (count: number, all: number) => `${toNumberText(count)} of ${toNumberText(all)}`,
  /** After a figure: ` of 14`. */
  ofAll: (all: number) => `of ${toNumberText(all)}`,
  /** After some that were named: those left. */
  andMore: (rest: number) => ` and ${toNumberText(rest)} more`,
  inState: (count: number, state: string) => `${toNumberText(count)} ${state}`,
  fromTo: (first: string, last: string) => `${first} to ${last}`,
} as const;
