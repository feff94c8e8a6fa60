import { type Comparison, isAgreed } from '@/lib/adjudication/compare-claims';
import { counted } from '@/lib/text/counted';

/** Why adjudication cannot be finished: how many are open, and which. `open` has at least one. */
export function openWords(open: readonly Comparison[]): string {
  const differences = open.filter((comparison) => !isAgreed(comparison));
  const agreed = open.length - differences.length;
  const parts = [
    differences.length === 0 ? '' : `${counted(differences.length, 'difference')} still to be decided (${claimsOf(differences)})`,
    agreed === 0 ? '' : `${counted(agreed, 'agreement')} still to be accepted`,
  ];
  return `It cannot be finished yet: ${parts.filter((part) => part !== '').join(', and ')}.`;
}

/** So many are named, the first in the text. */
const NAMED = 5;

function claimsOf(differences: readonly Comparison[]): string {
  const names = differences.slice(0, NAMED).map(({ parents }) => parents.map(({ number }) => `C${number}`).join('/'));
  return differences.length > NAMED ? `${names.join(', ')} …` : names.join(', ');
}
