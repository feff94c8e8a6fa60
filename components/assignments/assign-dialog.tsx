import { useId, useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { ErrorNote } from '@/components/ui/error-note';
import { FormDialog } from '@/components/ui/form-dialog';
import { Segmented } from '@/components/ui/segmented';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { saveAssignment } from '@/lib/assignments/actions';
import { type Assignment, CHECKERS_MAX, PRIORITIES, PRIORITY_LABELS } from '@/lib/assignments/assignment';
import { type AssignValues, toInput, toValues } from './assign-values';
import { BlindActs } from './blind-acts';
import { useColleagues } from './colleagues';
import { PeopleField } from './people-field';

type AssignDialogProps = {
  article: { readonly id: string; readonly title: string };
  assignment: Assignment;
  onClose: () => void;
};

const NUMBERS = Array.from({ length: CHECKERS_MAX }, (_, index) => String(index + 1));

/** Who checks an article and how many, who reviews it, until when. A newer assignment is shown behind it, and sending again puts this one in its place. */
export function AssignDialog({ article, assignment, onClose }: AssignDialogProps) {
  const id = useId();
  const colleagues = useColleagues();
  const [values, setValues] = useState<AssignValues>(() => toValues(assignment));
  const { busy, error, act } = useAct(saveAssignment);
  const change = (part: Partial<AssignValues>) => setValues((kept) => ({ ...kept, ...part }));

  async function save(): Promise<void> {
    const saved = await act(toInput(values, assignment));
    if (saved === null) return;
    onClose();
    toast(`Who checks “${article.title}” is saved.`);
  }

  const tooMany = values.people.length > values.checkers;
  return (
    <FormDialog
      title="Who checks this"
      description={<bdi>{article.title}</bdi>}
      open
      onOpenChange={(next) => next || onClose()}
      busy={busy}
      submit="Save"
      onSubmit={() => void save()}
    >
      <div className="grid gap-1.5">
        <Segmented
          legend="How many check it"
          showLegend
          name={`${id}-checkers`}
          value={String(values.checkers)}
          onChange={(number) => change({ checkers: Number(number) })}
          segments={NUMBERS.map((number) => ({ value: number, label: number }))}
        />
        <p className="text-ink-3 text-small">
          {values.checkers === 1
            ? 'One person. Everybody on the desk sees the claims.'
            : 'Blind: none of them sees the others’ claims, and nobody decides about them, until all have handed in.'}
        </p>
      </div>
      <PeopleField
        people={values.people}
        parts={assignment.parts}
        error={tooMany ? 'These are more people than are to check it.' : null}
        hint={values.people.length < values.checkers ? 'Places that nobody is named for are taken from the pool.' : null}
        onChange={(people) => change({ people })}
      />
      <label className="grid gap-1.5">
        <span className="font-medium">Who reviews it</span>
        <select className="input" value={values.reviewerId} onChange={({ target }) => change({ reviewerId: target.value })}>
          <option value="">Any editor</option>
          {colleagues
            .filter(({ edits, left, id }) => (edits && !left) || id === values.reviewerId)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <Segmented
        legend="Priority"
        showLegend
        name={`${id}-priority`}
        value={values.priority}
        onChange={(priority) => change({ priority })}
        segments={PRIORITIES.map((priority) => ({ value: priority, label: PRIORITY_LABELS[priority] }))}
      />
      <TextField
        type="datetime-local"
        label="Due"
        hint="In your time. Empty: no date."
        value={values.dueAt}
        onChange={({ currentTarget }) => change({ dueAt: currentTarget.value })}
      />
      <BlindActs assignment={assignment} />
      {error === null ? null : (
        <ErrorNote title="Not saved yet.">
          {error.code === 'STALE'
            ? 'Somebody else changed this, or took a part, meanwhile. Send again to put yours in its place.'
            : error.message}
        </ErrorNote>
      )}
    </FormDialog>
  );
}
