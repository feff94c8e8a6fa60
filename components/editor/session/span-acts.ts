import { subtract, unite } from '@/lib/anchoring/span-set';
import { SPANS_MAX, toClaimResource } from '@/lib/claims/claim';
import { can } from '@/lib/permissions/permissions';
import { ceilToGrapheme, floorToGrapheme } from '@/lib/text/graphemes';
import type { TextOffset, TextRange } from '@/lib/text/offset';
import { trimRange } from '@/lib/text/trim-range';
import { type Edge, snapEdge } from '@/lib/text/words';
import { startClaimOn } from './form-acts';
import type { Session } from './session';
import { tell } from './write-acts';

/** The words that are being worked on: the form's, or the open claim's where this person may change it. Null when there are none. */
export function spansInHand(session: Session): readonly TextRange[] | null {
  const { mode } = session.view.get();
  if (mode.kind === 'form') return mode.form.spans;
  if (mode.kind !== 'open' || mode.panel !== null) return null;
  const claim = session.find(mode.claimId);
  return claim !== null && can(session.data.actor, 'claim.edit', toClaimResource(claim, session.data.checking))
    ? (mode.moved ?? claim.spans)
    : null;
}

/** Further words for the form or the open claim; without either, a new claim of all of them. Words that overlap or touch become one part. */
export function addWords(session: Session, ranges: readonly TextRange[]): void {
  const { text } = session.data.revision;
  const words = ranges.flatMap((range) => trimRange(text, range) ?? []);
  if (words.length === 0) return;
  const inHand = spansInHand(session);
  const spans = unite([...(inHand ?? []), ...words]);
  if (spans.length > SPANS_MAX) tell(session, `A claim has at most ${SPANS_MAX} parts.`);
  else if (inHand === null) startClaimOn(session, spans);
  else putSpans(session, spans);
}

/** Takes one part of the words away again. The last stays: a claim stands on something. */
export function takePartAway(session: Session, part: TextRange): void {
  const left = subtract(spansInHand(session) ?? [], [part]);
  if (left.length > 0) putSpans(session, left);
}

/** Puts an edge of a part where a hand wants it, at the nearest word (`whole`) or character; never over another part, and never past its other edge. */
export function placeEdge(session: Session, { index, edge }: { index: number; edge: Edge }, offset: TextOffset, whole: boolean): void {
  const spans = spansInHand(session);
  const span = spans?.[index];
  if (spans === null || span === undefined) return;
  const { text } = session.data.revision;
  const toGrapheme = edge === 'start' ? floorToGrapheme : ceilToGrapheme;
  const place = whole ? snapEdge(text, offset, edge) : (toGrapheme(text, offset) as TextOffset);
  const placed = edge === 'start' ? { start: place, end: span.end } : { start: span.start, end: place };
  const before = spans[index - 1];
  const after = spans[index + 1];
  const free = (before === undefined || before.end < placed.start) && (after === undefined || placed.end < after.start);
  const still = placed.start === span.start && placed.end === span.end;
  if (!still && free && trimRange(text, placed) !== null && placed.start < placed.end) setSpans(session, spans.with(index, placed));
}

/** Says how the words read now: after a drag, which says nothing on its way. */
export function sayWords(session: Session): void {
  const { text } = session.data.revision;
  session.say((spansInHand(session) ?? []).map(({ start, end }) => text.slice(start, end)).join(' … '));
}

function putSpans(session: Session, spans: readonly TextRange[]): void {
  setSpans(session, spans);
  sayWords(session);
}

/** A claim's moved words are looked at before they are saved; a form's are part of it. */
function setSpans(session: Session, spans: readonly TextRange[]): void {
  const { mode } = session.view.get();
  if (mode.kind === 'form') session.setMode({ kind: 'form', form: { ...mode.form, spans } });
  else if (mode.kind === 'open') session.setMode({ ...mode, moved: spans });
}
