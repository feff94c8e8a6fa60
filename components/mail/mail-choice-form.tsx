'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { saveMailChoice } from '@/lib/people/mail-choice/actions';
import { type ChosenMail, MAIL_CHOICE_FACTS, MAIL_CHOICES, type MailChoice } from '@/lib/people/mail-choice/mail-choice';

/** Which notices come by mail; saved as soon as it is chosen. */
export function MailChoiceForm({ chosen, userId }: { chosen: ChosenMail; userId: string }) {
  const [saved, setSaved] = useState(chosen);
  const [wanted, setWanted] = useState<MailChoice>(chosen.choice);
  const [said, setSaid] = useState('');
  const [keys] = useState(() => createRetryKey());

  async function save(choice: MailChoice): Promise<void> {
    setWanted(choice);
    setSaid('Being saved…');
    const { version } = saved;
    try {
      const result = await saveMailChoice({ key: keys.for({ version, choice }), actorId: userId, version, choice });
      if (result.ok) {
        setSaved(result.value);
        setSaid('Saved.');
        return;
      }
      if (result.error.code === 'STALE') {
        const current = result.error.current as ChosenMail;
        setSaved(current);
        setWanted(current.choice);
      }
      setSaid(result.error.message);
    } catch (thrown) {
      setSaid(troubleOfThrow(thrown).message);
    }
  }

  return (
    <fieldset className="grid gap-2.5">
      <legend className="pb-2 font-strong">What comes to you by mail</legend>
      {MAIL_CHOICES.map((choice) => (
        <label key={choice} className="flex items-start gap-2">
          <input type="radio" name="mail" className="mt-0.5" checked={wanted === choice} onChange={() => void save(choice)} />
          <span>
            {MAIL_CHOICE_FACTS[choice].label}
            <span className="block text-ink-3 text-small">{MAIL_CHOICE_FACTS[choice].hint}</span>
          </span>
        </label>
      ))}
      <p role="status" className="flex min-h-6 items-center gap-2 text-ink-2 text-small">
        {said}
        {wanted === saved.choice || said === 'Being saved…' ? null : (
          <Button size="s" onClick={() => void save(wanted)}>
            Try again
          </Button>
        )}
      </p>
    </fieldset>
  );
}
