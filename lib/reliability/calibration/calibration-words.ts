import { CONTENT_CHECK_LABELS, LIKELIHOOD_FACTS } from '@/lib/claims/finding';
import { counted } from '@/lib/text/counted';
import { inHundred } from '@/lib/text/in-hundred';
import type { Band, Calibration } from './calibration';

/** A score with three digits, as it is printed everywhere. */
export function scoreWords(score: number): string {
  return score.toFixed(3).replace(/^-(0\.0+)$/, '$1');
}

/** “7 of 10: between 40 and 89 in 100”, or a dash. */
function bandWords({ n, held, interval }: Band): string {
  return interval.defined ? `${held} of ${n}: between ${inHundred(interval.lower)} and ${inHundred(interval.upper)} in 100` : '–';
}

/** What the score says, in plain sentences. */
export function calibrationSentence(calibration: Calibration): string {
  if (!calibration.defined) return `No figure: ${calibration.reason}.`;
  const { n, provisional, skill } = calibration;
  const of = `${counted(n, 'outcome')}${provisional ? ', provisional' : ''}.`;
  if (skill === null) return `${of} All came out the same, so nothing tells whether the likelihoods told them apart.`;
  if (skill <= 0) return `${of} Saying the same of each claim, as often as claims held up, would have scored as well or better.`;
  return `${of} The score is ${inHundred(skill)} in 100 better than saying the same of each claim, as often as claims held up.`;
}

/** A calibration as lines of plain text, for the terminal. */
export function calibrationLines(calibration: Calibration): readonly string[] {
  const { leftOut, late } = calibration;
  const rest = [
    ...leftOut.map(({ check, claimIds }) => `Left out: ${counted(claimIds.length, 'claim')} ${CONTENT_CHECK_LABELS[check].toLowerCase()}.`),
    ...(late.length === 0 ? [] : [`Left out: ${counted(late.length, 'claim')} given a likelihood only when the answer was known.`]),
  ];
  if (!calibration.defined) return [calibrationSentence(calibration), ...rest];
  const { score, reliability, resolution, uncertainty, skill, bands } = calibration;
  return [
    calibrationSentence(calibration),
    `Brier score ${scoreWords(score)} = reliability ${scoreWords(reliability)} - resolution ${scoreWords(resolution)} + uncertainty ${scoreWords(uncertainty)}`,
    `Skill ${skill === null ? 'undefined: all came out the same' : scoreWords(skill)}`,
    ...bands
      .filter(({ n }) => n > 0)
      .map((band) => `  ${LIKELIHOOD_FACTS[band.likelihood].label} (${(band.probability * 100).toFixed(1)} %): ${bandWords(band)}`),
    ...rest,
  ];
}
