import 'server-only';
import { listOriginGroups } from '@/lib/attribution/data';
import type { Tx } from '@/lib/db/write-gate';
import type { Supports } from '../credibility';
import { listClaimsOf } from '../data';

/** What the origins behind one claim are counted from, as it stands inside the write. Linear in the article's claims. */
export async function listSupports(
  tx: Tx,
  claim: { readonly id: string; readonly articleId: string; readonly deskId: string },
): Promise<Supports> {
  const scope = { deskId: claim.deskId, articleId: claim.articleId };
  return { claimId: claim.id, claims: await listClaimsOf(tx, scope), groups: await listOriginGroups(tx, scope) };
}
