import { SOURCE_CLASS_FACTS, SOURCE_TYPE_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';

type Tagged = Pick<Claim, 'number' | 'sourceType' | 'confidence' | 'source'>;

/** A claim's full name, for those who hear it: "Claim 8, Anonymous, moderate confidence". */
export function claimName({ number, sourceType, confidence }: Tagged): string {
  return `Claim ${number}, ${SOURCE_CLASS_FACTS[toSourceClass(sourceType)].label}, ${CONFIDENCE_FACTS[confidence].label.toLowerCase()} confidence`;
}

/** Who says so, in a few words: the source's name, or what stands in its place. */
export function whoSays({ source, sourceType }: Tagged): string {
  if (source !== null) return source.name;
  switch (sourceType) {
    case 'author':
      return 'the article’s own voice';
    case 'impersonal':
      return 'impersonal';
    case 'unresolved':
      return 'unresolved';
    case 'unspecified_source':
      return '“sources”, no name';
    default:
      return SOURCE_TYPE_FACTS[sourceType].label;
  }
}
