import { CONTENT_CHECKS, type ContentCheck, LIKELIHOODS, type Likelihood } from '@/lib/claims/finding';
import type { Calibration } from './calibration';

/** Which claims of a calibration are listed: those given a term, those left out by a check, those given one too late; all outcomes. */
export type CalibrationInput = {
  readonly list: Likelihood | ContentCheck | 'late' | 'all' | null;
  /** Which row of the list its page begins with, from 0. */
  readonly from: number;
};

/** So many rows of a list stand on one page. */
export const LIST_PAGE = 100;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const LISTS = [...LIKELIHOODS, ...CONTENT_CHECKS, 'late', 'all'] as const;

/** Unknown values are dropped, so that an old link still opens the page. */
export function parseCalibrationInput({ list, from }: Params): CalibrationInput {
  const first = typeof from === 'string' && /^\d{1,9}$/.test(from) ? Number(from) : 0;
  return { list: LISTS.find((one) => one === list) ?? null, from: first - (first % LIST_PAGE) };
}

/** A row of such a list: one outcome, or one claim that came to none. */
export type Listed = { readonly held: boolean | null; readonly claimIds: readonly string[] };

/** The rows of a list: as many as the number that leads to it. */
export function outcomesIn(calibration: Calibration, { list }: Pick<CalibrationInput, 'list'>): readonly Listed[] {
  if (list === null) return [];
  if (list === 'late') return calibration.late.map(alone);
  const left = calibration.leftOut.find(({ check }) => check === list);
  if (left !== undefined) return left.claimIds.map(alone);
  const bands = calibration.defined ? calibration.bands : [];
  return bands.filter(({ likelihood }) => list === 'all' || likelihood === list).flatMap(({ outcomes }) => outcomes);
}

function alone(claimId: string): Listed {
  return { held: null, claimIds: [claimId] };
}
