import { useState } from 'react';
import { checkTag, type TagErrors } from '@/lib/claims/check-tag';
import { differingFields, type TagValues, toTagValues } from '@/lib/claims/tag-values';
import type { QueueItem } from '@/lib/review/queue';
import { findFixDraft, keepFixDraft } from '../drafts';
import type { SentenceSpan } from '../sentence';
import type { Notice } from '../triage/triage';
import { within } from './span-edges';

export type Fix = ReturnType<typeof useFix>;

/** The fix form's state. It begins with what a refused or cancelled fix of this claim left behind. */
export function useFix({ claim }: QueueItem, notice: Notice | undefined) {
  const [values, setValues] = useState<TagValues>(() => findFixDraft(claim.id, claim.version) ?? fromNotice(notice) ?? toTagValues(claim));
  const [errors, setErrors] = useState<TagErrors>({});
  const spans: readonly SentenceSpan[] = claim.spans.map((span, index) => within(span, values.spans[index] ?? span));

  function change(part: Partial<TagValues>): void {
    const next = { ...values, ...part };
    setValues(next);
    setErrors({});
    keepFixDraft(claim.id, { version: claim.version, values: next });
  }

  return {
    values,
    spans,
    errors,
    change,
    /** The form would change nothing: “fix and approve” is then a plain approval. */
    unchanged: differingFields(toTagValues(claim), values).length === 0,
    moveEdge(index: number, { start, end }: SentenceSpan): void {
      change({ spans: values.spans.map((span, at) => (at === index ? { start, end } : span)) });
    },
    startAgain(): void {
      setValues(toTagValues(claim));
      setErrors({});
      keepFixDraft(claim.id, null);
    },
    /** The tag to send, or null when the form says what is wrong with it. */
    check(): TagValues | null {
      const checked = checkTag(values);
      setErrors('errors' in checked ? checked.errors : {});
      return 'tag' in checked ? checked.tag : null;
    },
  };
}

/** Spans of an older version may lie outside what this one carries of its sentence: those are not taken over. */
function fromNotice(notice: Notice | undefined): TagValues | null {
  if (notice?.act.kind !== 'fix') return null;
  return notice.current == null ? notice.act.tag : { ...notice.act.tag, spans: toTagValues(notice.current).spans };
}
