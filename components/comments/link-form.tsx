import { type KeyboardEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { isCommentLink, LINK_FAULT } from '@/lib/comments/body';

/** Where a link leads. Done with null: the link goes; with undefined: all stays as it is. */
export function LinkForm({ start, onDone }: { start: string; onDone: (href: string | null | undefined) => void }) {
  const [href, setHref] = useState(start === '' ? 'https://' : start);
  const [error, setError] = useState<string | null>(null);

  function put(): void {
    const typed = href.trim();
    if (isCommentLink(typed)) onDone(typed);
    else setError(LINK_FAULT);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') put();
    else if (event.key === 'Escape') onDone(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="grid gap-1.5 border-rule-2 border-l-2 pl-3">
      <TextField
        label="Where the link leads"
        value={href}
        error={error}
        dir="ltr"
        inputMode="url"
        autoFocus
        onChange={({ target }) => setHref(target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="flex gap-1.5">
        <Button size="s" shortcut="↵" onClick={put}>
          Link
        </Button>
        {start === '' ? null : (
          <Button size="s" tone="quiet" onClick={() => onDone(null)}>
            Take the link away
          </Button>
        )}
        <Button size="s" tone="quiet" shortcut="Esc" onClick={() => onDone(undefined)}>
          Cancel
        </Button>
      </p>
    </div>
  );
}
