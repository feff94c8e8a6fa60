import type { Flag } from '@/lib/claims/flag';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { flagsOf, type StandingFlag } from '@/lib/claims/flags';
import type { ShownClaim } from '../outbox/overlay';
import { useSession } from '../session/session-context';

/** Flags that say something is wrong rather than missing; with a sign in the list of relations, a word here. */
const GRAVE: readonly Flag[] = ['internal_contradiction', 'suspected_mistranslation', 'circular'];

/** The flags that stand, as words in boxes; those somebody dismissed are one disclosure away, struck through. */
export function CardFlags({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const flags = flagsOf(claim, session.standing().flagContext());
  const standing = flags.filter(({ dismissed }) => !dismissed);
  const dismissed = flags.filter((flag) => flag.dismissed);
  if (flags.length === 0) return null;
  return (
    <>
      <dt>Flags</dt>
      <dd>
        <ul className="card-flags">
          {standing.map((flag) => (
            <li key={flag.flag}>
              <FlagBox flag={flag} />
            </li>
          ))}
        </ul>
        {dismissed.length === 0 ? null : (
          <details className="card-dismissed">
            <summary>{dismissed.length} dismissed</summary>
            <ul>
              {dismissed.map(({ flag, note }) => (
                <li key={flag}>
                  <s>{FLAG_LABELS[flag]}</s>
                  {note === '' ? null : <bdi>: {note}</bdi>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
    </>
  );
}

function FlagBox({ flag: { flag, why, note } }: { flag: StandingFlag }) {
  return (
    <span className={GRAVE.includes(flag) ? 'flag hot' : 'flag'} title={note === '' ? why : `${why} ${note}`}>
      {FLAG_LABELS[flag]}
    </span>
  );
}
