import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { nodeNotes } from '@/lib/provenance/graph-words';
import type { ArticleFacts, Sourcing } from '@/lib/provenance/sourcing';
import type { Source } from '@/lib/sources/source';
import { type SourcingQuery, toAddress } from './address';
import type { AddressOf } from './claims-link';
import type { DrawnEdge } from './drawn-graph';
import { FactsBox } from './facts-box';
import { FlagOverview } from './flag-overview';
import { OriginGroups } from './groups/origin-groups';
import { Headline } from './headline';
import { MismatchSection } from './mismatch-section';
import { OriginState } from './origin-state';
import { standingsOf, toSourceChoices } from './page-parts';
import { ProvenanceGraph } from './provenance-graph';
import { Section } from './section';
import type { ShownClaim } from './shown-claim';
import { SpeakersTable } from './speakers-table';

type SourcingPageProps = {
  article: ArticleFacts;
  sourcing: Sourcing;
  edges: readonly DrawnEdge[];
  groups: readonly OriginGroup[];
  sources: readonly Source[];
  /** Those that do not fit together. */
  claims: ReadonlyMap<string, ShownClaim>;
  query: SourcingQuery;
  canEditGroups: boolean;
};

/** Who stands behind an article. Everything is rendered on the server but the editing of origin groups. */
export function SourcingPage(props: SourcingPageProps) {
  const { article, sourcing, edges, groups, sources, claims, query, canEditGroups } = props;
  const addressOf: AddressOf = (selection) => toAddress(article.id, { everybody: query.everybody, claims: selection });
  if (sourcing.label.claimIds.length === 0) return <NoClaims article={article} rejected={sourcing.rejected.length} />;
  return (
    <>
      <div className="hero">
        <Headline article={article} sentences={sourcing.sentences} addressOf={addressOf} />
        <FactsBox article={article} sourcing={sourcing} addressOf={addressOf} />
        <Contents />
      </div>
      <Section id="graph" title="Where it comes from" aside={<span className="max-sm:hidden">Width is the number of claims.</span>}>
        <ProvenanceGraph layout={sourcing.layout} edges={edges} notes={nodeNotes(sourcing.graph)} addressOf={addressOf} />
      </Section>
      <Section id="who-speaks" folds title="Who speaks" aside={<OriginLegend />}>
        <SpeakersTable
          rows={sourcing.speakers}
          addressOf={addressOf}
          everybodyAddress={query.everybody ? null : toAddress(article.id, { ...query, everybody: true })}
        />
      </Section>
      <MismatchSection sourcing={sourcing} shown={claims} addressOf={addressOf} />
      <Section id="origin-groups" folds title="Origin groups" aside="Sources that lean on one origin, in this article.">
        <OriginGroups
          articleId={article.id}
          groups={groups}
          standings={standingsOf(groups, sourcing)}
          sources={toSourceChoices(sources, sourcing)}
          canEdit={canEditGroups}
        />
      </Section>
      <Section id="flags" folds title="Flags" aside="Claims anywhere in whose chain it holds, not only by who is presented as speaking.">
        {sourcing.label.flags.length === 0 ? (
          <p className="text-ink-2">No claim has a flag.</p>
        ) : (
          <FlagOverview flags={sourcing.label.flags} addressOf={addressOf} />
        )}
      </Section>
    </>
  );
}

const PARTS = [
  ['graph', 'Where it comes from'],
  ['who-speaks', 'Who speaks'],
  ['mismatches', 'What does not fit'],
  ['origin-groups', 'Origin groups'],
  ['flags', 'Flags'],
] as const;

function Contents() {
  return (
    <nav aria-label="On this page" className="contents-list" data-screen-only="">
      {PARTS.map(([id, title]) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function OriginLegend() {
  return (
    <p className="legend">
      <OriginState state="attested" />
      <OriginState state="shared" />
      <OriginState state="unknown" />
    </p>
  );
}

function NoClaims({ article, rejected }: { article: ArticleFacts; rejected: number }) {
  return (
    <div className="py-10">
      <p className="text-ink-2">
        On the article{' '}
        <cite dir="auto" className="quoted">
          {article.title}
        </cite>
      </p>
      <h1 className="headline">{rejected === 0 ? 'No claims yet.' : 'No claims that stand.'}</h1>
      <EmptyState
        title={rejected === 0 ? 'Nobody has marked a claim in this article.' : 'Every claim that was marked in this article was rejected.'}
        action={<Link href={`/articles/${article.id}`}>Open the article</Link>}
      >
        As soon as claims are marked, this page tells who stands behind them.
      </EmptyState>
    </div>
  );
}
