import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { changeKeySettings, useKeySettings } from '@/components/ui/key-settings';
import { required } from '@/lib/kernel/assert';
import { type CommandPage, commandId, pressesOf } from '@/lib/keys/command';
import { type Press, printPress, toPressed } from '@/lib/keys/press';
import { refusalOf, swapPress, type Taken, toPress, whoHas, withPresses } from '@/lib/keys/remap';

type RowProps = {
  pages: readonly CommandPage[];
  command: { readonly page: string; readonly name: string };
  recording: boolean;
  onRecord: (on: boolean) => void;
};

/** One command: its keys, and how to give it another. While it is recording the next press is the new key. */
export function CommandRow({ pages, command, recording, onRecord }: RowProps) {
  const settings = useKeySettings();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [clash, setClash] = useState<{ readonly press: Press; readonly taken: Taken } | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const facts = required(pages.find(({ page }) => page === command.page)?.table[command.name], 'a row is about a command of its table');
  const id = commandId(command.page, command.name);
  const presses = pressesOf(facts, id, settings);
  const own = settings.keys[id] !== undefined;

  function end(): void {
    setRefusal(null);
    setClash(null);
    onRecord(false);
  }

  function give(next: readonly Press[]): void {
    changeKeySettings(withPresses(pages, settings, command, next));
    end();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!recording || event.nativeEvent.isComposing) return;
    // Tab goes on, as everywhere: nobody is caught here.
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return end();
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return end();
    const pressed = toPressed(event.nativeEvent);
    const press = toPress(pressed);
    if (press === null) return setRefusal(PARTS.has(event.key) ? null : 'This press is no key that a page hears. Try another.');
    const why = refusalOf(press, pressed.altKey && !pressed.altGraph);
    const taken = why === null ? whoHas(pages, settings, press, command) : null;
    setClash(null);
    if (why !== null) setRefusal(why);
    else if (taken === null) give([press]);
    else if (taken.facts.fixed) setRefusal(`${printPress(press)} is “${taken.facts.does}”, and stays so.`);
    else {
      setRefusal(null);
      setClash({ press, taken });
    }
  }

  const said = refusal ?? (clash === null ? null : `${printPress(clash.press)} is “${clash.taken.facts.does}” already.`);
  return (
    <li className="keys-row" data-own={own || undefined}>
      <span>{facts.does}</span>
      <span className="keys-now">
        {presses.length === 0 ? <span className="text-ink-3">no key</span> : null}
        {presses.map((press) => (
          <Kbd key={printPress(press)}>{printPress(press)}</Kbd>
        ))}
      </span>
      <span className="keys-acts">
        <button
          ref={change}
          type="button"
          className={recording ? 'btn s primary' : 'btn s'}
          aria-label={recording ? `Press the new key for: ${facts.does}` : `Change the key for: ${facts.does}`}
          aria-pressed={recording}
          onClick={() => (recording ? end() : onRecord(true))}
          onKeyDown={onKeyDown}
          onBlur={(event) => recording && clash === null && !event.currentTarget.parentElement?.contains(event.relatedTarget) && end()}
        >
          {recording ? 'Press a key' : 'Change'}
        </button>
        {presses.length > 0 ? (
          <Button size="s" tone="quiet" aria-label={`No key for: ${facts.does}`} onClick={() => give([])}>
            No key
          </Button>
        ) : null}
        {own ? (
          <Button size="s" tone="quiet" aria-label={`The usual key for: ${facts.does}`} onClick={() => give(facts.press)}>
            Usual
          </Button>
        ) : null}
      </span>
      <p className="keys-said" aria-live="polite">
        {said}
        {clash === null ? null : (
          <Button
            size="s"
            onClick={() => {
              changeKeySettings(swapPress(pages, settings, clash.press, command, clash.taken));
              end();
              change.current?.focus();
            }}
          >
            Swap the two
          </Button>
        )}
      </p>
    </li>
  );
}

const PARTS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);
