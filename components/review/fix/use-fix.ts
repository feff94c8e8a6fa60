import { useEffect, useState } from 'react';
import { differingFields, type TagValues, toTagValues } from '@/lib/claims/tag-values';
import type { QueueItem } from '@/lib/review/queue';
import { findFixDraft, findStoredFix, keepFixDraft } from '../drafts';
import type { SentenceSpan } from '../sentence';
import type { Notice } from '../triage/triage';
import { within } from './span-edges';

export type Fix = ReturnType<typeof useFix>;

/** The fix form's state. It begins with what a refused or cancelled fix of this claim left behind. */
export function useFix({ claim }: QueueItem, notice: Notice | undefined) {
  const [values, setValues] = useState<TagValues>(() => findFixDraft(claim.id, claim.version) ?? fromNotice(notice) ?? toTagValues(claim));
  useEffect(() => {
    const stored = findStoredFix(claim.id);
    if (stored === null) return;
    let left = false;
    void import('./stored-fix').then(({ parseStoredFix }) => {
      const draft = parseStoredFix(stored);
      // What was typed meanwhile stays.
      if (left || draft?.version !== claim.version || findStoredFix(claim.id) === null) return;
      keepFixDraft(claim.id, draft);
      setValues(draft.values);
    });
    return () => {
      left = true;
    };
  }, [claim.id, claim.version]);
  const spans: readonly SentenceSpan[] = claim.spans.map((span, index) => within(span, values.spans[index] ?? span));

  function change(part: Partial<TagValues>): void {
    const next = { ...values, ...part };
    setValues(next);
    keepFixDraft(claim.id, { version: claim.version, values: next });
  }

  return {
    values,
    spans,
    change,
    /** The form would change nothing: “fix and approve” is then a plain approval. */
    unchanged: differingFields(toTagValues(claim), values).length === 0,
    moveEdge(index: number, { start, end }: SentenceSpan): void {
      change({ spans: values.spans.map((span, at) => (at === index ? { start, end } : span)) });
    },
    startAgain(): void {
      setValues(toTagValues(claim));
      keepFixDraft(claim.id, null);
    },
  };
}

/** Spans of an older version may lie outside what this one carries of its sentence: those are not taken over. */
function fromNotice(notice: Notice | undefined): TagValues | null {
  if (notice?.act.kind !== 'fix') return null;
  return notice.current == null ? notice.act.tag : { ...notice.act.tag, spans: toTagValues(notice.current).spans };
}
