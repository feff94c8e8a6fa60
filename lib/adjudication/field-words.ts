import { chainLines } from '@/lib/attribution/link-facts';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { wholeQuote, whoSays } from '@/lib/claims/claim-words';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { evidenceLine } from '@/lib/claims/evidence-words';
import { ATTRIBUTION_CHECK_LABELS, CONTENT_CHECK_LABELS, CREDIBILITY_LABELS, LIKELIHOOD_FACTS } from '@/lib/claims/finding';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { RELATION_FACTS } from '@/lib/claims/relation';
import { textOf } from './differs';
import type { Field } from './field';
import type { Parent } from './parent';

/** What names the things a claim points to. Both stand in the middle of a sentence. */
export type Naming = {
  /** “claim 8” */
  readonly claim: (claimId: string) => string;
  readonly originGroup: (groupId: string) => string;
};

/** What a claim says in one field, a line for each thing; none where it says nothing. Linear in it. */
export function fieldLines(field: Field, parent: Parent, naming: Naming): readonly string[] {
  const { spans, sourceType, chain, confidence, finding, evidence, flags, relations } = parent;
  switch (field) {
    case 'spans':
      return [wholeQuote(spans)];
    case 'source':
      return [`${SOURCE_TYPE_FACTS[sourceType].label}: ${whoSays(parent)}`];
    case 'chain':
      return chainLines(chain);
    case 'confidence':
      return [CONFIDENCE_FACTS[confidence].label];
    case 'attributionCheck':
      return [ATTRIBUTION_CHECK_LABELS[finding.attributionCheck]];
    case 'contentCheck':
      return [CONTENT_CHECK_LABELS[finding.contentCheck]];
    case 'credibility':
      return finding.credibility === null ? [] : [`${finding.credibility}: ${CREDIBILITY_LABELS[finding.credibility]}`];
    case 'likelihood':
      return finding.likelihood === null ? [] : [LIKELIHOOD_FACTS[finding.likelihood].label];
    case 'rationale':
    case 'correction':
    case 'question':
    case 'note':
      return [textOf(field, parent)].filter((text) => text !== '');
    case 'evidence':
      return evidence.map((piece) => evidenceLine(piece, naming.originGroup));
    case 'flags':
      return flags.map(({ flag, verdict, note }) => withNote(`${FLAG_LABELS[flag]}${verdict === 'dismissed' ? ' (dismissed)' : ''}`, note));
    case 'relations':
      return relations.map(({ kind, claimId, note }) => withNote(`${RELATION_FACTS[kind].label} ${naming.claim(claimId)}`, note));
  }
}

function withNote(words: string, note: string): string {
  return note === '' ? words : `${words}: ${note}`;
}
