import type { SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import type { Confidence } from '@/lib/claims/confidence';
import type { SourceInput } from '@/lib/claims/schema';
import type { SourceKind } from '@/lib/sources/source';
import { toNameKey } from '@/lib/sources/source';

/** A source as chosen in the form: one the desk has (by id), or a name that the server will find or create. */
export type ChosenSource =
  | { readonly id: string; readonly name: string; readonly kind: SourceKind }
  | { readonly id: null; readonly name: string };

/** Everything a person decides about a claim, as the form holds it and the outbox keeps it. Offsets are UTF-16 units. */
export type TagValues = {
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly sourceType: SourceType;
  readonly source: ChosenSource | null;
  readonly confidence: Confidence;
  readonly note: string;
};

/** The id a source shows under until the server has given it one. */
export function unsavedSourceId(name: string): string {
  return `new:${toNameKey(name)}`;
}

export function isUnsaved(sourceId: string): boolean {
  return sourceId.startsWith('new:');
}

export function toTagValues(claim: Claim): TagValues {
  const { source } = claim;
  return {
    spans: claim.spans.map(({ start, end }) => ({ start, end })),
    sourceType: claim.sourceType,
    source: source !== null && isUnsaved(source.id) ? { id: null, name: source.name } : source,
    confidence: claim.confidence,
    note: claim.note,
  };
}

/** A source as `createClaim` and `editClaim` take it. */
export function toSourceInput(source: ChosenSource | null): SourceInput | null {
  if (source === null) return null;
  return source.id === null ? { name: source.name } : { id: source.id };
}

export const TAG_FIELDS = ['spans', 'sourceType', 'source', 'confidence', 'note'] as const;
export type TagField = (typeof TAG_FIELDS)[number];

/** The fields in which two tags differ. A source that is only a name equals the desk's source of that name. */
export function differingFields(a: TagValues, b: TagValues): readonly TagField[] {
  return TAG_FIELDS.filter((field) => comparable(a, field) !== comparable(b, field));
}

function comparable(tag: TagValues, field: TagField): string {
  if (field === 'spans') return tag.spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  if (field === 'source') return tag.source === null ? '' : `named ${toNameKey(tag.source.name)}`;
  return tag[field];
}
