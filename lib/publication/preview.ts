import type { Asked } from '@/lib/export/choice';

/** What would become public, as far as an editor is shown it before. */
export type Preview = {
  /** Sent back with the decision: what was seen is what is published. */
  readonly fingerprint: string;
  readonly claims: number;
  /** Whose names stand on the report, each once. */
  readonly people: readonly string[];
  readonly sources: number;
  /** How the last edition was handed over: what this one begins with. */
  readonly choices: Asked;
};
