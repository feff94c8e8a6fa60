'use client';

import { useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { areSingleKeysOn } from '@/components/ui/single-keys';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { toPressed, typedKey } from '@/lib/keys/press';
import { gradeSource } from '@/lib/sources/actions';
import { GRADE_FACTS, GRADES, type Grade } from '@/lib/sources/grade';
import { gradeSourceInput } from '@/lib/sources/schema';
import { ActDialog } from './act-dialog';
import type { SourceHandle } from './source-handle';

/** A new grade with its reason; the ones before stay beside it. */
export function GradeDialog({ source }: { source: SourceHandle }) {
  const [open, setOpen] = useState(false);
  const [grade, setGrade] = useState<Grade | null>(null);
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<{ grade?: string | undefined; reason?: string | undefined }>({});
  const { busy, error, act, forget } = useAct(gradeSource);

  async function send(): Promise<void> {
    const { shape } = gradeSourceInput;
    const [letter, why] = [shape.grade.safeParse(grade), shape.reason.safeParse(reason)];
    setFaults({ grade: letter.error?.issues[0]?.message, reason: why.error?.issues[0]?.message });
    if (!letter.success || !why.success) return;
    const saved = await act({ sourceId: source.id, version: source.version, grade: letter.data, reason: why.data });
    if (saved === null) return;
    setOpen(false);
    setGrade(null);
    setReason('');
    toast(`“${source.name}” is graded ${letter.data}, ${GRADE_FACTS[letter.data].label.toLowerCase()}.`);
  }

  return (
    <ActDialog
      title="Grade this source"
      description={
        <>
          How reliable <bdi className="quoted">{source.name}</bdi> has been so far, in this desk’s judgement.
        </>
      }
      trigger={
        <Button size="s" shortcut="g" aria-keyshortcuts="g" data-act="grade">
          Grade
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      busy={busy}
      error={error}
      submit="Give the grade"
      onSubmit={() => void send()}
    >
      <fieldset
        className="grid gap-1"
        onKeyDown={(event) => {
          const letter = areSingleKeysOn() ? typedKey(toPressed(event.nativeEvent)) : null;
          const picked = GRADES.find((one) => one.toLowerCase() === letter);
          if (picked === undefined) return;
          event.preventDefault();
          setGrade(picked);
          event.currentTarget.querySelector<HTMLElement>(`[value="${picked}"]`)?.focus();
        }}
        aria-describedby={faults.grade === undefined ? undefined : 'grade-fault'}
      >
        <legend className="sr-only">Grade</legend>
        {GRADES.map((letter) => (
          <label key={letter} className="grade-choice">
            <input type="radio" name="grade" value={letter} checked={grade === letter} onChange={() => setGrade(letter)} />
            <span className="grade-letter">{letter}</span>
            <span>
              <b>{GRADE_FACTS[letter].label}</b>
              <span className="block text-ink-3 text-small">{GRADE_FACTS[letter].definition}</span>
            </span>
          </label>
        ))}
        <p id="grade-fault" aria-live="polite" className="text-alarm text-small empty:hidden">
          {faults.grade}
        </p>
      </fieldset>
      <TextArea
        label="What it rests on"
        dir="auto"
        value={reason}
        error={faults.reason}
        onChange={({ target }) => {
          setReason(target.value);
          setFaults(({ grade: kept }) => ({ grade: kept }));
        }}
      />
    </ActDialog>
  );
}
