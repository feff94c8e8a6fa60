import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { toPressed } from '@/lib/keys/press';
import { CardHead, CardQuote } from '../cards/claim-card';
import { ElsewhereNote } from '../cards/held-note';
import { findCommand } from '../keymap';
import type { ShownClaim } from '../outbox/overlay';
import { closePanel, focusPanel } from '../session/open-acts';
import { useSession } from '../session/session-context';
import { claimWords } from '../shown-claim';
import { useKeys } from '../use-keys';

type PanelFrameProps = {
  claim: ShownClaim;
  title: string;
  children: ReactNode;
  /** Absent where each act saves by itself: there is nothing to save at the end. */
  onSave?: (() => void) | undefined;
  /** Enter in a field: what the panel does with it when it has nothing to save. */
  onEnter?: (() => void) | undefined;
};

/** A panel in the place of the open card: which claim it is about, what is said of it, and the way out. */
export function PanelFrame({ claim, title, children, onSave, onEnter }: PanelFrameProps) {
  const session = useSession();
  const keys = useKeys();
  const root = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the panel opens
  useEffect(() => focusPanel(claim.id), []);

  function leave(): void {
    closePanel(session);
    session.surface()?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const command = findCommand('form', toPressed(event.nativeEvent));
    if (command === 'drop') leave();
    else if (command === 'saveNow') (onSave ?? leave)();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      ref={root}
      id={`card-${claim.id}`}
      className="card open-card panel-card"
      aria-label={`${title} of ${claimWords(claim)}`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        (onSave ?? onEnter)?.();
      }}
    >
      <div className="card-scroll">
        <CardHead claim={claim} />
        <CardQuote claim={claim} short />
        <ElsewhereNote claimId={claim.id} />
        <h3 className="label panel-title">{title}</h3>
        {children}
      </div>
      <footer>
        <Button size="s" tone="quiet" shortcut={keys.print('drop')} className="sp" onClick={leave}>
          {onSave === undefined ? 'Done' : 'Leave it'}
        </Button>
        {onSave === undefined ? null : (
          <Button type="submit" size="s" tone="primary" shortcut={keys.print('saveNow')}>
            Save
          </Button>
        )}
      </footer>
    </form>
  );
}
