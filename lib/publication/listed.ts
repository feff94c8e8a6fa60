import type { Frame } from '@/lib/frame/frame';
import type { Withheld } from '@/lib/report/withheld';
import { withoutDetails } from './changes';
import type { Edition } from './publication';

/** What a page tells of an edition: of its own and of those before it. */
export type ListedEdition = Pick<Edition, 'number' | 'sha256' | 'publishedAt' | 'note' | 'changes'> & { readonly closed?: boolean };

type Told = ListedEdition & { readonly closed: boolean; readonly withheld: readonly Withheld[] };

/**
 * What the page of the first of these editions may say of them all. A correction quotes what stood before it, so that it is told
 * by claim numbers alone where this edition withholds more than the correction did, and where either edition that it compares is
 * closed; what an editor remarked on an edition goes with the edition.
 *
 * @param editions the newest first; `withheld` as each was published
 * @param frame of the page; English when absent
 */
export function toListed(editions: readonly Told[], frame?: Frame): readonly ListedEdition[] {
  const own = editions[0]?.withheld ?? [];
  return editions.map(({ withheld, ...edition }, at) => {
    const lessWithheld = !withholdsAll(withheld, own);
    const short = lessWithheld || edition.closed || editions[at + 1]?.closed === true;
    const note = lessWithheld || edition.closed ? '' : edition.note;
    return { ...edition, note, changes: short ? withoutDetails(edition.changes, frame?.published.changes) : edition.changes };
  });
}

/** Whether `withheld` has all of `wanted`. */
export function withholdsAll(withheld: readonly Withheld[], wanted: readonly Withheld[]): boolean {
  return wanted.every((one) => withheld.includes(one));
}

/** The editions, open ones, that still show what `withheld` takes back, the newest first. */
export function stillShowing<Open extends Pick<Edition, 'closed' | 'withheld'>>(
  editions: readonly Open[],
  withheld: readonly Withheld[],
): readonly Open[] {
  return editions.filter((edition) => edition.closed === null && !withholdsAll(edition.withheld, withheld));
}
