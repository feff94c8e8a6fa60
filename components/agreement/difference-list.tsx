import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { claimAddress } from '@/lib/claims/claim-address';
import { type AgreementQuery, allAddress, elementId, LISTED } from './address';
import { ClaimInSentence } from './claim-in-sentence';
import type { ListedClaim, ListedDifference } from './differences';

type DifferenceListProps = { articleId: string; listed: ListedDifference; query: AgreementQuery };

/** The claims behind a figure: what each person marked there, and what they said. */
export function DifferenceList({ articleId, listed: { difference, title, items }, query }: DifferenceListProps) {
  const id = elementId(difference);
  const shown = query.all === difference ? items : items.slice(0, LISTED);
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="differ">
      <h3 id={`${id}-title`}>
        {title} <span className="count">{items.length.toLocaleString('en')}</span>
      </h3>
      <ol>
        {shown.map((claims) => (
          <li key={claims.map(({ claim }) => claim.id).join(' ')}>
            {sentencesOf(claims).map((claim) => (
              <ClaimInSentence key={claim.id} claim={claim} />
            ))}
            <ul className="said">
              {claims.map(({ claim, words }) => (
                <Said key={claim.id} articleId={articleId} said={{ claim, words }} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {shown.length === items.length ? null : (
        <p>
          <a href={allAddress(articleId, difference)}>Show all {items.length.toLocaleString('en')}</a>
        </p>
      )}
    </section>
  );
}

function Said({ articleId, said: { claim, words } }: { articleId: string; said: ListedClaim }) {
  const { id, number, sourceType, createdBy } = claim;
  const sourceClass = toSourceClass(sourceType);
  const { letter, label } = SOURCE_CLASS_FACTS[sourceClass];
  return (
    <li>
      <Link href={claimAddress(articleId, id)} prefetch={false} className="no-underline">
        <ClassBadge c={sourceClass} letter={letter} label={label} number={number} size="s" />
      </Link>{' '}
      <bdi>{createdBy.name}</bdi>
      {words === '' ? null : (
        <>
          : <b dir="auto">{words}</b>
        </>
      )}
    </li>
  );
}

/** Once where all marked the same words, else as each marked them. */
function sentencesOf(claims: readonly ListedClaim[]) {
  const seen = new Set<string>();
  return claims.flatMap(({ claim }) => {
    const words = claim.spans.map(({ start, end }) => `${start}-${end}`).join(' ');
    if (seen.has(words)) return [];
    seen.add(words);
    return [claim];
  });
}
