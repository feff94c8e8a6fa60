import { useId } from 'react';
import { Field } from '@/components/ui/field';
import type { Asked } from '@/lib/export/choice';
import { isLanguage, LANGUAGES, languageName, OWN_LANGUAGE } from '@/lib/frame/languages';
import { REPORT_PART_LABELS, REPORT_PARTS } from '@/lib/report/parts';
import { WITHHELD, WITHHELD_FACTS } from '@/lib/report/withheld';

type ChoiceFieldsProps = {
  value: Asked;
  onChange: (value: Asked) => void;
  /** Why the parts do not matter, where they do not: what is asked for is a table, or data. */
  wholeBecause?: string | undefined;
};

/** Which parts a report has, and what is withheld. */
export function ChoiceFields({ value, onChange, wholeBecause }: ChoiceFieldsProps) {
  return (
    <div className="grid gap-4">
      {LANGUAGES.length > 1 ? <LanguageField value={value} onChange={onChange} /> : null}
      <Choices
        legend="Withheld"
        all={WITHHELD}
        labelOf={(one) => WITHHELD_FACTS[one].label}
        aboutOf={(one) => WITHHELD_FACTS[one].about}
        chosen={value.withheld}
        onChange={(withheld) => onChange({ ...value, withheld })}
      />
      <Choices
        legend="Parts"
        note={wholeBecause ?? 'Limits and sign-off are always there, and say what is left out.'}
        disabled={wholeBecause !== undefined}
        all={REPORT_PARTS}
        labelOf={(part) => REPORT_PART_LABELS[part]}
        chosen={wholeBecause === undefined ? value.parts : REPORT_PARTS}
        onChange={(parts) => onChange({ ...value, parts })}
      />
    </div>
  );
}

/** Offered where there is a choice. */
function LanguageField({ value, onChange }: Pick<ChoiceFieldsProps, 'value' | 'onChange'>) {
  const id = useId();
  return (
    <Field id={id} label="Language" hint="Of headings and explanations. What people wrote stays as it is, and data stay English.">
      <select
        id={id}
        className="input"
        aria-describedby={`${id}-hint`}
        value={value.language ?? OWN_LANGUAGE}
        onChange={({ currentTarget: { value: tag } }) => isLanguage(tag) && onChange({ ...value, language: tag })}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageName(language)}
          </option>
        ))}
      </select>
    </Field>
  );
}

type ChoicesProps<Name extends string> = {
  legend: string;
  note?: string;
  disabled?: boolean;
  all: readonly Name[];
  labelOf: (name: Name) => string;
  aboutOf?: (name: Name) => string;
  chosen: readonly Name[];
  onChange: (chosen: readonly Name[]) => void;
};

function Choices<Name extends string>({ legend, note, disabled = false, all, labelOf, aboutOf, chosen, onChange }: ChoicesProps<Name>) {
  const id = useId();
  return (
    <fieldset className="grid gap-1" disabled={disabled} aria-describedby={note === undefined ? undefined : `${id}-note`}>
      <legend className="pb-1.5 font-medium">{legend}</legend>
      {all.map((name) => (
        <label key={name} className="flex min-h-6 items-start gap-2">
          <input
            type="checkbox"
            className="mt-1 flex-none"
            checked={chosen.includes(name)}
            aria-describedby={aboutOf === undefined ? undefined : `${id}-${name}`}
            onChange={({ currentTarget }) =>
              onChange(all.filter((other) => (other === name ? currentTarget.checked : chosen.includes(other))))
            }
          />
          <span>
            {labelOf(name)}
            {aboutOf === undefined ? null : (
              <span id={`${id}-${name}`} className="block text-ink-3 text-small">
                {aboutOf(name)}
              </span>
            )}
          </span>
        </label>
      ))}
      {note === undefined ? null : (
        <p id={`${id}-note`} className="text-ink-3 text-small">
          {note}
        </p>
      )}
    </fieldset>
  );
}
