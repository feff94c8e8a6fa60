import { glossParts } from '@/lib/attribution/chain-words';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim } from '@/lib/report/model';
import { isRtl } from './docx/direction';
import { wrapLines } from './picture-text';
import { noteBetween } from './sourcing-words';
import { toExcerpt } from './wording';

/**
 * Who contradicts whom, drawn: a claim and those that do not fit with it, each a card with its number, who says so and its words;
 * between them a line with the sign and the word for it, whole for a contradiction, in dashes for a tension. This says what is
 * drawn where, for every format that draws it. Lengths are pixels; nothing is told by colour alone.
 */
export type PairPicture = {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly PairCard[];
  /** The pieces of the lines between cards, each a filled box. */
  readonly lines: readonly PictureBox[];
  readonly signs: readonly PictureText[];
};

export type PictureBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** `bar` is in the colour of the class, `badge` in its tint. */
export type PairCard = PictureBox & {
  readonly sourceClass: SourceClass;
  readonly bar: PictureBox;
  readonly badge: PictureBox;
  readonly texts: readonly PictureText[];
};

/** Words on one line, `y` their baseline. They begin at `x`, end there where they run from right to left, or stand around it. */
export type PictureText = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly look: TextLook;
  readonly at: 'start' | 'middle';
  readonly rtl: boolean;
  /** How wide it may be. */
  readonly room: number;
};

export type TextLook = keyof typeof TEXT_SIZES;

export const TEXT_SIZES = { badge: 14, name: 15, class: 13, quote: 16, sign: 24, word: 13 } as const;

export type Conflict = 'contradicts' | 'tension';

/** A claim and some of those that do not fit with it, as many as one picture shows. */
export type Conflicting = {
  readonly kind: Conflict;
  readonly middle: ReportClaim;
  readonly others: readonly ReportClaim[];
  readonly frame: Frame;
};

/** So many fit on a page, however long their words are. */
const OTHERS_MAX = 4;

/** The pictures of one group, each with the claim in the middle of it. */
export function conflictsOf({ others, ...conflict }: Conflicting): readonly Conflicting[] {
  return Array.from({ length: Math.ceil(others.length / OTHERS_MAX) }, (_, at) => ({
    ...conflict,
    others: others.slice(at * OTHERS_MAX, (at + 1) * OTHERS_MAX),
  }));
}

const [PADDING, BAR, GAP] = [12, 6, 18];
const LEADING = 22;
const QUOTE_LINES = 5;
const NAME_LINES = 2;
/** How much wider strong letters are. */
const STRONG = 1.22;
/** How thick a line between cards is. */
const PEN = 2;

const BESIDE = { card: 410, width: 980 } as const;

/** The claim on the left, what does not fit with it on the right. */
export function pairBeside({ kind, middle, others, frame }: Conflicting): PairPicture {
  const { card, width } = BESIDE;
  const from = width - card;
  let y = 0;
  const right = others.map((claim) => {
    const placed = toCard(claim, from, y, card, frame);
    y += placed.height + GAP;
    return placed;
  });
  const left = toCard(middle, 0, 0, card, frame);
  const height = Math.max(left.height, y - GAP);
  const top = (height - left.height) / 2;
  const shift = (height - (y - GAP)) / 2;
  const cards = [moved(left, top), ...right.map((one) => moved(one, shift))];
  const ends = right.map((one) => shift + one.y + one.height / 2);
  const start = height / 2;
  const trunk = card + 22;
  const [first, last] = [Math.min(start, ...ends), Math.max(start, ...ends)];
  const middleOf = (trunk + from) / 2 + 4;
  const room = from - trunk - 16;
  const lines = [
    across(kind, card, trunk, start),
    down(kind, trunk, first, last),
    ...ends.flatMap((end) => [across(kind, trunk, middleOf - 18, end), across(kind, middleOf + 18, from, end)]),
  ].flat();
  const signs = ends.flatMap((end): readonly PictureText[] => [
    { text: RELATION_FACTS[kind].sign, x: middleOf, y: end + 8, look: 'sign', at: 'middle', rtl: false, room: 30 },
    { text: frame.layout.conflicts[kind].between, x: middleOf, y: end + 26, look: 'word', at: 'middle', rtl: false, room },
  ]);
  return { width, height, cards, lines, signs };
}

const BELOW = { width: 400, indent: 34, row: 36 } as const;

/** The same for narrow screens: the claim on top, what does not fit with it below. */
export function pairBelow({ kind, middle, others, frame }: Conflicting): PairPicture {
  const { width, indent, row } = BELOW;
  const first = toCard(middle, 0, 0, width, frame);
  const cards: PairCard[] = [first];
  const lines: PictureBox[] = [];
  const signs: PictureText[] = [];
  let y = first.height;
  let end = y;
  for (const claim of others) {
    const placed = toCard(claim, indent, y + row, width - indent, frame);
    signs.push(
      { text: RELATION_FACTS[kind].sign, x: indent + 10, y: y + row / 2 + 8, look: 'sign', at: 'middle', rtl: false, room: 24 },
      { text: frame.layout.conflicts[kind].between, x: indent + 26, y: y + row / 2 + 5, look: 'word', at: 'start', rtl: false, room: 160 },
    );
    end = placed.y + placed.height / 2;
    lines.push(...across(kind, indent / 2, indent, end));
    cards.push(placed);
    y = placed.y + placed.height;
  }
  lines.push(...down(kind, indent / 2, first.height, end));
  return { width, height: y, cards, lines, signs };
}

