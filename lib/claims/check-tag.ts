import type { SourceType } from '@/lib/attribution/source-type';
import type { Confidence } from './confidence';
import { tagInput } from './schema';
import { sourceFault } from './source-fault';
import { sourceThatCounts, type TagField, type TagValues, toSourceInput } from './tag-values';

/** A tag being filled in: the three choices may still be open. `source` may hold what was typed under a type that has none. */
export type TagDraft = Omit<TagValues, 'sourceType' | 'confidence'> & {
  readonly sourceType: SourceType | null;
  readonly confidence: Confidence | null;
};

/** A sentence for each field that is not right yet; empty when all are. */
export type TagErrors = Partial<Readonly<Record<TagField, string>>>;

/**
 * The finished tag, as it is to be sent, or what is not right with it: our own sentence for what is still open,
 * for the rest that of the schema the server checks with. Never throws. Linear in the note.
 */
export function checkTag(draft: TagDraft): { readonly tag: TagValues } | { readonly errors: TagErrors } {
  const { sourceType, confidence, spans, note } = draft;
  const source = sourceThatCounts(sourceType, draft.source);
  const parsed = tagInput.safeParse({ spans, sourceType, source: toSourceInput(source), confidence, note });
  if (parsed.success) {
    const { data } = parsed;
    const named = data.source !== null && 'name' in data.source ? { id: null, name: data.source.name } : source;
    return { tag: { spans, sourceType: data.sourceType, source: named, confidence: data.confidence, note: data.note } };
  }
  const errors: Partial<Record<TagField, string>> = {};
  for (const { path, message } of parsed.error.issues) errors[path[0] as TagField] ??= message;
  if (sourceType === null) errors.sourceType = 'Choose a source type.';
  if (confidence === null) errors.confidence = 'Choose how sure you are.';
  // The schema does not look at the source before the choices are made.
  const fault = sourceType === null ? null : sourceFault(sourceType, source !== null);
  if (fault !== null) errors.source ??= fault;
  return { errors };
}
