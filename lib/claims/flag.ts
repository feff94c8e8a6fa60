import { CLAIMS } from '@/lib/frame/en/claims';
import { FLAG_DEFINITIONS as DEFINITIONS } from '@/lib/frame/en/definitions';

/** What a reader should know about how a claim is told. Some follow from the data (flags.ts), the others a person sees. */
export const FLAGS = [
  'anonymous',
  'bare_sources',
  'count_not_given',
  'no_reason_for_anonymity',
  'no_basis_of_knowledge',
  'impersonal',
  'unattributed',
  'dropped_attribution',
  'ambiguous_scope',
  'secondary_report',
  'missing_link',
  'dropped_hedge',
  'factive_verb',
  'superlative',
  'loaded_language',
  'prediction',
  'internal_contradiction',
  'suspected_mistranslation',
  'plural_sources_suspect',
  'omitted_denial',
  'circular',
] as const;
export type Flag = (typeof FLAGS)[number];

/** What a person said about a flag: that it holds, or that it does not although it follows from the data. */
export type FlagMark = { readonly flag: Flag; readonly verdict: FlagVerdict; readonly note: string };
export const FLAG_VERDICTS = ['added', 'dismissed'] as const;
export type FlagVerdict = (typeof FLAG_VERDICTS)[number];

export const FLAG_LABELS: Readonly<Record<Flag, string>> = CLAIMS.flags;

/** What each flag says, in one sentence. */
export const FLAG_DEFINITIONS: Readonly<Record<Flag, string>> = DEFINITIONS;