/** The picture's text alternative: each pair in a sentence, with what divides them. */
export function pairSummary(conflict: Conflicting): string {
  const { kind, middle, others, frame } = conflict;
  const said = others.map((other) => {
    const divides = divideWords(conflict, other);
    return `${sideWords(middle, frame)} ${frame.layout.conflicts[kind].verb} ${sideWords(other, frame)}.${divides === '' ? '' : ` ${divides}`}`;
  });
  return said.join(' ');
}

/** “What divides them: …” of two claims; empty where nobody said it. */
export function divideWords({ kind, middle, frame }: Conflicting, other: ReportClaim): string {
  const note = noteBetween(middle, other, kind);
  return note === '' ? '' : frame.layout.conflicts.divides(note);
}

/** Of a quote in the text alternative, in UTF-16 units. */
const EXCERPT = 240;

function sideWords(claim: ReportClaim, frame: Frame): string {
  return `C${claim.number} (${whoWords(claim, frame)}: ${frame.attribution.quoted(toExcerpt(quoteWords(claim), EXCERPT))})`;
}

function whoWords({ chain }: ReportClaim, { attribution }: Frame): string {
  return glossParts(chain, attribution)
    .map((part) => nameWords(part, attribution))
    .join(' › ');
}

function quoteWords({ spans }: ReportClaim): string {
  return spans.map(({ quote }) => quote.slice(0, 2_000)).join(' […] ');
}

function toCard(claim: ReportClaim, x: number, y: number, width: number, frame: Frame): PairCard {
  const sourceClass = toSourceClass(claim.sourceType);
  const { letter } = SOURCE_CLASS_FACTS[sourceClass];
  const label = frame.attribution.classes[sourceClass];
  const number = `${letter} ${claim.number}`;
  const badge = { x: x + BAR + PADDING, y: y + PADDING, width: 18 + 9 * number.length, height: 22 };
  const left = badge.x + badge.width + 8;
  const [inner, beside] = [width - BAR - 2 * PADDING, x + width - PADDING - left];
  const names = wrapLines(whoWords(claim, frame), { width: beside, size: TEXT_SIZES.name * STRONG, most: NAME_LINES });
  const quote = wrapLines(frame.attribution.quoted(quoteWords(claim)), { width: inner, size: TEXT_SIZES.quote, most: QUOTE_LINES });
  let baseline = y + PADDING + 16;
  const line = (text: string, look: TextLook, from: number, room: number, leading: number, rtl = false): PictureText => {
    const placed = { text, look, x: rtl ? from + room : from, y: baseline, at: 'start', rtl, room } as const;
    baseline += leading;
    return placed;
  };
  const texts: PictureText[] = [
    { text: number, look: 'badge', x: badge.x + badge.width / 2, y: baseline, at: 'middle', rtl: false, room: badge.width },
    ...names.map((text) => line(text, 'name', left, beside, 18, isRtl(names[0] ?? ''))),
    line(label, 'class', left, beside, LEADING + 6),
    ...quote.map((text) => line(text, 'quote', badge.x, inner, LEADING, isRtl(quote[0] ?? ''))),
  ];
  const height = baseline - y - LEADING + PADDING + 6;
  return { x, y, width, height, sourceClass, bar: { x, y, width: BAR, height }, badge, texts };
}

function moved(card: PairCard, by: number): PairCard {
  const down = <Placed extends { readonly y: number }>(placed: Placed): Placed => ({ ...placed, y: placed.y + by });
  return { ...down(card), bar: down(card.bar), badge: down(card.badge), texts: card.texts.map(down) };
}

/** A level line from one place to another. */
function across(kind: Conflict, from: number, to: number, y: number): readonly PictureBox[] {
  return dashes(kind, from, to).map(([at, length]) => ({ x: at, y: y - PEN / 2, width: length, height: PEN }));
}

function down(kind: Conflict, x: number, from: number, to: number): readonly PictureBox[] {
  return dashes(kind, from, to).map(([at, length]) => ({ x: x - PEN / 2, y: at, width: PEN, height: length }));
}

const [DASH, SPACE] = [8, 6];

function dashes(kind: Conflict, from: number, to: number): readonly (readonly [at: number, length: number])[] {
  if (to <= from) return [];
  if (kind === 'contradicts') return [[from, to - from]];
  return Array.from({ length: Math.ceil((to - from) / (DASH + SPACE)) }, (_, index) => {
    const at = from + index * (DASH + SPACE);
    return [at, Math.min(DASH, to - at)] as const;
  });
}
