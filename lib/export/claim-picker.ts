import type { ReportClaim, ReportModel } from '@/lib/report/model';

/** Claims of the report by their ids, in the order of the ids. */
export type Picker = (ids: readonly string[]) => readonly ReportClaim[];

export function claimPicker({ claims }: Pick<ReportModel, 'claims'>): Picker {
  const byId = new Map<string, ReportClaim>();
  for (const claim of claims) byId.set(claim.id, claim);
  return (ids) => ids.flatMap((id) => byId.get(id) ?? []);
}
