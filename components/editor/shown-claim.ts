import { glossParts } from '@/lib/attribution/chain-words';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { claimName } from '@/lib/claims/claim-words';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { isNumbered, type ShownClaim } from './outbox/overlay';

// A claim's number is the server's to give: until it has, nothing on the page shows the guess.

type Named = Pick<ShownClaim, 'number' | 'version'>;

/** What stands in the number's cell of a badge. */
export function shownNumber(claim: Named): string {
  return isNumbered(claim) ? String(claim.number) : '–';
}

/** “claim 8”, “the new claim”, in the middle of a sentence. */
export function claimWords(claim: Named): string {
  return isNumbered(claim) ? `claim ${claim.number}` : 'the new claim';
}

/** The same at the beginning of a sentence. */
export function claimWordsFirst(claim: Named): string {
  return isNumbered(claim) ? `Claim ${claim.number}` : 'The new claim';
}

/** A claim's full name, for those who hear it. */
export function shownName(claim: Named & Pick<ShownClaim, 'sourceType' | 'confidence'>): string {
  if (isNumbered(claim)) return claimName(claim);
  const { label } = SOURCE_CLASS_FACTS[toSourceClass(claim.sourceType)];
  return `New claim, ${label}, ${CONFIDENCE_FACTS[claim.confidence].label.toLowerCase()} confidence`;
}

/** Who says so and through whom, on one line: “The New York Times › “sources” › Putin”. */
export function chainName({ chain }: Pick<ShownClaim, 'chain'>): string {
  return glossParts(chain)
    .map((part) => (part.outside ? `${nameWords(part)} (known from outside)` : nameWords(part)))
    .join(' › ');
}
