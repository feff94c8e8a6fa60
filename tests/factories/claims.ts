import type { Claim } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import { createClaim, editClaim } from '@/lib/claims/mutations';
import type { CreateClaimInput, EditClaimInput } from '@/lib/claims/schema';
import type { Database } from '@/lib/db/database';
import type { Clock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import type { Actor } from '@/lib/permissions/roles';
import { moveClaim, submitClaims } from '@/lib/review/mutations';
import type { TestArticle } from './articles';
import { as, newKey, type TestDesk } from './people';

type TagInput = Pick<EditClaimInput, 'spans' | 'sourceType' | 'source' | 'confidence' | 'note'>;

/** An ordinary tag on “The mayor”, the first nine characters, with what the test wants different. */
export function toTagInput(different: Partial<TagInput> = {}): TagInput {
  return {
    spans: [{ start: 0, end: 9 }],
    sourceType: 'named_person',
    source: { name: 'The Mayor' },
    confidence: 'high',
    note: '',
    ...different,
  };
}

export function toCreateInput(article: TestArticle, different: Partial<CreateClaimInput> = {}): CreateClaimInput {
  return { key: newKey(), claimId: newId(), revisionId: article.revisionId, ...toTagInput(), ...different };
}

/** The claim as it stands, sent back with what the person changed. */
export function toEditInput(claim: Claim, different: Partial<EditClaimInput> = {}): EditClaimInput {
  return {
    key: newKey(),
    claimId: claim.id,
    version: claim.version,
    spans: claim.spans.map(({ start, end }) => ({ start, end })),
    sourceType: claim.sourceType,
    source: claim.source === null ? null : { id: claim.source.id },
    confidence: claim.confidence,
    note: claim.note,
    ...different,
  };
}

/** What a decision about the claim as it stands is sent with. */
export function toVersion(claim: { readonly id: string; readonly version: number }) {
  return { key: newKey(), claimId: claim.id, version: claim.version };
}

/** The value of a result that a test's arrangement counts on. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Refused with ${result.error.code}: ${result.error.message}`);
  return result.value;
}

export async function createTestClaim(
  db: Database,
  actor: Actor,
  article: TestArticle,
  { clock, ...different }: Partial<CreateClaimInput> & { readonly clock?: Clock } = {},
): Promise<Claim> {
  return valueOf(await createClaim(as(db, actor, 'claim.create', clock === undefined ? {} : { clock }), toCreateInput(article, different)));
}

/** A claim of the desk's checker brought into `state` by the writes people would use. */
export async function createTestClaimIn(
  db: Database,
  desk: TestDesk,
  article: TestArticle,
  state: ClaimState,
  { clock, ...different }: Partial<CreateClaimInput> & { readonly clock?: Clock } = {},
): Promise<Claim> {
  const more = clock === undefined ? {} : { clock };
  const draft = await createTestClaim(db, desk.checker, article, { ...different, ...more });
  if (state === 'draft') return draft;
  const claims = [{ id: draft.id, version: draft.version }];
  const [submitted] = valueOf(
    await submitClaims(as(db, desk.checker, 'claim.submit', more), { key: newKey(), articleId: article.articleId, claims }),
  );
  const decided = toVersion(submitted as Claim);
  switch (state) {
    case 'submitted':
      return submitted as Claim;
    case 'returned':
      return valueOf(await moveClaim(as(db, desk.editor, 'claim.return', more), 'return', { ...decided, reason: 'Who says so?' }));
    case 'rejected':
      return valueOf(await moveClaim(as(db, desk.editor, 'claim.reject', more), 'reject', { ...decided, reason: 'Not a claim.' }));
    case 'approved':
      return valueOf(await moveClaim(as(db, desk.editor, 'claim.approve', more), 'approve', decided));
    case 'reopened': {
      const approved = valueOf(await moveClaim(as(db, desk.editor, 'claim.approve', more), 'approve', decided));
      return valueOf(await editClaim(as(db, desk.checker, 'claim.edit', more), toEditInput(approved, { note: 'Reopened.' })));
    }
  }
}

/**
 * Many claims handed in by the desk's checker at one moment, in the order of their ids, for tests of reading. Written as
 * rows in one transaction: through the real writes each would cost two commits to disk.
 */
export async function insertSubmittedClaims(
  db: Database,
  desk: TestDesk,
  article: TestArticle,
  count: number,
  at: Date,
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  const { checker, deskId } = desk;
  const made = Array.from({ length: count }, () => ({ id: newId(), version: 2 }));
  await db.transact(async (_tx, direct) => {
    const [last] = direct.rows<{ number: number | null }>('SELECT MAX("number") AS "number" FROM "Claim" WHERE "articleId" = ?', [
      article.articleId,
    ]);
    made.forEach(({ id, version }, index) => {
      const { spans, source: _, ...tag } = toTagInput({ sourceType: 'author' });
      const by = {
        createdById: checker.userId,
        lastEditedById: checker.userId,
        earlierEditorIds: '[]',
        createdAt: at,
        updatedAt: at,
        submittedAt: at,
        deletedAt: null,
        supersededById: null,
      };
      const place = { deskId, articleId: article.articleId, revisionId: article.revisionId, number: (last?.number ?? 0) + index + 1 };
      direct.insert('Claim', { id, ...place, ...tag, sourceId: null, state: 'submitted', version, ...by });
      spans.forEach(({ start, end }, ordinal) => {
        direct.insert('ClaimSpan', { claimId: id, ordinal, start, end, quote: article.text.slice(start, end), before: '', after: '' });
      });
    });
  });
  return made;
}
