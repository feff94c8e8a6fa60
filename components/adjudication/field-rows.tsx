import { Button } from '@/components/ui/button';
import type { Comparison } from '@/lib/adjudication/compare-claims';
import type { Choice, Decision } from '@/lib/adjudication/decision';
import { FIELD_FACTS, FIELDS, type Field } from '@/lib/adjudication/field';
import { fieldLines, type Naming } from '@/lib/adjudication/field-words';
import type { PersonRef } from '@/lib/kernel/person';
import { choiceOf, isText } from './choosing';
import type { Result } from './result';
import { letterOf, type PlacedParent } from './view';

type FieldRowsProps = {
  comparison: Comparison;
  people: readonly PersonRef[];
  parents: readonly PlacedParent[];
  decision: Decision | null;
  result: Result | null;
  naming: Naming;
  field: Field | null;
  onChoose: (field: Field, choice: Choice) => void;
};

/** What each checker says where they differ, side by side, and what comes of it; a field can be decided by itself. */
export function FieldRows({ comparison, people, parents, decision, result, naming, field, onChoose }: FieldRowsProps) {
  return (
    <table className="sides" aria-label="Where they differ">
      <thead>
        <tr>
          <th scope="col">Field</th>
          {people.map(({ id, name }, place) => (
            <th key={id} scope="col">
              <b className="letter">{letterOf(place)}</b> <bdi>{name}</bdi>
            </th>
          ))}
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {comparison.differing.map((name) => {
          const choice = choiceOf(comparison, decision, name);
          const { label } = FIELD_FACTS[name];
          return (
            <tr key={name} data-on={field === name || undefined} aria-current={field === name || undefined}>
              <th scope="row">
                <span aria-hidden="true">≠ </span>
                {label}
              </th>
              {people.map(({ id, name: person }, place) => {
                const own = parents.find((one) => one.place === place)?.parent;
                const isTaken = choice?.kind === 'from' && choice.claimId === own?.id;
                return (
                  <td key={id} data-label={`${letterOf(place)} ${person}`} data-taken={isTaken || undefined}>
                    {own === undefined ? <span className="text-ink-3">marked nothing here</span> : null}
                    {own === undefined ? null : <Lines lines={fieldLines(name, own, naming)} />}
                    {own === undefined ? null : (
                      <Button
                        size="s"
                        tone="quiet"
                        aria-pressed={isTaken}
                        aria-label={`${label} as ${person} has it`}
                        onClick={() => onChoose(name, { kind: 'from', claimId: own.id })}
                      >
                        {isTaken ? '✓ Taken' : 'Take'}
                      </Button>
                    )}
                  </td>
                );
              })}
              <td data-label="Result" className="result">
                <Outcome field={name} decision={decision} result={result} />
                <Together field={name} choice={choice} shared={parents.length > 1} onChoose={(next) => onChoose(name, next)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Outcome({ field, decision, result }: { field: Field; decision: Decision | null; result: Result | null }) {
  if (decision?.kind === 'none') return <span>no claim</span>;
  const lines = result?.lines.get(field);
  return lines === undefined ? <span className="text-ink-3">open</span> : <Lines lines={lines} />;
}

/** What can be made of several: words merged, texts joined. */
function Together({
  field,
  choice,
  shared,
  onChoose,
}: {
  field: Field;
  choice: Choice | null;
  shared: boolean;
  onChoose: (choice: Choice) => void;
}) {
  const ways: readonly { readonly label: string; readonly choice: Choice; readonly on: boolean }[] =
    field === 'spans' && shared
      ? (['all', 'shared'] as const).map((take) => ({
          label: take === 'all' ? 'All words' : 'Shared words',
          choice: { kind: 'merged_edges', take },
          on: choice?.kind === 'merged_edges' && choice.take === take,
        }))
      : isText(field)
        ? [{ label: 'Both', choice: { kind: 'joined' }, on: choice?.kind === 'joined' }]
        : [];
  return ways.map(({ label, choice: way, on }) => (
    <Button key={label} size="s" tone="quiet" aria-pressed={on} onClick={() => onChoose(way)}>
      {on ? `✓ ${label}` : label}
    </Button>
  ));
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <span className="text-ink-3">nothing said</span>;
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

/** What the others say alike, or what the one says who marked it alone: folded away where there is something to decide. */
export function SameFields({ comparison, naming, open }: { comparison: Comparison; naming: Naming; open: boolean }) {
  const [first] = comparison.parents;
  if (first === undefined) return null;
  const rows = FIELDS.filter((field) => !comparison.differing.includes(field)).flatMap((field) => {
    const lines = [...new Set(comparison.parents.flatMap((parent) => fieldLines(field, parent, naming)))];
    return lines.length === 0 ? [] : [{ field, lines }];
  });
  const title = comparison.parents.length === 1 ? 'What it says' : 'What all of them say';
  return (
    <details className="same" open={open}>
      <summary>
        <span aria-hidden="true">= </span>
        {title}
      </summary>
      <dl>
        {rows.map(({ field, lines }) => (
          <div key={field}>
            <dt>{FIELD_FACTS[field].label}</dt>
            <dd>
              <Lines lines={lines} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
