'use client';

import { usePart } from '@/components/ui/use-part';
import './review.css';
import { useEffect, useState } from 'react';
import type { Actor } from '@/lib/permissions/roles';
import type { QueuePage } from '@/lib/review/queue';
import type { QueueFilter } from '@/lib/review/schema';
import type { SavedView } from '@/lib/review/views/view';
import { ClaimDetail } from './claim-detail';
import type { ReviewStep } from './claim-history';
import { ClaimList } from './claim-list';
import { forgetDrafts } from './drafts';
import { HEADING_ID, QUEUE_ID } from './element-ids';
import { FilterBar } from './filter-bar';
import { PageLinks, QueueEmpty } from './queue-end';
import { hasFilters, type QueueOptions, queueHref } from './queue-filters';
import { SavedViews } from './saved-views';
import { StatusFoot } from './status-foot';
import { pastOf } from './status-words';
import { countUndone, decisionsRefused, lastDone } from './triage/triage';
import { useTriage } from './triage/use-triage';
import { AHEAD } from './use-ahead';
import { useBulk } from './use-bulk';
import { useCommands } from './use-commands';
import { useDetailSheet } from './use-detail-sheet';
import { useFreshQueue } from './use-fresh-queue';
import { useNow } from './use-now';
import { usePageTurning } from './use-page-turning';
import { useQueue } from './use-queue';
import { useReviewKeys } from './use-review-keys';
import { focusClaim, useSelection } from './use-selection';
import { useStatus } from './use-status';

type ReviewScreenProps = {
  actor: Actor;
  filter: QueueFilter;
  page: QueuePage;
  steps: readonly ReviewStep[];
  options: QueueOptions;
  views: readonly SavedView[];
  /** The server's clock when it made the page, in ms. */
  serverNow: number;
};

const loadTools = () => import('./review-tools');
const loadBulk = () => import('./bulk-bar');
const loadMatters = () => import('./open-matters');

