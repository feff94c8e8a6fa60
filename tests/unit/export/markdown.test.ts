import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeEdges, escapeInline, escapeLines, escapeWithin } from '@/lib/export/markdown-escape';
import { buildReport } from '@/lib/report/model';
import { hostileText, reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, aSource, harbour, SECRET } from '@/tests/factories/report';
import { toMarkdown } from '@/tests/support/exported';

/** What a reader makes of escaped text (CommonMark 2.4 and 2.5): backslash escapes and numeric references undone. */
function read(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|&#(\d+);/gu,
    (_, literal: string | undefined, code: string | undefined) => literal ?? String.fromCodePoint(Number(code)),
  );
}

/** The same with every escaped character made a letter: what a parser may still find markup in. */
function active(markdown: string): string {
  return markdown.replace(/\\[!-/:-@[-`{-~]|&#\d+;/gu, 'x');
}

const readable = (text: string) => text.replace(/(?!\t)\p{Cc}/gu, '\ufffd');

describe('escapeInline', () => {
  test.each([
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['[a](b) ![c](d) <b>', '\\[a\\](b) \\!\\[c\\](d) \\<b\\>'],
    ['# head', '\\# head'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['2) item', '2\\) item'],
    ['=== and - in the middle', '\\=== and - in the middle'],
    ['    code', '&#32;&#32;&#32;&#32;code'],
    ['a | b', 'a \\| b'],
    ['&amp; https://a.b www.a.b', '\\&amp; https\\://a.b www\\.a.b'],
    ['two\nlines', 'two lines'],
  ])('writes %j so that it is read as it stands', (text, markdown) => {
    expect(escapeInline(text)).toBe(markdown);
  });

  test('leaves prose alone', () => {
    const prose = 'Putin, “according to sources” (he said): it’s 50%; no/yes? A-B.';
    expect(escapeInline(prose)).toBe(prose);
  });

  test('is read as the same line, and leaves no character that begins markup', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const markdown = escapeInline(text);
        expect(read(markdown)).toBe(readable(text.split(/\r\n?|\n/u).join(' ')));
        expect(active(markdown)).not.toMatch(/[\\`*_{}[\]<>#|~$^&!]|:\/\/|^[ \t]|[ \t]$/u);
        expect(markdown).not.toMatch(/^(?:[-+=:]|\d+[.)]|[ \t])/u);
        expect(markdown).not.toMatch(/[\r\n]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('escapeLines', () => {
  test('makes a line break a hard one and an empty line a new paragraph', () => {
    expect(escapeLines('a\nb\n\nc')).toBe('a\\\nb\n\nc');
  });

  test('begins every line with the prefix', () => {
    expect(escapeLines('a\n\n- b', '> ')).toBe('> a\n>\n> \\- b');
  });

  test('is safe in every line', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        for (const line of escapeLines(text).split('\n')) {
          expect(line).not.toMatch(/^(?:[-+=:#>|]|\d+[.)]|[ \t])/u);
          expect(active(line).replace(/\\$/u, '')).not.toMatch(/[\\`*_{}[\]<>#|~$^&!]/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('escapeEdges looks at the line alone, not at its parts', () => {
  expect(escapeEdges(escapeWithin('- a') + escapeWithin('- b'))).toBe('\\- a- b');
});

describe('toMarkdown', () => {
  test('puts each claim in brackets with its number, its letter and a link to its entry', () => {
    const markdown = toMarkdown(
      aModel('The [1:mayor [2:said:1] no:2].', { 2: { sourceType: 'anonymous_source', source: aSource(1, 'sources', 'unnamed') } }),
    );
    expect(markdown).toContain('### The \\[¹mayor \\[²said\\] [0 1](#claim-1) no\\] [A 2](#claim-2).');
    expect(markdown).toContain('### Claim 2');
  });

  test('says that a working copy is not a report', () => {
    expect(toMarkdown(buildReport(harbour({ kind: 'working_copy', statuses: ['draft'] })))).toContain(
      '**Not a report.** This working copy holds claims in these states: draft.',
    );
    expect(toMarkdown(buildReport(harbour()))).not.toContain('Not a report');
  });

  test('has only its own headings and links, whatever the text', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const model = buildReport(input);
        const lines = toMarkdown(model).split('\n');
        const headings = lines.filter((line) => /^#{1,6} /u.test(line));
        const titles = model.revision.text.split('\n').some((line) => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(line)) ? 1 : 0;
        const { proposals, unattributed, numbers, questions } = model.contents;
        const filled = [proposals, Object.values(unattributed).flat(), numbers, questions].filter(({ length }) => length > 0).length;
        expect(headings).toHaveLength(9 + titles + model.claims.length + filled);
        const links = [...lines.join('\n').matchAll(/(?<!\\)\]\(([^)]*)\)/gu)].map((match) => match[1]);
        for (const link of links) expect(link).toMatch(/^#claim-\d+$/u);
        expect(lines.filter((line) => /^\s*(?:```|~~~|<)/u.test(line))).toEqual([]);
      }),
    );
  });

  test('gives the label, the chains and the origins in words', () => {
    const markdown = toMarkdown(buildReport(harbour({ kind: 'working_copy' })));
    expect(markdown).toContain('**Six attributions. At most five origins.**');
    expect(markdown).toContain('| A | Anonymous | 3 | 33% | ████████████████████ |');
    expect(markdown).toContain('- Chain: article ← Evening Post (known from outside, taken on trust) ← two officials');
    expect(markdown).toContain('- One origin because: The officials spoke to the \\| Post.');
    expect(markdown).toContain('- Contradicts [N 2](#claim-2): It cannot be over and go on.');
  });

  test('says of a claim that is not in the report only that there is one', () => {
    const markdown = toMarkdown(buildReport(harbour()));
    expect(markdown).toContain('- Contradicts a claim not in this report');
    expect(markdown).not.toContain(SECRET);
  });
});
