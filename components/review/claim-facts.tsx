import Link from 'next/link';
import type { ReactNode } from 'react';
import { Pips } from '@/components/ui/pips';
import { SOURCE_CLASS_FACTS, SOURCE_TYPE_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import type { QueueItem } from '@/lib/review/queue';
import { sourceWords } from './claim-words';
import { ARTICLE_LINK_ID } from './element-ids';
import { TimeAgo } from './time-ago';

export function articleHref({ article, claim }: QueueItem): string {
  return `/articles/${article.id}#claim-${claim.id}`;
}

/** What the claim's tag says, and where the claim comes from. */
export function ClaimFacts({ item, userId, now }: { item: QueueItem; userId: string; now: number }) {
  const { claim, article } = item;
  const source = sourceWords(claim.sourceType, claim.source?.name ?? null);
  const type = SOURCE_TYPE_FACTS[claim.sourceType].label;
  const sourceClass = SOURCE_CLASS_FACTS[toSourceClass(claim.sourceType)].label;
  const person = ({ id, name }: { id: string; name: string }) => (id === userId ? 'you' : <bdi>{name}</bdi>);
  return (
    <dl className="mt-3.5 grid grid-cols-[86px_minmax(0,1fr)] gap-y-1.5">
      <Fact term="Source">{source.quoted ? <bdi className="quoted font-strong text-[15px]">{source.text}</bdi> : source.text}</Fact>
      <Fact term="Presented as">
        {type}
        {sourceClass === type ? null : <span className="text-ink-3"> ({sourceClass})</span>}
      </Fact>
      <Fact term="Confidence">
        <span className="flex items-center gap-2">
          <Pips filled={CONFIDENCE_FACTS[claim.confidence].pips} />
          {CONFIDENCE_FACTS[claim.confidence].label}
        </span>
      </Fact>
      <Fact term="Note">
        {claim.note === '' ? (
          <span className="text-ink-3">none</span>
        ) : (
          <p dir="auto" className="whitespace-pre-wrap break-words">
            {claim.note}
          </p>
        )}
      </Fact>
      <Fact term="Article">
        <Link id={ARTICLE_LINK_ID} href={articleHref(item)} aria-keyshortcuts="o">
          <bdi>{article.title}</bdi>
        </Link>
      </Fact>
      <Fact term="Made by">
        {person(claim.createdBy)}, <TimeAgo at={claim.createdAt} now={now} />
      </Fact>
      <Fact term="Last edited by">{person(claim.lastEditedBy)}</Fact>
      {claim.submittedAt === null ? null : (
        <Fact term="Waiting since">
          <TimeAgo at={claim.submittedAt} now={now} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3 text-small/[20px]">{term}</dt>
      <dd className="min-w-0 break-words leading-[20px]">{children}</dd>
    </>
  );
}
