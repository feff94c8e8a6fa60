import { ClassBadge } from '@/components/ui/class-badge';
import type { AgreementReport } from '@/lib/agreement/agreement-report';
import { JUDGED_FIELD_FACTS } from '@/lib/agreement/judged-field';
import { MEASURE_FACTS } from '@/lib/agreement/measure';
import type { FieldAgreement } from '@/lib/agreement/what';
import { SOURCE_CLASS_FACTS, type SourceClass } from '@/lib/attribution/source-type';
import { BehindLink } from './behind-link';
import type { ListedDifference } from './differences';
import { type FigureRow, FiguresTable } from './figures-table';

type ByFieldProps = { report: Extract<AgreementReport, { defined: true }>; differences: readonly ListedDifference[] };

/** A line for each field with the figure to look at first; all others, and those by class, behind a fold. */
export function ByField({ report: { what }, differences }: ByFieldProps) {
  const rows = what.flatMap(({ field, measures }): readonly FigureRow[] => {
    const [first] = measures;
    const { label } = JUDGED_FIELD_FACTS[field];
    return first === undefined
      ? []
      : [{ key: field, name: label, measured: first, behind: <BehindLink difference={field} differences={differences} /> }];
  });
  return (
    <>
      <FiguresTable labelledBy="what-title" head="Field" behindHead="Differ" rows={rows} />
      <p className="fig-note">
        Krippendorff’s alpha; where values can be nearer and farther (source type, confidence, credibility, likelihood) the weighted one:
        two types of one class are half apart. Each interval is what comes of drawing the matched claims again and again.
      </p>
      {what
        .filter(({ n }) => n > 0)
        .map((field) => (
          <FieldDetails key={field.field} field={field} />
        ))}
    </>
  );
}

function FieldDetails({ field: { field, measures, byClass } }: { field: FieldAgreement }) {
  const { label } = JUDGED_FIELD_FACTS[field];
  const [titleId, classId] = [`all-${field}`, `class-${field}`];
  return (
    <details className="all-figures">
      <summary>All figures of “{label}”</summary>
      <h3 id={titleId}>{label}: every measure</h3>
      <FiguresTable
        labelledBy={titleId}
        head="Measure"
        rows={measures.map((measured) => ({ key: measured.measure, name: MEASURE_FACTS[measured.measure].label, measured, chance: true }))}
      />
      <h3 id={classId}>{label}: by class</h3>
      <FiguresTable
        labelledBy={classId}
        head="Class"
        rows={byClass.flatMap(({ sourceClass, measures: [first] }) =>
          first === undefined ? [] : [{ key: sourceClass, name: <ClassName sourceClass={sourceClass} />, measured: first }],
        )}
      />
    </details>
  );
}

export function ClassName({ sourceClass }: { sourceClass: SourceClass }) {
  const { letter, label } = SOURCE_CLASS_FACTS[sourceClass];
  return (
    <span className="inline-flex items-baseline gap-2">
      <ClassBadge c={sourceClass} letter={letter} label={label} size="s" />
      <span aria-hidden="true">{label}</span>
    </span>
  );
}
