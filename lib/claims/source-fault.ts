import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';

/** Why a tag of this type cannot be with, or without, a source; null when it can. */
export function sourceFault(sourceType: SourceType, hasSource: boolean): string | null {
  const facts = SOURCE_TYPE_FACTS[sourceType];
  if (facts.source === 'required' && !hasSource) return `“${facts.label}” needs a source.`;
  return facts.source === 'none' && hasSource ? `“${facts.label}” has no source.` : null;
}
