import { describe, expect, it } from 'vitest';
import { afterLeaving, countLeft, isOpen, receivePage, shownItems } from '@/components/review/triage/list';
import {
  answer,
  decide,
  dismiss,
  EMPTY_TRIAGE,
  keepReading,
  markSending,
  refuse,
  type Triage,
  turnPage,
  undo,
} from '@/components/review/triage/triage';
import { appError } from '@/lib/kernel/app-error';
import type { QueueItem } from '@/lib/review/queue';
import { APPROVE, at, EDITOR, itemOf, later, numbersOf, pageOf } from './queue-items';

const page = receivePage(pageOf([1, 2, 3], 60), EMPTY_TRIAGE);
const two = itemOf(2);

function approvedAndAnswered(triage: Triage, item: QueueItem, key: string): Triage {
  return answer(markSending(decide(triage, { key, item, act: APPROVE }), key), key, later(item, 'approved'));
}

describe('the list', () => {
  it('is the page as it came while nothing was decided', () => {
    expect(numbersOf(shownItems(page, EMPTY_TRIAGE, EDITOR))).toEqual([1, 2, 3]);
    expect(countLeft(page, EMPTY_TRIAGE)).toBe(60);
  });

  it('loses the decided claim at once, and keeps without it when the answer comes', () => {
    const decided = decide(EMPTY_TRIAGE, { key: 'a', item: two, act: APPROVE });
    const answered = approvedAndAnswered(EMPTY_TRIAGE, two, 'a');
    for (const triage of [decided, answered]) {
      expect(numbersOf(shownItems(page, triage, EDITOR))).toEqual([1, 3]);
      expect(countLeft(page, triage)).toBe(59);
    }
  });

  it('gets the undone claim back in its place at once, as the server has it once that answered', () => {
    const asked = undo(approvedAndAnswered(EMPTY_TRIAGE, two, 'a'), 'z');
    expect(numbersOf(shownItems(page, asked, EDITOR))).toEqual([1, 2, 3]);
    expect(countLeft(page, asked)).toBe(60);
    const undone = answer(markSending(asked, 'z'), 'z', later(two, 'submitted', 2));
    expect(at(shownItems(page, undone, EDITOR), 1).claim.version).toBe(4);
  });

  it('keeps the claim that is read in its place although a newer page lacks it, and does not count it', () => {
    const triage = keepReading(EMPTY_TRIAGE, two);
    const newer = receivePage(pageOf([1, 3], 59), triage);
    expect(numbersOf(shownItems(newer, triage, EDITOR))).toEqual([1, 2, 3]);
    expect(countLeft(newer, triage)).toBe(59);
  });

  it('gets the refused claim back in its place', () => {
    const triage = refuse(markSending(decide(EMPTY_TRIAGE, { key: 'a', item: two, act: APPROVE }), 'a'), 'a', appError('FOUR_EYES'));
    expect(numbersOf(shownItems(page, triage, EDITOR))).toEqual([1, 2, 3]);
    expect(countLeft(page, triage)).toBe(60);
  });

  it('keeps a claim somebody else decided until that was read, but does not count it', () => {
    const current = later(two, 'returned', 1);
    let triage = refuse(
      markSending(decide(EMPTY_TRIAGE, { key: 'a', item: two, act: APPROVE }), 'a'),
      'a',
      appError('STALE', undefined, { current }),
    );
    expect(at(shownItems(page, triage, EDITOR), 1).claim.state).toBe('returned');
    expect(isOpen(two, triage)).toBe(false);
    expect(countLeft(page, triage)).toBe(59);
    triage = dismiss(triage, two.claim.id);
    expect(numbersOf(shownItems(page, triage, EDITOR))).toEqual([1, 3]);
  });

  it('asks the permission table again about a claim that changed', () => {
    const current = { ...later(two, 'submitted', 1), lastEditedBy: { id: EDITOR.userId, name: EDITOR.name } };
    const triage = refuse(
      markSending(decide(EMPTY_TRIAGE, { key: 'a', item: two, act: APPROVE }), 'a'),
      'a',
      appError('STALE', undefined, { current }),
    );
    expect(at(shownItems(page, triage, EDITOR), 1).approveRefusal).toMatch(/^Four eyes/);
  });

  it('loses again the claim whose undo was refused', () => {
    const asked = undo(approvedAndAnswered(EMPTY_TRIAGE, two, 'a'), 'z');
    const triage = refuse(markSending(asked, 'z'), 'z', appError('ILLEGAL_TRANSITION'));
    expect(numbersOf(shownItems(page, triage, EDITOR))).toEqual([1, 3]);
    expect(triage.notices.get(two.claim.id)?.act).toEqual({ kind: 'undo' });
  });

  it('believes a newer page more than an older answer', () => {
    const triage = approvedAndAnswered(EMPTY_TRIAGE, two, 'a');
    const again = itemOf(2, { version: 6 });
    expect(isOpen(again, triage)).toBe(true);
  });

  it('hides a claim that an older page still lists', () => {
    const triage = approvedAndAnswered(EMPTY_TRIAGE, two, 'a');
    const late = receivePage(pageOf([1, 2, 3], 60), triage);
    expect(numbersOf(shownItems(late, triage, EDITOR))).toEqual([1, 3]);
    expect(countLeft(late, triage)).toBe(59);
  });
});

describe('another page', () => {
  it('shows a claim of the page before it when its decision is undone, first and counted', () => {
    const decided = turnPage(approvedAndAnswered(EMPTY_TRIAGE, two, 'a'));
    const next = receivePage(pageOf([51, 52], 59), decided);
    const undone = undo(decided, 'z');
    expect(numbersOf(shownItems(next, undone, EDITOR))).toEqual([2, 51, 52]);
    expect(countLeft(next, undone)).toBe(60);
  });

  it('does not count twice a claim that came back before the page was asked for', () => {
    const undone = undo(approvedAndAnswered(EMPTY_TRIAGE, two, 'a'), 'z');
    const answered = answer(markSending(undone, 'z'), 'z', later(two, 'submitted', 2));
    const same = receivePage(pageOf([51, 52], 60), answered);
    expect(countLeft(same, answered)).toBe(60);
    expect(numbersOf(shownItems(same, answered, EDITOR))).toEqual([2, 51, 52]);
    expect(countLeft(same, approvedAndAnswered(answered, itemOf(2, { version: 4 }), 'b'))).toBe(59);
  });

  it('never counts below nothing', () => {
    const triage = approvedAndAnswered(EMPTY_TRIAGE, two, 'a');
    expect(countLeft({ ...pageOf([2], 0), countedElsewhere: new Set() }, triage)).toBe(0);
  });
});

describe('the choice after a decision', () => {
  const items = [itemOf(1), itemOf(2), itemOf(3)];

  it('falls on the next row, at the end on the one before, and on none in an empty list', () => {
    expect(afterLeaving(items, 0)?.claim.number).toBe(2);
    expect(afterLeaving(items, 2)?.claim.number).toBe(2);
    expect(afterLeaving([itemOf(1)], 0)).toBeNull();
  });
});
