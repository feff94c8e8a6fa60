import 'server-only';
import { findArticle } from '@/lib/articles/data';
import type { Sight } from '@/lib/assignments/sight';
import { listOriginGroups } from '@/lib/attribution/data';
import { listClaims } from '@/lib/claims/data';
import type { Database } from '@/lib/db/database';
import { PRODUCT } from '@/lib/kernel/product';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { listTransitions } from '@/lib/review/data';
import type { ExportChoice } from './choice';

/** Everything one export holds, or null when the desk has no such article. */
export async function readReport(
  db: Database,
  scope: { readonly deskId: string; readonly articleId: string; readonly sight: Sight; readonly now: Date },
  choice: ExportChoice['claims'],
): Promise<ReportModel | null> {
  const found = await findArticle(db, scope);
  if (found === null) return null;
  const [desk, claims, transitions, groups] = await Promise.all([
    db.read.desk.findUniqueOrThrow({ where: { id: scope.deskId }, select: { id: true, name: true } }),
    listClaims(db, scope),
    listTransitions(db, scope),
    listOriginGroups(db.read, scope),
  ]);
  // What a model holds is decided in one place, buildReport; it also says which states it could hold.
  return buildReport({
    kind: choice.kind,
    ...(choice.kind === 'report' ? {} : { statuses: choice.states }),
    desk,
    ...found,
    claims,
    transitions,
    groups,
    generatedAt: scope.now,
    generator: PRODUCT,
  });
}
