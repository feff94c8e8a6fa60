import type { ReportModel } from '@/lib/report/model';
import { CLAIM_COLUMNS } from '../claim-columns';
import type { Sheet } from './sheet';

/** In characters: wide for what is read, narrow for what is looked up, 18 for all else. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{
    claim: 7,
    quote: 60,
    source: 26,
    note: 46,
    chain: 50,
    strength_because: 40,
    rationale: 46,
    correction: 46,
    question: 46,
    evidence: 50,
  },
  ...{ confidence: 12, state: 11, start: 8, end: 8, hand: 7, strength: 10, origin: 26, flags: 34, reason: 34, article_title: 34 },
  ...{ origins_at_most: 10, origins_attested: 10, credibility: 10, credibility_doubt: 40, source_type: 20 },
  ...{ made_at: 19, updated_at: 19, submitted_at: 19, approved_at: 19 },
};

export const CLAIM_SHEET_COLUMNS: Sheet['columns'] = CLAIM_COLUMNS.map(({ name }) => ({ name, width: WIDTHS[name] ?? 18 }));

/** A row for each claim in text order: the columns of the CSV, with numbers and dates as what they are. */
export function claimSheet(model: ReportModel): Sheet {
  return {
    name: 'Claims',
    columns: CLAIM_SHEET_COLUMNS,
    count: model.claims.length,
    rows: claimRows(model),
  };
}

function* claimRows(model: ReportModel) {
  for (const claim of model.claims) yield CLAIM_COLUMNS.map(({ value }) => value(claim, model));
}
