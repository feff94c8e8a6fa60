import type { Claim } from '@/lib/claims/claim';
import { fixAndApproveInput } from '@/lib/review/schema';
import { type FixValues, toFixInput } from './fix-values';

export type FixFault = { readonly field: 'spans' | 'sourceType' | 'source' | 'confidence' | 'note'; readonly message: string };

/** What the server would refuse about the form, by its own schema; null when nothing. `key` is any UUID. */
export function checkFix(claim: Pick<Claim, 'id' | 'version'>, values: FixValues, key: string): FixFault | null {
  const checked = fixAndApproveInput.safeParse({ key, claimId: claim.id, version: claim.version, ...toFixInput(values) });
  const issue = checked.error?.issues[0];
  if (issue === undefined) return null;
  const field = FIELDS.find((name) => name === issue.path[0]) ?? 'sourceType';
  return { field, message: issue.message };
}

const FIELDS = ['spans', 'sourceType', 'source', 'confidence', 'note'] as const;
