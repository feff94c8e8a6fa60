import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { claimAddress } from '@/lib/claims/claim-address';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import type { LeaningClaim, LeaningCounts, Naming } from '@/lib/reliability/source-claims';
import { counted } from '@/lib/text/counted';
import { CLAIMS_ID } from './element-ids';

type ClaimListProps = {
  claims: readonly LeaningClaim[];
  counts: LeaningCounts;
  /** The addresses of the following page and of the first; null where there is none, or one is there. */
  next: string | null;
  first: string | null;
};

/** The claims that lean on the source, by article; each leads to its place in the text. */
export function ClaimList({ claims, counts, next, first }: ClaimListProps) {
  const articles = new Map(claims.map(({ article }) => [article.id, article]));
  return (
    <section id={CLAIMS_ID} aria-labelledby="claims-title" className="block-section scroll-mt-4">
      <h2 id="claims-title">
        Claims{' '}
        <span>
          {counts.claims.toLocaleString('en')}
          {counts.silent === 0 ? '' : `, in ${counts.silent.toLocaleString('en')} of them the text does not name this source`}
        </span>
      </h2>
      {claims.length === 0 ? (
        <p className="mt-1 text-ink-3">{counts.claims === 0 ? 'No claim leans on it.' : 'No further claims.'}</p>
      ) : null}
      {[...articles.values()].map(({ id, title }) => (
        <div key={id}>
          {articles.size > 1 || counts.articles > 1 ? (
            <h3 className="mt-3 mb-1 truncate font-medium text-ink-2" title={title}>
              <Link href={`/articles/${id}`} className="no-underline hover:underline">
                <bdi>{title}</bdi>
              </Link>
            </h3>
          ) : null}
          <ol className="claim-list">
            {claims
              .filter(({ article }) => article.id === id)
              .map((claim) => (
                <ClaimRow key={claim.id} claim={claim} />
              ))}
          </ol>
        </div>
      ))}
      {next === null && first === null ? null : (
        <p className="mt-3 flex gap-4">
          {next === null ? null : <Link href={next}>More claims</Link>}
          {first === null ? null : <Link href={first}>From the first claim</Link>}
          <span className="text-ink-3 text-small">{counted(claims.length, 'claim')} here</span>
        </p>
      )}
    </section>
  );
}

function ClaimRow({ claim }: { claim: LeaningClaim }) {
  const c = toSourceClass(claim.sourceType);
  return (
    <li>
      <ClassBadge c={c} {...SOURCE_CLASS_FACTS[c]} number={claim.number} />
      <Link href={claimAddress(claim.article.id, claim.id)} className="claim-quote" dir="auto" title={claim.quote.slice(0, 400)}>
        {claim.quote.slice(0, 300)}
      </Link>
      <span className="claim-naming" data-stated={claim.naming.stated} title={namingWords(claim.naming)}>
        {namingWords(claim.naming)}
      </span>
      <span className="claim-state">
        {claim.contradicted ? (
          <span className="text-alarm">
            <span aria-hidden="true">≠</span>
            <span className="sr-only">contradicted,</span>{' '}
          </span>
        ) : null}
        {CLAIM_STATE_LABELS[claim.state].toLowerCase()}
      </span>
    </li>
  );
}

/** Where the text does not name the source, we know it from outside: drawn dashed. */
function namingWords({ stated, passesOn }: Naming): string {
  const where = stated === 'in_text' ? 'named here' : 'not named';
  return passesOn === null ? `${where}, its own word` : `${where}, told by ${passesOn}`;
}
