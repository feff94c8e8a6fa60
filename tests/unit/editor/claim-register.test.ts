import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Write } from '@/components/editor/outbox/entry';
import { EMPTY_OUTBOX, enqueue, markSending, type Outbox } from '@/components/editor/outbox/outbox';
import { overlay } from '@/components/editor/outbox/overlay';
import { createClaimRegister } from '@/components/editor/session/claim-register';
import { createTally } from '@/components/editor/session/tally';
import { toSourceClass } from '@/lib/attribution/source-type';
import { byPlace, type Claim } from '@/lib/claims/claim';
import { toTagValues } from '@/lib/claims/tag-values';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import { aClaim, aSpan, CHECKER, DESK } from '../../factories/report';

const TEXT = 'abcdefghij '.repeat(400);
const SETTING = { text: TEXT, me: CHECKER, deskId: DESK.id, articleId: 'article' };

const claimAt = (number: number, start: number, length: number): Claim => aClaim(number, [aSpan(TEXT, start, start + length)]);
const savedOf = (...claims: Claim[]) => new Map(claims.map((claim) => [claim.id, claim]));
const edit = (claim: Claim, start: number): Write => {
  const tag = { ...toTagValues(claim), spans: [{ ...toTextRange(start, start + 5) }] };
  return { kind: 'edit', claimId: claim.id, version: 1, tag };
};
const box = (...writes: Write[]): Outbox =>
  writes.reduce((outbox, write, at) => enqueue(outbox, { key: `key${at}`, at: 1000 + at, write }), EMPTY_OUTBOX);

describe('the claims shown', () => {
  it('are the saved ones with the unsent on top, in text order', () => {
    const register = createClaimRegister(SETTING);
    const [first, second] = [claimAt(1, 0, 9), claimAt(2, 20, 9)];
    register.update(savedOf(second, first), EMPTY_OUTBOX);
    expect(register.claims().map(({ number }) => number)).toEqual([1, 2]);
    const change = register.update(savedOf(second, first), box(edit(first, 3000)));
    expect(change?.come.map(({ id }) => id)).toEqual([first.id]);
    expect(register.claims().map(({ number }) => number)).toEqual([2, 1]);
    expect(register.touching(3000, 3001).map(({ id }) => id)).toEqual([first.id]);
    expect(register.touching(0, 9)).toEqual([]);
    expect(register.find(first.id)?.unsent).toBe(true);
  });

  it('stay the same objects while a write is on its way', () => {
    const register = createClaimRegister(SETTING);
    const claim = claimAt(1, 0, 9);
    const saved = savedOf(claim);
    const outbox = box(edit(claim, 50));
    register.update(saved, outbox);
    const before = register.claims();
    expect(register.update(saved, markSending(outbox, outbox.entries))).toBeNull();
    expect(register.claims()).toBe(before);
  });

  it('are after any changes what laying all over all would give', () => {
    const claim = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(4000), fc.integer({ min: 1, max: 90 }));
    const step = fc.record({
      saved: fc.uniqueArray(claim, { maxLength: 12, selector: ([number]) => number }),
      edits: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(4000)), { maxLength: 4 }),
      deletes: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
        const register = createClaimRegister(SETTING);
        const sentences: readonly TextRange[] = Array.from({ length: 400 }, (_, at) => toTextRange(at * 11, at * 11 + 10));
        const tally = createTally({ sentences: () => sentences, isSubmittable: ({ number }) => number % 2 === 0 });
        tally.covered();
        for (const { saved, edits, deletes } of steps) {
          const claims = savedOf(...saved.map(([number, start, length]) => claimAt(number, start, length)));
          const known = [...claims.values()];
          const writes = [
            ...edits.flatMap(([number, start]) => known.filter((one) => one.number === number).map((one) => edit(one, start))),
            ...deletes.flatMap((number) =>
              known.filter((one) => one.number === number).map((one): Write => ({ kind: 'delete', claimId: one.id, version: 1 })),
            ),
          ];
          const outbox = box(...writes);
          const change = register.update(claims, outbox);
          if (change !== null) tally.take(change);
          const naive = overlay(claims, outbox, SETTING);
          expect(register.claims()).toEqual(naive);
          expect(register.claims()).toEqual(register.claims().toSorted(byPlace));
          expect(tally.submittable()).toBe(naive.filter(({ number }) => number % 2 === 0).length);
          for (const [sourceClass, count] of tally.classes())
            expect(count).toBe(naive.filter(({ sourceType }) => toSourceClass(sourceType) === sourceClass).length);
          const covered = sentences.map(
            ({ start, end }) => naive.filter(({ spans }) => spans.some((one) => one.start < end && start < one.end)).length,
          );
          expect(Array.from(tally.covered().counts)).toEqual(covered);
          expect(tally.covered().some).toBe(covered.filter((count) => count > 0).length);
        }
      }),
    );
  });
});
