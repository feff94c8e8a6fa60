import { type KeyboardEvent, type MouseEvent, memo, useRef } from 'react';
import { RELATION_FACTS, RELATIONS, type Relation } from '@/lib/claims/relation';
import { toPressed } from '@/lib/keys/press';
import { floorToGrapheme } from '@/lib/text/graphemes';
import { ChainPath } from './chain/chain-path';
import { ClaimBadge } from './claim-badge';
import { useListedClaims } from './filter/use-claim-filter';
import { findCommand } from './keymap';
import type { ShownClaim } from './outbox/overlay';
import { OwnKey } from './own-key';
import { toggleMark } from './session/chain-acts';
import { pressClaim } from './session/open-acts';
import { useSession, useView } from './session/session-context';
import { chainName, shownName } from './shown-claim';

/** The left margin: one line a claim, on the line it speaks of. Also the complete list of claims for those who cannot see the marks. */
export function Gloss() {
  const session = useSession();
  const { claims: all, mode, marked } = useView();
  const claims = useListedClaims();
  const list = useRef<HTMLUListElement>(null);
  const openId = mode.kind === 'open' ? mode.claimId : mode.kind === 'form' && mode.form.editing ? mode.form.claimId : null;
  // One stop for Tab; the arrows go from line to line.
  const stop = openId ?? claims[0]?.id;
  const relations = session.standing().relations();

  function onKeyDown(event: KeyboardEvent): void {
    const lines = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = lines.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    const claim = claims[at];
    const marks = findCommand('text', toPressed(event.nativeEvent)) === 'mark';
    if (claim === undefined || (to === undefined && !marks)) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) toggleMark(session, claim.id);
    else lines[to]?.focus();
  }

  function onPress(claimId: string, event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey) toggleMark(session, claimId);
    else if (claimId === openId && session.pickClaim === null) document.getElementById(`card-${claimId}`)?.focus();
    else pressClaim(session, claimId);
  }

  return (
    <nav className="gloss" aria-label="Claims">
      <ul ref={list} onKeyDown={onKeyDown}>
        {claims.map((claim) => (
          <Stub
            key={claim.id}
            claim={claim}
            signs={toSigns(relations.get(claim.id) ?? [])}
            on={claim.id === openId}
            marked={marked.has(claim.id)}
            stop={claim.id === stop}
            onPress={onPress}
          />
        ))}
      </ul>
      {all.length === 0 && mode.kind === 'read' ? (
        <p className="gloss-empty">
          Select words, or move with <OwnKey command="nextSentence" /> and press <OwnKey command="act" />.
        </p>
      ) : null}
    </nav>
  );
}

/** The kinds of relations a claim has, as `≠3 ~`: the sign, and how many where there are several. */
function toSigns(relations: readonly Relation[]): string {
  return RELATIONS.flatMap((kind) => {
    const count = relations.filter((relation) => relation.kind === kind).length;
    return count === 0 ? [] : [`${RELATION_FACTS[kind].sign}${count > 1 ? count : ''}`];
  }).join(' ');
}

/** The same in words: “contradicts 3”. */
function signWords(signs: string): string {
  const words = signs.split(' ').map((sign) => {
    const kind = RELATIONS.find((one) => sign.startsWith(RELATION_FACTS[one].sign));
    return kind === undefined ? '' : `${RELATION_FACTS[kind].label.toLowerCase()} ${sign.slice(1) || '1'}`;
  });
  return words.filter((word) => word !== '').join(', ');
}

type StubProps = {
  claim: ShownClaim;
  signs: string;
  on: boolean;
  marked: boolean;
  stop: boolean;
  onPress: (claimId: string, event: MouseEvent) => void;
};

const Stub = memo(
  function Stub({ claim, signs, on, marked, stop, onPress }: StubProps) {
    const returned = claim.state === 'returned';
    return (
      <li id={`stub-${claim.id}`} className="stub" data-stub={claim.id} data-on={on || undefined} data-marked={marked || undefined}>
        <button
          type="button"
          tabIndex={stop ? 0 : -1}
          aria-expanded={on}
          aria-label={stubName(claim, signs, marked)}
          onClick={(event) => onPress(claim.id, event)}
        >
          {marked ? <span className="stub-mark">✓</span> : null}
          {returned ? <span className="stub-flag">returned</span> : null}
          {claim.held === null ? null : <span className="stub-flag">not saved</span>}
          {signs === '' ? null : (
            <span className="stub-signs" data-grave={signs.startsWith('≠') || undefined}>
              {signs}
            </span>
          )}
          <ChainPath claim={claim} />
          <ClaimBadge claim={claim} size="s" on={on} />
        </button>
      </li>
    );
  },
  (before, after) =>
    before.claim === after.claim &&
    before.signs === after.signs &&
    before.on === after.on &&
    before.marked === after.marked &&
    before.stop === after.stop,
);

function stubName(claim: ShownClaim, signs: string, marked: boolean): string {
  const quote = claim.spans[0]?.quote ?? '';
  return [
    shownName(claim),
    chainName(claim),
    signs === '' ? '' : signWords(signs),
    claim.state === 'returned' ? 'returned' : '',
    claim.held === null ? '' : 'not saved',
    marked ? 'marked' : '',
    `“${shorten(quote)}”`,
  ]
    .filter(Boolean)
    .join(', ');
}

function shorten(quote: string): string {
  return quote.length <= 120 ? quote : `${quote.slice(0, floorToGrapheme(quote, 119))}…`;
}
