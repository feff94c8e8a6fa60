import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import type { Confidence } from '@/lib/claims/confidence';
import type { EditClaimInput } from '@/lib/claims/schema';
import { toNameKey } from '@/lib/sources/source';

/** A source by its id once one of the desk's was chosen; a name alone is found or created by the server. */
export type FixSource = { readonly id: string | null; readonly name: string };

/** Everything the fix form holds. `source` keeps the typed name also while the type has no source, in case the type changes back. */
export type FixValues = {
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly sourceType: SourceType;
  readonly source: FixSource;
  readonly confidence: Confidence;
  readonly note: string;
};

export function toFixValues({ spans, sourceType, source, confidence, note }: Claim): FixValues {
  return {
    spans: spans.map(({ start, end }) => ({ start, end })),
    sourceType,
    source: source === null ? { id: null, name: '' } : { id: source.id, name: source.name },
    confidence,
    note,
  };
}

/** As `fixAndApprove` takes it, apart from claim, version and key. */
export type FixInput = Pick<EditClaimInput, 'spans' | 'sourceType' | 'source' | 'confidence' | 'note'>;

export function toFixInput({ spans, sourceType, source, confidence, note }: FixValues): FixInput {
  const name = source.name.trim();
  const none = SOURCE_TYPE_FACTS[sourceType].source === 'none' || name === '';
  return {
    spans: spans.map(({ start, end }) => ({ start, end })),
    sourceType,
    source: none ? null : source.id === null ? { name } : { id: source.id },
    confidence,
    note,
  };
}

/** Whether the form would change nothing, so that "fix and approve" is a plain approval. */
export function saysTheSame(claim: Claim, values: FixValues): boolean {
  const was = toFixInput(toFixValues(claim));
  const is = toFixInput(values);
  const sourceName = (name: string, input: FixInput) => (input.source === null ? '' : toNameKey(name));
  return (
    was.sourceType === is.sourceType &&
    was.confidence === is.confidence &&
    was.note === is.note &&
    sourceName(claim.source?.name ?? '', was) === sourceName(values.source.name, is) &&
    was.spans.map(({ start, end }) => `${start}-${end}`).join() === is.spans.map(({ start, end }) => `${start}-${end}`).join()
  );
}
