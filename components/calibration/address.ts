import type { CalibrationInput } from '@/lib/reliability/calibration/behind';

const OWN_PATH = '/calibration';

/** Somebody's calibration; one's own where `personId` is null. `list`: with the claims behind one of its numbers, at their place. */
export function calibrationHref(personId: string | null, list: CalibrationInput['list'] = null): string {
  const path = personId === null ? OWN_PATH : `${OWN_PATH}/${personId}`;
  return list === null ? path : `${path}?list=${list}#${LIST_ID}`;
}

/** Where the claims behind a number stand. */
export const LIST_ID = 'calibration-list';
