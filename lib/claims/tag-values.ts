import { kindForSourceType } from '@/lib/attribution/source-kind';
import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import { type Source, type SourceKind, toNameKey } from '@/lib/sources/source';
import type { SourceInput } from '@/lib/sources/source-input';
import type { Claim } from './claim';
import type { Confidence } from './confidence';
import type { EditClaimInput } from './schema';

/**
 * A tag as people fill it in: what the forms hold, the outboxes keep and two versions are compared by. It names
 * its source, so that it can be shown before the server knows it. Not here: a tag with choices still open and
 * what is wrong with it (check-tag.ts), and the tag as the audit trail has it (tag.ts).
 */
export type TagValues = {
  /** Half-open, UTF-16 units of the revision's text. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly sourceType: SourceType;
  readonly source: ChosenSource | null;
  readonly confidence: Confidence;
  readonly note: string;
};

/** A source as chosen in a form: one the desk has (by id), or a name that the server will find or create. */
export type ChosenSource =
  | { readonly id: string; readonly name: string; readonly kind: SourceKind }
  | { readonly id: null; readonly name: string };

/** The id a source shows under until the server has given it one. */
export function unsavedSourceId(name: string): string {
  return `new:${toNameKey(name)}`;
}

export function isUnsaved(sourceId: string): boolean {
  return sourceId.startsWith('new:');
}

/** A chosen source as it is shown: a name gets the id and kind that stand in until the server has given it its own. */
export function toShownSource(source: ChosenSource | null, sourceType: SourceType): Source | null {
  if (source === null || source.id !== null) return source;
  return { id: unsavedSourceId(source.name), name: source.name, kind: kindForSourceType(sourceType) ?? 'unnamed' };
}

/** The way back: a source that the server does not know yet is a name. */
export function toChosenSource(source: Source | null): ChosenSource | null {
  return source !== null && isUnsaved(source.id) ? { id: null, name: source.name } : source;
}

/** A claim's tag. A source that the server does not know yet is a name. */
export function toTagValues({ spans, sourceType, source, confidence, note }: Pick<Claim, TagField>): TagValues {
  return {
    spans: spans.map(({ start, end }) => ({ start, end })),
    sourceType,
    source: toChosenSource(source),
    confidence,
    note,
  };
}

/** A source as `createClaim` and `editClaim` take it. */
export function toSourceInput(source: ChosenSource | null): SourceInput | null {
  if (source === null) return null;
  return source.id === null ? { name: source.name } : { id: source.id };
}

/** The part of `createClaim`, `editClaim` and `fixAndApprove` that a tag is. */
export type TagInput = Pick<EditClaimInput, 'spans' | 'sourceType' | 'source' | 'confidence' | 'note'>;

export function toTagInput({ spans, sourceType, source, confidence, note }: TagValues): TagInput {
  return { spans: spans.map(({ start, end }) => ({ start, end })), sourceType, source: toSourceInput(source), confidence, note };
}

/**
 * The source that counts: none under a type that has none, and none when its name is blank. A form may go on
 * holding what was typed, in case the type changes back.
 */
export function sourceThatCounts(sourceType: SourceType | null, source: ChosenSource | null): ChosenSource | null {
  if (source === null || (sourceType !== null && SOURCE_TYPE_FACTS[sourceType].source === 'none')) return null;
  return source.name.trim() === '' ? null : source;
}

export const TAG_FIELDS = ['spans', 'sourceType', 'source', 'confidence', 'note'] as const satisfies readonly (keyof TagValues)[];
export type TagField = (typeof TAG_FIELDS)[number];

/** The fields in which two tags differ, in the order of the form. A source that is only a name equals the desk's source of that name. */
export function differingFields(a: TagValues, b: TagValues): readonly TagField[] {
  return TAG_FIELDS.filter((field) => comparable(a, field) !== comparable(b, field));
}

function comparable(tag: TagValues, field: TagField): string {
  if (field === 'spans') return tag.spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  if (field !== 'source') return tag[field];
  const source = sourceThatCounts(tag.sourceType, tag.source);
  return source === null ? '' : `named ${toNameKey(source.name)}`;
}
