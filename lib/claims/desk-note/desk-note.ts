import type { PersonRef } from '@/lib/kernel/person';
import type { Result } from '@/lib/kernel/result';

/**
 * What the desk keeps to itself about a claim: whom to call, what not to print. It is no field of a claim. So nothing that
 * is made of claims can hold it: no report model and no export, no page but those that ask for it, nothing that the
 * browser keeps until it is sent. It is read and saved alone, while online.
 */
export type DeskNote = {
  /** Empty: there is none. */
  readonly text: string;
  /** 0 before the first; not the claim's version. */
  readonly version: number;
  /** Who wrote it last, and when (ISO 8601, UTC); null before the first. */
  readonly written: { readonly by: PersonRef; readonly at: string } | null;
};

export const NO_DESK_NOTE: DeskNote = { text: '', version: 0, written: null };

export const DESK_NOTE_MAX = 10_000;

/** What its field says. */
export const DESK_NOTE_HINT =
  'For this desk only: never in a report or an export. It is saved while you are online, and not kept in this browser meanwhile.';

type Told = { readonly ok: true; readonly value: DeskNote } | { readonly ok: false; readonly why: string; readonly stale?: DeskNote };

/** What the interface is told of an answer; null where nobody waits for one. */
export function toNoteTold(result: Result<DeskNote> | null): Told | null {
  return result === null || result.ok ? result : { ok: false, why: result.error.message };
}

/** The note as it stands after a save of `text`, or why it was not saved. */
export function toSavedTold(result: Result<Omit<DeskNote, 'text'>>, text: string): Told {
  if (result.ok) return { ok: true, value: { text: text.trim(), version: result.value.version, written: result.value.written } };
  const { code, message, current } = result.error;
  return { ok: false, why: message, ...(code === 'STALE' ? { stale: current as DeskNote } : {}) };
}

/** That no answer came to a save; `why` says it in a sentence. */
export function toUnsaved(why: string): Told {
  return { ok: false, why: `${why} The note is only in this field: try again.` };
}
