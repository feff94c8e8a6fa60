import { Kbd } from '@/components/ui/kbd';
import { KeyHints } from '@/components/ui/key-hints';
import { SOURCE_TYPES } from '@/lib/attribution/source-type';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { sentenceAt } from '@/lib/text/sentences';
import { FilterPanel } from './filter/filter-panel';
import { FindLine } from './find/find-line';
import type { AnnotateKeyMap, KeyCommand } from './keymap';
import { selectedRange } from './session/session';
import { useSelected, useSentences, useSession, useView } from './session/session-context';
import type { View } from './session/view';
import { claimWords } from './shown-claim';
import { useKeys } from './use-keys';

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
  const { mode, tool } = useView();
  const keys = useKeys();
  const hints = HINTS[placeOf(mode)]
    .map(([commands, does]) => ({ keys: commands.flatMap((command) => keys.prints(command).slice(0, 1)), does }))
    .filter(({ keys: printed }) => printed.length > 0);
  const values = mode.kind === 'form' ? valueHints(keys) : [];
  const sheet = keys.print('keySheet');
  if (tool?.kind === 'find') return <FindLine tool={tool} />;
  return (
    <footer className="foot">
      <Here />
      <FilterPanel />
      <div className="foot-keys">
        <EnterHint />
        <KeyHints hints={[...values, ...hints]} label="Keys that help here" />
      </div>
      <FootButton command="quote" words="quote it" />
      <FootButton command="palette" words="commands" />
      <button
        type="button"
        className="keys foot-all"
        aria-keyshortcuts={keys.aria('keySheet')}
        onClick={() => session.patch({ keySheet: true })}
      >
        {sheet === undefined ? null : <Kbd silent>{sheet}</Kbd>}all keys
      </button>
    </footer>
  );
}

/** The first and last of the types, and the confidences. */
function valueHints(keys: AnnotateKeyMap) {
  const types = SOURCE_TYPES.flatMap((type) => keys.prints(`type.${type}`).slice(0, 1));
  const confidences = CONFIDENCES.flatMap((confidence) => keys.prints(`confidence.${confidence}`).slice(0, 1));
  return [
    { keys: types.length > 2 ? [types[0] as string, '…', types.at(-1) as string] : types, does: 'type' },
    { keys: confidences, does: 'confidence' },
  ].filter((hint) => hint.keys.length > 0);
}

function FootButton({ command, words }: { command: 'quote' | 'palette'; words: string }) {
  const session = useSession();
  const keys = useKeys();
  const key = keys.print(command);
  return (
    <button
      type="button"
      className="keys foot-all"
      aria-keyshortcuts={keys.aria(command)}
      onClick={() => session.patch({ tool: { kind: command } })}
    >
      {key === undefined ? null : <Kbd silent>{key}</Kbd>}
      {words}
    </button>
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
  const key = useKeys().print('act');
  const { start, end } = selectedRange(session);
  if (key === undefined) return null;
  if (mode.kind !== 'read' && (mode.kind !== 'open' || mode.panel !== null)) return null;
  const words = enterWords(end > start, mode, session.touching(start, start + 1).length);
  return (
    <span className="keys">
      <Kbd>{key}</Kbd>
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
