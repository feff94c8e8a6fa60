import 'server-only';
import { findArticle } from '@/lib/articles/data';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { listClaims } from '@/lib/claims/data';
import type { Database } from '@/lib/db/database';
import { PRODUCT } from '@/lib/kernel/product';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { listTransitions } from '@/lib/review/data';

/** What to hand over: a report (approved claims only), or a working copy of the claims in these states. */
export type ExportChoice = { readonly kind: 'report' } | { readonly kind: 'working_copy'; readonly states: readonly ClaimState[] };

/** The choice a `status` parameter stands for: absent is the report, `all` or a comma-separated list a working copy. Null when it names no state. */
export function parseChoice(status: string | null | undefined): ExportChoice | null {
  if (status === null || status === undefined || status === '') return { kind: 'report' };
  if (status === 'all') return { kind: 'working_copy', states: CLAIM_STATES };
  const wanted = status.split(',').map((word) => word.trim());
  const states = CLAIM_STATES.filter((state) => wanted.includes(state));
  return states.length === wanted.length ? { kind: 'working_copy', states } : null;
}

/** Everything one export holds, or null when the desk has no such article. */
export async function readReport(
  db: Database,
  scope: { readonly deskId: string; readonly articleId: string; readonly now: Date },
  choice: ExportChoice,
): Promise<ReportModel | null> {
  const found = await findArticle(db, scope);
  if (found === null) return null;
  const [desk, claims, transitions] = await Promise.all([
    db.read.desk.findUniqueOrThrow({ where: { id: scope.deskId }, select: { id: true, name: true } }),
    listClaims(db, scope),
    listTransitions(db, scope),
  ]);
  // What a model holds is decided in one place, buildReport; it also says which states it could hold.
  return buildReport({
    kind: choice.kind,
    ...(choice.kind === 'report' ? {} : { statuses: choice.states }),
    desk,
    ...found,
    claims,
    transitions,
    generatedAt: scope.now,
    generator: PRODUCT,
  });
}
