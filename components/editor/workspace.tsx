'use client';

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { LabelStrip } from './bar/label-strip';
import { TroubleBar } from './bar/trouble-bar';
import { ClaimChooser } from './cards/claim-chooser';
import { OpenCard } from './cards/open-card';
import { useListedClaims } from './filter/use-claim-filter';
import { Gloss } from './gloss';
import { EdgeHandles } from './handles/edge-handles';
import { DensityMap } from './layout/density-map';
import { usePageLayout } from './layout/use-page-layout';
import { LiveWords } from './live-words';
import { AnnotatePalette } from './palette/annotate-palette';
import { RarerTools } from './rarer-tools';
import { SelectionButton } from './selection-button';
import { openLinkedClaim } from './session/linked-claim';
import { useSession, useView } from './session/session-context';
import { StatusFoot } from './status-foot';
import { ArticleText, runTextKey } from './text/article-text';

/** The text in the middle, the gloss on its left, the open card on its right. */
export function AnnotateWorkspace() {
  const session = useSession();
  const { mode } = useView();
  const claims = useListedClaims();
  const stage = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const gloss = useRef<HTMLDivElement>(null);
  const notes = useRef<HTMLDivElement>(null);
  const leader = useRef<HTMLSpanElement>(null);
  const map = useRef<SVGSVGElement>(null);
  const art = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => ({ stage, sheet, gloss, notes, leader, map }), []);
  const { near, begin, placeGloss, reveal } = usePageLayout(parts);
  const { revision } = session.data;
  useOthersStepBack(art, mode.kind === 'open' || mode.kind === 'conflict');

  const openLinked = useCallback(() => openLinkedClaim(session, window.location.hash), [session]);
  const ready = useCallback(() => {
    begin();
    openLinked();
  }, [begin, openLinked]);
  useEffect(() => {
    window.addEventListener('hashchange', openLinked);
    return () => window.removeEventListener('hashchange', openLinked);
  }, [openLinked]);

  return (
    <div className="annotate" data-mode={mode.kind} data-panel={mode.kind === 'open' ? (mode.panel ?? undefined) : undefined}>
      <TroubleBar stage={stage} />
      <main id="main" ref={stage} tabIndex={-1} className="stage" onKeyDown={(event) => runMarginKey(session, event)}>
        <div ref={sheet} className="sheet">
          <div ref={gloss} className="gloss-column">
            <Gloss claims={claims} near={near} onRows={placeGloss} onWalk={reveal} />
          </div>
          <div ref={art} className="art">
            <p className="kicker">
              <span>Revision {revision.number}</span>
              <span aria-hidden="true">·</span>
              <span>
                {revision.words.toLocaleString('en')} words, sha256 {revision.sha256.slice(0, 8)}
              </span>
            </p>
            <LabelStrip />
            <ArticleText onReady={ready} />
          </div>
          <div ref={notes} className="notes">
            <OpenCard />
            <SelectionButton notes={notes} />
          </div>
          <EdgeHandles stage={stage} sheet={sheet} />
          <span ref={leader} className="leader" aria-hidden="true" hidden />
        </div>
      </main>
      <DensityMap map={map} stage={stage} />
      <StatusFoot />
      <ClaimChooser />
      <RarerTools />
      <AnnotatePalette />
      <LiveWords />
    </div>
  );
}

/** The other claims step back in the frame after the one that shows the card: hundreds of marks are styled anew for it. */
function useOthersStepBack(art: RefObject<HTMLElement | null>, back: boolean): void {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => art.current?.classList.toggle('focus', back));
    });
    return () => cancelAnimationFrame(frame);
  }, [art, back]);
}

/** The text's keys also work from the margins, but never in a field, and never in place of a button's own. */
function runMarginKey(session: ReturnType<typeof useSession>, event: KeyboardEvent): void {
  const { target } = event;
  if (
    event.defaultPrevented ||
    !(target instanceof HTMLElement) ||
    target.isContentEditable ||
    target.closest('form, input, textarea, [role="menu"]') !== null
  )
    return;
  const presses = event.key === 'Enter' || event.key === ' ';
  if (presses && !event.ctrlKey && !event.metaKey && target.closest('button, a') !== null) return;
  runTextKey(session, event.nativeEvent);
}
