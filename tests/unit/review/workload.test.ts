import { expect, it } from 'vitest';
import { UNASSIGNED } from '@/lib/assignments/assignment';
import { FIRST_REASONS, reasonText, standingReasons } from '@/lib/review/return-reasons/return-reason';
import { saveReturnReasonsInput } from '@/lib/review/return-reasons/schema';
import { toWorkload } from '@/lib/review/workload/workload';

const NOW = new Date('2026-03-01T09:00:00.000Z');

it('counts what each has before them, who left with something to hand on first', () => {
  const person = (id: string, left = false) => ({ id, name: id, edits: false, left });
  const part = (personId: string) => ({ personId, since: NOW, leaseUntil: null, handedInAt: null, endedAt: null, heirId: null });
  const articles = [
    { ...UNASSIGNED, articleId: 'a', parts: [part('ann')] },
    { ...UNASSIGNED, articleId: 'b', parts: [part('ann'), { ...part('ben'), handedInAt: NOW }] },
    { ...UNASSIGNED, articleId: 'c', parts: [part('ben')], endedAt: NOW },
  ];
  const counts = [
    { personId: 'ann', state: 'submitted' as const, claims: 9 },
    { personId: 'cem', state: 'draft' as const, claims: 2 },
    { personId: 'cem', state: 'reopened' as const, claims: 1 },
    { personId: 'ben', state: 'returned' as const, claims: 1 },
  ];
  const workload = toWorkload([person('ann'), person('ben'), person('cem', true), person('dee', true)], {
    assignments: articles,
    counts,
    now: NOW,
  });
  expect(workload.map(({ id, articles: open, drafts, returned, waiting }) => [id, open, drafts, returned, waiting])).toEqual([
    ['cem', 0, 2, 1, 0],
    ['ann', 2, 0, 0, 9],
    ['ben', 0, 0, 1, 0],
  ]);
});

it('says a reason of the desk before what was written', () => {
  expect(reasonText({ label: 'Wrong source' }, ' The agency said it. ')).toBe('Wrong source. The agency said it.');
  expect(reasonText({ label: 'Wrong source' }, '  ')).toBe('Wrong source.');
  expect(reasonText(null, ' Why? ')).toBe('Why?');
});

it('offers the reasons that were not retired, and takes no list with the same one twice', () => {
  const [first, ...rest] = FIRST_REASONS.reasons;
  expect(standingReasons({ version: 1, reasons: [{ ...first, retired: true } as never, ...rest] })).toEqual(rest);
  const save = (reasons: readonly unknown[]) =>
    saveReturnReasonsInput.safeParse({ key: '00000000-0000-4000-8000-000000000000', version: 0, reasons }).success;
  const reason = { id: 'tone', label: ' Tone ', retired: false };
  expect(save([reason])).toBe(true);
  expect(save([reason, reason])).toBe(false);
  expect(save([reason, { ...reason, id: 'other', label: 'tone' }])).toBe(false);
  expect(save([{ ...reason, label: ' ' }])).toBe(false);
});
