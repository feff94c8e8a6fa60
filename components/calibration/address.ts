import type { CalibrationInput } from '@/lib/reliability/calibration/behind';

const OWN_PATH = '/calibration';

/** Somebody's calibration; one's own where `personId` is null. `list`: with the claims behind one of its numbers, at their place, a page of them that begins with row `from`. */
export function calibrationHref(personId: string | null, list: CalibrationInput['list'] = null, from = 0): string {
  const path = personId === null ? OWN_PATH : `${OWN_PATH}/${personId}`;
  return list === null ? path : `${path}?list=${list}${from === 0 ? '' : `&from=${from}`}#${LIST_ID}`;
}

/** Where the claims behind a number stand. */
export const LIST_ID = 'calibration-list';
