'use client';

import { type ComponentProps, useState } from 'react';
import { TextField } from './text-field';

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'aside'>;

/** A password that can be looked at while it is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      aside={
        <button
          type="button"
          className="-my-1 min-h-6 px-1 text-small text-ink-2 underline decoration-rule-3 underline-offset-2 hover:decoration-current"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          Show password
        </button>
      }
    />
  );
}
