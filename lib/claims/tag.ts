import type { SourceType } from '@/lib/attribution/source-type';
import type { Confidence } from './confidence';

/** What a person decides about a claim: where it is, who says so, how sure they are. Written whole to the audit trail. */
export type Tag = {
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly sourceType: SourceType;
  readonly sourceId: string | null;
  readonly confidence: Confidence;
  readonly note: string;
};

/** The fields in which two tags differ, by name; empty when they say the same. */
export function changedFields(before: Tag, after: Tag): readonly (keyof Tag)[] {
  const spans = (tag: Tag) => tag.spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  return (['spans', 'sourceType', 'sourceId', 'confidence', 'note'] as const).filter((field) =>
    field === 'spans' ? spans(before) !== spans(after) : before[field] !== after[field],
  );
}
