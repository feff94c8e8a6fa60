import { type KeyboardEvent, memo, useRef } from 'react';
import { ClassBadge } from '@/components/ui/class-badge';
import { Kbd } from '@/components/ui/kbd';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { claimName, whoSays } from './claim-words';
import type { ShownClaim } from './outbox/overlay';
import { openClaim } from './session/open-acts';
import { useSession, useView } from './session/session-context';

/** The left margin: one line a claim, on the line it speaks of. Also the complete list of claims for those who cannot see the marks. */
export function Gloss() {
  const session = useSession();
  const { claims, mode } = useView();
  const list = useRef<HTMLUListElement>(null);
  const openId = mode.kind === 'open' ? mode.claimId : mode.kind === 'form' && mode.form.editing ? mode.form.claimId : null;
  // One stop for Tab; the arrows go from line to line.
  const stop = openId ?? claims[0]?.id;

  function onKeyDown(event: KeyboardEvent): void {
    const lines = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = lines.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    lines[to]?.focus();
  }

  function open(claimId: string): void {
    if (claimId === openId) document.getElementById(`card-${claimId}`)?.focus();
    else openClaim(session, claimId);
  }

  return (
    <nav className="gloss" aria-label="Claims">
      <ul ref={list} onKeyDown={onKeyDown}>
        {claims.map((claim) => (
          <Stub key={claim.id} claim={claim} on={claim.id === openId} stop={claim.id === stop} onOpen={open} />
        ))}
      </ul>
      {claims.length === 0 && mode.kind === 'read' ? (
        <p className="gloss-empty">
          Select words, or move with <Kbd>j</Kbd> and press <Kbd>↵</Kbd>.
        </p>
      ) : null}
    </nav>
  );
}

type StubProps = { claim: ShownClaim; on: boolean; stop: boolean; onOpen: (claimId: string) => void };

const Stub = memo(
  function Stub({ claim, on, stop, onOpen }: StubProps) {
    const sourceClass = toSourceClass(claim.sourceType);
    const returned = claim.state === 'returned';
    const quote = claim.spans[0]?.quote ?? '';
    return (
      <li id={`stub-${claim.id}`} className="stub" data-stub={claim.id} data-on={on || undefined}>
        <button
          type="button"
          tabIndex={stop ? 0 : -1}
          aria-expanded={on}
          aria-label={[
            claimName(claim),
            whoSays(claim),
            returned ? 'returned' : '',
            claim.held === null ? '' : 'not saved',
            `“${shorten(quote)}”`,
          ]
            .filter(Boolean)
            .join(', ')}
          onClick={() => onOpen(claim.id)}
        >
          {returned ? <span className="stub-flag">returned</span> : null}
          {claim.held === null ? null : <span className="stub-flag">not saved</span>}
          <bdi className="path" data-nobody={claim.source === null || undefined}>
            {whoSays(claim)}
          </bdi>
          <span aria-hidden="true" className="contents">
            <ClassBadge c={sourceClass} letter={SOURCE_CLASS_FACTS[sourceClass].letter} label="" number={claim.number} size="s" on={on} />
          </span>
        </button>
      </li>
    );
  },
  (before, after) => before.claim === after.claim && before.on === after.on && before.stop === after.stop,
);

function shorten(quote: string): string {
  return quote.length <= 120 ? quote : `${quote.slice(0, 119)}…`;
}
