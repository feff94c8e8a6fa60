import type { SourceClass } from '@/lib/attribution/source-type';

/** A day in words, UTC: "4 August 2025". */
export function longDay(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
}

/** A share from 0 to 1 in percent. An end that is not 0 or 1 is never rounded to it. */
export function inPercent(share: number): number {
  return share === 0 || share === 1 ? share * 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
}

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** A number at the beginning of a sentence: "Four", "12". */
export function numberWord(count: number): string {
  return SMALL[count] ?? count.toLocaleString('en');
}

/** Everybody of a class, as one says it: "All news relays". */
export const WHOLE_CLASS: Readonly<Record<SourceClass, string>> = {
  record: 'All on the record',
  relay: 'All news relays',
  document: 'All documents',
  anonymous: 'All anonymous sources',
  unnamed: 'All unnamed people and groups',
  none: 'All without a source',
};
