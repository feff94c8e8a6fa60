import type { Language } from '@/lib/frame/languages';
import type { Named } from './house/house';
import { REPORT_PARTS, type ReportPart } from './parts';
import type { Withheld } from './withheld';

/**
 * How a report is handed over, apart from which claims it holds: it goes with the model, so that a format is told by the
 * model alone. Not here: which format, and which statuses (lib/export/choice.ts).
 */
export type ReportChoices = {
  /** In the order of WITHHELD. It says what was taken out of this model; it takes nothing out itself (redact.ts does). */
  readonly withheld: readonly Withheld[];
  /** In the order of REPORT_PARTS. */
  readonly parts: readonly ReportPart[];
  /** Under which name and sign, at the head of what is laid out to be read; absent where the desk settled nothing. */
  readonly house?: Named | undefined;
  /** Of the frame; English when absent. */
  readonly language?: Language | undefined;
};

/** The whole report, as one click gives it. */
export const WHOLE: ReportChoices = { withheld: [], parts: REPORT_PARTS };
