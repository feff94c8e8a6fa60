import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import type { TagDraft } from '@/lib/claims/check-tag';

export const FORM_FIELDS = ['type', 'source', 'confidence', 'note', 'chain'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Choosing a type that has no source lets the source go; every other change keeps what was chosen. */
export function pickType(draft: TagDraft, sourceType: SourceType): TagDraft {
  return { ...draft, sourceType, source: SOURCE_TYPE_FACTS[sourceType].source === 'none' ? null : draft.source };
}

/** Where the keyboard goes once the type is chosen. */
export function fieldAfterType(type: SourceType): FormField {
  return SOURCE_TYPE_FACTS[type].source === 'none' ? 'confidence' : 'source';
}
