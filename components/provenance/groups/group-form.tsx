import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { GroupConflict } from './group-conflict';
import { SourceChecks, type SourceChoice } from './source-checks';
import { useGroupForm } from './use-group-form';

type GroupFormViewProps = {
  articleId: string;
  /** The group that is edited; null for a new one. */
  group: OriginGroup | null;
  groups: readonly OriginGroup[];
  sources: readonly SourceChoice[];
  names: ReadonlyMap<string, string>;
  onSaved: (saved: OriginGroup) => void;
  onLeave: () => void;
};

export function GroupFormView({ articleId, group, groups, sources, names, onSaved, onLeave }: GroupFormViewProps) {
  const form = useGroupForm(articleId, group, onSaved);
  const { values, errors, trouble, change } = form;
  const element = useRef<HTMLFormElement>(null);
  const attestedId = useId();
  const heldBy = new Map(
    groups.filter(({ id }) => id !== group?.id).flatMap(({ name, sourceIds }) => sourceIds.map((id) => [id, name] as const)),
  );

  useEffect(() => {
    element.current?.querySelector<HTMLElement>('input:not(:disabled)')?.focus();
  }, []);
  // The first field with something wrong takes the focus, so that the words about it are read out.
  useEffect(() => {
    if (Object.keys(errors).length > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    void form.send();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else return;
    event.preventDefault();
  }

  return (
    <form
      ref={element}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      className="group-form"
      aria-label={group === null ? 'New origin group' : `Edit ${group.name}`}
    >
      <SourceChecks
        sources={sources}
        chosen={values.sourceIds}
        heldBy={heldBy}
        error={errors.sourceIds}
        onChange={(sourceIds) => change({ sourceIds })}
      />
      <TextField
        label="Name of the origin"
        dir="auto"
        autoComplete="off"
        hint="What they lean on: “New York Times story”, “the mayor’s letter”."
        error={errors.name}
        value={values.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextArea
        label="Why they lean on one origin"
        dir="auto"
        rows={2}
        aside={<span className="text-small text-ink-3">{values.sourceIds.length < 2 ? 'optional for one source' : null}</span>}
        error={errors.reason}
        value={values.reason}
        onChange={(event) => change({ reason: event.target.value })}
      />
      <div className="grid gap-2">
        <label htmlFor={attestedId} className="flex items-baseline gap-2">
          <input
            id={attestedId}
            type="checkbox"
            checked={values.isAttested}
            onChange={(event) => change({ isAttested: event.target.checked })}
          />
          This origin is attested: independent of the article’s other origins
        </label>
        {values.isAttested ? (
          <TextArea
            label="How do you know?"
            dir="auto"
            rows={2}
            error={errors.attested}
            value={values.attested}
            onChange={(event) => change({ attested: event.target.value })}
          />
        ) : null}
      </div>
      {trouble?.kind === 'refused' ? <ErrorNote title="Not saved.">{trouble.message} What you typed is kept here.</ErrorNote> : null}
      {trouble?.kind === 'conflict' ? (
        <GroupConflict
          mine={values}
          theirs={trouble.current}
          names={names}
          onKeepMine={() => void form.keepMine(trouble.current)}
          onTakeTheirs={onLeave}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter" unavailable={form.busy}>
          {form.busy ? 'Saving…' : 'Save the group'}
        </Button>
        <Button shortcut="Esc" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
