import type { Frame } from '@/lib/frame/frame';
import { required } from '@/lib/kernel/assert';
import { type AnnotatedBlock, annotatedBlocks, type Piece, type TextMark } from '@/lib/report/annotated-text';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { segmentsFrom } from '@/lib/text/segments-from';
import { claimBadge, confidencePips, entryId, keyOf, nameOfBadge, textId } from './html-parts';
import { gloss } from './html-sourcing';
import { html, type Markup } from './markup';
import { toExcerpt } from './wording';

/**
 * Length of a note beside the text, in UTF-16 units: about two lines. Short on purpose: what stands beside a paragraph
 * and is taller than it opens a gap in the text. The whole note stands in the list of claims.
 */
const GLOSS_LENGTH = 80;

/** White space that a browser would collapse. Kept where there is any, and only there: kept spaces are underlined at the ends of lines. */
const COLLAPSIBLE = /\s{2}|^\s|\s$|[^\S ]/u;

/** The article, block by block, each with the claims that begin in it beside it. */
export function* textRows(model: ReportModel): Generator<Markup, void, undefined> {
  for (const block of annotatedBlocks(model)) yield toRow(block, model.frame);
}

function toRow({ kind, pieces }: AnnotatedBlock, frame: Frame): Markup {
  const text = toText(pieces, frame);
  const begun = pieces.flatMap(({ opens }) => opens.filter(({ part }) => part === 0).map(({ claim }) => claim));
  const kept = COLLAPSIBLE.test(pieces.map((piece) => piece.text).join('')) ? html` class="kept"` : null;
  const block = kind === 'title' ? html`<h3${kept} lang="" dir="auto">${text}</h3>` : html`<p${kept} lang="" dir="auto">${text}</p>`;
  const notes =
    begun.length === 0
      ? null
      : html`<ol class="notes" aria-label="${frame.layout.beginningHere}">${begun.map((claim) => toNote(claim, frame))}</ol>`;
  return html`<div class="row">${block}${notes}</div>\n`;
}

function toNote(claim: ReportClaim, frame: Frame): Markup {
  const state = claim.state === 'approved' ? null : html` <em>${frame.claims.states[claim.state]}.</em>`;
  const against = claim.sourcing.related.flatMap(({ kind, number }) => (kind === 'contradicts' && number !== null ? `C${number}` : []));
  const neq =
    against.length === 0
      ? null
      : html` <em class="neq"><span aria-hidden="true">≠</span><span class="vh">${frame.layout.conflicts.contradicts.verb}</span> ${against.join(', ')}.</em>`;
  const note = claim.note === '' ? null : html` <span lang="" dir="auto">${toExcerpt(claim.note, GLOSS_LENGTH)}</span>`;
  return html`<li>${claimBadge(claim, `#${entryId(claim)}`, frame)}<p>${gloss(claim.chain, frame)}.${neq}${state}${note}</p></li>`;
}

/**
 * Marks as elements, nested where claims nest. Where two overlap without nesting, the one that goes on is closed with the
 * one that ends and opened again: every piece lies in the elements of all its marks, outermost first.
 */
function toText(pieces: readonly Piece[], frame: Frame): readonly Markup[] {
  let open: readonly TextMark[] = [];
  const out = pieces.map((piece) => {
    const shared = countShared(open, piece.marks);
    const closed = open.slice(shared).map(() => html`</mark>`);
    const opened = piece.marks.slice(shared).map(toOpening);
    open = piece.marks;
    return html`${closed}${opened}${toWords(piece, frame)}${piece.closes.map((mark) => toEnd(mark, frame))}`;
  });
  return [...out, ...open.map(() => html`</mark>`)];
}

function countShared(open: readonly TextMark[], next: readonly TextMark[]): number {
  const different = next.findIndex((mark, depth) => mark !== open[depth]);
  return different === -1 ? Math.min(open.length, next.length) : different;
}

function toOpening({ claim, lane }: TextMark): Markup {
  return html`<mark data-c="${keyOf(claim)}"${lane === 1 ? html` data-lane="1"` : null} aria-details="${entryId(claim)}">`;
}

/** The words of a piece, the badges of the claims that begin with it before them. A badge never parts from its first character. */
function toWords({ text, opens }: Piece, frame: Frame): Markup {
  if (opens.length === 0) return html`${text}`;
  const first = segmentsFrom(text, 'grapheme').next().value;
  const { end } = required(first ?? null, 'a piece has text');
  return html`<span class="nb">${opens.map((mark) => toBadge(mark, frame))}${text.slice(0, end)}</span>${text.slice(end)}`;
}

function toBadge({ claim, part }: TextMark, frame: Frame): Markup {
  const name = nameOfBadge(claim, frame);
  const label = part === 0 ? name : frame.layout.badgePart(name, part + 1);
  const key = keyOf(claim);
  return html`<a class="tag" data-c="${key}" id="${textId(claim, part)}" href="#${entryId(claim)}" aria-label="${label}"><b>${key === 'z' ? '0' : key.toUpperCase()}</b><span>${claim.number}</span>${confidencePips(claim.confidence, 'column')}</a>`;
}

/** Screen readers pass over mark elements in silence: that a claim ends is said in words nobody sees. */
function toEnd({ claim }: TextMark, { layout }: Frame): Markup {
  return html`<span class="vh">${layout.claimEnds(claim.number)}</span>`;
}
