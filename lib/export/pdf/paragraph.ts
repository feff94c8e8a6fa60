import type { Steps } from '@/lib/kernel/pause';
import type { TextMark } from '@/lib/report/annotated-text';
import type { Face } from './fonts';
import type { Shape, Shaper } from './shape';

/** Words of one look. `marks` lie under them, outermost first; a `badge` is drawn in place of its text and never parts from what follows. */
export type Run = {
  readonly text: string;
  readonly face: Face;
  /** In points. */
  readonly size: number;
  readonly colour: Colour;
  readonly marks?: readonly Pick<TextMark, 'claim' | 'lane'>[];
  readonly link?: Link | null;
  /** Underlined in dashes: known from outside. */
  readonly dashed?: boolean;
  /** Struck through: to go. */
  readonly struck?: boolean;
  readonly badge?: Badge;
};

export type Colour = string;

/** Where a click leads: a place of this file, or an address of the web. `name` says it to those who do not see it. */
export type Link = { readonly to?: string; readonly url?: string; readonly name: string };

export type Badge = {
  readonly letter: string;
  readonly number: string;
  readonly key: string;
  readonly width: number;
  readonly place: string | null;
};

/** What is set without a gap: shapes from left to right, their width in points. */
export type Segment = {
  readonly run: Run;
  readonly text: string;
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly level: number;
  readonly space: boolean;
};

/** Segments in reading order, and where each begins, in points from the left edge. */
export type Line = {
  readonly segments: readonly Segment[];
  readonly xs: readonly number[];
  readonly width: number;
  readonly rightToLeft: boolean;
};

export type Bidi = {
  getEmbeddingLevels: (text: string) => { readonly levels: Uint8Array; readonly paragraphs: readonly { readonly level: number }[] };
};

/** Steps come in long texts only. */
export type Setter = (runs: readonly Run[], width: number) => Steps<readonly Line[]>;

/** Characters that can turn the order of a line: Hebrew, Arabic and their kin, and what forces that direction. */
const TURNING = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text holds what does not run from left to right, so that it has to be set. */
export function turns(text: string): boolean {
  return TURNING.test(text);
}

/** A word of one line's height: what is set of it whoever says it. */
type Word = { readonly text: string; readonly shapes: readonly Shape[]; readonly thousandths: number; readonly space: boolean };

/** Texts kept for the next time they come, as words. Reports repeat themselves; memory is bounded all the same. */
const KEPT_MAX = 4_000;
/** A text of so many UTF-16 units hardly comes again. */
const KEPT_LENGTH = 120;
/** Words and spaces set between two steps. */
const STEP = 2_000;
/** A word longer than any line is in parts from the start: shaped whole, one of half a megabyte would hold all its glyphs at once. */
const WORDS = /\n|[^\S\n\u00a0\u202f]+|[^\s]{1,200}|[\u00a0\u202f]+/gu;

