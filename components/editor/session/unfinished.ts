import { z } from 'zod';
import { toast } from '@/components/ui/toast';
import type { TagDraft } from '@/lib/claims/check-tag';
import { keptClaim, keptDetails, keptLink, keptTag } from '@/lib/claims/kept-claim';
import { type TextOffset, toTextRange } from '@/lib/text/offset';
import { FORM_FIELDS } from '../form/draft';
import { claimWords } from '../shown-claim';
import type { Session } from './session';
import { type BegunPanel, PANELS, type PanelName, type Unfinished } from './view';

const offset = z.int().transform((value) => value as TextOffset);

const draft = z.object({
  ...keptTag.shape,
  sourceType: keptTag.shape.sourceType.nullable(),
  confidence: keptTag.shape.confidence.nullable(),
}) satisfies z.ZodType<TagDraft>;

const begunPanel = z.object({
  kind: z.literal('panel'),
  claimId: z.string(),
  panel: z.enum(PANELS),
  draft: z.object({
    base: keptClaim,
    words: z.object({ picked: z.string(), note: z.string() }).optional(),
    chain: keptDetails.chain.optional(),
    finding: keptDetails.finding.optional(),
    evidence: keptDetails.evidence.optional(),
  }),
}) satisfies z.ZodType<BegunPanel>;

const unfinished = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('form'),
    form: z.object({
      serial: z.int(),
      claimId: z.string(),
      editing: z.boolean(),
      resolves: z.null(),
      spans: z.array(z.object({ start: offset, end: offset })),
      each: z.array(z.object({ start: offset, end: offset })).optional(),
      draft,
      chain: z.array(keptLink).nullable(),
      base: keptClaim.nullable(),
      startField: z.enum(FORM_FIELDS),
    }),
  }),
  begunPanel,
]) satisfies z.ZodType<Unfinished>;

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
export function restoreUnfinished(session: Session): void {
  // Where storage is off, what this page itself holds stays.
  const aside = [...readAside(session), ...session.aside.values()];
  setAside(
    session,
    aside.filter(({ claimId }) => session.find(claimId) !== null),
  );
  const kept = readUnfinished(session);
  if (kept === null || session.view.get().mode.kind !== 'read') return;
  if (bringBack(session, kept)) toast('What you had begun is back.');
}

function readUnfinished(session: Session): Unfinished | null {
  try {
    const parsed = unfinished.safeParse(JSON.parse(sessionStorage.getItem(keyOf(session)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function readAside(session: Session): readonly BegunPanel[] {
  try {
    const parsed = z.array(begunPanel).safeParse(JSON.parse(sessionStorage.getItem(keyOf(session, 'aside')) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

function setAside(session: Session, values: readonly BegunPanel[]): void {
  session.aside = new Map(values.map((value) => [asideKey(value.claimId, value.panel), value]));
  try {
    if (session.aside.size === 0) sessionStorage.removeItem(keyOf(session, 'aside'));
    else sessionStorage.setItem(keyOf(session, 'aside'), JSON.stringify([...session.aside.values()]));
  } catch {
    // Storage is full or switched off: it is kept until the page is closed.
  }
}

function asideKey(claimId: string, panel: PanelName): string {
  return `${claimId} ${panel}`;
}

/** What was put aside in this panel of this claim comes back with it. False when nothing was. */
export function openAside(session: Session, claimId: string, panel: PanelName): boolean {
  const value = session.aside.get(asideKey(claimId, panel));
  return value !== undefined && bringBack(session, value);
}

/** False when there is nothing left that it was about. What is being filled in now is put aside for it. */
export function bringBack(session: Session, value: Unfinished): boolean {
  const about = value.kind === 'panel' || value.form.editing ? (value.kind === 'panel' ? value.claimId : value.form.claimId) : null;
  const { length } = session.data.revision.text;
  const fits = value.kind === 'panel' || value.form.spans.every(({ end }) => end <= length);
  if (!fits || (about !== null && session.find(about) === null)) {
    if (session.unfinished === null) keepUnfinished(session, null);
    return false;
  }
  putAside(session);
  keepUnfinished(session, value);
  if (value.kind === 'panel') {
    setAside(
      session,
      [...session.aside.values()].filter((one) => one !== value),
    );
    session.setMode({ kind: 'open', claimId: value.claimId, moved: null, panel: value.panel });
  } else {
    const spans = value.form.spans.map(({ start, end }) => toTextRange(start, end));
    session.setMode({ kind: 'form', form: { ...value.form, spans, serial: session.nextSerial() } });
  }
  return true;
}

/** Something else takes the card: what was begun in it can be had back, in a panel whenever the panel is opened again. */
export function putAside(session: Session): void {
  const { unfinished: value } = session;
  const { mode } = session.view.get();
  const filling = mode.kind === 'form' || (mode.kind === 'open' && mode.panel !== null);
  if (value === null || !filling) return;
  session.unfinished = null;
  if (value.kind === 'panel') {
    setAside(session, [...session.aside.values(), value]);
    keepUnfinished(session, null);
  }
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
  const taken = value.kind === 'panel' && session.aside.get(asideKey(value.claimId, value.panel)) !== value;
  if (taken) toast('It was had back already.');
  else if (!bringBack(session, value)) toast('The claim it was about is gone.');
}
