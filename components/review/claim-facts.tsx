import Link from 'next/link';
import { ClaimComments } from '@/components/comments/claim-comments';
import { Pips } from '@/components/ui/pips';
import { claimAddress } from '@/lib/claims/claim-address';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { flagsBeside } from '@/lib/review/bearing/bearing';
import type { QueueItem } from '@/lib/review/queue';
import { DeskNote } from './desk-note';
import { ChainList } from './detail/chain-list';
import { DetailSection, Fact, Facts } from './detail/detail-section';
import { FindingFacts } from './detail/finding-facts';
import { FlagList } from './detail/flag-list';
import { RelatedList } from './detail/related-list';
import { ARTICLE_LINK_ID } from './element-ids';
import { useSingleKey } from './single-key';
import { TimeAgo } from './time-ago';

function articleHref({ article, claim }: QueueItem): string {
  return claimAddress(article.id, claim.id);
}

type ClaimFactsProps = { item: QueueItem; userId: string; now: number };

/** All that is known of the claim: who says so, how sure the checker is, what speaks against it, what checking came to. */
export function ClaimFacts({ item, userId, now }: ClaimFactsProps) {
  const { claim, bearing } = item;
  return (
    <>
      <ChainList chain={claim.chain} />
      <DetailSection title="How sure the checker is">
        <Facts>
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
        </Facts>
      </DetailSection>
      <RelatedList claim={claim} bearing={bearing} />
      <FlagList flags={flagsBeside(claim, bearing)} />
      <FindingFacts claim={claim} gradeDoubt={bearing.gradeDoubt} />
      <DeskNote claimId={claim.id} userId={userId} />
      <DetailSection title="Comments" aside="for the desk, in no report">
        <ClaimComments claimId={claim.id} userId={userId} edits follows={item.article.id} />
      </DetailSection>
      <Origin item={item} userId={userId} now={now} />
    </>
  );
}

function Origin({ item, userId, now }: ClaimFactsProps) {
  const { claim, article } = item;
  const single = useSingleKey();
  const person = ({ id, name }: { id: string; name: string }) => (id === userId ? 'you' : <bdi>{name}</bdi>);
  return (
    <DetailSection title="Where it comes from">
      <Facts>
        <Fact term="Article">
          <Link id={ARTICLE_LINK_ID} href={articleHref(item)} aria-keyshortcuts={single('open')['aria-keyshortcuts']}>
            <bdi>{article.title}</bdi>
          </Link>
        </Fact>
        <Fact term="Made by">
          {person(claim.createdBy)}, <TimeAgo at={claim.createdAt} now={now} />
        </Fact>
        <Fact term="Last edited by">{person(claim.lastEditedBy)}</Fact>
        {claim.parents === undefined ? null : (
          <Fact term="Stands for">
            {claim.parents.map(({ id, number, createdBy }, at) => (
              <span key={id}>
                {at === 0 ? '' : ', '}
                <Link href={`/articles/${article.id}/outcome#outcome-${id}`} prefetch={false}>
                  C{number}
                </Link>{' '}
                by {person(createdBy)}
              </span>
            ))}
          </Fact>
        )}
        {claim.submittedAt === null ? null : (
          <Fact term="Waiting since">
            <TimeAgo at={claim.submittedAt} now={now} />
          </Fact>
        )}
      </Facts>
    </DetailSection>
  );
}
