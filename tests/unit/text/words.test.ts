import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorToGrapheme } from '@/lib/text/graphemes';
import type { TextOffset } from '@/lib/text/offset';
import { countWords, type Direction, type Edge, moveEdge, snapEdge } from '@/lib/text/words';
import { textWithOffsets } from './arbitrary-text';
import { caret } from './marked';

describe('countWords', () => {
  it.each([
    ['', 0],
    [' \n ', 0],
    ["Putin’s circle, isn't it?", 4],
    ['1,500 people—and 3.5 %', 4],
    ['the system.However, it was', 5],
    ['👍🏽 🇫🇷 …', 0],
    ['שלום עולם', 2],
    ['مرحبا بالعالم', 2],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('counts the sample article', () => {
    expect(countWords(readFileSync('prisma/sample/article.txt', 'utf8'))).toBe(343);
  });

  it('counts the words of 2 MB on one line', () => {
    expect(countWords('word '.repeat(400_000))).toBe(400_000);
  });
});

describe('moveEdge', () => {
  it.each<[string, Direction, Edge | undefined, string]>([
    ['He |said “no.”', 'next', 'end', 'He said| “no.”'],
    ['He said| “no.”', 'next', 'end', 'He said “|no.”'],
    ['He said “no.|”', 'next', 'end', 'He said “no.”|'],
    ['He said| “no.”', 'previous', 'end', 'He| said “no.”'],
    ['He |said “no.”', 'next', 'start', 'He said |“no.”'],
    ['He |said “no.”', 'previous', 'start', '|He said “no.”'],
    ['He sa|id so', 'previous', 'start', 'He |said so'],
    ['He sa|id so', 'next', 'end', 'He said| so'],
    ['One.|\n\nTwo', 'next', 'end', 'One.\n\nTwo|'],
    ['One.\n\n|Two', 'previous', 'start', 'One|.\n\nTwo'],
    ['He said|', 'next', 'end', 'He said|'],
    ['He said|  ', 'next', 'end', 'He said|  '],
    ['|He', 'previous', 'start', '|He'],
    ['  |He', 'previous', 'start', '  |He'],
    ['He |said', 'next', undefined, 'He said|'],
    ['He |said', 'previous', undefined, '|He said'],
    ['the sys|tem.However', 'next', 'end', 'the system|.However'],
    ['system.How|ever', 'previous', 'start', 'system.|However'],
    ['Putin|’s ally', 'next', 'end', 'Putin’s| ally'],
    ['so 👩‍👩‍👧| it', 'previous', 'start', 'so |👩‍👩‍👧 it'],
    ['אמר| שלום', 'next', 'end', 'אמר שלום|'],
  ])('moves %j to the %s %s: %j', (given, direction, edge, wanted) => {
    const { text, offset } = caret(given);
    const moved = moveEdge(text, offset, direction, edge);
    expect(`${text.slice(0, moved)}|${text.slice(moved)}`).toBe(wanted);
  });

  it('visits the same places as the segmentation of the whole text', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    const words = fc.array(fc.constantFrom('said', 'Kremlin’s', '“no”', 'e\u0301te\u0301', '👩‍👧', 'שלום', '—', '3.5', '\n', '  '), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, fc.constantFrom<Edge>('start', 'end'), (chosen, edge) => {
        const text = chosen.join(' ');
        const segments = Array.from(segmenter.segment(text)).filter(({ segment }) => segment.trim() !== '');
        const places = segments.map(({ index, segment }) => (edge === 'start' ? index : index + segment.length));
        const visited: number[] = [];
        for (let at = -1 as TextOffset; ; ) {
          const next = moveEdge(text, at, 'next', edge);
          if (next === at) break;
          visited.push(next);
          at = next;
        }
        expect(visited).toEqual(places);
        const back: number[] = [];
        for (let at = (text.length + 1) as TextOffset; ; ) {
          const previous = moveEdge(text, at, 'previous', edge);
          if (previous === at) break;
          back.push(previous);
          at = previous;
        }
        expect(back.reverse()).toEqual(places);
      }),
      { numRuns: 30 },
    );
  });

  it('goes on or stays, and never into a character', () => {
    fc.assert(
      fc.property(textWithOffsets(), fc.constantFrom<Edge>('start', 'end'), ({ text, start }, edge) => {
        const next = moveEdge(text, start as TextOffset, 'next', edge);
        const previous = moveEdge(text, start as TextOffset, 'previous', edge);
        expect(next).toBeGreaterThanOrEqual(start);
        expect(previous).toBeLessThanOrEqual(start);
        for (const place of [next, previous]) if (place !== start) expect(floorToGrapheme(text, place)).toBe(place);
      }),
    );
  });

  it('finds edges in the middle of 2 MB', () => {
    const text = 'word '.repeat(400_000);
    for (let k = 0; k < 500; k += 5) {
      const at = 1_000_000 + k;
      expect([moveEdge(text, at as TextOffset, 'next'), moveEdge(text, at as TextOffset, 'previous')]).toEqual([at + 4, at - 5]);
    }
  });
});

describe('snapEdge', () => {
  it.each<[string, Edge, string]>([
    ['He sa|id no', 'end', 'He said| no'],
    ['He sa|id no', 'start', 'He |said no'],
    ['He s|aid no', 'end', 'He| said no'],
    ['He sai|d no', 'start', 'He said |no'],
    ['He |said no', 'start', 'He |said no'],
    ['He said| no', 'end', 'He said| no'],
    ['|He said no', 'start', '|He said no'],
    ['He said no|', 'end', 'He said no|'],
    ['He said no|', 'start', 'He said |no'],
    ['|He said no', 'end', 'He| said no'],
    ['   |', 'end', '   |'],
    ['|', 'start', '|'],
  ])('%j: the %s snaps to %j', (from, edge, to) => {
    const { text, offset } = caret(from);
    expect(snapEdge(text, offset, edge)).toBe(caret(to).offset);
  });

  it('goes no further than to the nearer of the places on both sides', () => {
    fc.assert(
      fc.property(textWithOffsets(), fc.constantFrom<Edge>('start', 'end'), ({ text, start }, edge) => {
        const offset = start as TextOffset;
        const snapped = snapEdge(text, offset, edge);
        for (const direction of ['previous', 'next'] as const) {
          const place = moveEdge(text, offset, direction, edge);
          if (place !== offset) expect(Math.abs(snapped - offset)).toBeLessThanOrEqual(Math.abs(place - offset));
        }
      }),
      { numRuns: 300 },
    );
  });
});
