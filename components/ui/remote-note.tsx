'use client';

import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { BeingRead } from './being-read';
import { Button } from './button';
import { ErrorNote } from './error-note';
import { RelativeTime } from './relative-time';
import { TextArea } from './text-area';

/** A text that somebody wrote. `version` is handed back when it is written over. */
export type Remote = {
  readonly text: string;
  readonly version: number;
  readonly written: { readonly by: { readonly name: string }; readonly at: string } | null;
};

/** An answer, or why there is none; `stale` carries what somebody else wrote meanwhile. */
export type Told<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: string; readonly stale?: Remote };

type RemoteNoteProps = {
  label: string;
  /** What becomes of the text, and what does not. Shown while it is typed. */
  hint: ReactNode;
  maxLength: number;
  /** Asks for the note; null when `signal` called it off. */
  read: (signal: AbortSignal) => Promise<Told<Remote> | null>;
  /** The same text for the same version comes with the same key, so that a lost answer does not apply it twice. */
  save: (text: string, version: number, key: string) => Promise<Told<Remote>>;
  newKey: () => string;
  /** What was typed and not saved, in memory alone and under `place`: it outlives this component, not the page. */
  unsent: Map<string, string>;
  place: string;
};

/** How long it has to be shown before it is asked for, in ms: one who walks past asks nothing. */
const REST = 150;

/** A note that stands on the server only: read when it is shown, saved while online, never kept by the browser. Mounted anew for another note. */
export function RemoteNote({ label, hint, maxLength, read, save, newKey, unsent, place }: RemoteNoteProps) {
  const [note, setNote] = useState<Remote | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const [text, setText] = useState<string | null>(() => unsent.get(place) ?? null);
  // One that was begun elsewhere and is found again does not take the focus.
  const begun = useRef(false);
  const latest = useRef(read);
  latest.current = read;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const told = await latest.current(asking.signal);
      if (told === null) return;
      if (told.ok) setNote(told.value);
      setFault(told.ok ? null : told.why);
    }, REST);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [asked]);

  function type(next: string | null): void {
    setText(next);
    if (next === null) unsent.delete(place);
    else unsent.set(place, next);
  }

  if (note === null) {
    return <BeingRead fault={fault} again="Read it again" onAgain={() => setAsked(asked + 1)} />;
  }
  return text === null ? (
    <Reading
      note={note}
      label={label}
      onWrite={() => {
        begun.current = true;
        type(note.text);
      }}
    />
  ) : (
    <Writing
      {...{ label, hint, maxLength, note, text }}
      save={save}
      newKey={newKey}
      focused={begun.current}
      onType={type}
      onSaved={setNote}
    />
  );
}

function Reading({ note: { text, written }, label, onWrite }: { note: Remote; label: string; onWrite: () => void }) {
  return (
    <div className="grid justify-items-start gap-1">
      {text === '' ? null : (
        <p dir="auto" className="max-h-60 w-full overflow-y-auto whitespace-pre-wrap break-words">
          {text}
        </p>
      )}
      <p className="flex flex-wrap items-baseline gap-x-2 text-ink-3 text-small">
        {text === '' || written === null ? null : (
          <span>
            <bdi>{written.by.name}</bdi>, <RelativeTime at={new Date(written.at)} />
          </span>
        )}
        <Button size="s" tone="quiet" aria-label={`${text === '' ? 'Write' : 'Change'} the ${label.toLowerCase()}`} onClick={onWrite}>
          {text === '' ? 'Write one' : 'Change'}
        </Button>
      </p>
    </div>
  );
}

type WritingProps = Pick<RemoteNoteProps, 'label' | 'hint' | 'maxLength' | 'save' | 'newKey'> & {
  note: Remote;
  text: string;
  /** It was asked for with the button that stood here. */
  focused: boolean;
  onType: (text: string | null) => void;
  onSaved: (note: Remote) => void;
};

function Writing({ label, hint, maxLength, note, text, focused, save, newKey, onType, onSaved }: WritingProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<Remote | null>(null);
  const sent = useRef({ what: '', key: '' });

  async function send(): Promise<void> {
    if (busy) return;
    const { version } = theirs ?? note;
    const what = `${version} ${text}`;
    if (sent.current.what !== what) sent.current = { what, key: newKey() };
    setBusy(true);
    setWhy(null);
    const told = await save(text, version, sent.current.key);
    setBusy(false);
    if (told.ok) {
      onSaved(told.value);
      onType(null);
    } else if (told.stale !== undefined) setTheirs(told.stale);
    else setWhy(told.why);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void send();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The keys of the page around it are not those of a text.
    event.stopPropagation();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  }

  return (
    <form className="grid gap-2" noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <TextArea
        id={id}
        label={<span className="sr-only">{label}</span>}
        hint={hint}
        error={why}
        rows={3}
        maxLength={maxLength}
        dir="auto"
        autoFocus={focused}
        value={text}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      {theirs === null ? null : (
        <ErrorNote title="Changed by someone else meanwhile." urgent={false}>
          <span className="block whitespace-pre-wrap break-words">{theirs.text === '' ? 'It was taken away.' : theirs.text}</span>
          Yours is kept here. Save again to put it in the place of theirs.
        </ErrorNote>
      )}
      <p className="flex flex-wrap gap-2">
        <Button type="submit" size="s" tone="primary" unavailable={busy} shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
          {busy ? 'Saving…' : 'Save'}
        </Button>
        <Button
          size="s"
          tone="quiet"
          onClick={() => {
            if (theirs !== null) onSaved(theirs);
            onType(null);
          }}
        >
          Leave it
        </Button>
      </p>
    </form>
  );
}
