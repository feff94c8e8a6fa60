'use client';

import './adjudication.css';
import Link from 'next/link';
import { useMemo, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { ProgressBar } from '@/components/ui/progress-bar';
import { usePart } from '@/components/ui/use-part';
import { isAgreed } from '@/lib/adjudication/compare-claims';
import type { Naming } from '@/lib/adjudication/field-words';
import { standingOf } from '@/lib/adjudication/kept-decision';
import type { PersonRef } from '@/lib/kernel/person';
import { counted } from '@/lib/text/counted';
import { AdjudicationFoot } from './adjudication-foot';
import { ChangedNotes } from './changed-note';
import { ComparisonList, whatDiffers } from './comparison-list';
import { ComparisonView } from './comparison-view';
import { Finished } from './finished';
import { Lapsed } from './lapsed';
import { Refusals } from './refusals';
import { useKey } from './single-key';
import { useAdjudicateKeys } from './use-adjudicate-keys';
import { useFresh } from './use-fresh';
import { useKeptFocus } from './use-kept-focus';
import { useScreen } from './use-screen';
import type { AdjudicationView } from './view';

type AdjudicationScreenProps = {
  article: { readonly id: string; readonly title: string };
  me: PersonRef;
  view: AdjudicationView;
  /** The claim that a link leads to, by its id. */
  at: string | null;
};

const loadSheet = () => import('./key-sheet');

/** Where checkers differ, decided one by one: the one client island of the page. */
export function AdjudicationScreen({ article, me, view, at }: AdjudicationScreenProps) {
  const { comparisons } = view;
  const screen = useScreen(article.id, me, view, at);
  const { current, settled, agreements, finishing, decisions } = screen;
  useAdjudicateKeys(screen.run);
  useFresh(decisions.isUnsaved);
  const sheet = usePart(loadSheet, screen.keysOpen);
  const keyOf = useKey();
  const naming = useMemo(() => namingOf(view), [view]);
  const { lapsed } = standingOf(comparisons, view.kept);
  const open = comparisons.length - settled;
  const pane = useRef<HTMLDivElement>(null);
  useKeptFocus(pane, current?.key ?? null);
  if (current === null) return <Finished article={article} finished={view.finished} people={view.people.length} />;
  return (
    <div className="adjudicate">
      <div className="head">
        <h1 className="display">Adjudicate</h1>
        <p>
          <b className="tabular-nums">{`${settled} of ${comparisons.length} decided`}</b>
          <span className="text-ink-2">
            {' · '}
            {counted(comparisons.filter((one) => !isAgreed(one)).length, 'difference')},{' '}
            {counted(comparisons.filter(isAgreed).length, 'agreement')}
          </span>
        </p>
        <ProgressBar
          className="h-2 w-40 max-w-full"
          parts={[
            { key: 'decided', tone: 'done', count: settled },
            { key: 'open', tone: 'open', count: open },
          ]}
        />
        <div className="acts">
          {agreements.length === 0 ? null : (
            <Button {...keyOf('acceptAll')} onClick={() => screen.run('acceptAll')}>
              Accept {counted(agreements.length, 'agreement')}
            </Button>
          )}
          <Button
            tone={open === 0 ? 'primary' : 'plain'}
            {...keyOf('finish')}
            unavailable={finishing === 'sent'}
            onClick={() => screen.run('finish')}
          >
            {finishing === 'sent' ? 'Finishing…' : 'Finish'}
          </Button>
        </div>
        <p className="why text-ink-3 text-small">
          Finishing puts one claim in the place of the checkers’ own and sends it to review. Four eyes: who decided something here, or
          checked the article, approves none of them.
        </p>
        {view.finished === null ? null : (
          <p className="why text-small">
            Finished before by <bdi>{view.finished.by.name}</bdi>. These claims were made or came back since.
          </p>
        )}
        {typeof finishing === 'object' ? <ErrorNote title="Not finished.">{finishing.refused}</ErrorNote> : null}
        <ChangedNotes
          changed={decisions.changed}
          comparisons={comparisons}
          except={({ key }) => key === current.key || decisions.refused.has(key)}
          onGo={screen.goTo}
          onDismiss={decisions.dismiss}
        />
        <Refusals
          refused={decisions.refused}
          comparisons={comparisons}
          index={screen.index}
          onGo={screen.goTo}
          onDismiss={decisions.dismiss}
        />
        <Lapsed lapsed={lapsed} comparisons={comparisons} onGo={screen.goTo} />
      </div>
      <ComparisonList comparisons={comparisons} stands={screen.stands} index={screen.index} onGo={screen.goTo} />
      <p className="sr-only" aria-live="polite">
        {placeWords(screen.index, comparisons)}
      </p>
      <div ref={pane} tabIndex={-1} className="pane">
        <ComparisonView key={current.key} articleId={article.id} me={me} view={view} comparison={current} screen={screen} naming={naming} />
        <p className="mt-8 text-small">
          <Link href={`/articles/${article.id}/agreement`} prefetch={false}>
            How far they agree, in figures
          </Link>
        </p>
      </div>
      <AdjudicationFoot screen={screen} />
      {sheet === null ? null : <sheet.AdjudicateKeys open={screen.keysOpen} onOpenChange={screen.setKeysOpen} />}
    </div>
  );
}

/** What is shown now, for those who hear it: “3 of 12: confidence”. */
function placeWords(index: number, comparisons: AdjudicationView['comparisons']): string {
  const shown = comparisons[index];
  return shown === undefined ? '' : `${index + 1} of ${comparisons.length}: ${isAgreed(shown) ? 'all agree' : whatDiffers(shown)}`;
}

/** Claims by their numbers, origin groups by their names; what is not on this page by what it is. */
function namingOf({ comparisons, groupNames }: AdjudicationView): Naming {
  const numbers = new Map(comparisons.flatMap(({ parents }) => parents.map(({ id, number }) => [id, number] as const)));
  return {
    claim: (id) => (numbers.has(id) ? `claim ${numbers.get(id)}` : 'another claim'),
    originGroup: (id) => groupNames[id] ?? 'an origin group',
  };
}
