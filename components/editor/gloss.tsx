import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { flushSync } from 'react-dom';
import { whenAtRest } from '@/components/ui/when-at-rest';
import { RELATION_FACTS, RELATIONS, type Relation } from '@/lib/claims/relation';
import { toPressed } from '@/lib/keys/press';
import { floorToGrapheme } from '@/lib/text/graphemes';
import type { TextRange } from '@/lib/text/offset';
import { ChainPath } from './chain/chain-path';
import { ClaimBadge } from './claim-badge';
import { findCommand } from './keymap';
import { type Row, rowsIn } from './layout/gloss-rows';
import type { ShownClaim } from './outbox/overlay';
import { OwnKey } from './own-key';
import { toggleMark } from './session/chain-acts';
import { pressClaim } from './session/open-acts';
import { useSession, useView } from './session/session-context';
import { chainName, shownName } from './shown-claim';
import type { Store } from './store';

type GlossProps = {
  /** The claims to list, in text order. */
  claims: readonly ShownClaim[];
  /** The part of the text whose claims are rendered. */
  near: Store<TextRange>;
  /** Called when other lines are rendered: they want their places. `claims` all that are listed. */
  onRows: (rows: readonly Row[], claims: readonly ShownClaim[]) => void;
  /** The keyboard goes to a claim's line: it and its words are to come into view. */
  onWalk: (claim: ShownClaim) => void;
};

/**
 * The left margin: one line a claim, on the line it speaks of. Also the complete list of claims for those who cannot see the
 * marks: only lines near the window are rendered, each says which of how many it is, and the arrows walk through all.
 */
export function Gloss({ claims, near, onRows, onWalk }: GlossProps) {
  const session = useSession();
  const { mode, marked } = useView();
  const range = useSyncExternalStore(near.subscribe, near.get, near.get);
  // The line that has the focus stays when the text is scrolled away from it.
  const [held, setHeld] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const openId = mode.kind === 'open' ? mode.claimId : mode.kind === 'form' && mode.form.editing ? mode.form.claimId : null;
  const relations = session.standing().relations();
  const rows = useMemo(() => listRows(claims, range, held), [claims, range, held]);
  const stop = [held, openId].find((id) => rows.some(({ claim }) => claim.id === id)) ?? rows[0]?.claim.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other lines are rendered
  useLayoutEffect(() => onRows(rows, claims), [rows]);

  // A claim more or less changes it for every line: it is written when the page rests, or when a line is about to be read out.
  const sayWhichOfHowMany = useEffectEvent(() => {
    rows.forEach(({ at }, index) => {
      const line = list.current?.children[index];
      line?.setAttribute('aria-setsize', `${claims.length}`);
      line?.setAttribute('aria-posinset', `${at + 1}`);
    });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other lines are rendered
  useEffect(() => whenAtRest(() => sayWhichOfHowMany()), [rows]);

  const placeOfLine = (line: Element) => rows[[...(list.current?.children ?? [])].indexOf(line)]?.at ?? Number.NaN;

  function walk(at: number): void {
    const claim = claims[at];
    if (claim === undefined) return;
    flushSync(() => setHeld(claim.id));
    sayWhichOfHowMany();
    onWalk(claim);
    lineOf(claim.id)?.focus({ preventScroll: true });
  }

  function lineOf(claimId: string): HTMLElement | null {
    return list.current?.querySelector<HTMLElement>(`[data-stub="${claimId}"] button`) ?? null;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const line = (event.target as HTMLElement).closest('[data-stub]');
    const at = line === null ? Number.NaN : placeOfLine(line);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: claims.length - 1 }[event.key];
    const claim = claims[at];
    const marks = findCommand('text', toPressed(event.nativeEvent)) === 'mark';
    if (claim === undefined || (to === undefined && !marks)) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) toggleMark(session, claim.id);
    else walk(to);
  }

  function onPress(claimId: string, event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey) toggleMark(session, claimId);
    else if (claimId === openId && session.pickClaim === null) document.getElementById(`card-${claimId}`)?.focus();
    else pressClaim(session, claimId);
  }

  return (
    <nav className="gloss" aria-label="Claims">
      <ul
        ref={list}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setHeld(target.closest<HTMLElement>('[data-stub]')?.dataset.stub ?? null)}
        onBlur={({ relatedTarget }) => list.current?.contains(relatedTarget) === true || setHeld(null)}
      >
        {rows.map(({ claim }) => (
          <Line
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
      {session.view.get().claims.length === 0 && mode.kind === 'read' ? (
        <p className="gloss-empty">
          Select words, or move with <OwnKey command="nextSentence" /> and press <OwnKey command="act" />.
        </p>
      ) : null}
    </nav>
  );
}

/** The lines to render, in order: those of claims that begin in `range`, and the one with the focus. */
function listRows(claims: readonly ShownClaim[], range: TextRange, held: string | null): readonly Row[] {
  const { from, to } = rowsIn(claims, range);
  const rows = claims.slice(from, to).map<Row>((claim, index) => ({ claim, at: from + index, far: false }));
  if (held === null || rows.some(({ claim }) => claim.id === held)) return rows;
  const at = claims.findIndex(({ id }) => id === held);
  const claim = claims[at];
  if (claim === undefined) return rows;
  const far = { claim, at, far: true };
  return at < from ? [far, ...rows] : [...rows, far];
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

type LineProps = {
  claim: ShownClaim;
  signs: string;
  on: boolean;
  marked: boolean;
  stop: boolean;
  onPress: (claimId: string, event: MouseEvent) => void;
};

const Line = memo(
  function Line({ claim, signs, on, marked, stop, onPress }: LineProps) {
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
          {claim.held === undefined ? null : <span className="stub-flag">not saved</span>}
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
    claim.held === undefined ? '' : 'not saved',
    marked ? 'marked' : '',
    `“${shorten(quote)}”`,
  ]
    .filter(Boolean)
    .join(', ');
}

function shorten(quote: string): string {
  return quote.length <= 120 ? quote : `${quote.slice(0, floorToGrapheme(quote, 119))}…`;
}
