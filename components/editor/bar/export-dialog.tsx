import { useState } from 'react';
import { ChoiceFields } from '@/components/choices/choice-fields';
import { hrefOf, keep, readKept } from '@/components/choices/kept-choice';
import { ErrorNote } from '@/components/ui/error-note';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import type { ExportChoice } from '@/lib/export/choice';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS, isExportFormat, isInParts } from '@/lib/export/formats';
import { WHOLE } from '@/lib/report/choices';
import { startExport } from './start-export';

type ExportDialogProps = { userId: string; articleId: string; claims: number; open: boolean; onOpenChange: (open: boolean) => void };

const FIRST: ExportChoice = { format: 'html', claims: { kind: 'report' }, choices: WHOLE };

const KINDS = [
  ['report', 'Report', 'approved claims only'],
  ['working_copy', 'Working copy', 'all claims'],
] as const;

/** An export with its parts and what is withheld; what was chosen is there the next time. */
export function ExportDialog({ userId, articleId, claims, open, onOpenChange }: ExportDialogProps) {
  const [choice, setChoice] = useState<ExportChoice>(() => readKept('export', userId)?.choice ?? FIRST);
  const [tried, setTried] = useState(false);
  const inParts = isInParts(choice.format);
  const isEmpty = inParts && choice.choices.parts.length === 0;

  function send(): void {
    setTried(true);
    if (isEmpty) return;
    keep('export', userId, choice);
    onOpenChange(false);
    const [, what] = KINDS.find(([kind]) => kind === choice.claims.kind) ?? KINDS[0];
    startExport({ href: hrefOf(articleId, choice), format: choice.format, what }, claims);
  }

  return (
    <FormDialog
      title="Export with choices"
      description="Kept for the next time, in this browser."
      open={open}
      onOpenChange={onOpenChange}
      busy={false}
      submit="Export"
      onSubmit={send}
    >
      <Field id="export-format" label="Format" hint={EXPORT_FORMAT_FACTS[choice.format].description}>
        <select
          id="export-format"
          className="input"
          aria-describedby="export-format-hint"
          value={choice.format}
          onChange={({ currentTarget: { value } }) => isExportFormat(value) && setChoice({ ...choice, format: value })}
        >
          {EXPORT_FORMATS.map((format) => (
            <option key={format} value={format}>
              {EXPORT_FORMAT_FACTS[format].label}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="pb-1.5 font-medium">Claims</legend>
        {KINDS.map(([kind, label, about]) => (
          <label key={kind} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              name="export-claims"
              checked={choice.claims.kind === kind}
              onChange={() => setChoice({ ...choice, claims: kind === 'report' ? { kind } : { kind, states: CLAIM_STATES } })}
            />
            <span>
              {label} <span className="text-ink-3">({about})</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ChoiceFields
        value={choice.choices}
        onChange={(choices) => setChoice({ ...choice, choices })}
        wholeBecause={inParts ? undefined : 'This format holds everything: parts are for those that are laid out to be read.'}
      />
      {tried && isEmpty ? <ErrorNote title="Nothing to export.">Choose at least one part.</ErrorNote> : null}
    </FormDialog>
  );
}
