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
const DESK_NOTE_HINT =
  'For this desk only: never in a report or an export. It is saved while you are online, and not kept in this browser meanwhile.';

/** What the interface is told: the note, or why there is none; `stale` is what somebody else wrote meanwhile. */
type Told = { readonly ok: true; readonly value: DeskNote } | { readonly ok: false; readonly why: string; readonly stale?: DeskNote };

/** Who asks the server, given by the page that shows the note. */
export type DeskNoteServer = {
  readonly read: (claimId: string, signal: AbortSignal) => Promise<Result<DeskNote> | null>;
  readonly save: (input: {
    readonly key: string;
    readonly actorId: string;
    readonly claimId: string;
    readonly version: number;
    readonly text: string;
  }) => Promise<Result<Omit<DeskNote, 'text'>>>;
  /** What a save that threw means, in a sentence. */
  readonly whyNoAnswer: (thrown: unknown) => string;
};

/** What was typed and not saved, by person and claim: in this page's memory, never in the browser's storage. */
const unsent = new Map<string, string>();

/** A claim's desk note as its field takes it: how it is read and saved. `save` never rejects; the same key makes a repeat harmless. */
export function deskNoteField(whose: { readonly userId: string; readonly claimId: string }, server: DeskNoteServer) {
  const { userId, claimId } = whose;
  return {
    label: 'Desk note',
    hint: DESK_NOTE_HINT,
    maxLength: DESK_NOTE_MAX,
    place: `${userId} ${claimId}`,
    unsent,
    async read(signal: AbortSignal): Promise<Told | null> {
      const result = await server.read(claimId, signal);
      return result === null || result.ok ? result : { ok: false, why: result.error.message };
    },
    async save(text: string, version: number, key: string): Promise<Told> {
      try {
        return toSaved(await server.save({ key, actorId: userId, claimId, version, text }), text);
      } catch (thrown) {
        return { ok: false, why: `${server.whyNoAnswer(thrown)} The note is only in this field: try again.` };
      }
    },
  };
}

/** The note as it stands after a save of `text`, or why it was not saved. */
function toSaved(result: Result<Omit<DeskNote, 'text'>>, text: string): Told {
  if (result.ok) return { ok: true, value: { text: text.trim(), version: result.value.version, written: result.value.written } };
  const { code, message, current } = result.error;
  return { ok: false, why: message, ...(code === 'STALE' ? { stale: current as DeskNote } : {}) };
}