/** Sets paragraphs in lines: greedy, by the Unicode bidirectional algorithm; line feeds break, words longer than a line are cut. */
export function createSetter(shaper: Shaper, bidi: Bidi): Setter {
  const kept = { regular: new Map(), bold: new Map(), italic: new Map() } satisfies Record<Face, Map<string, readonly (Word | 'break')[]>>;
  return function* (runs, width) {
    const text = runs.map((run) => run.text).join('');
    const turned = turns(text) ? bidi.getEmbeddingLevels(text) : null;
    const base = turned?.paragraphs[0]?.level ?? 0;
    const lines: Line[] = [];
    let line: Segment[] = [];
    let used = 0;
    const finish = () => {
      lines.push(toLine(line, base));
      [line, used] = [[], 0];
    };
    let group: Segment[] = [];
    let wide = 0;
    let count = 0;
    const place = () => {
      if (group.length === 0) return;
      if (used > 0 && used + wide > width) finish();
      for (const segment of wide > width ? group.flatMap((one) => cut(one, width)) : group) {
        if (used > 0 && used + segment.width > width + 0.01) finish();
        line.push(segment);
        used += segment.width;
      }
      [group, wide] = [[], 0];
    };
    for (const segment of toSegments(runs, turned?.levels ?? null)) {
      if (++count % STEP === 0) yield;
      if (segment === 'break') {
        place();
        finish();
      } else if (segment.space) {
        place();
        // At the beginning of a line only a paragraph's own indent stays.
        if (used > 0 || lines.length === 0) {
          line.push(segment);
          used += segment.width;
        }
      } else {
        group.push(segment);
        wide += segment.width;
      }
    }
    place();
    if (line.length > 0 || lines.length === 0) finish();
    return lines;
  };

  function* toSegments(runs: readonly Run[], levels: Uint8Array | null): Generator<Segment | 'break'> {
    let start = 0;
    for (const run of runs) {
      if (run.badge !== undefined) {
        yield { run, text: run.text, shapes: [], width: run.badge.width, level: levels?.[start] ?? 0, space: false };
        start += run.text.length;
      } else if (levels === null) {
        const words = run.text.length > KEPT_LENGTH ? splitWords(run.text, run.face) : wordsOf(run.text, run.face);
        for (const word of words) yield word === 'break' ? word : toSegment(run, word, 0);
      } else {
        for (const [word] of run.text.matchAll(WORDS)) {
          if (word === '\n') yield 'break';
          else yield* byLevel(run, word, levels, start);
          start += word.length;
        }
      }
    }
  }

  function* byLevel(run: Run, word: string, levels: Uint8Array, start: number): Generator<Segment> {
    let from = 0;
    for (let at = 1; at <= word.length; at++) {
      if (at < word.length && levels[start + at] === levels[start + from]) continue;
      yield shape(run, word.slice(from, at), levels[start + from] ?? 0);
      from = at;
    }
  }

  /** The words of a short text that runs from left to right. */
  function wordsOf(text: string, face: Face): readonly (Word | 'break')[] {
    const known = kept[face].get(text);
    if (known !== undefined) return known;
    const words = [...splitWords(text, face)];
    if (kept[face].size >= KEPT_MAX) kept[face].clear();
    kept[face].set(text, words);
    return words;
  }

  function* splitWords(text: string, face: Face): Generator<Word | 'break'> {
    for (const [word] of text.matchAll(WORDS)) yield word === '\n' ? 'break' : toWord(word, face, false);
  }

  function toWord(text: string, face: Face, rightToLeft: boolean): Word {
    const space = /^[^\S\u00a0\u202f]/u.test(text);
    const shapes = shaper(space ? ' '.repeat(Math.min(text.length, 4)) : text, face, rightToLeft);
    return { text, shapes, thousandths: shapes.reduce((sum, { width }) => sum + width, 0), space };
  }

  function toSegment(run: Run, { text, shapes, thousandths, space }: Word, level: number): Segment {
    return { run, text, shapes, width: thousandths * (run.size / 1000), level, space };
  }

  function shape(run: Run, word: string, level: number): Segment {
    return toSegment(run, toWord(word, run.face, level % 2 === 1), level);
  }

  /** A word longer than the line, in parts that fit. */
  function cut(segment: Segment, width: number): readonly Segment[] {
    if (segment.width <= width || segment.run.badge !== undefined) return [segment];
    const parts: Segment[] = [];
    const characters = [...segment.text];
    const step = Math.max(1, Math.floor((characters.length * width) / segment.width) - 1);
    for (let at = 0; at < characters.length; at += step) {
      parts.push(shape(segment.run, characters.slice(at, at + step).join(''), segment.level));
    }
    return parts.flatMap((part) => (part.width > width && part.text.length > 2 ? cut(part, width) : [part]));
  }
}

/** Where each segment stands: right-to-left runs are turned around, the deepest first (UAX #9, rule L2). */
function toLine(segments: readonly Segment[], base: number): Line {
  const last = segments.findLastIndex(({ space }) => !space);
  const held = segments.slice(0, last + 1);
  const order = held.map((_, index) => index);
  const deepest = held.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = deepest; level > 0; level--) {
    for (let at = 0; at < order.length; at++) {
      const from = at;
      while (at < order.length && (held[order[at] as number] as Segment).level >= level) at++;
      if (at - from > 1) order.splice(from, at - from, ...order.slice(from, at).reverse());
    }
  }
  const xs = new Array<number>(held.length);
  let x = 0;
  for (const index of order) {
    xs[index] = x;
    x += (held[index] as Segment).width;
  }
  return { segments: held, xs, width: x, rightToLeft: base % 2 === 1 };
}
