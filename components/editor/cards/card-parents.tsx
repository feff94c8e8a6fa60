import Link from 'next/link';
import { can } from '@/lib/permissions/permissions';
import type { ShownClaim } from '../outbox/overlay';
import { useSession } from '../session/session-context';

/** Of a consensus claim: whose claims it stands for, and the way to what became of each that one may see. */
export function CardParents({ claim }: { claim: ShownClaim }) {
  const { data } = useSession();
  if (claim.parents === undefined) return null;
  const seesAll = can(data.actor, 'queue.view', data.article);
  return (
    <>
      <dt>Stands for</dt>
      <dd>
        {claim.parents.map(({ id, number, createdBy }, at) => (
          <span key={id}>
            {at === 0 ? '' : ', '}
            {seesAll || createdBy.id === data.actor.userId ? (
              <Link href={`/articles/${data.article.id}/outcome#outcome-${id}`} prefetch={false}>
                C{number}
              </Link>
            ) : (
              `C${number}`
            )}{' '}
            by <bdi>{createdBy.id === data.actor.userId ? 'you' : createdBy.name}</bdi>
          </span>
        ))}
      </dd>
    </>
  );
}
