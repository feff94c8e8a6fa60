import { UNGUARDED } from '@/lib/assignments/checking';
import { toClaimResource } from '@/lib/claims/claim';
import { deny } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import type { QueueItem, QueuePage } from '@/lib/review/queue';
import { byStanding, type QueueSort } from '@/lib/review/queue/order';
import type { Triage } from './triage';

/** A page as it came, and which claims it does not list were nevertheless in its total. */
export type ReceivedPage = QueuePage & { readonly countedElsewhere: ReadonlySet<string> };

/** To be called when a page arrives, since `total` was counted then. */
export function receivePage(page: QueuePage, triage: Triage): ReceivedPage {
  const listed = listedIds(page);
  const counted = [...triage.remembered.keys()].filter((id) => {
    const known = triage.known.get(id);
    return !listed.has(id) && (known === undefined || known?.state === 'submitted');
  });
  return { ...page, countedElsewhere: new Set(counted) };
}

/**
 * The rows to show, in the order of the list: the page without what has left it, and with what came back to it
 * (an undone decision, a refused one). Each claim is the newest the window knows of.
 */
export function shownItems(page: QueuePage, triage: Triage, actor: Actor, sort: QueueSort = 'waiting'): readonly QueueItem[] {
  const listed = listedIds(page);
  const others = [...triage.remembered.values()].filter(({ claim }) => !listed.has(claim.id));
  const shown = [...page.items, ...others].filter((item) => isShown(item, triage)).map((item) => newest(item, triage, actor));
  return others.length === 0 ? shown : shown.sort(({ standing: a }, { standing: b }) => byStanding(sort)(a, b));
}

/** How many claims that match are left to decide, on this page and on the others; null while they are not counted. */
export function countLeft(page: ReceivedPage, triage: Triage): number | null {
  if (page.total === null) return null;
  const gone = countGone(page, triage);
  const listed = listedIds(page);
  let elsewhere = 0;
  for (const [id, item] of triage.remembered) {
    if (listed.has(id)) continue;
    const counted = page.countedElsewhere.has(id);
    if (isOpen(item, triage) && !counted) elsewhere += 1;
    if (!isOpen(item, triage) && counted) elsewhere -= 1;
  }
  return Math.max(0, page.total - gone + elsewhere);
}

/** How many claims of the page cannot be decided any more. */
export function countGone({ items }: Pick<QueuePage, 'items'>, triage: Triage): number {
  return items.filter((item) => !isOpen(item, triage)).length;
}

/** What has the selection once the row at `index` has left: the one after it, else the one before it. */
export function afterLeaving(items: readonly QueueItem[], index: number): QueueItem | null {
  return items[index + 1] ?? items[index - 1] ?? null;
}

/** Whether the claim can still be decided: nothing refused it and nobody else was quicker. */
export function isOpen(item: QueueItem, triage: Triage): boolean {
  const { id, version } = item.claim;
  const last = triage.outbox.findLast((entry) => entry.item.claim.id === id);
  if (last !== undefined) return last.act.kind === 'undo';
  const known = triage.known.get(id);
  if (known === undefined) return true;
  if (known === null) return false;
  return known.version < version || known.state === 'submitted';
}

/** A claim somebody else decided stays on the list until the person has read so. */
function isShown(item: QueueItem, triage: Triage): boolean {
  if (isOpen(item, triage)) return true;
  const notice = triage.notices.get(item.claim.id);
  return notice !== undefined && notice.act.kind !== 'undo';
}

function newest(item: QueueItem, triage: Triage, actor: Actor): QueueItem {
  const known = triage.known.get(item.claim.id);
  if (known === undefined || known === null || known.version <= item.claim.version) return item;
  return { ...item, claim: known, approveRefusal: deny(actor, 'claim.approve', toClaimResource(known, UNGUARDED))?.message ?? null };
}

function listedIds(page: QueuePage): ReadonlySet<string> {
  return new Set(page.items.map(({ claim }) => claim.id));
}
