import Link from 'next/link';
import type { SourceClass } from '@/lib/attribution/source-type';
import type { SliceChoice } from '@/lib/reliability/record-slice';
import type { Behind, LeaningClaim, LeaningCounts, OriginMembership } from '@/lib/reliability/source-claims';
import type { RegistryFilter } from '@/lib/sources/schema';
import { currentGrade, type LeaningArticle, type SourceRecord, type SourceStep } from '@/lib/sources/source-record';
import { BehindPanel } from './behind-panel';
import { ClaimList } from './claim-list';
import { DetailPanel } from './detail-panel';
import { CLAIMS_ID } from './element-ids';
import { GradePanel } from './grade-panel';
import { HistoryPanel } from './history-panel';
import { registryHref } from './registry-links';
import { RetractDialog } from './retract-dialog';
import { RetractionNote } from './retraction-note';
import { SameSource } from './same-source';
import { SourceHead } from './source-head';
import { TrackPanel } from './track-panel';

export type SourceViewProps = {
  record: SourceRecord;
  may: Readonly<Record<'edit' | 'grade' | 'merge' | 'retract', boolean>>;
  page: {
    readonly sourceClass: SourceClass;
    readonly counts: LeaningCounts;
    readonly claims: readonly LeaningClaim[];
    readonly next: { readonly articleId: string; readonly number: number } | null;
    readonly firstPage: boolean;
    readonly articles: readonly LeaningArticle[];
    readonly behind: readonly Behind[];
    readonly groups: readonly OriginMembership[];
    readonly steps: readonly SourceStep[];
    readonly records: Parameters<typeof TrackPanel>[0]['records'];
    /** The merged source whose address led here. */
    readonly cameFrom: string | null;
  };
  filter: RegistryFilter;
  slice: SliceChoice;
  /** Titles by id, as far as the registry knows them. */
  titles: readonly { readonly id: string; readonly title: string }[];
};

/** Everything about one source. Written on the server; its acts are dialogs of their own. */
export function SourceView({ record, may, page, filter, slice, titles }: SourceViewProps) {
  const { counts, sourceClass, records } = page;
  const { id, name, kind, version } = record;
  const handle = { id, name, kind, version, grade: currentGrade(record), retracted: record.retraction !== null, ...counts };
  const own = registryHref(filter, id);
  return (
    <div className="source-in">
      <p className="col-span-full md:hidden">
        <Link href={registryHref(filter, null)}>All sources</Link>
      </p>
      {page.cameFrom === null ? null : (
        <p role="note" className="merged-note">
          “<bdi>{page.cameFrom}</bdi>” was merged into this source. <a href="#same-source">Split it off</a>
        </p>
      )}
      <SourceHead record={record} handle={handle} sourceClass={sourceClass} counts={counts} may={may} />
      <RetractionNote
        record={record}
        articles={page.articles}
        mayRetract={may.retract}
        claimsAfter={(articleId, number) => claimsHref(own, slice, { articleId, number })}
      />
      <div className="min-w-0">
        <TrackPanel
          records={records}
          sourceClass={sourceClass}
          slice={slice}
          articles={checkedArticles(records.places, titles)}
          whole={own}
          kept={{ ...(filter.q === '' ? {} : { q: filter.q }), ...(filter.article === undefined ? {} : { article: filter.article }) }}
        />
        <ClaimList
          claims={page.claims}
          counts={counts}
          next={page.next === null ? null : claimsHref(own, slice, page.next)}
          first={page.firstPage ? null : claimsHref(own, slice, null)}
        />
      </div>
      <div className="min-w-0">
        <GradePanel record={record} handle={handle} mayGrade={may.grade} />
        <BehindPanel behind={page.behind} groups={page.groups} />
        <DetailPanel record={record} mayEdit={may.edit} />
        <SameSource record={record} handle={handle} mayMerge={may.merge} />
        <HistoryPanel steps={page.steps} />
        {may.retract && record.retraction === null ? (
          <p className="mt-6">
            <RetractDialog source={handle} />
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** The address of a page of claims, the slice of the record kept. */
function claimsHref(
  own: string,
  { from, to, articles, topics }: SliceChoice,
  after: { readonly articleId: string; readonly number: number } | null,
) {
  const [path, query] = own.split('?');
  const params = new URLSearchParams(query);
  if (from !== undefined) params.set('from', from);
  if (to !== undefined) params.set('to', to);
  for (const article of articles) params.append('in', article);
  for (const topic of topics) params.append('topic', topic);
  if (after !== null) {
    params.set('afterArticle', after.articleId);
    params.set('afterClaim', String(after.number));
  }
  return `${path}${params.size === 0 ? '' : `?${params}`}#${CLAIMS_ID}`;
}

/** The articles in which something was checked, under their titles. */
function checkedArticles(places: SourceViewProps['page']['records']['places'], titles: SourceViewProps['titles']) {
  const ids = new Set([...places.values()].map(({ articleId }) => articleId));
  return titles.filter(({ id }) => ids.has(id));
}
