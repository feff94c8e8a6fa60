import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { sourceWords } from './claim-words';

export type VersionChange = { readonly field: string; readonly was: string; readonly is: string; readonly quoted: boolean };

/** In what two versions of one claim differ, in the order of the form; where it stands and who edited it come last. */
export function versionChanges(was: Claim, is: Claim): readonly VersionChange[] {
  const pairs: readonly (readonly [field: string, read: (claim: Claim) => string, quoted: boolean])[] = [
    ['Words', wordsOf, true],
    ['Presented as', ({ sourceType }) => SOURCE_TYPE_FACTS[sourceType].label, false],
    ['Source', ({ sourceType, source }) => sourceWords(sourceType, source?.name ?? null).text, true],
    ['Confidence', ({ confidence }) => CONFIDENCE_FACTS[confidence].label, false],
    ['Note', ({ note }) => note, true],
    ['State', ({ state }) => CLAIM_STATE_LABELS[state], false],
    ['Last edited by', ({ lastEditedBy }) => lastEditedBy.name, false],
  ];
  return pairs
    .map(([field, read, quoted]) => ({ field, was: read(was), is: read(is), quoted }))
    .filter((change) => change.was !== change.is);
}

function wordsOf({ spans }: Claim): string {
  return spans.map(({ quote }) => quote).join(' … ');
}
