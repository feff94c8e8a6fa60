import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { EVIDENCE_TEXT_MAX } from '@/lib/claims/evidence';
import { FLAG_DEFINITIONS, FLAG_LABELS, FLAGS, type Flag, type FlagVerdict } from '@/lib/claims/flag';
import { flagsOf, type StandingFlag } from '@/lib/claims/flags';
import { ChoiceField, LineField, optionsOf } from '../fields';
import type { ShownClaim } from '../outbox/overlay';
import { focusPanel } from '../session/open-acts';
import { useSession } from '../session/session-context';
import { changeClaim } from '../session/write-acts';
import { PanelFrame } from './panel-frame';
import { usePanel } from './use-panel';

const NO_WORDS = { picked: '', note: '' };

/** The flags of the open claim: those that follow from it can be dismissed, others added. Each act is saved at once. */
export function FlagsPanel({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const { draft, change, restart } = usePanel(claim, 'flags', { words: NO_WORDS });
  const { picked, note } = draft.words ?? NO_WORDS;
  const flags = flagsOf(claim, session.standing().flagContext());
  const chosen = FLAGS.find((flag) => flag === picked);
  const dismissing = flags.some(({ flag }) => flag === chosen);
  const others = FLAGS.filter((flag) => !flags.some((standing) => standing.flag === flag));

  function mark(flag: Flag, verdict: FlagVerdict | null, words: string): void {
    const rest = claim.flags.filter((old) => old.flag !== flag);
    changeClaim(session, claim, { details: { flags: verdict === null ? rest : [...rest, { flag, verdict, note: words.trim() }] } });
    restart({ words: NO_WORDS });
  }

  function startDismissing(flag: Flag): void {
    flushSync(() => change({ words: { picked: flag, note: '' } }));
    focusPanel(claim.id);
  }

  function markChosen(): void {
    if (chosen !== undefined) mark(chosen, dismissing ? 'dismissed' : 'added', note);
  }

  return (
    <PanelFrame claim={claim} title="Flags" onEnter={markChosen}>
      <ul className="flag-list">
        {flags.map((flag) => (
          <FlagLine key={flag.flag} flag={flag} onDismiss={() => startDismissing(flag.flag)} onTakeBack={() => mark(flag.flag, null, '')} />
        ))}
        {flags.length === 0 ? <li className="text-ink-3">None follows from this claim, and nobody has added one.</li> : null}
      </ul>
      <div className="panel-fields">
        <ChoiceField
          first={!dismissing}
          label={dismissing ? 'Dismiss' : 'Add'}
          value={picked}
          options={[
            { value: '', label: 'Choose a flag' },
            ...optionsOf(chosen === undefined || !dismissing ? others : [chosen, ...others], (flag) => FLAG_LABELS[flag]),
          ]}
          onChange={(value) => change({ words: { picked: value, note } })}
        />
        {chosen === undefined ? null : (
          <>
            <p className="definition">{FLAG_DEFINITIONS[chosen]}</p>
            <LineField
              first={dismissing}
              label="Note"
              value={note}
              max={EVIDENCE_TEXT_MAX}
              placeholder={dismissing ? 'why it does not hold' : 'the words, or why'}
              onChange={(words) => change({ words: { picked, note: words } })}
            />
            <div className="panel-acts">
              <Button size="s" tone="primary" onClick={markChosen}>
                {dismissing ? 'Dismiss the flag' : 'Add the flag'}
              </Button>
            </div>
          </>
        )}
      </div>
    </PanelFrame>
  );
}

function FlagLine({ flag, onDismiss, onTakeBack }: { flag: StandingFlag; onDismiss: () => void; onTakeBack: () => void }) {
  const { dismissed, from, note, why } = flag;
  const label = FLAG_LABELS[flag.flag];
  return (
    <li data-dismissed={dismissed || undefined}>
      <span className="flag">{dismissed ? <s>{label}</s> : label}</span>
      <span className="flag-from">{dismissed ? 'dismissed' : from === 'data' ? 'computed' : 'added'}</span>
      {dismissed || from === 'person' ? (
        <Button size="s" tone="quiet" aria-label={`Take back: ${label}`} onClick={onTakeBack}>
          Take back
        </Button>
      ) : (
        <Button size="s" tone="quiet" aria-label={`Dismiss: ${label}`} onClick={onDismiss}>
          Dismiss…
        </Button>
      )}
      <p className="definition">{why}</p>
      {note === '' ? null : <p dir="auto">{note}</p>}
    </li>
  );
}
