import { toast } from '@/components/ui/toast';
import { toTextRange } from '@/lib/text/offset';
import { claimWords } from '../shown-claim';
import type { Session } from './session';
import type { Form, PanelName, Unfinished } from './view';

function keyOf({ data }: Session, what: 'unfinished' | 'aside' = 'unfinished'): string {
  return `hearsay:${what}:${data.actor.userId}:${data.article.id}`;
}

/** Remembers what is being filled in, or with null that nothing is. */
export function keepUnfinished(session: Session, value: Unfinished | null): void {
  session.unfinished = value;
  try {
    // A form that settles a conflict comes back with the conflict, which the outbox keeps.
    if (value === null || (value.kind === 'form' && value.form.resolves !== null)) sessionStorage.removeItem(keyOf(session));
    else sessionStorage.setItem(keyOf(session), JSON.stringify(value));
  } catch {
    // Storage is full or switched off: it is kept until the page is closed.
  }
}

/** Opens again what was being filled in when the page was left. */
export function restoreUnfinished(session: Session, { parseUnfinished, parseAside }: UnfinishedParsers): void {
  // Where storage is off, what this page itself holds stays.
  const aside = [...parseAside(read(session, 'aside') ?? '[]'), ...session.aside.values()];
  setAside(
    session,
    aside.filter((value) => isStillThere(session, value)),
  );
  const kept = parseUnfinished(read(session, 'unfinished') ?? 'null');
  if (kept === null || session.view.get().mode.kind !== 'read') return;
  if (bringBack(session, kept)) toast('What you had begun is back.');
}

/** Whether the claim it is about, and the words, are there. */
function isStillThere(session: Session, value: Unfinished): boolean {
  const about = value.kind === 'panel' || value.form.editing ? (value.kind === 'panel' ? value.claimId : value.form.claimId) : null;
  const { length } = session.data.revision.text;
  const fits = value.kind === 'panel' || value.form.spans.every(({ end }) => end <= length);
  return fits && (about === null || session.find(about) !== null);
}

/** What reads back what is kept (parse-unfinished.ts). */
export type UnfinishedParsers = {
  readonly parseUnfinished: (text: string) => Unfinished | null;
  readonly parseAside: (text: string) => readonly Unfinished[];
};

/** Whether an earlier page of this tab left anything begun. */
export function hasUnfinished(session: Session): boolean {
  return read(session, 'unfinished') !== null || read(session, 'aside') !== null;
}

function read(session: Session, what: 'unfinished' | 'aside'): string | null {
  try {
    return sessionStorage.getItem(keyOf(session, what));
  } catch {
    return null;
  }
}

/** More than anyone leaves lying about; the oldest goes first. */
const ASIDE_MAX = 20;

function setAside(session: Session, values: readonly Unfinished[]): void {
  session.aside = new Map(values.slice(-ASIDE_MAX).map((value) => [asideKeyOf(value), value]));
  try {
    if (session.aside.size === 0) sessionStorage.removeItem(keyOf(session, 'aside'));
    else sessionStorage.setItem(keyOf(session, 'aside'), JSON.stringify([...session.aside.values()]));
  } catch {
    // Storage is full or switched off: it is kept until the page is closed.
  }
}

/** By the claim and the panel; the form of a new claim by its words. */
function asideKeyOf(value: Unfinished): string {
  return value.kind === 'panel' ? panelKey(value.claimId, value.panel) : formKey(value.form);
}

function panelKey(claimId: string, panel: PanelName): string {
  return `${claimId} ${panel}`;
}

function formKey({ editing, claimId, spans }: Pick<Form, 'editing' | 'claimId' | 'spans'>): string {
  return editing ? `${claimId} form` : `new ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;
}

/** What was put aside in this panel of this claim comes back with it. False when nothing was. */
export function openAside(session: Session, claimId: string, panel: PanelName): boolean {
  const value = session.aside.get(panelKey(claimId, panel));
  return value !== undefined && bringBack(session, value);
}

/** What was put aside in the form of this claim, or of a new one of these words, comes back with it. False when nothing was. */
export function openAsideForm(session: Session, form: Pick<Form, 'editing' | 'claimId' | 'spans'>): boolean {
  const value = session.aside.get(formKey(form));
  return value !== undefined && bringBack(session, value);
}

/** What was put aside last comes back; says so when nothing was. */
export function bringBackLast(session: Session): void {
  const value = [...session.aside.values()].at(-1);
  if (value !== undefined) takeBack(session, value);
  else {
    session.say('Nothing was put aside.');
    toast('Nothing was put aside.');
  }
}

/** False when there is nothing left that it was about. What is being filled in now is put aside for it. */
export function bringBack(session: Session, value: Unfinished): boolean {
  if (!isStillThere(session, value)) {
    if (session.unfinished === null) keepUnfinished(session, null);
    return false;
  }
  putAside(session);
  keepUnfinished(session, value);
  setAside(
    session,
    [...session.aside.values()].filter((one) => one !== value),
  );
  if (value.kind === 'panel') session.setMode({ kind: 'open', claimId: value.claimId, moved: null, panel: value.panel });
  else {
    const spans = value.form.spans.map(({ start, end }) => toTextRange(start, end));
    session.setMode({ kind: 'form', form: { ...value.form, spans, serial: session.nextSerial() } });
  }
  // The caret stands where the card is, so that going on from here goes on from there.
  const at = value.kind === 'panel' ? session.find(value.claimId)?.spans[0]?.start : value.form.spans[0]?.start;
  if (at !== undefined) session.surface()?.select({ anchor: at, head: at }, true);
  return true;
}

/** Something else takes the card: what was begun in it can be had back, whenever the same panel or form is opened again. */
export function putAside(session: Session): void {
  const { unfinished: value } = session;
  const { mode } = session.view.get();
  const filling = mode.kind === 'form' || (mode.kind === 'open' && mode.panel !== null);
  if (value === null || !filling) return;
  session.unfinished = null;
  // A form that settles a conflict comes back with the conflict.
  if (value.kind === 'panel' || value.form.resolves === null) setAside(session, [...session.aside.values(), value]);
  keepUnfinished(session, null);
  const words = `${asideWords(session, value)}, not saved`;
  session.say(`${words}.`);
  toast(words, { action: { label: 'Bring back', run: () => takeBack(session, value) } });
}

/** “Finding of claim 3 put aside” */
function asideWords(session: Session, value: Unfinished): string {
  if (value.kind === 'form' && !value.form.editing) return 'New claim put aside';
  const claim = session.find(value.kind === 'panel' ? value.claimId : value.form.claimId);
  const what = value.kind === 'panel' ? `${value.panel.charAt(0).toUpperCase()}${value.panel.slice(1)}` : 'Changes';
  return claim === null ? `${what} put aside` : `${what} of ${claimWords(claim)} put aside`;
}

function takeBack(session: Session, value: Unfinished): void {
  const inPlace = value.kind === 'panel' || value.form.resolves === null;
  const taken = inPlace && session.aside.get(asideKeyOf(value)) !== value;
  if (taken) toast('It was had back already.');
  else if (!bringBack(session, value)) toast('The claim it was about is gone.');
}
