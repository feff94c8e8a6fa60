import { useId } from 'react';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import type { AccessFaults, AccessValues } from './access-values';

type AccessFieldsProps = {
  values: AccessValues;
  faults: AccessFaults;
  /** Whether it has a password already, which can be kept. */
  locked: boolean;
  onChange: (values: AccessValues) => void;
};

const PASSWORD_CHOICES = [
  ['keep', 'Keep the password'],
  ['set', 'Ask for a password'],
  ['none', 'No password: whoever has the link may read'],
] as const;

/** Who may read a report, and until when. */
export function AccessFields({ values, faults, locked, onChange }: AccessFieldsProps) {
  const name = useId();
  return (
    <>
      <TextField
        label="The link runs out at the end of"
        hint="Empty: it does not run out."
        type="date"
        className="max-w-48"
        value={values.until}
        error={faults.until}
        onChange={({ currentTarget }) => onChange({ ...values, until: currentTarget.value })}
      />
      <fieldset className="grid gap-1.5">
        <legend className="pb-1.5 font-medium">Password</legend>
        {PASSWORD_CHOICES.filter(([choice]) => locked || choice !== 'keep').map(([choice, label]) => (
          <label key={choice} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              name={name}
              checked={values.password === choice}
              onChange={() => onChange({ ...values, password: choice })}
            />
            {choice === 'set' && locked ? 'Another password' : label}
          </label>
        ))}
        {values.password === 'set' ? (
          <PasswordField
            label="Password for readers"
            hint="It is not shown again. A report with a password cannot be embedded."
            autoComplete="new-password"
            value={values.typed}
            error={faults.typed}
            onChange={({ currentTarget }) => onChange({ ...values, typed: currentTarget.value })}
          />
        ) : null}
      </fieldset>
      <label className="flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          checked={values.listed && values.password === 'none'}
          disabled={values.password !== 'none'}
          onChange={({ currentTarget }) => onChange({ ...values, listed: currentTarget.checked })}
        />
        Search engines may list it
      </label>
    </>
  );
}
