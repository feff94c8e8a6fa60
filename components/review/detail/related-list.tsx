import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { claimAddress } from '@/lib/claims/claim-address';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { wholeQuote } from '@/lib/claims/claim-words';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { Bearing, Related } from '@/lib/review/bearing/bearing';
import { DetailSection } from './detail-section';

type RelatedListProps = { claim: Claim; bearing: Bearing };

/** Other claims of the article that bear on this one: what contradicts it beside its own words, then the others. */
export function RelatedList({ claim, bearing: { related, more } }: RelatedListProps) {
  const against = related.filter(({ kind }) => kind === 'contradicts');
  const others = related.filter(({ kind }) => kind !== 'contradicts');
  return (
    <>
      {against.length === 0 ? null : <Contradictions claim={claim} against={against} />}
      {others.length === 0 && more === 0 ? null : (
        <DetailSection title="Other claims">
          <ul className="grid gap-2.5">
            {others.map((other) => (
              <li key={`${other.kind} ${other.claim.id}`}>
                <p className="text-ink-2 text-small">
                  <span aria-hidden="true">{RELATION_FACTS[other.kind].sign} </span>
                  {RELATION_FACTS[other.kind].label}
                </p>
                <OtherClaim articleId={claim.articleId} related={other} />
              </li>
            ))}
          </ul>
          {more === 0 ? null : <p className="mt-2 text-ink-3 text-small">{more} more stand in the article.</p>}
        </DetailSection>
      )}
    </>
  );
}

function Contradictions({ claim, against }: { claim: Claim; against: readonly Related[] }) {
  const count = against.length === 1 ? 'another claim of the article' : `${against.length} other claims of the article`;
  return (
    <DetailSection title="Contradicted" aside={`by ${count}`}>
      <div className="contradiction">
        <div className="min-w-0">
          <p className="text-ink-3 text-small">This claim</p>
          <blockquote dir="auto" className="quoted mt-1 break-words text-quote">
            {wholeQuote(claim.spans)}
          </blockquote>
        </div>
        <span aria-hidden="true" className="text-[17px] text-alarm">
          ≠
        </span>
        <ul className="grid min-w-0 content-start gap-3">
          {against.map((other) => (
            <li key={other.claim.id}>
              <OtherClaim articleId={claim.articleId} related={other} />
            </li>
          ))}
        </ul>
      </div>
    </DetailSection>
  );
}

function OtherClaim({ articleId, related: { claim, note } }: { articleId: string; related: Related }) {
  const c = toSourceClass(claim.sourceType);
  const { letter, label } = SOURCE_CLASS_FACTS[c];
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 text-small">
        <ClassBadge c={c} letter={letter} label={label} size="s" />
        <Link href={claimAddress(articleId, claim.id)}>Claim {claim.number}</Link>
        <span className="text-ink-3">{CLAIM_STATE_LABELS[claim.state].toLowerCase()}</span>
      </p>
      <blockquote dir="auto" className="quoted mt-1 break-words text-quote">
        {claim.quote}
      </blockquote>
      {note === '' ? null : (
        <p dir="auto" className="mt-1 break-words text-ink-2 text-small">
          {note}
        </p>
      )}
    </>
  );
}
