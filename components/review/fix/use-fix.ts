import { useState } from 'react';
import { newId } from '@/lib/kernel/ids';
import type { QueueItem } from '@/lib/review/queue';
import { findFixDraft, keepFixDraft } from '../drafts';
import type { SentenceSpan } from '../sentence';
import type { Notice } from '../triage/triage';
import { checkFix, type FixFault } from './check-fix';
import { type FixValues, saysTheSame, toFixValues } from './fix-values';
import { within } from './span-edges';

export type Fix = ReturnType<typeof useFix>;

/** The fix form's state. It begins with what a refused or cancelled fix of this claim left behind. */
export function useFix({ claim }: QueueItem, notice: Notice | undefined) {
  const [values, setValues] = useState<FixValues>(() => findFixDraft(claim.id, claim.version) ?? fromNotice(notice) ?? toFixValues(claim));
  const [fault, setFault] = useState<FixFault | null>(null);
  const spans: readonly SentenceSpan[] = claim.spans.map((span, index) => within(span, values.spans[index] ?? span));

  function change(part: Partial<FixValues>): void {
    const next = { ...values, ...part };
    setValues(next);
    setFault(null);
    keepFixDraft(claim.id, { version: claim.version, values: next });
  }

  return {
    values,
    spans,
    fault,
    change,
    unchanged: saysTheSame(claim, values),
    moveEdge(index: number, { start, end }: SentenceSpan): void {
      change({ spans: values.spans.map((span, at) => (at === index ? { start, end } : span)) });
    },
    startAgain(): void {
      setValues(toFixValues(claim));
      setFault(null);
      keepFixDraft(claim.id, null);
    },
    /** The values to send, or null when the form says what is wrong with them. */
    check(): FixValues | null {
      const found = checkFix(claim, values, newId());
      setFault(found);
      return found === null ? values : null;
    },
  };
}

/** Spans of an older version may lie outside what this one carries of its sentence: those are not taken over. */
function fromNotice(notice: Notice | undefined): FixValues | null {
  if (notice?.act.kind !== 'fix') return null;
  return notice.current == null ? notice.act.values : { ...notice.act.values, spans: toFixValues(notice.current).spans };
}
