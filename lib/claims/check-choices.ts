import type { SourceType } from '@/lib/attribution/source-type';
import type { Confidence } from './confidence';
import { sourceFault } from './source-fault';
import { sourceThatCounts, type TagField, type TagValues } from './tag-values';

/** A tag being filled in: the three choices may still be open. `source` may hold what was typed under a type that has none. */
export type TagDraft = Omit<TagValues, 'sourceType' | 'confidence'> & {
  readonly sourceType: SourceType | null;
  readonly confidence: Confidence | null;
};

/** A sentence for each field that is not right yet; empty when all are. */
export type TagErrors = Partial<Readonly<Record<TagField, string>>>;

export type CheckedTag = { readonly tag: TagValues } | { readonly errors: TagErrors };

/** Which of the three choices are still to be made, in our own sentences. */
export function openChoices({ sourceType, confidence, source }: TagDraft): TagErrors {
  // The source is looked at once its type is chosen.
  const fault = sourceType === null ? null : sourceFault(sourceType, sourceThatCounts(sourceType, source) !== null);
  return {
    ...(sourceType === null ? { sourceType: 'Choose a source type.' } : {}),
    ...(confidence === null ? { confidence: 'Choose how sure you are.' } : {}),
    ...(fault === null ? {} : { source: fault }),
  };
}

/** The tag with its choices made, or what is still to be chosen: what can be told without the schema (check-tag.ts), which the server asks in any case. */
export function checkChoices(draft: TagDraft): CheckedTag {
  const { sourceType, confidence } = draft;
  const errors = openChoices(draft);
  if (sourceType === null || confidence === null || errors.source !== undefined) return { errors };
  return { tag: { ...draft, sourceType, confidence, source: sourceThatCounts(sourceType, draft.source) } };
}
