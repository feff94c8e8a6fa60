'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { forgetDraft, type KeptDraft, keepDraft, newDraft, readDraft } from './kept-draft';
import { measureText, type TextFacts } from './measure-text';
import { textDirection } from './text-direction';

/** How long after the last keystroke the text is counted and kept, in milliseconds. */
const PAUSE_MS = 200;

type KeptText = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly topicField: RefObject<HTMLInputElement | null>;
  readonly facts: TextFacts;
  /** Whether the text was there before this visit to the page. */
  readonly restored: boolean;
  readonly onInput: () => void;
  /** The text and the topic as they stand in their fields, with their key. */
  readonly take: () => KeptDraft;
  readonly clear: () => void;
  /** A file took the topic along; a text that was begun stays. */
  readonly clearTopic: () => void;
};

/**
 * The text of the field, counted and kept in this tab. The field is not controlled: a text of two megabytes
 * would be copied through React on every keystroke.
 */
export function useKeptText(userId: string): KeptText {
  const field = useRef<HTMLTextAreaElement>(null);
  const topicField = useRef<HTMLInputElement>(null);
  const draft = useRef<KeptDraft>(newDraft());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [facts, setFacts] = useState(() => measureText(''));
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    const kept = readDraft(userId);
    if (kept !== null && topicField.current !== null && topicField.current.value === '') topicField.current.value = kept.topic;
    if (kept !== null && kept.text !== '' && field.current !== null && field.current.value === '') {
      draft.current = kept;
      field.current.dir = textDirection(kept.text);
      field.current.value = kept.text;
      setFacts(measureText(kept.text));
      setRestored(true);
    }
    return () => clearTimeout(timer.current);
  }, [userId]);

  function take(): KeptDraft {
    clearTimeout(timer.current);
    const text = field.current?.value ?? '';
    const topic = topicField.current?.value ?? '';
    if (topic !== draft.current.topic) draft.current = newDraft(draft.current.text, topic);
    if (text !== draft.current.text) {
      draft.current = newDraft(text, topic);
      if (field.current !== null) field.current.dir = textDirection(text);
      setFacts(measureText(text));
    }
    keepDraft(userId, draft.current);
    return draft.current;
  }

  return {
    field,
    topicField,
    facts,
    restored,
    take,
    onInput() {
      clearTimeout(timer.current);
      timer.current = setTimeout(take, PAUSE_MS);
    },
    clearTopic() {
      if (topicField.current !== null) topicField.current.value = '';
      take();
    },
    clear() {
      clearTimeout(timer.current);
      if (field.current !== null) field.current.value = '';
      if (topicField.current !== null) topicField.current.value = '';
      draft.current = newDraft();
      forgetDraft(userId);
      setFacts(measureText(''));
      setRestored(false);
    },
  };
}
