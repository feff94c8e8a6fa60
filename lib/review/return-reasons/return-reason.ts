/** Why claims go back to their checkers, in a few words that a desk can count. A retired one is kept for the claims it was given for. */
export type ReturnReason = {
  readonly id: string;
  readonly label: string;
  readonly retired: boolean;
};

/** A desk's list in the version it was read in. 0: as every desk begins. */
export type ReturnReasons = { readonly version: number; readonly reasons: readonly ReturnReason[] };

export const FIRST_REASONS: ReturnReasons = {
  version: 0,
  reasons: [
    { id: 'wrong_source', label: 'Wrong source', retired: false },
    { id: 'wrong_span', label: 'The span is not the claim', retired: false },
    { id: 'chain_incomplete', label: 'The chain is not complete', retired: false },
    { id: 'evidence_missing', label: 'Evidence is missing', retired: false },
    { id: 'not_a_claim', label: 'Not a claim', retired: false },
  ],
};

export const LABEL_MAX = 60;
export const REASONS_MAX = 20;

/** What can be chosen now. */
export function standingReasons({ reasons }: ReturnReasons): readonly ReturnReason[] {
  return reasons.filter(({ retired }) => !retired);
}

/** What the checker reads: the reason's words, then what was written. */
export function reasonText(reason: Pick<ReturnReason, 'label'> | null, written: string): string {
  const text = written.trim();
  if (reason === null) return text;
  return text === '' ? `${reason.label}.` : `${reason.label}. ${text}`;
}
