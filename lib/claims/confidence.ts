import { CLAIMS } from '@/lib/frame/en/claims';

/** The checker's confidence in this tagging and finding (ICD 203). Words, never turned into probabilities. */
export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const CONFIDENCE_FACTS: Readonly<Record<Confidence, { readonly label: string; readonly key: string; readonly pips: 1 | 2 | 3 }>> = {
  low: { label: CLAIMS.confidence.low, key: 'l', pips: 1 },
  moderate: { label: CLAIMS.confidence.moderate, key: 'm', pips: 2 },
  high: { label: CLAIMS.confidence.high, key: 'h', pips: 3 },
};
