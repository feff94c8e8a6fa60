import { SOURCE_CLASS_FACTS, SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import { FLAG_LABELS, FLAGS } from '@/lib/claims/flag';
import { flagsOf } from '@/lib/claims/flags';
import type { ShownClaim } from '../outbox/overlay';
import type { Session } from '../session/session';
import type { ClaimFilter } from './claim-filter';

type ChoicesProps = { session: Session; claims: readonly ShownClaim[]; filter: ClaimFilter; onChange: (filter: ClaimFilter) => void };

/** What there is to choose from: only what some claim here has, or what is chosen. */
export function FilterChoices({ session, claims, filter, onChange }: ChoicesProps) {
  const context = session.standing().flagContext();
  const classes = new Set(claims.map(({ sourceType }) => sourceType));
  const states = new Set(claims.map(({ state }) => state));
  const people = new Map(claims.map(({ createdBy }) => [createdBy.id, createdBy.name]));
  const flags = new Set(claims.flatMap((claim) => flagsOf(claim, context).map(({ flag }) => flag)));
  return (
    <div className="filter-choices">
      <Choice
        title="Class"
        options={SOURCE_CLASSES.map((value) => ({ value, label: SOURCE_CLASS_FACTS[value].label }))}
        chosen={filter.classes}
        onChange={(next) => onChange({ ...filter, classes: next })}
        none={classes.size === 0}
      />
      <Choice
        title="Status"
        options={CLAIM_STATES.filter((value) => states.has(value) || filter.states.includes(value)).map((value) => ({
          value,
          label: CLAIM_STATE_LABELS[value],
        }))}
        chosen={filter.states}
        onChange={(next) => onChange({ ...filter, states: next })}
      />
      <Choice
        title="Made by"
        options={[...people].map(([value, label]) => ({ value, label: value === session.data.actor.userId ? 'you' : label }))}
        chosen={filter.people}
        onChange={(next) => onChange({ ...filter, people: next })}
      />
      <Choice
        title="Flag"
        options={FLAGS.filter((value) => flags.has(value) || filter.flags.includes(value)).map((value) => ({
          value,
          label: FLAG_LABELS[value],
        }))}
        chosen={filter.flags}
        onChange={(next) => onChange({ ...filter, flags: next })}
      />
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  title: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: readonly Value[]) => void;
  none?: boolean;
};

function Choice<Value extends string>({ title, options, chosen, onChange, none = false }: ChoiceProps<Value>) {
  if (none || options.length === 0) return null;
  return (
    <fieldset>
      <legend className="label">{title}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="filter-choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
          <bdi>{label}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
