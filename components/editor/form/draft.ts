import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import type { Confidence } from '@/lib/claims/confidence';
import { createClaimInput } from '@/lib/claims/schema';
import { type ChosenSource, type TagField, type TagValues, toSourceInput } from '../tag-values';

/** A tag being filled in: the three choices may still be open. `source` is null while none is chosen, or where none is needed. */
export type Draft = {
  readonly spans: TagValues['spans'];
  readonly sourceType: SourceType | null;
  readonly source: ChosenSource | null;
  readonly confidence: Confidence | null;
  readonly note: string;
};

export type FormField = 'type' | 'source' | 'confidence' | 'note';
export type DraftErrors = Partial<Readonly<Record<TagField, string>>>;

/** Choosing a type that has no source lets the source go; every other change keeps what was chosen. */
export function pickType(draft: Draft, sourceType: SourceType): Draft {
  return { ...draft, sourceType, source: SOURCE_TYPE_FACTS[sourceType].source === 'none' ? null : draft.source };
}

/** Where the keyboard goes once the type is chosen. */
export function fieldAfterType(type: SourceType): FormField {
  return SOURCE_TYPE_FACTS[type].source === 'none' ? 'confidence' : 'source';
}

type Ids = { readonly key: string; readonly claimId: string; readonly revisionId: string };

/** The finished tag, or a sentence for each field that is not right yet: our own for what is still open, the schema's for the rest. */
export function checkDraft(draft: Draft, ids: Ids): { readonly tag: TagValues } | { readonly errors: DraftErrors } {
  const { sourceType, confidence, source, spans, note } = draft;
  const parsed = createClaimInput.safeParse({ ...ids, spans, sourceType, source: toSourceInput(source), confidence, note });
  if (parsed.success && sourceType !== null && confidence !== null) {
    const named = parsed.data.source !== null && 'name' in parsed.data.source ? { id: null, name: parsed.data.source.name } : source;
    return { tag: { spans, sourceType, source: named, confidence, note: parsed.data.note } };
  }
  const errors: Partial<Record<TagField, string>> = {};
  for (const { path, message } of parsed.error?.issues ?? []) errors[path[0] as TagField] ??= message;
  if (sourceType === null) errors.sourceType = 'Choose a source type.';
  if (confidence === null) errors.confidence = 'Choose how sure you are.';
  if (sourceType !== null && SOURCE_TYPE_FACTS[sourceType].source === 'required' && source === null) {
    errors.source = `“${SOURCE_TYPE_FACTS[sourceType].label}” needs a source.`;
  }
  return { errors };
}
