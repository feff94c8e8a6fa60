import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseKeptWrite } from '@/components/editor/outbox/parse-kept-write';
import { parseKeptAct } from '@/components/review/triage/left-acts';
import type { Claim } from '@/lib/claims/claim';
import { toTagValues } from '@/lib/claims/tag-values';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { newId } from '@/lib/kernel/ids';
import { buildReport, type ReportClaim, type ReportModel } from '@/lib/report/model';
import { exportedFile } from '@/tests/support/exported';
import { unpackedText } from '@/tests/support/unpacked';
import { reportInput } from '../../factories/arbitrary-report';

/** Fails to compile when a claim, or what exports are written from, gets a field for the desk's own note. */
type HasNone<Held> = 'deskNote' extends keyof Held ? never : true;
const none: readonly [HasNone<Claim>, HasNone<ReportClaim>, HasNone<ReportModel>] = [true, true, true];

const WORD = 'qzxwvkjyq';
/** A claim as no code of ours makes one: with a desk note hung on it, past the types. */
const withNote = (claim: Claim): Claim => ({ ...claim, deskNote: { text: WORD }, desk_note: WORD }) as Claim;

it('writes no export with a desk note, even of claims that carry one past their types', { timeout: 60_000 }, async () => {
  expect(none).toHaveLength(3);
  await fc.assert(
    fc.asyncProperty(reportInput({ claims: 4 }), async (input) => {
      const model = buildReport({ ...input, claims: input.claims.map(withNote) });
      for (const format of EXPORT_FORMATS) expect(unpackedText(await exportedFile(format, model))).not.toContain(WORD);
    }),
    { numRuns: 20 },
  );
});

it('keeps no desk note for later: what is read back from the browser has no place for one', () => {
  fc.assert(
    fc.property(
      reportInput({ claims: 2 }).filter(({ claims }) => claims.length > 0),
      ({ claims }) => {
        const claim = withNote(claims[0] as Claim);
        const key = newId();
        const restore = { key, at: 1, write: { kind: 'restore', claimId: claim.id, version: 1, claim } };
        const edit = { key, at: 1, write: { kind: 'edit', claimId: claim.id, version: 1, tag: toTagValues(claim), deskNote: WORD } };
        const item = { claim, article: { id: 'a', title: 't' }, approveRefusal: null };
        const act = { key, at: 1, sent: false, act: { kind: 'approve' }, version: 1, item };
        const kept = [parseKeptWrite(JSON.stringify(restore)), parseKeptWrite(JSON.stringify(edit)), parseKeptAct(JSON.stringify(act))];
        for (const one of kept) {
          expect(one).not.toBeNull();
          expect(JSON.stringify(one)).not.toContain(WORD);
        }
      },
    ),
    { numRuns: 30 },
  );
});
