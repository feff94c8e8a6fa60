import { describe, expect, it } from 'vitest';
import { claimsAt, extendBySentence, shiftEdge, stepClaim, stepSentence } from '@/components/editor/session/moves';
import { type TextOffset, toTextRange } from '@/lib/text/offset';
import { splitSentences } from '@/lib/text/sentences';
import { aClaim, aSpan } from '../../factories/report';

const TEXT = 'One came. Two went. Three stayed.';
//            0         10        20
const SENTENCES = splitSentences(TEXT);
const at = (anchor: number, head = anchor) => ({ anchor: anchor as TextOffset, head: head as TextOffset });
const words = (range: { start: number; end: number } | null) => (range === null ? null : TEXT.slice(range.start, range.end));
const picked = (selected: { anchor: number; head: number } | null) =>
  selected === null
    ? null
    : `${selected.anchor <= selected.head ? '' : '<'}${TEXT.slice(Math.min(selected.anchor, selected.head), Math.max(selected.anchor, selected.head))}`;

describe('moving by sentence', () => {
  it.each([
    ['next', at(0), 'One came.'],
    ['next', at(4), 'One came.'],
    ['next', at(9), 'Two went.'],
    ['next', at(0, 9), 'Two went.'],
    ['next', at(0, 19), 'Three stayed.'],
    ['next', at(20, 33), 'Three stayed.'],
    ['previous', at(20), 'Two went.'],
    ['previous', at(24), 'Three stayed.'],
    ['previous', at(10, 19), 'One came.'],
    ['previous', at(0), 'One came.'],
  ] as const)('%s from %o takes “%s”', (direction, selected, sentence) => {
    expect(words(stepSentence(SENTENCES, selected, direction))).toBe(sentence);
  });

  it('stays where it is in a text without sentences', () => {
    expect(stepSentence([], at(0), 'next')).toBeNull();
  });
});

describe('extending by sentence', () => {
  it.each([
    ['next', at(0, 9), 'One came. Two went.'],
    ['next', at(4), 'came.'],
    ['previous', at(10, 19), '<One came. Two went.'],
    ['previous', at(0, 19), 'One came. '],
    ['next', at(19, 10), 'Two went. Three stayed.'],
  ] as const)('%s from %o selects “%s”', (direction, selected, extended) => {
    expect(picked(extendBySentence(SENTENCES, selected, direction))).toBe(extended);
  });

  it('ends with the text', () => {
    expect(extendBySentence(SENTENCES, at(20, 33), 'next')).toBeNull();
  });
});

describe('moving an edge', () => {
  const spans = [toTextRange(4, 8)]; // "came"

  it.each([
    ['end', 'next', 'came.'],
    ['start', 'previous', 'One came'],
  ] as const)('takes the %s a word on (%s)', (edge, direction, expected) => {
    expect(words(shiftEdge(TEXT, spans, edge, direction)?.[0] ?? null)).toBe(expected);
  });

  it('never leaves a claim without words', () => {
    expect(shiftEdge(TEXT, spans, 'end', 'previous')).toBeNull();
    expect(shiftEdge(TEXT, spans, 'start', 'next')).toBeNull();
  });

  it('stops at the end of the text', () => {
    expect(shiftEdge(TEXT, [toTextRange(20, 33)], 'end', 'next')).toBeNull();
  });

  it('leaves the other spans of a claim alone, and never runs into them', () => {
    const two = [toTextRange(0, 3), toTextRange(10, 13)];
    expect(shiftEdge(TEXT, two, 'end', 'next')).toEqual([toTextRange(0, 3), toTextRange(10, 18)]);
    expect(shiftEdge(TEXT, [toTextRange(0, 9), toTextRange(9, 13)], 'end', 'previous')).toBeNull();
  });
});

describe('moving by claim', () => {
  const outer = aClaim(1, [aSpan(TEXT, 0, 19)]);
  const inner = aClaim(2, [aSpan(TEXT, 10, 13)]);
  const claims = [outer, inner];

  it('goes on from the open claim, else from the caret, and ends at either end', () => {
    expect(stepClaim(claims, outer.id, 0 as TextOffset, 'next')).toBe(inner);
    expect(stepClaim(claims, null, 5 as TextOffset, 'next')).toBe(inner);
    expect(stepClaim(claims, null, 5 as TextOffset, 'previous')).toBe(outer);
    expect(stepClaim(claims, inner.id, 0 as TextOffset, 'next')).toBeNull();
  });

  it('finds the claims under the caret, innermost first', () => {
    expect(claimsAt(claims, 11 as TextOffset)).toEqual([inner, outer]);
    expect(claimsAt(claims, 13 as TextOffset)).toEqual([outer]);
    expect(claimsAt(claims, 19 as TextOffset)).toEqual([]);
  });
});
