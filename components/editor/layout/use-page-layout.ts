import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { toBlocks } from '@/lib/anchoring/blocks';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import type { ShownClaim } from '../outbox/overlay';
import { findConflict } from '../session/conflict-acts';
import { isMuch, type Session } from '../session/session';
import { useSession, useView } from '../session/session-context';
import type { Mode } from '../session/view';
import { createStore, type Store } from '../store';
import { isLongText } from '../text/long-text';
import { createDensityDrawing, type DensityDrawing, drawWindow } from './draw-density';
import type { Row } from './gloss-rows';
import { type Held, holdCaret } from './hold-caret';
import { clearSheet, placeCard } from './place-card';
import { type GlossLines, placeStubs } from './place-stubs';

export type PageParts = {
  readonly stage: RefObject<HTMLElement | null>;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly gloss: RefObject<HTMLDivElement | null>;
  readonly notes: RefObject<HTMLDivElement | null>;
  readonly leader: RefObject<HTMLSpanElement | null>;
  readonly map: RefObject<SVGSVGElement | null>;
};

export type PageLayout = {
  /** The part of the text that carries its claims; the gloss lists those. */
  readonly near: Store<TextRange>;
  /** To be called when the text is first drawn. */
  readonly begin: () => void;
  /** The gloss lists other claims, or the same in another order. */
  readonly placeGloss: (rows: readonly Row[], claims: readonly ShownClaim[]) => void;
  /** Brings the line a claim begins on, and its line in the gloss, into view. */
  readonly reveal: (claim: ShownClaim) => void;
};

/** The strokes of the density map are drawn anew when heights have rested this long, ms. */
const SETTLED_AFTER = 200;
/** After a jump, or when many claims came, what is beyond the window's edges waits until there has been rest for so long, ms. */
const AROUND_AFTER = 150;
/** So long after a jump what was brought into view is held there: blocks around it may turn out higher than they were thought to be. ms */
const HELD_FOR = 600;
/** Lines this near to the window's edge count as out of view, px. */
const EDGE = 48;

/**
 * Keeps gloss, card, leader and density map beside the text they speak of, and the text informed of what the window shows.
 * Places are written straight to the elements. What is far from the window is not placed, and claims are never looked through.
 */
