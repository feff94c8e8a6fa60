import type { ReportClaim } from './report-claim';

export type Period = { readonly from: Date; readonly to: Date };

/**
 * When the claims of a report were worked on. Checked: from when the first was made until the last was handed in, or last
 * changed where it was not. Approved: the first and the last approval that stands. Null where there is none.
 */
export type WorkDates = { readonly checked: Period | null; readonly approved: Period | null };

export function workDatesOf(claims: readonly Pick<ReportClaim, 'createdAt' | 'updatedAt' | 'submittedAt' | 'approval'>[]): WorkDates {
  return {
    checked: periodOf(claims.flatMap(({ createdAt, submittedAt, updatedAt }) => [createdAt, submittedAt ?? updatedAt])),
    approved: periodOf(claims.flatMap(({ approval }) => approval?.at ?? [])),
  };
}

/** From the earliest to the latest, in any order. */
function periodOf(moments: readonly Date[]): Period | null {
  const [first] = moments;
  if (first === undefined) return null;
  return moments.reduce<Period>(({ from, to }, at) => ({ from: at < from ? at : from, to: at > to ? at : to }), { from: first, to: first });
}
