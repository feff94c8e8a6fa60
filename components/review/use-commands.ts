import { useState } from 'react';
import { unreachable } from '@/lib/kernel/assert';
import type { QueueItem, QueuePage } from '@/lib/review/queue';
import type { DetailMode } from './claim-detail';
import { approvalWords, fixWords, standsNow } from './claim-words';
import type { DecideKind } from './decide-bar';
import { ARTICLE_LINK_ID, FIRST_FILTER_ID, HISTORY_ID } from './element-ids';
import type { Command } from './review-keys';
import type { Decided } from './triage/act';
import { afterLeaving } from './triage/list';
import type { Runner, Snapshot } from './triage/runner';
import { decisionsRefused, lastDone } from './triage/triage';
import type { useBulk } from './use-bulk';
import type { useDetailSheet } from './use-detail-sheet';
import type { usePageTurning } from './use-page-turning';
import type { useSelection } from './use-selection';

type Screen = {
  items: readonly QueueItem[];
  page: QueuePage;
  snapshot: Snapshot;
  runner: Runner;
  selection: ReturnType<typeof useSelection>;
  sheet: ReturnType<typeof useDetailSheet>;
  turning: ReturnType<typeof usePageTurning>;
  bulk: ReturnType<typeof useBulk>;
  userId: string;
  say: (text: string) => void;
  openKeys: () => void;
  openPalette: () => void;
};

/** Everything a key or a button can do on the screen. A form belongs to the claim it was opened for. */
export function useCommands({
  items,
  page,
  snapshot,
  runner,
  selection,
  sheet,
  turning,
  bulk,
  userId,
  say,
  openKeys,
  openPalette,
}: Screen) {
  const [form, setForm] = useState<{ readonly claimId: string; readonly mode: DetailMode } | null>(null);
  const { current, index } = selection;
  const mode = form !== null && form.claimId === current?.claim.id ? form.mode : 'read';
  const notice = current === null ? undefined : snapshot.triage.notices.get(current.claim.id);

  function decide(act: Decided): void {
    if (current === null) return;
    const next = afterLeaving(items, index);
    runner.decide(current, act);
    setForm(null);
    selection.select(next);
    if (next === null) sheet.close();
    else if (index === items.length - 1 && page.next !== null) turning.passLast();
  }

  function choose(kind: DecideKind) {
    if (current === null) return;
    const why = whyNot(kind, current);
    if (why !== null) return say(why);
    if (kind === 'approve') return decide({ kind });
    setForm({ claimId: current.claim.id, mode: kind });
    sheet.show();
  }

  function whyNot(kind: DecideKind, { claim, approveRefusal }: QueueItem): string | null {
    if (mode !== 'read' && kind !== 'return' && kind !== 'reject') return 'A form is open: Ctrl+Enter sends it, Esc closes it.';
    if (notice?.current === null) return 'This claim was deleted; there is nothing to decide.';
    if (claim.state !== 'submitted') return `${standsNow(claim.state)} There is nothing to decide.`;
    const approves = kind === 'approve' || kind === 'fix';
    if (!approves || approveRefusal === null) return null;
    return kind === 'fix' ? fixWords(claim, userId, approveRefusal) : `Not approved. ${approvalWords(claim, userId, approveRefusal)}`;
  }

  /** With claims selected the keys mean all of them. */
  function chooseAll(kind: DecideKind): void {
    if (kind === 'approve') return bulk.approve();
    if (kind === 'return') return bulk.askReason();
    say('Claims are selected: they can be approved or returned together. Esc leaves them out again.');
  }

  function undo() {
    const last = lastDone(snapshot.triage);
    if (last === null) return say('There is no decision of yours to undo here.');
    turning.stay();
    runner.undo();
    selection.select(last.item);
  }

  function move(to: number): void {
    const item = items[Math.min(Math.max(0, to), items.length - 1)];
    if (item === undefined) return;
    if (to >= items.length)
      say(page.next === null ? 'This is the last claim.' : 'This is the last claim of the page; “Next 50” stands below it.');
    if (item.claim.id !== current?.claim.id) setForm(null);
    selection.select(item);
  }

  function cancel(): void {
    setForm(null);
    selection.focus('row');
  }

  function back() {
    if (mode !== 'read') return cancel();
    sheet.close();
    selection.focus('row');
  }

  function open(item: QueueItem): void {
    if (item.claim.id !== current?.claim.id) setForm(null);
    sheet.show();
    selection.select(item);
  }

  function dismiss(): void {
    if (current === null || notice === undefined) return;
    const leaves = notice.act.kind !== 'undo' && (notice.current === null || current.claim.state !== 'submitted');
    selection.select(leaves ? afterLeaving(items, index) : current);
    runner.dismiss(current.claim.id);
  }

  /** All at once. What was read stays chosen, unless it leaves the list with its notice. */
  function dismissRefused(): void {
    const refused = decisionsRefused(snapshot.triage);
    const leaving = new Set(
      refused.flatMap(({ item, current: now }) => (now === undefined || now?.state === 'submitted' ? [] : [item.claim.id])),
    );
    const staying = (item: QueueItem) => !leaving.has(item.claim.id);
    selection.select(items.slice(index).find(staying) ?? items.slice(0, index).findLast(staying) ?? null);
    for (const { item } of refused) runner.dismiss(item.claim.id);
  }

  function command(name: Command) {
    switch (name) {
      case 'next':
        return move(index + 1);
      case 'previous':
        return move(index - 1);
      case 'first':
        return move(0);
      case 'last':
        return move(items.length - 1);
      case 'approve':
      case 'fix':
      case 'return':
      case 'reject':
        return bulk.marked.length === 0 ? choose(name) : chooseAll(name);
      case 'mark':
        return bulk.toggle(current);
      case 'markNext':
        return bulk.extend(items[index + 1]);
      case 'markPrevious':
        return bulk.extend(items[index - 1]);
      case 'clear':
        return bulk.clear();
      case 'undo':
        return undo();
      case 'open':
        return document.getElementById(ARTICLE_LINK_ID)?.click();
      case 'history':
        return document.getElementById(HISTORY_ID)?.click();
      case 'read':
        sheet.show();
        return selection.focus('detail');
      case 'back':
        return back();
      case 'filter':
        return document.getElementById(FIRST_FILTER_ID)?.focus();
      case 'help':
        return openKeys();
      case 'palette':
        return openPalette();
      default:
        return unreachable(name);
    }
  }

  return { mode, act: { command, decide, choose, undo, cancel, back, open, dismiss, dismissRefused } };
}
