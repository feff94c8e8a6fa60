'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { forgetDraft, type KeptDraft, keepDraft, NOTHING_TYPED, newDraft, readDraft, type TypedFacts } from './kept-draft';
import { measureText, type TextFacts } from './measure-text';
import { textDirection } from './text-direction';

/** How long after the last keystroke the text is counted and kept, in milliseconds. */
const PAUSE_MS = 200;

type FactFields = { readonly [Fact in keyof TypedFacts]: RefObject<HTMLInputElement | null> };
const FACTS = Object.keys(NOTHING_TYPED) as readonly (keyof TypedFacts)[];

type KeptText = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly factFields: FactFields;
  readonly facts: TextFacts;
  /** Whether the text was there before this visit to the page. */
  readonly restored: boolean;
  readonly onInput: () => void;
  /** The text and what is said of it as they stand in their fields, with their key. */
  readonly take: () => KeptDraft;
  readonly clear: () => void;
  /** A file took along what was said; a text that was begun stays. */
  readonly clearFacts: () => void;
};

/**
 * The text of the field, counted and kept in this tab. The field is not controlled: a text of two megabytes
 * would be copied through React on every keystroke.
 */
export function useKeptText(userId: string): KeptText {
  const field = useRef<HTMLTextAreaElement>(null);
  const [topic, outlet, publishedOn] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [fields] = useState<FactFields>({ topic, outlet, publishedOn });
  const draft = useRef<KeptDraft>(newDraft());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [facts, setFacts] = useState(() => measureText(''));
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    const kept = readDraft(userId);
    for (const fact of FACTS) {
      const input = fields[fact].current;
      if (kept !== null && input !== null && input.value === '') input.value = kept[fact];
    }
    if (kept !== null && kept.text !== '' && field.current !== null && field.current.value === '') {
      draft.current = kept;
      field.current.dir = textDirection(kept.text);
      field.current.value = kept.text;
      setFacts(measureText(kept.text));
      setRestored(true);
    }
    return () => clearTimeout(timer.current);
  }, [userId, fields]);

  function take(): KeptDraft {
    clearTimeout(timer.current);
    const text = field.current?.value ?? '';
    const said = typedFacts(fields);
    if (FACTS.some((fact) => said[fact] !== draft.current[fact])) draft.current = newDraft(draft.current.text, said);
    if (text !== draft.current.text) {
      draft.current = newDraft(text, said);
      if (field.current !== null) field.current.dir = textDirection(text);
      setFacts(measureText(text));
    }
    keepDraft(userId, draft.current);
    return draft.current;
  }

  return {
    field,
    factFields: fields,
    facts,
    restored,
    take,
    onInput() {
      clearTimeout(timer.current);
      timer.current = setTimeout(take, PAUSE_MS);
    },
    clearFacts() {
      emptyFacts(fields);
      take();
    },
    clear() {
      clearTimeout(timer.current);
      if (field.current !== null) field.current.value = '';
      emptyFacts(fields);
      draft.current = newDraft();
      forgetDraft(userId);
      setFacts(measureText(''));
      setRestored(false);
    },
  };
}

function typedFacts({ topic, outlet, publishedOn }: FactFields): TypedFacts {
  const typed = (field: RefObject<HTMLInputElement | null>) => field.current?.value ?? '';
  return { topic: typed(topic), outlet: typed(outlet), publishedOn: typed(publishedOn) };
}

function emptyFacts(fields: FactFields): void {
  for (const { current } of Object.values(fields)) if (current !== null) current.value = '';
}
