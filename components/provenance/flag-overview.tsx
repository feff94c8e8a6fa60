import { FLAG_DEFINITIONS, FLAG_LABELS } from '@/lib/claims/flag';
import type { SourcingLabel } from '@/lib/provenance/label';
import { type AddressOf, CountLink } from './claims-link';

/** Every flag that stands on some claim, with how many it stands on. */
export function FlagOverview({ flags, addressOf }: { flags: SourcingLabel['flags']; addressOf: AddressOf }) {
  return (
    <dl className="flag-list">
      {flags.map(({ flag, claimIds }) => (
        <div key={flag}>
          <dt>
            {FLAG_LABELS[flag]}
            <b>
              <CountLink
                count={claimIds.length}
                href={addressOf(`flag-${flag}`)}
                about={[`claim: ${FLAG_LABELS[flag]}`, `claims: ${FLAG_LABELS[flag]}`]}
              />
            </b>
          </dt>
          <dd>{FLAG_DEFINITIONS[flag]}</dd>
        </div>
      ))}
    </dl>
  );
}
