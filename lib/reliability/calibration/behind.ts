import { CONTENT_CHECKS, type ContentCheck, LIKELIHOODS, type Likelihood } from '@/lib/claims/finding';
import type { Calibration } from './calibration';

/** Which claims of a calibration are listed: those given a term, those left out by a check, those given one too late; all outcomes. */
export type CalibrationInput = { readonly list: Likelihood | ContentCheck | 'late' | 'all' | null };

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const LISTS = [...LIKELIHOODS, ...CONTENT_CHECKS, 'late', 'all'] as const;

/** Unknown values are dropped, so that an old link still opens the page. */
export function parseCalibrationInput({ list }: Params): CalibrationInput {
  return { list: LISTS.find((one) => one === list) ?? null };
}

/** A row of such a list: one outcome, or one claim that came to none. */
export type Listed = { readonly held: boolean | null; readonly claimIds: readonly string[] };

/** The rows of a list: as many as the number that leads to it. */
export function outcomesIn(calibration: Calibration, { list }: CalibrationInput): readonly Listed[] {
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
