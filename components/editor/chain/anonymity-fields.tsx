import {
  ANONYMITY_TEXT_MAX,
  ANONYMOUS_NUMBER_MAX,
  type Anonymity,
  COUNT_LABELS,
  COUNTS,
  type Count,
  NO_ANONYMITY,
  PROXIMITIES,
  PROXIMITY_LABELS,
  type Proximity,
} from '@/lib/attribution/anonymity';
import { newLink } from '@/lib/attribution/chain';
import type { Link } from '@/lib/attribution/link';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { flagsOf } from '@/lib/claims/flags';
import { ChoiceField, LineField, optionsOf } from '../fields';

const UNKNOWN = 'unknown';
const COUNT_OPTIONS = [{ value: UNKNOWN, label: 'Not given' }, ...optionsOf(COUNTS, (count) => COUNT_LABELS[count])] as const;
const PROXIMITY_OPTIONS = [
  { value: UNKNOWN, label: 'Not judged' },
  ...optionsOf(PROXIMITIES, (proximity) => PROXIMITY_LABELS[proximity]),
] as const;

/** What the article says of somebody it does not name. What it leaves open becomes a flag, and is shown as one here. */
export function AnonymityFields({ link, onChange }: { link: Link; onChange: (record: Anonymity) => void }) {
  const record = link.anonymity ?? NO_ANONYMITY;
  const change = (different: Partial<Anonymity>) => onChange({ ...record, ...different });
  const missing = missingIn(link);
  return (
    <fieldset className="anonymity">
      <legend className="label">Not named</legend>
      <LineField
        label="Described as"
        value={record.descriptor}
        max={ANONYMITY_TEXT_MAX}
        placeholder="sources close to …"
        onChange={(descriptor) => change({ descriptor })}
      />
      <ChoiceField
        label="How many"
        value={record.count ?? UNKNOWN}
        options={COUNT_OPTIONS}
        onChange={(value) => change(toCount(value === UNKNOWN ? null : value, record.number))}
      />
      {record.count === 'exact' ? (
        <LineField
          label="Number"
          type="number"
          value={String(record.number ?? '')}
          max={4}
          onChange={(value) => change({ number: toNumber(value) })}
        />
      ) : null}
      <ChoiceField
        label="How near"
        value={record.proximity ?? UNKNOWN}
        options={PROXIMITY_OPTIONS}
        onChange={(value: Proximity | typeof UNKNOWN) => change({ proximity: value === UNKNOWN ? null : value })}
      />
      <LineField
        label="How they know"
        value={record.basis}
        max={ANONYMITY_TEXT_MAX}
        placeholder="in the article’s words"
        onChange={(basis) => change({ basis })}
      />
      <LineField
        label="Why not named"
        value={record.reason}
        max={ANONYMITY_TEXT_MAX}
        placeholder="in the article’s words"
        onChange={(reason) => change({ reason })}
      />
      <p className="missing" aria-live="polite">
        {missing.length === 0 ? 'Nothing is missing.' : 'Missing, and so flagged: '}
        {missing.map((flag) => (
          <span key={flag} className="flag">
            {FLAG_LABELS[flag]}
          </span>
        ))}
      </p>
    </fieldset>
  );
}

/** A number goes with “a number”, and only with it. */
function toCount(count: Count | null, number: number | null): Pick<Anonymity, 'count' | 'number'> {
  return { count, number: count === 'exact' ? (number ?? 2) : null };
}

function toNumber(value: string): number | null {
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) ? null : Math.min(number, ANONYMOUS_NUMBER_MAX);
}

/** The flags that this link alone would bring for what it leaves open, by the very rule that computes them. */
function missingIn(link: Link) {
  const chain = [newLink({ sourceType: 'author', source: null }), { ...link, tagged: true }];
  const alone = { id: '', chain, finding: { attributionCheck: 'not_checked' as const }, flags: [], relations: [] };
  return flagsOf(alone, { contradicted: new Set(), circular: new Set() })
    .map(({ flag }) => flag)
    .filter((flag) => flag === 'count_not_given' || flag === 'no_basis_of_knowledge' || flag === 'no_reason_for_anonymity');
}
