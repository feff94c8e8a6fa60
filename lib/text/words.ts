import { isBlank } from './blank';
import { ceilToGrapheme, floorToGrapheme } from './graphemes';
import { findJoins } from './joins';
import type { TextOffset } from './offset';
import { type Segment, segmentsFrom } from './segments-from';

/** Which edge of a span moves: a start stands where words start, an end where words end. */
export type Edge = 'start' | 'end';
export type Direction = 'previous' | 'next';

/** The number of words: runs of letters and digits, or as a dictionary has it in scripts without spaces; "system.However" is two. Linear. Source: UAX #29, section 4. */
export function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of wordsFrom(text, 0)) if (isWordLike) words++;
  return words;
}

/** Where the words of a text begin, in order, in UTF-16 units; words as `countWords` counts them. Linear. */
export function wordStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (const { start, isWordLike } of wordsFrom(text, 0)) if (isWordLike) starts.push(start);
  return starts;
}

/**
 * The next or previous place where a span's edge may stand, or `offset` itself when there is none that way.
 *
 *     'He [said], “no.”'     places of an end:  'He| said|,| “|no|.|”|'
 *                            places of a start: '|He |said|, |“|no|.|”'
 *
 * A punctuation mark is a step of its own, so that a span can take in its closing quotation mark. Without `edge`, going
 * back stops at starts and going on stops at ends, as a caret does. Never inside a user-perceived character.
 * Cost: does not grow with the text, except over a run of white space.
 */
export function moveEdge(
  text: string,
  offset: TextOffset,
  direction: Direction,
  edge: Edge = direction === 'next' ? 'end' : 'start',
): TextOffset {
  return direction === 'next' ? findNext(text, offset, edge) : findPrevious(text, offset, edge);
}

/** How far back, in UTF-16 units, a step looks at first; doubled until it finds a place. Longer than nearly every word. */
const FIRST_REACH = 64;

function findNext(text: string, offset: TextOffset, edge: Edge): TextOffset {
  for (const segment of wordsFrom(text, safeStart(text, offset))) {
    const place = edge === 'start' ? segment.start : ceilToGrapheme(text, segment.end);
    if (place > offset && isStop(text, segment)) return edge === 'start' ? ceilToGrapheme(text, place) : (place as TextOffset);
  }
  return offset;
}

function findPrevious(text: string, offset: TextOffset, edge: Edge): TextOffset {
  for (let reach = FIRST_REACH; ; reach *= 2) {
    const from = safeStart(text, Math.max(0, offset - reach));
    let found: number | null = null;
    for (const segment of wordsFrom(text, from)) {
      if (segment.start >= offset) break;
      const place = floorToGrapheme(text, edge === 'start' ? segment.start : segment.end);
      if (place < offset && isStop(text, segment)) found = place;
    }
    if (found !== null) return found as TextOffset;
    if (from === 0) return offset;
  }
}

/** Segments by word; "system.However" is three, though UAX #29 has it as one (WB6). */
function* wordsFrom(text: string, from: number): Generator<Segment, void, void> {
  for (const segment of segmentsFrom(text, 'word', from)) {
    const { end, isWordLike } = segment;
    let { start } = segment;
    const joins = isWordLike && text.slice(start, end).includes('.') ? findJoins(text, start, end) : [];
    for (const join of joins) {
      yield { start, end: join - 1, isWordLike };
      yield { start: join - 1, end: join, isWordLike: false };
      start = join;
    }
    yield { start, end, isWordLike };
  }
}

function isStop(text: string, { start, end, isWordLike }: Segment): boolean {
  return isWordLike || !isBlank(text.slice(start, end));
}

/** How far back a sure word boundary is looked for. Without one (scripts without spaces) a character's edge must do; the answer is right again a word later. */
const SAFE_REACH = 512;

/** A word boundary at or before `offset` that is sure without looking further: after a line break, or before a space that follows no white space. */
function safeStart(text: string, offset: number): number {
  const limit = Math.max(0, offset - SAFE_REACH);
  for (let at = Math.min(offset, text.length); at > limit; at--) {
    if (text.charCodeAt(at - 1) === 10) return at;
    if (text.charCodeAt(at) === 32 && /\S/u.test(text.charAt(at - 1))) return at;
  }
  return floorToGrapheme(text, limit);
}

/**
 * The place nearest to `offset`, by characters, where a span's edge may stand: where a hand that drags an edge most likely
 * means it to be. At the same distance the one that takes in more.
 */
export function snapEdge(text: string, offset: TextOffset, edge: Edge): TextOffset {
  const previous = moveEdge(text, offset, 'previous', edge);
  const next = moveEdge(text, offset, 'next', edge);
  // A step there and back again ends on `offset` where an edge may stand at it.
  const here = previous < offset ? moveEdge(text, previous, 'next', edge) : moveEdge(text, next, 'previous', edge);
  const takesIn = (place: TextOffset) => (edge === 'start' ? place < offset : place > offset);
  const distance = (place: TextOffset) => Math.abs(place - offset) - (takesIn(place) ? 0.5 : 0);
  return [previous, next, here].filter((place) => place !== offset || place === here).reduce((a, b) => (distance(b) < distance(a) ? b : a));
}
