import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { TextFacts } from './text-facts';
import type { useKeptText } from './use-kept-text';

type PasteFieldProps = { kept: ReturnType<typeof useKeptText>; maxBytes: number; busy: boolean; hidden: boolean; onChange: () => void };

/** Stays in the page, hidden, while a file is chosen: its text is still there afterwards. */
export function PasteField({ kept, maxBytes, busy, hidden, onChange }: PasteFieldProps) {
  return (
    <div className="grid gap-3" hidden={hidden}>
      <TextArea
        ref={kept.field}
        label="Text"
        hint="Plain text. Line ends and accents are written one way; nothing else is changed."
        name="text"
        rows={16}
        readOnly={busy}
        spellCheck={false}
        autoComplete="off"
        className="large-text min-h-80 font-serif text-quote"
        onInput={() => {
          kept.onInput();
          onChange();
        }}
        aside={
          kept.restored ? (
            <span className="flex items-center gap-2 text-small text-ink-2">
              Restored: this was not sent yet.
              <Button size="s" onClick={kept.clear} unavailable={busy}>
                Clear
              </Button>
            </span>
          ) : undefined
        }
      />
      <TextFacts facts={kept.facts} maxBytes={maxBytes} />
    </div>
  );
}