export function usePageLayout(parts: PageParts): PageLayout {
  const session = useSession();
  const { mode, claims } = useView();
  const frame = useRef(0);
  const density = useRef<DensityDrawing | null>(null);
  const listed = useRef<GlossLines>({ claims: [], rows: [] });
  const near = useMemo(() => createStore<TextRange>(toTextRange(0, 0)), []);
  const blocks = useMemo(() => toBlocks(session.data.revision.text), [session]);

  const around = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What brings a line that was jumped to back to its place in the window. */
  const held = useRef<Held | null>(null);

  const see = useCallback(
    (how: 'look' | 'lookAround') => {
      const surface = session.surface();
      const stage = parts.stage.current;
      if (surface === null || stage === null) return;
      const [article, window] = [surface.dom.getBoundingClientRect(), stage.getBoundingClientRect()];
      if (surface[how](window.top - article.top, window.bottom - article.top)) near.set(surface.near());
    },
    [session, parts, near],
  );
  const lookAroundLater = useCallback(() => {
    clearTimeout(around.current);
    around.current = setTimeout(() => see('lookAround'), AROUND_AFTER);
  }, [see]);

  /** Tells the text what the window shows; it draws what comes near, the rest a moment later. */
  const look = useCallback(() => {
    see('look');
    lookAroundLater();
  }, [see, lookAroundLater]);

  /** Many claims are about to be drawn: those in the window first. */
  const narrow = useCallback(() => {
    const surface = session.surface();
    if (surface === null) return;
    surface.narrow();
    near.set(surface.near());
    lookAroundLater();
  }, [session, near, lookAroundLater]);

  // Each of these only reads and returns what there is to write: written in between, the page would be laid out for each.
  const readGloss = useCallback((): (() => void) => {
    const surface = session.surface();
    return surface !== null && parts.gloss.current !== null ? placeStubs(parts.gloss.current, surface, listed.current) : NOTHING;
  }, [session, parts]);

  /** The page was scrolled: the gloss goes with it, the card is held in the window. */
  const readScrolled = useCallback((): (() => void) => {
    const surface = session.surface();
    const [stage, sheet, notes, leader, map] = [parts.stage, parts.sheet, parts.notes, parts.leader, parts.map].map(
      ({ current }) => current,
    );
    if (surface === null || stage == null || sheet == null || notes == null || leader == null || map == null) return NOTHING;
    const card = { stage: stage as HTMLElement, sheet: sheet as HTMLElement, notes: notes as HTMLElement, leader: leader as HTMLElement };
    const putCard = placeCard(card, surface, rangeOf(session, session.view.get().mode));
    const putWindow = drawWindow(map as SVGSVGElement, surface.dom, card.stage);
    return () => {
      putCard();
      putWindow();
    };
  }, [session, parts]);

  const placeScrolled = useCallback(() => readScrolled()(), [readScrolled]);

  const place = useCallback(() => {
    for (const put of [readGloss(), readScrolled()]) put();
    placed.current = true;
  }, [readGloss, readScrolled]);

  /** Other lines are rendered: they get their places with all else when that is placed in the same commit, else at once. */
  const placed = useRef(false);
  const placeGloss = useCallback(
    (rows: readonly Row[], claims: readonly ShownClaim[]) => {
      listed.current = { claims, rows };
      placed.current = false;
      queueMicrotask(() => placed.current || readGloss()());
    },
    [readGloss],
  );

  const wanted = useRef<'scrolled' | 'all'>('scrolled');
  const placeSoon = useCallback(
    (what: 'scrolled' | 'all' = 'all') => {
      if (what === 'all') wanted.current = 'all';
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        const act = wanted.current === 'all' ? place : placeScrolled;
        wanted.current = 'scrolled';
        act();
      });
    },
    [place, placeScrolled],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown changes
  useLayoutEffect(() => {
    place();
    density.current?.open(openSpans(session, mode));
  }, [place, mode, claims]);

  const openKey = keyOf(mode);
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
    const map = parts.map.current;
    const sheet = parts.sheet.current;
    if (stage === null || map === null || sheet === null) return;
    const strokes = createDensityDrawing(map, session, blocks);
    density.current = strokes;
    let settled: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      clearTimeout(settled);
      settled = setTimeout(strokes.all, SETTLED_AFTER);
    };
    const measure = () => {
      session.surface()?.measure();
      look();
      placeSoon();
      settle();
    };
    const scroll = () => {
      look();
      placeSoon('scrolled');
    };
    // Another width breaks lines anew. Another height says that blocks turned out other than they were thought to be.
    let width = 0;
    const resized = () => {
      const now = sheet.clientWidth + stage.clientHeight;
      if (now !== width) measure();
      else {
        if (held.current !== null && performance.now() < held.current.until) held.current.putBack();
        placeSoon();
        settle();
      }
      width = now;
    };
    const letGo = () => {
      held.current = null;
    };
    const print = () => {
      session.surface()?.lookAtAll();
      flushSync(() => near.set(session.surface()?.near() ?? toTextRange(0, 0)));
      place();
    };
    const on = new AbortController();
    const { signal } = on;
    const sizes = new ResizeObserver(resized);
    for (const { current } of [parts.stage, parts.sheet, parts.notes]) if (current !== null) sizes.observe(current);
    stage.addEventListener('scroll', scroll, { passive: true, signal });
    for (const hand of ['wheel', 'pointerdown', 'keydown'] as const)
      stage.addEventListener(hand, letGo, { passive: true, capture: true, signal });
    document.fonts.addEventListener('loadingdone', measure, { signal });
    window.addEventListener('beforeprint', print, { signal });
    window.addEventListener('afterprint', look, { signal });
    // The text may have been scrolled for the caret.
    const unfollow = isLongText(session.data.revision.text)
      ? session.selected.subscribe(() => {
          held.current = holdCaret(session, stage, performance.now() + HELD_FOR);
        })
      : NOTHING;
    const unwatch = session.watchClaims((where) => {
      if (!isMuch(where)) return strokes.some(where);
      narrow();
      settle();
    });
    return () => {
      on.abort();
      sizes.disconnect();
      unwatch();
      unfollow();
      strokes.stop();
      clearTimeout(settled);
      clearTimeout(around.current);
      cancelAnimationFrame(frame.current);
    };
  }, [session, parts, blocks, look, narrow, place, placeSoon, near]);

  // The card grows and shrinks with what is typed into it.
  useEffect(() => {
    const card = parts.notes.current?.querySelector('.open-card');
    if (openKey === null || card == null) return;
    const sizes = new ResizeObserver(() => placeSoon('scrolled'));
    sizes.observe(card);
    return () => sizes.disconnect();
  }, [parts, openKey, placeSoon]);

  return useMemo(
    () => ({
      near,
      begin: () => {
        look();
        place();
      },
      placeGloss,
      reveal(claim) {
        const surface = session.surface();
        const stage = parts.stage.current;
        const start = claim.spans[0]?.start;
        if (surface === null || stage === null || start === undefined) return;
        const window = stage.getBoundingClientRect();
        const lineTop = () => surface.dom.getBoundingClientRect().top + surface.lineOf(claim.id, start) - window.top;
        const isSeen = () => lineTop() > EDGE && lineTop() < window.height - EDGE;
        // Twice: what was only estimated is laid out after the first.
        for (let turn = 0; turn < 2 && !isSeen(); turn += 1) {
          stage.scrollBy({ top: lineTop() - window.height / 3, behavior: 'instant' });
          flushSync(look);
        }
        readGloss()();
        // Where claims are dense their lines in the gloss are pushed far from the words they speak of.
        parts.gloss.current?.querySelector(`[data-stub="${claim.id}"]`)?.scrollIntoView({ block: 'nearest' });
        const at = lineTop();
        const putBack = () => {
          stage.scrollBy({ top: lineTop() - at, behavior: 'instant' });
          readGloss()();
        };
        held.current = { putBack, until: performance.now() + HELD_FOR };
      },
    }),
    [session, parts, near, look, place, placeGloss, readGloss],
  );
}

const NOTHING = () => {};

/** Tells one thing in the card from the next. */
function keyOf(mode: Mode): string | number | null {
  switch (mode.kind) {
    case 'read':
      return null;
    case 'open':
      return `${mode.claimId} ${mode.panel}`;
    case 'form':
      return mode.form.serial;
    case 'conflict':
      return mode.key;
  }
}

/** The words of the claim that is open or being edited, for the map. */
function openSpans(session: Session, mode: Mode): readonly TextRange[] {
  if (mode.kind === 'open') return mode.moved ?? session.find(mode.claimId)?.spans ?? [];
  return mode.kind === 'form' && mode.form.editing ? mode.form.spans : [];
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
