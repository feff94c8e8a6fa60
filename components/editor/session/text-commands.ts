import { toTextRange } from '@/lib/text/offset';
import { sentenceAt } from '@/lib/text/sentences';
import { type Direction, type Edge, moveEdge } from '@/lib/text/words';
import { clearFilter, openFilter } from '../filter/filter-acts';
import { openFind } from '../find/find-acts';
import type { TextCommand } from '../keymap';
import type { ShownClaim } from '../outbox/overlay';
import { openQuote } from '../quote/quote-acts';
import { claimWordsFirst } from '../shown-claim';
import { repeatLast, startApplying, toggleMark } from './chain-acts';
import { editClaim, moveFormEdge, startClaim } from './form-acts';
import { copyClaimLink } from './linked-claim';
import { extendBySentence, stepSentence } from './moves';
import { canWithdraw, chooseAtCaret, close, leaveClaim, moveOpenEdge, openPanel, putEdgesBack, saveMoved, walkClaims } from './open-acts';
import type { Session } from './session';
import { selectedRange } from './session';
import { addWords } from './span-acts';
import { bringBackLast } from './unfinished';
import { deleteClaim, redo, submit, tell, undo, withdraw } from './write-acts';

/** What each key of the text does. The keys themselves are in keymap.ts. */
export const TEXT_COMMANDS: Readonly<Record<TextCommand, (session: Session) => void>> = {
  nextSentence: (session) => moveSentence(session, 'next'),
  previousSentence: (session) => moveSentence(session, 'previous'),
  extendNext: (session) => extendSelection(session, 'next'),
  extendPrevious: (session) => extendSelection(session, 'previous'),
  endBack: (session) => shift(session, 'end', 'previous'),
  endForward: (session) => shift(session, 'end', 'next'),
  startBack: (session) => shift(session, 'start', 'previous'),
  startForward: (session) => shift(session, 'start', 'next'),
  nextClaim: (session) => walkClaims(session, 'next'),
  previousClaim: (session) => walkClaims(session, 'previous'),
  act,
  addWords: addSelected,
  repeat: repeatLast,
  chain: (session) => openPanel(session, 'chain'),
  finding: (session) => openPanel(session, 'finding'),
  flags: (session) => openPanel(session, 'flags'),
  relations: (session) => openPanel(session, 'relations'),
  history: (session) => openPanel(session, 'history'),
  applyChain: startApplying,
  mark(session) {
    const { mode } = session.view.get();
    if (mode.kind === 'open') toggleMark(session, mode.claimId);
    else tell(session, 'Open a claim to mark it, or mark claims in the list beside the text.');
  },
  remove(session) {
    const { mode } = session.view.get();
    const claim = mode.kind === 'open' ? session.find(mode.claimId) : null;
    if (claim !== null) deleteClaim(session, claim);
  },
  bringBack: bringBackLast,
  undo,
  redo,
  close(session) {
    const { mode, chooser, marked } = session.view.get();
    if (chooser === null && mode.kind === 'open' && mode.moved !== null) putEdgesBack(session);
    else if (chooser !== null || mode.kind !== 'read') close(session);
    else if (marked.size > 0) unmarkAll(session);
    else unselect(session);
  },
  submit,
  withdraw(session) {
    const claim = openClaimOf(session);
    if (claim === null) tell(session, 'Open a claim first.');
    else if (!canWithdraw(session, claim)) tell(session, `${claimWordsFirst(claim)} is not with the editors.`);
    else withdraw(session, claim);
  },
  copyLink(session) {
    const claim = openClaimOf(session);
    if (claim === null) tell(session, 'Open a claim first.');
    else void copyClaimLink(session, claim);
  },
  find: openFind,
  quote: openQuote,
  filter: openFilter,
  clearFilter,
  palette: (session) => session.patch({ tool: { kind: 'palette' } }),
  keySheet: (session) => session.patch({ keySheet: true }),
};

function openClaimOf(session: Session): ShownClaim | null {
  const { mode } = session.view.get();
  return mode.kind === 'open' ? session.find(mode.claimId) : null;
}

/** Enter: the selected words first, then moved edges, then the open claim, then what the caret stands in. */
function act(session: Session): void {
  const { mode } = session.view.get();
  const { anchor, head } = session.selected.get();
  if (anchor !== head) {
    startClaim(session);
    return;
  }
  if (mode.kind === 'open' && mode.moved !== null) {
    saveMoved(session);
    return;
  }
  const open = mode.kind === 'open' ? session.find(mode.claimId) : null;
  if (open !== null) {
    editClaim(session, open);
    return;
  }
  if (chooseAtCaret(session, head)) return;
  // Nothing to make a claim of yet: take the sentence, so that the next Enter can.
  const at = sentenceAt(session.sentences(), head);
  const sentence = at === null ? undefined : session.sentences()[at];
  if (sentence !== undefined) session.surface()?.select({ anchor: sentence.start, head: sentence.end }, true);
}

/** The words go to the form, or the open claim; the caret stays in the text for the next ones. Without words the form gets the keyboard. */
function addSelected(session: Session): void {
  const range = selectedRange(session);
  const { mode } = session.view.get();
  if (range.start < range.end) addWords(session, [range]);
  else if (mode.kind === 'form') document.querySelector<HTMLElement>('.open-card :is(input:checked, input)')?.focus();
  else tell(session, 'Select the words to add first.');
}

function moveSentence(session: Session, direction: Direction): void {
  leaveClaim(session);
  const sentence = stepSentence(session.sentences(), session.selected.get(), direction);
  if (sentence !== null) session.surface()?.select({ anchor: sentence.start, head: sentence.end }, true);
}

function unmarkAll(session: Session): void {
  session.patch({ marked: new Set() });
  session.say('No claim is marked any more.');
}

function unselect(session: Session): void {
  const { head } = session.selected.get();
  session.surface()?.select({ anchor: head, head }, false);
}

function extendSelection(session: Session, direction: Direction): void {
  const extended = extendBySentence(session.sentences(), session.selected.get(), direction);
  if (extended !== null) session.surface()?.select(extended, true);
}

/** Moves an edge of the form's words, else of the selection, else of the open claim. */
function shift(session: Session, edge: Edge, direction: Direction): void {
  const range = selectedRange(session);
  if (session.view.get().mode.kind === 'form') {
    moveFormEdge(session, edge, direction);
    return;
  }
  if (range.start === range.end) {
    moveOpenEdge(session, edge, direction);
    return;
  }
  const offset = moveEdge(session.data.revision.text, edge === 'start' ? range.start : range.end, direction, edge);
  const moved = edge === 'start' ? toTextRange(offset, range.end) : toTextRange(range.start, offset);
  // The caret goes with the edge that moves, so that it stays in view.
  if (moved.start < moved.end)
    session.surface()?.select(edge === 'end' ? { anchor: moved.start, head: moved.end } : { anchor: moved.end, head: moved.start }, true);
}
