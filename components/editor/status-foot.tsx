import { Kbd } from '@/components/ui/kbd';
import { KeyHints } from '@/components/ui/key-hints';
import { sentenceAt } from '@/lib/text/sentences';
import { ariaKeys, type KeyCommand, printKey } from './keymap';
import { selectedRange } from './session/session';
import { useSelected, useSession, useView } from './session/session-context';
import type { View } from './session/view';

const HINTS: Readonly<Record<View['mode']['kind'], readonly (readonly [KeyCommand[], string])[]>> = {
  read: [
    [['nextSentence', 'previousSentence'], 'sentence'],
    [['endBack', 'endForward'], 'edge'],
    [['act'], 'make a claim'],
    [['nextClaim', 'previousClaim'], 'claim'],
    [['repeat'], 'same source'],
    [['undo'], 'undo'],
  ],
  open: [
    [['act'], 'edit'],
    [['endBack', 'endForward'], 'end'],
    [['startBack', 'startForward'], 'start'],
    [['nextClaim', 'previousClaim'], 'claim'],
    [['remove'], 'delete'],
    [['close'], 'close'],
  ],
  form: [
    [['save'], 'next, save'],
    [['repeatInForm'], 'same as before'],
    [['note'], 'note'],
    [['drop'], 'drop'],
  ],
  conflict: [],
};

/** Where one is and which keys help here. */
export function StatusFoot() {
  const session = useSession();
  const { mode } = useView();
  const hints = HINTS[mode.kind].map(([commands, does]) => ({ keys: commands.map(printKey), does }));
  const values =
    mode.kind === 'form'
      ? [
          { keys: ['1', '…', '-'], does: 'type' },
          { keys: ['l', 'm', 'h'], does: 'confidence' },
        ]
      : [];
  return (
    <footer className="foot">
      <Here />
      <div className="foot-keys">
        <KeyHints hints={[...values, ...hints]} label="Keys that help here" />
      </div>
      <button
        type="button"
        className="keys foot-all"
        aria-keyshortcuts={ariaKeys('keySheet')}
        onClick={() => session.patch({ keySheet: true })}
      >
        <Kbd silent>{printKey('keySheet')}</Kbd>all keys
      </button>
    </footer>
  );
}

function Here() {
  const session = useSession();
  const { mode, claims } = useView();
  useSelected();
  const { start, end } = selectedRange(session);
  const sentences = session.sentences();
  const at = sentenceAt(sentences, start);
  const place = at === null ? '' : `${at + 1} of ${sentences.length.toLocaleString('en')}`;
  const open = mode.kind === 'open' ? claims.find(({ id }) => id === mode.claimId) : undefined;
  return (
    <p className="here">
      {end > start ? (
        <>
          <b>Selection</b> in sentence {place}, {(end - start).toLocaleString('en')} characters
        </>
      ) : (
        <>
          <b>Sentence</b> {place}
          {open === undefined ? '' : `, claim ${open.number} open`}
        </>
      )}
    </p>
  );
}
