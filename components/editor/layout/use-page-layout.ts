import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { TextRange } from '@/lib/text/offset';
import { findConflict } from '../session/conflict-acts';
import type { Session } from '../session/session';
import { useSession, useView } from '../session/session-context';
import type { Mode } from '../session/view';
import { isLongText } from '../text/long-text';
import { drawDensity, drawWindow } from './draw-density';
import { clearSheet, placeCard } from './place-card';
import { placeStubs } from './place-stubs';

export type PageParts = {
  readonly stage: RefObject<HTMLElement | null>;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly gloss: RefObject<HTMLDivElement | null>;
  readonly notes: RefObject<HTMLDivElement | null>;
  readonly leader: RefObject<HTMLSpanElement | null>;
  readonly map: RefObject<SVGSVGElement | null>;
};

/** What to place: everything; all but the density map's strokes; only the card and the map's window. */
type Extent = 'all' | 'lines' | 'scroll';

/** The map of a long text is drawn anew when scrolling has rested this long, ms. */
const SETTLED_AFTER = 200;

/**
 * Keeps gloss, card, leader and density map beside the text they speak of: after every change, when fonts arrive and
 * when the window changes; on scroll only the card and the map's window. Places are written straight to the elements,
 * so that a thousand stubs cost no rendering. Returns what to call when the text is first drawn.
 */
export function usePageLayout(parts: PageParts): () => void {
  const session = useSession();
  const { mode, claims } = useView();
  const frame = useRef(0);

  const place = useCallback(
    (what: Extent) => {
      const surface = session.surface();
      const [stage, sheet, gloss, notes, leader, map] = [parts.stage, parts.sheet, parts.gloss, parts.notes, parts.leader, parts.map].map(
        ({ current }) => current,
      );
      if (surface === null || stage == null || sheet == null || gloss == null || notes == null || leader == null || map == null) return;
      const card = { stage: stage as HTMLElement, sheet: sheet as HTMLElement, notes: notes as HTMLElement, leader: leader as HTMLElement };
      if (what !== 'scroll') placeStubs(gloss as HTMLElement, surface.dom);
      placeCard(card, surface, rangeOf(session, session.view.get().mode));
      if (what === 'all') drawDensity(map as SVGSVGElement, surface.dom);
      drawWindow(map as SVGSVGElement, surface.dom, card.stage);
    },
    [session, parts],
  );

  const placeSoon = useCallback(
    (what: Extent) => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => place(what));
    },
    [place],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown changes
  useLayoutEffect(() => place('all'), [place, mode, claims]);

  const openKey =
    mode.kind === 'open'
      ? `${mode.claimId} ${mode.panel}`
      : mode.kind === 'form'
        ? mode.form.serial
        : mode.kind === 'conflict'
          ? mode.key
          : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each card that opens
  useEffect(() => {
    const surface = session.surface();
    const { stage, sheet, notes, leader } = parts;
    if (openKey === null || surface === null || !stage.current || !sheet.current || !notes.current || !leader.current) return;
    clearSheet(
      { stage: stage.current, sheet: sheet.current, notes: notes.current, leader: leader.current },
      surface,
      rangeOf(session, mode),
    );
  }, [openKey]);

  useEffect(() => {
    const stage = parts.stage.current;
    const all = () => placeSoon('all');
    // A long text is laid out as it is scrolled into view: its lines move a little then, and what stands beside them too.
    const long = isLongText(session.data.revision.text);
    let settled: ReturnType<typeof setTimeout> | undefined;
    const scroll = () => {
      placeSoon(long ? 'lines' : 'scroll');
      clearTimeout(settled);
      if (long) settled = setTimeout(all, SETTLED_AFTER);
    };
    const sizes = new ResizeObserver(all);
    for (const { current } of [parts.stage, parts.sheet, parts.notes]) if (current !== null) sizes.observe(current);
    stage?.addEventListener('scroll', scroll, { passive: true });
    document.fonts.addEventListener('loadingdone', all);
    return () => {
      sizes.disconnect();
      clearTimeout(settled);
      stage?.removeEventListener('scroll', scroll);
      document.fonts.removeEventListener('loadingdone', all);
      cancelAnimationFrame(frame.current);
    };
  }, [session, parts, placeSoon]);

  // The card grows and shrinks with what is typed into it.
  useEffect(() => {
    const card = parts.notes.current?.querySelector('.open-card');
    if (openKey === null || card == null) return;
    const sizes = new ResizeObserver(() => placeSoon('scroll'));
    sizes.observe(card);
    return () => sizes.disconnect();
  }, [parts, openKey, placeSoon]);

  return useCallback(() => place('all'), [place]);
}

/** The words the open card is about. */
function rangeOf(session: Session, mode: Mode): TextRange | null {
  switch (mode.kind) {
    case 'read':
      return null;
    case 'open':
      return mode.moved?.[0] ?? session.find(mode.claimId)?.spans[0] ?? null;
    case 'form':
      return mode.form.spans[0] ?? null;
    case 'conflict': {
      const conflict = findConflict(session, mode.key);
      return conflict?.theirs?.spans[0] ?? session.find(conflict?.claimId ?? '')?.spans[0] ?? null;
    }
  }
}
