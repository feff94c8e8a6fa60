import { describe, expect, it } from 'vitest';
import { batchInput } from '@/lib/actions/define-batch';

const submit = (claims: number) => ({ kind: 'submit', claims: Array.from({ length: claims }, () => ({ id: 'x' })) });
const faultOf = (writes: readonly unknown[]) => batchInput.safeParse({ writes }).error?.issues[0]?.message ?? null;

describe('what a batch may hold', () => {
  it('is so many writes, none of them looked into', () => {
    expect(faultOf(Array.from({ length: 200 }, () => ({ kind: 'edit', claimId: 'x', more: [] })))).toBeNull();
    expect(faultOf(Array.from({ length: 201 }, () => ({ kind: 'edit' })))).not.toBeNull();
    expect(faultOf([])).not.toBeNull();
  });

  it('names so many claims in all, ten times as many as one write may', () => {
    const fault = 'The changes of one request name at most 10000 claims.';
    expect(faultOf(Array.from({ length: 10 }, () => submit(1000)))).toBeNull();
    expect(faultOf([...Array.from({ length: 10 }, () => submit(1000)), submit(1)])).toBe(fault);
    const relations = Array.from({ length: 10_001 }, () => ({ claimId: 'x' }));
    expect(faultOf([{ kind: 'edit', details: { relations } }])).toBe(fault);
  });
});
