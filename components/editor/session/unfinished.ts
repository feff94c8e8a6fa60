import { z } from 'zod';
import { toast } from '@/components/ui/toast';
import type { TagDraft } from '@/lib/claims/check-tag';
import { keptClaim, keptDetails, keptLink, keptTag } from '@/lib/claims/kept-claim';
import { type TextOffset, toTextRange } from '@/lib/text/offset';
import { FORM_FIELDS } from '../form/draft';
import type { Session } from './session';
import { PANELS, type Unfinished } from './view';

const offset = z.int().transform((value) => value as TextOffset);

const draft = z.object({
  ...keptTag.shape,
  sourceType: keptTag.shape.sourceType.nullable(),
  confidence: keptTag.shape.confidence.nullable(),
}) satisfies z.ZodType<TagDraft>;

const unfinished = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('form'),
    form: z.object({
      serial: z.int(),
      claimId: z.string(),
      editing: z.boolean(),
      resolves: z.null(),
      spans: z.array(z.object({ start: offset, end: offset })),
      draft,
      chain: z.array(keptLink).nullable(),
      base: keptClaim.nullable(),
      startField: z.enum(FORM_FIELDS),
    }),
  }),
  z.object({
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
  }),
]) satisfies z.ZodType<Unfinished>;

function keyOf({ data }: Session): string {
  return `hearsay:unfinished:${data.actor.userId}:${data.article.id}`;
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

/** False when there is nothing left that it was about. */
export function bringBack(session: Session, value: Unfinished): boolean {
  const about = value.kind === 'panel' || value.form.editing ? (value.kind === 'panel' ? value.claimId : value.form.claimId) : null;
  const { length } = session.data.revision.text;
  const fits = value.kind === 'panel' || value.form.spans.every(({ end }) => end <= length);
  if (!fits || (about !== null && session.find(about) === null)) {
    keepUnfinished(session, null);
    return false;
  }
  keepUnfinished(session, value);
  if (value.kind === 'panel') session.setMode({ kind: 'open', claimId: value.claimId, moved: null, panel: value.panel });
  else {
    const spans = value.form.spans.map(({ start, end }) => toTextRange(start, end));
    session.setMode({ kind: 'form', form: { ...value.form, spans, serial: session.nextSerial() } });
  }
  return true;
}

/** Something else takes the card: what was begun in it can be had back. */
export function putAside(session: Session): void {
  const { unfinished: value } = session;
  const { mode } = session.view.get();
  const filling = mode.kind === 'form' || (mode.kind === 'open' && mode.panel !== null);
  if (value === null || !filling) return;
  session.unfinished = null;
  session.say('Put aside, not saved.');
  toast('Put aside, not saved', { action: { label: 'Bring back', run: () => bringBack(session, value) } });
}
