import { type RefObject, useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { repeatLast } from './session/chain-acts';
import { startClaim } from './session/form-acts';
import { selectedRange } from './session/session';
import { useSelected, useSession, useView } from './session/session-context';
import { useKeys } from './use-keys';

/** Beside a selection, for hands that are not on the keyboard. In a narrow window it stands at the foot. */
export function SelectionButton({ notes }: { notes: RefObject<HTMLDivElement | null> }) {
  const session = useSession();
  const keys = useKeys();
  const { mode, last } = useView();
  const selected = useSelected();
  const box = useRef<HTMLDivElement>(null);
  const shown = mode.kind === 'read' && selected.anchor !== selected.head;

  useLayoutEffect(() => {
    const line = shown ? session.surface()?.rects(selectedRange(session)).at(-1) : undefined;
    if (box.current === null || line === undefined || notes.current === null) return;
    const top = line.top - notes.current.getBoundingClientRect().top + (line.height - box.current.offsetHeight) / 2;
    box.current.style.top = `${Math.round(top)}px`;
  });

  if (!shown) return null;
  return (
    // Pressing must not take the selection with it.
    <div ref={box} className="make-claim" onPointerDown={(event) => event.preventDefault()}>
      <Button tone="primary" shortcut={keys.print('act')} aria-keyshortcuts={keys.aria('act')} onClick={() => startClaim(session)}>
        Make a claim
      </Button>
      {last === null ? null : (
        <Button shortcut={keys.print('repeat')} aria-keyshortcuts={keys.aria('repeat')} onClick={() => repeatLast(session)}>
          <span className="truncate">
            <bdi>{last.source?.name ?? SOURCE_TYPE_FACTS[last.sourceType].label}</bdi> again
          </span>
        </Button>
      )}
    </div>
  );
}
