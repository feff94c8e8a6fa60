import Link from 'next/link';
import type { SourceClass } from '@/lib/attribution/source-type';
import { claimAddress } from '@/lib/claims/claim-address';
import { ATTRIBUTION_CHECK_LABELS, CONTENT_CHECK_LABELS } from '@/lib/claims/finding';
import { isSliced, type SliceChoice } from '@/lib/reliability/record-slice';
import type { TrackRecord } from '@/lib/reliability/track-record';
import { counted } from '@/lib/text/counted';
import { TrackPlot } from './track-plot';
import { TrackSlice } from './track-slice';
import { inPercent, numberWord, WHOLE_CLASS } from './words';

type Places = ReadonlyMap<string, { readonly articleId: string; readonly number: number }>;

type TrackPanelProps = {
  records: {
    readonly attribution: TrackRecord;
    readonly content: TrackRecord;
    readonly classContent: TrackRecord;
    readonly places: Places;
    readonly topics: readonly string[];
  };
  sourceClass: SourceClass;
  slice: SliceChoice;
  articles: readonly { readonly id: string; readonly title: string }[];
  /** The page without a slice, and what else of its address a slice keeps. */
  whole: string;
  kept: Readonly<Record<string, string>>;
};

/** How what the source told turned out: two questions, with their intervals, and how far to trust them. */
export function TrackPanel({ records, sourceClass, slice, articles, whole, kept }: TrackPanelProps) {
  const { attribution, content, classContent, places, topics } = records;
  const outcomes = content.defined ? content.n : 0;
  return (
    <section aria-labelledby="track" className="block-section">
      <h2 id="track">
        Track record <span>checked on this desk, one outcome per origin and statement</span>
        {content.defined && content.provisional ? (
          <span className="more provisional">provisional, {counted(outcomes, 'outcome')}</span>
        ) : null}
      </h2>
      <TrackPlot attribution={attribution} content={content} classContent={classContent} sourceClass={sourceClass} />
      <p className="mt-2 max-w-[70ch] text-ink-2">
        <Caution content={content} />
        {classContent.defined && content.defined ? ` The band: ${WHOLE_CLASS[sourceClass].toLowerCase()} on this desk, for scale.` : ''}
      </p>
      <Behind title="Is it so?" record={content} places={places} />
      <Behind title="Did they say so?" record={attribution} places={places} />
      <TrackSlice slice={slice} sliced={isSliced(slice)} articles={articles} topics={topics} whole={whole} kept={kept} />
    </section>
  );
}

function Caution({ content }: { content: TrackRecord }) {
  if (!content.defined) return null;
  const { n, interval, colourable, provisional } = content;
  const runs = `The interval for “is it so?” runs from ${inPercent(interval.lower)} to ${inPercent(interval.upper)} percent`;
  if (!colourable) {
    return (
      <>
        <b className="text-ink">
          {numberWord(n)} {n === 1 ? 'outcome says' : 'outcomes say'} little.
        </b>{' '}
        {runs}, so this record is neither ranked nor coloured until there are five.
      </>
    );
  }
  return (
    <>
      {runs} (95 %, Jeffreys).{provisional ? ' Under ten outcomes it is provisional.' : ''}
    </>
  );
}

/** Every number leads to its claims: the outcomes, and what was left out of the count and why. */
function Behind({ title, record, places }: { title: string; record: TrackRecord; places: Places }) {
  const outcomes = record.defined ? record.outcomes : [];
  const labels: Readonly<Record<string, string>> = record.question === 'content' ? CONTENT_CHECK_LABELS : ATTRIBUTION_CHECK_LABELS;
  const groups = [
    { label: 'Held up', lists: outcomes.filter(({ held }) => held).map(({ claimIds }) => claimIds) },
    { label: 'Did not hold up', lists: outcomes.filter(({ held }) => !held).map(({ claimIds }) => claimIds) },
    { label: 'Right in part, not counted', lists: record.partly.map((claimId) => [claimId]) },
    ...record.leftOut.map(({ why, claimIds }) => ({ label: `${labels[why]}, not counted`, lists: claimIds.map((claimId) => [claimId]) })),
  ].filter(({ lists }) => lists.length > 0);
  if (groups.length === 0) return null;
  return (
    <details className="track-claims">
      <summary>{title} The claims behind it</summary>
      <dl>
        {groups.map(({ label, lists }) => (
          <div key={label}>
            <dt>
              {label} <span className="text-ink-3">{lists.length}</span>
            </dt>
            <dd>
              {lists.slice(0, SHOWN).map((claimIds) => (
                <span key={claimIds[0]} className="outcome">
                  {claimIds.map((claimId) => (
                    <ClaimLink key={claimId} claimId={claimId} places={places} />
                  ))}
                </span>
              ))}
              {lists.length > SHOWN ? <span className="text-ink-3">and {(lists.length - SHOWN).toLocaleString('en')} more</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** How many outcomes of each kind are listed. */
const SHOWN = 100;

function ClaimLink({ claimId, places }: { claimId: string; places: Places }) {
  const place = places.get(claimId);
  if (place === undefined) return null;
  return <Link href={claimAddress(place.articleId, claimId)}>C{place.number}</Link>;
}
