import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { Dialog } from './dialog';
import { Kbd } from './kbd';
import { type PaletteItem, rankCommands } from './rank-commands';

type CommandPaletteProps = {
  title: string;
  placeholder: string;
  items: readonly PaletteItem[];
  /** What only typing finds; ranked with the rest. */
  more?: ((query: string) => readonly PaletteItem[]) | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Puts the focus where it was on the page, before a command runs. */
  onLeave: () => void;
};

/** Every command, found by typing. The keyboard never leaves the field: arrows choose, Enter runs, Esc closes. */
export function CommandPalette({ title, placeholder, items, more, open, onOpenChange, onLeave }: CommandPaletteProps) {
  if (!open) return null;
  const leave = () => {
    flushSync(() => onOpenChange(false));
    onLeave();
  };
  return (
    <Dialog
      title={title}
      hideTitle
      open
      keepFocus
      onOpenChange={(next) => {
        if (!next) leave();
      }}
    >
      <Finder placeholder={placeholder} items={items} more={more} onLeave={leave} />
    </Dialog>
  );
}

function Finder({ placeholder, items, more, onLeave }: Pick<CommandPaletteProps, 'placeholder' | 'items' | 'more' | 'onLeave'>) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [reason, setReason] = useState('');
  const found = rankCommands([...items, ...(more?.(query) ?? [])], query);
  const at = Math.min(active, found.length - 1);
  const current = found[at];
  const currentId = current === undefined ? undefined : `${id}-${current.id}`;

  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  function run(item: PaletteItem | undefined): void {
    if (item === undefined) return;
    if (item.unavailable) return setReason(`${item.label}: ${item.unavailable}`);
    onLeave();
    item.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (event.key === 'Enter') run(current);
    else if (to === undefined) return;
    else {
      setReason('');
      setActive(Math.max(0, Math.min(last, to)));
    }
    event.preventDefault();
  }

  return (
    <div className="palette">
      <input
        className="input"
        role="combobox"
        aria-label={placeholder}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={currentId}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
          setReason('');
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Commands" className="palette-list" tabIndex={-1}>
        {found.map((item, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
          <div
            key={item.id}
            id={`${id}-${item.id}`}
            role="option"
            aria-selected={index === at}
            aria-disabled={item.unavailable ? true : undefined}
            className="palette-item"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => run(item)}
          >
            <span className="palette-group">{item.group}</span>
            <span className="palette-label">
              <bdi>{item.label}</bdi>
              {item.unavailable ? <span className="palette-why"> {item.unavailable}</span> : null}
            </span>
            <span className="palette-keys">
              {item.keys?.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          </div>
        ))}
      </div>
      <p className="palette-said" role="status">
        {reason !== '' ? reason : found.length === 0 ? 'Nothing is called that here.' : ''}
      </p>
    </div>
  );
}
