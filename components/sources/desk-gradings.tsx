import Link from 'next/link';
import { claimAddress } from '@/lib/claims/claim-address';
import { diagonalWords, type DeskGradings as Gradings } from '@/lib/reliability/gradings';

/** So many claims are listed; who grades more can go through their sources. */
const LISTED = 60;

/** Whether the desk grades what is said by who says it: the share on the diagonal, and the gradings themselves. */
export function DeskGradings({ share, claims }: Gradings) {
  return (
    <section aria-labelledby="gradings" className="grid max-w-(--measure) gap-2 pb-10 text-ink-2">
      <h2 id="gradings" className="text-ink">
        Sources and claims, graded apart
      </h2>
      <p>{diagonalWords(share)}</p>
      <p>
        A good source can be wrong and a poor one right. Where nearly all gradings lie on the diagonal, the source’s name was taken for an
        answer.
      </p>
      {claims.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 gap-y-1" aria-label="Gradings, the newest claims first">
          {claims.slice(0, LISTED).map(({ claimId, articleId, number, reliability, credibility }) => (
            <li key={claimId}>
              <Link href={claimAddress(articleId, claimId)} className="inline-block min-h-6 underline">
                C{number}: {reliability}
                {credibility}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
