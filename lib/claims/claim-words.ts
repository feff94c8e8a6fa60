import { SOURCE_CLASS_FACTS, SOURCE_TYPE_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { Claim } from './claim';
import { CONFIDENCE_FACTS } from './confidence';

/** A claim's full name, for those who hear it: "Claim 8, Anonymous, moderate confidence". */
export function claimName({ number, sourceType, confidence }: Pick<Claim, 'number' | 'sourceType' | 'confidence'>): string {
  return `Claim ${number}, ${SOURCE_CLASS_FACTS[toSourceClass(sourceType)].label}, ${CONFIDENCE_FACTS[confidence].label.toLowerCase()} confidence`;
}

/**
 * Who says so, in a few words: the source's name, which is somebody else's text in any language, or where `source` is
 * null what stands in its place, in our own.
 */
export function whoSays({ source, sourceType }: Pick<Claim, 'source' | 'sourceType'>): string {
  return source?.name ?? SOURCE_TYPE_FACTS[sourceType].unnamed;
}

/** The words of all its spans as one line, cut where the claim jumps. */
export function wholeQuote(spans: readonly { readonly quote: string }[]): string {
  return spans.map(({ quote }) => quote).join(' … ');
}

/** Why nothing more is done with a claim that a consensus claim stands for. */
export const SUPERSEDED_WORDS = 'A consensus claim stands for this one since the checkers’ work was adjudicated. Change that one.';
