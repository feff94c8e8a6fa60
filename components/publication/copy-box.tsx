'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Field } from '@/components/ui/field';

type CopyBoxProps = { label: string; hint?: string; text: string; rows?: number };

/** A text to take along: it can be selected, and a button copies it and says so. */
export function CopyBox({ label, hint, text, rows = 1 }: CopyBoxProps) {
  const id = useId();
  const [said, setSaid] = useState('');
  const copy = async () => setSaid((await copyText(text)) ? 'Copied.' : 'Not copied: select it and copy it by hand.');
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      aside={
        <span className="flex items-center gap-2">
          <span role="status" className="text-ink-2 text-small">
            {said}
          </span>
          <Button size="s" aria-label={`Copy: ${label}`} onClick={() => void copy()}>
            Copy
          </Button>
        </span>
      }
    >
      {rows === 1 ? (
        <input id={id} className="input" readOnly value={text} onFocus={({ currentTarget }) => currentTarget.select()} />
      ) : (
        <textarea id={id} className="input font-mono text-small" readOnly rows={rows} value={text} />
      )}
    </Field>
  );
}
