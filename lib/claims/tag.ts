import type { SourceType } from '@/lib/attribution/source-type';
import type { StoredLink } from '@/lib/attribution/stored-link';
import type { Confidence } from './confidence';
import type { Details } from './details/details';

/** What a person decides about a claim: where it is, who says so, how sure they are. Written whole to the audit trail. */
export type Tag = {
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly sourceType: SourceType;
  readonly sourceId: string | null;
  readonly confidence: Confidence;
  readonly note: string;
  /** The parts beyond the bare tag that a write touched. */
  readonly details: Partial<StoredDetails>;
};

/** The details as they are kept: a chain by the ids of its sources, and none at all where it is the plain one. */
export type StoredDetails = Omit<Details, 'chain'> & { readonly chain: readonly StoredLink[] };
