import '@/components/provenance/provenance.css';
import type { Metadata } from 'next';
import { CLAIMS_SHOWN, parseQuery, toAddress } from '@/components/provenance/address';
import { ClaimsPanel } from '@/components/provenance/claims-panel';
import { toDrawnEdges } from '@/components/provenance/drawn-graph';
import { shownIds, toPanelList, toShownClaims } from '@/components/provenance/page-parts';
import { selectionsOf } from '@/components/provenance/selections';
import { SourcingFrame } from '@/components/provenance/sourcing-frame';
import { SourcingPage } from '@/components/provenance/sourcing-page';
import { AppBar } from '@/components/shell/app-bar';
import { ArticleCrumb } from '@/components/shell/article-crumb';
import { LinkButton } from '@/components/ui/link-button';
import { can } from '@/lib/permissions/permissions';
import { loadQuotes, loadSourcing } from '@/lib/provenance/loaders';
import { corroborationsOf } from '@/lib/provenance/sourcing';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article } = await loadSourcing((await params).id);
  return { title: `Sourcing: ${article.title}` };
}

export default async function ArticleSourcingPage({ params, searchParams }: PageProps) {
  const { actor, article, groups, sources, canGroup, ...sourcing } = await loadSourcing((await params).id);
  const query = parseQuery(await searchParams);
  const edges = toDrawnEdges(sourcing.layout, sourcing.folded);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const selection = query.claims === null ? null : (selectionsOf(sourcing, edges, names).get(query.claims) ?? null);
  const { listed, paired } = shownIds(selection, query.shown, [...sourcing.label.contradictions, ...sourcing.label.tensions]);
  const claims = toShownClaims({
    claims: [...sourcing.claims, ...sourcing.rejected],
    ids: [...listed, ...paired],
    words: await loadQuotes(article.id, [...listed, ...paired]),
    corroborations: listed.length === 0 ? new Map() : corroborationsOf(sourcing.claims, groups, listed),
  });
  const closedAddress = toAddress(article.id, { everybody: query.everybody });
  const moreAddress = toAddress(article.id, { ...query, shown: query.shown + 4 * CLAIMS_SHOWN });
  return (
    <SourcingFrame open={query.claims} closedAddress={closedAddress}>
      <AppBar
        actor={actor}
        crumb={<ArticleCrumb article={article} page="Sourcing" />}
        right={
          <>
            <LinkButton href={`/articles/${article.id}/report`} tone="quiet" prefetch={false}>
              Report
            </LinkButton>
            {can(actor, 'agreement.read', { deskId: actor.deskId }) ? (
              <>
                <LinkButton href={`/articles/${article.id}/trail`} tone="quiet" prefetch={false} className="max-sm:hidden">
                  Trail
                </LinkButton>
                <LinkButton href={`/articles/${article.id}/agreement`} tone="quiet" prefetch={false}>
                  Agreement
                </LinkButton>
              </>
            ) : null}
          </>
        }
      />
      <main id="main" tabIndex={-1} className="sourcing" data-panel={query.claims === null ? undefined : ''}>
        <SourcingPage
          article={article}
          sourcing={sourcing}
          edges={edges}
          groups={groups}
          sources={sources}
          claims={claims}
          query={query}
          canEditGroups={canGroup}
        />
        {query.claims === null ? null : (
          <ClaimsPanel
            list={selection === null ? null : toPanelList(selection, { shown: query.shown, moreAddress, claims })}
            closedAddress={closedAddress}
          />
        )}
      </main>
    </SourcingFrame>
  );
}
