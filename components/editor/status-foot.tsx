import { Kbd } from '@/components/ui/kbd';
import { KeyHints } from '@/components/ui/key-hints';
import { useSingleKeys } from '@/components/ui/single-keys';
import { printPress } from '@/lib/keys/press';
import { sentenceAt } from '@/lib/text/sentences';
import { ariaKeys, type KeyCommand, pressesOf, printKey } from './keymap';
import { selectedRange } from './session/session';
import { useSelected, useSentences, useSession, useView } from './session/session-context';
import type { View } from './session/view';
import { claimWords } from './shown-claim';

type Hint = readonly [KeyCommand[], string];

/** What Enter does changes with where one is, and is said apart (`EnterHint`). */
const HINTS: Readonly<Record<View['mode']['kind'] | 'panel' | 'acts', readonly Hint[]>> = {
  read: [
    [['nextSentence', 'previousSentence'], 'sentence'],
    [['endBack', 'endForward'], 'edge'],
    [['nextClaim', 'previousClaim'], 'claim'],
    [['repeat'], 'same again'],
    [['undo'], 'undo'],
  ],
  open: [
    [['chain'], 'chain'],
    [['finding'], 'finding'],
    [['endBack', 'endForward'], 'end'],
    [['nextClaim', 'previousClaim'], 'claim'],
    [['remove'], 'delete'],
    [['close'], 'close'],
  ],
  form: [
    [['save'], 'next, save'],
    [['repeatInForm'], 'same as before'],
    [['note'], 'more'],
    [['drop'], 'drop'],
  ],
  panel: [
    [['saveNow'], 'save'],
    [['drop'], 'leave it'],
  ],
  acts: [[['drop'], 'done']],
  conflict: [],
};

/** Where one is and which keys help here. */
export function StatusFoot() {
  const session = useSession();
  const { mode } = useView();
  const [singleKeys] = useSingleKeys();
  const keyOf = (command: KeyCommand) => pressesOf(command, singleKeys).slice(0, 1).map(printPress);
  const hints = HINTS[placeOf(mode)]
    .map(([commands, does]) => ({ keys: commands.flatMap(keyOf), does }))
    .filter(({ keys }) => keys.length > 0);
  const values =
    mode.kind === 'form' && singleKeys
      ? [
          { keys: ['1', '…', '-'], does: 'type' },
          { keys: ['l', 'm', 'h'], does: 'confidence' },
        ]
      : [];
  return (
    <footer className="foot">
      <Here />
      <div className="foot-keys">
        <EnterHint />
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

/** Flags and relations are saved act by act, a chain and a finding as a whole. */
function placeOf(mode: View['mode']): keyof typeof HINTS {
  if (mode.kind !== 'open' || mode.panel === null) return mode.kind;
  return mode.panel === 'chain' || mode.panel === 'finding' ? 'panel' : 'acts';
}

/** What Enter would do here and now. In a component of its own, since it changes with the caret. */
function EnterHint() {
  const session = useSession();
  const { mode } = useView();
  useSelected();
  const { start, end } = selectedRange(session);
  if (mode.kind !== 'read' && (mode.kind !== 'open' || mode.panel !== null)) return null;
  const words = enterWords(end > start, mode, session.touching(start, start + 1).length);
  return (
    <span className="keys">
      <Kbd>{printKey('act')}</Kbd>
      {words}
    </span>
  );
}

function enterWords(selected: boolean, mode: View['mode'], under: number): string {
  if (selected) return 'make a claim';
  if (mode.kind === 'open') return mode.moved === null ? 'edit' : 'save the edges';
  if (under === 0) return 'take the sentence';
  return under === 1 ? 'open the claim' : 'open a claim';
}

function Here() {
  const session = useSession();
  const { mode, marked } = useView();
  useSelected();
  const { start, end } = selectedRange(session);
  const sentences = useSentences() ?? [];
  const at = sentenceAt(sentences, start);
  const place = at === null ? '' : `${at + 1} of ${sentences.length.toLocaleString('en')}`;
  const open = mode.kind === 'open' ? session.find(mode.claimId) : null;
  return (
    <p className="here">
      {end > start ? (
        <>
          <b>Selection</b> in sentence {place}, {(end - start).toLocaleString('en')} characters
        </>
      ) : (
        <>
          <b>Sentence</b> {place}
          {open === null ? '' : `, ${claimWords(open)} open`}
          {marked.size === 0 ? '' : `, ${marked.size} marked`}
        </>
      )}
    </p>
  );
}
