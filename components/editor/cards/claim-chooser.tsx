import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { ClaimBadge } from '../claim-badge';
import { pressClaim } from '../session/open-acts';
import { useSession, useView } from '../session/session-context';
import { chainName, shownName } from '../shown-claim';

/** Several claims lie over these words: offers each. */
export function ClaimChooser() {
  const session = useSession();
  const { chooser } = useView();
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const box = menu.current;
    if (box === null || chooser === null) return;
    const { width, height } = box.getBoundingClientRect();
    box.style.left = `${Math.max(8, Math.min(chooser.x, innerWidth - width - 8))}px`;
    box.style.top = `${chooser.y + height + 16 > innerHeight ? Math.max(8, chooser.y - height - 16) : chooser.y + 12}px`;
    box.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [chooser]);

  useEffect(() => {
    if (chooser === null) return;
    const dismiss = (event: PointerEvent) => {
      if (event.target instanceof Node && menu.current?.contains(event.target) === false) session.patch({ chooser: null });
    };
    document.addEventListener('pointerdown', dismiss);
    return () => document.removeEventListener('pointerdown', dismiss);
  }, [chooser, session]);

  if (chooser === null) return null;

  function take(claimId: string): void {
    pressClaim(session, claimId);
    session.surface()?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[
      event.key
    ];
    if (to !== undefined) items[to]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') {
      session.patch({ chooser: null });
      session.surface()?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={menu}
      className="pop chooser"
      role="menu"
      tabIndex={-1}
      aria-label={`${chooser.ids.length} claims here`}
      onKeyDown={onKeyDown}
    >
      {chooser.ids.flatMap((id) => {
        const claim = session.find(id);
        if (claim === null) return [];
        return (
          <button
            key={id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="chooser-item"
            aria-label={`${shownName(claim)}, ${chainName(claim)}`}
            onClick={() => take(id)}
          >
            <ClaimBadge claim={claim} size="s" />
            <bdi className="chooser-who">{chainName(claim)}</bdi>
            <span className="quoted chooser-words">{claim.spans[0]?.quote}</span>
          </button>
        );
      })}
    </div>
  );
}