/** The review queue: the one client island of the page. What is decided lives in triage/, what is shown comes with the page. */
export function ReviewScreen({ actor, filter, page, steps, options, views, serverNow }: ReviewScreenProps) {
  const [snapshot, runner] = useTriage(actor);
  const address = queueHref(filter);
  const queue = useQueue({ page, steps, filter, address, snapshot, runner, actor });
  const { items, left } = queue;
  const selection = useSelection(items);
  const now = useNow(serverNow);
  const { status, alarm, say } = useStatus(snapshot, left);
  const [keysOpen, setKeysOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const tools = usePart(loadTools, keysOpen || paletteOpen);
  const { current, index } = selection;
  const focusCurrent = () => focusClaim(current?.claim.id ?? null, 'row');
  const sheet = useDetailSheet(focusCurrent);
  const turning = usePageTurning({
    page,
    address,
    snapshot,
    emptied: items.length === 0 && queue.page.items.length > 0,
    nextHref: queue.page.next === null ? null : queueHref(filter, { after: queue.page.next }),
    onArrival({ focus, another }) {
      if (another) {
        document.getElementById(QUEUE_ID)?.scrollTo({ top: 0 });
        say(`The list: ${countWords(left, hasFilters(filter))}.`);
      }
      if (focus) focusCurrent();
    },
  });
  const bulk = useBulk({ items, current, runner, select: selection.select, say });
  const bulkBar = usePart(loadBulk, bulk.marked.length > 0);
  const { mode, act } = useCommands({
    items,
    page: queue.page,
    snapshot,
    runner,
    selection,
    sheet,
    turning,
    bulk,
    userId: actor.userId,
    say,
    openKeys: () => setKeysOpen(true),
    openPalette: () => setPaletteOpen(true),
  });
  useReviewKeys(act.command);
  useFreshQueue({ page, snapshot, runner, reading: current, busy: mode !== 'read' });

  useEffect(() => {
    if (items.length - index <= AHEAD) queue.more();
  });

  const { outcome, notices, outbox } = snapshot.triage;
  useEffect(() => {
    if (outcome?.kind === 'answered') forgetDrafts(outcome.act.kind, outcome.claim.id);
  }, [outcome]);

  const go = (href: string) => turning.go(href, { focus: true });
  const stepsOf = (claimId: string) => queue.steps.filter((step) => step.claimId === claimId);
  const covering = sheet.open && current !== null;
  const last = lastDone(snapshot.triage);
  const lost = [...notices.values()].filter(
    ({ act: refused, item }) => refused.kind === 'undo' && items.every(({ claim }) => claim.id !== item.claim.id),
  );
  const refusedDecisions = decisionsRefused(snapshot.triage);
  const isStuck = outbox[0]?.trouble != null;
  const matters = usePart(loadMatters, isStuck || lost.length > 0 || refusedDecisions.length > 0);

  return (
    <div className="review">
      {matters === null ? (
        <div className="open-matters" />
      ) : (
        <matters.OpenMatters
          outbox={outbox}
          lost={lost}
          refused={refusedDecisions}
          onRetry={() => {
            runner.retry();
            focusCurrent();
          }}
          onDismiss={(claimId) => {
            runner.dismiss(claimId);
            focusCurrent();
          }}
          onDismissRefused={act.dismissRefused}
        />
      )}
      <div id={QUEUE_ID} className={covering ? 'queue max-md:hidden' : 'queue'} aria-busy={turning.loading || undefined}>
        <div className="px-4 pt-4.5 sm:pr-6.5 sm:pl-7.5">
          <h1 id={HEADING_ID} tabIndex={-1} className="display flex flex-wrap items-baseline gap-x-3 text-h2">
            Review
            <small className="font-normal font-sans text-ink-3 text-ui tracking-normal">{countWords(left, hasFilters(filter))}</small>
            {turning.loading ? <small className="pending font-sans tracking-normal">Loading…</small> : null}
          </h1>
          <SavedViews filter={filter} views={views} actorId={actor.userId} onGo={(href) => turning.go(href)} />
          <FilterBar
            filter={filter}
            options={options}
            loading={turning.loading}
            onGo={(href, replaces) => turning.go(href, { replaces })}
          />
        </div>
        {bulkBar === null ? null : (
          <bulkBar.BulkBar
            marked={bulk.marked}
            shown={items.length}
            userId={actor.userId}
            returning={bulk.returning}
            onApprove={bulk.approve}
            onReturn={bulk.askReason}
            onSend={(reason) => bulk.returnAll(reason)}
            onCancel={() => {
              bulk.cancel();
              focusCurrent();
            }}
            onAll={bulk.all}
            onClear={() => {
              bulk.clear();
              focusCurrent();
            }}
          />
        )}
        {current === null ? (
          <div className="px-4 sm:px-7.5">
            <QueueEmpty filter={filter} left={left} loading={turning.loading} onGo={go} />
          </div>
        ) : (
          <ClaimList
            items={items}
            selectedId={current.claim.id}
            userId={actor.userId}
            now={now}
            notices={notices}
            stepsOf={stepsOf}
            showArticle={filter.article === undefined && options.articles.length > 1}
            onSelect={act.open}
            marked={bulk.ids}
            onMark={(item, range) => (range ? bulk.extendTo(item) : bulk.toggle(item))}
          />
        )}
        <PageLinks filter={filter} next={queue.page.next} onGo={go} />
      </div>
      {current === null ? null : (
        <ClaimDetail
          item={current}
          mode={mode}
          notice={notices.get(current.claim.id)}
          steps={stepsOf(current.claim.id)}
          userId={actor.userId}
          now={now}
          open={covering}
          onChoose={act.choose}
          onDecide={act.decide}
          onCancel={act.cancel}
          onDismiss={act.dismiss}
          onBack={act.back}
        />
      )}
      <StatusFoot
        place={
          current === null
            ? ''
            : filter.after === undefined && left !== null
              ? `${index + 1} of ${left}`
              : `${index + 1} of ${items.length} here`
        }
        status={status}
        alarm={alarm}
        undo={last === null ? null : { claim: last.item.claim.number, what: pastOf(last.act), count: countUndone(snapshot.triage) }}
        onUndo={act.undo}
        onHelp={() => setKeysOpen(true)}
      />
      {tools === null ? null : (
        <>
          <tools.ReviewKeys open={keysOpen} onOpenChange={setKeysOpen} />
          <tools.ReviewPalette
            open={paletteOpen}
            onOpenChange={setPaletteOpen}
            hasClaim={current !== null}
            views={views}
            onGo={go}
            onCommand={act.command}
            onLeave={focusCurrent}
          />
        </>
      )}
      {matters === null ? null : <matters.LeaveGuard unsent={outbox.length} stuck={isStuck} kept={snapshot.kept} />}
    </div>
  );
}

function countWords(left: number | null, filtered: boolean): string {
  if (left === null) return 'counting…';
  if (filtered) return left === 0 ? 'none match' : left === 1 ? '1 matches' : `${left} match`;
  if (left === 0) return 'none wait for a decision';
  return left === 1 ? '1 waits for a decision' : `${left} wait for a decision`;
}
