import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { changedPieces, changeText } from '@/lib/export/docx/changed-text';
import { showTurns } from '@/lib/export/docx/direction';
import { docxPieces } from '@/lib/export/docx/docx';
import { toSummary } from '@/lib/export/graph-picture';
import { ENGLISH } from '@/lib/frame/en/english';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { proposalsOf } from '@/lib/report/proposals';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { pseudoFrame } from '@/tests/factories/frames';
import { aModel, harbour } from '@/tests/factories/report';
import { exportedFile } from '@/tests/support/exported';
import { type XmlToken, xmlTokens } from '@/tests/support/xml-tokens';

async function partsOf(format: 'docx' | 'docx-checked', model: ReportModel): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await exportedFile(format, model));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

function tokensOf(parts: Readonly<Record<string, string>>, path: string): readonly XmlToken[] {
  return xmlTokens(parts[path] ?? '');
}

/** What each comment's range holds of the article, by its id: the numbers of claims and signs of notes are left out. */
function commentedTexts(tokens: readonly XmlToken[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open = new Set<string>();
  let inLink = false;
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (!inLink) for (const id of open) texts.set(id, `${texts.get(id) ?? ''}${token.text}`);
      continue;
    }
    const id = token.attributes['w:id'] ?? '';
    if (token.name === 'w:hyperlink') inLink = token.kind === 'open';
    if (token.name === 'w:commentRangeStart') open.add(id);
    if (token.name === 'w:commentRangeEnd') open.delete(id);
    if (token.name === 'w:br' || token.name === 'w:tab') for (const each of open) texts.set(each, `${texts.get(each) ?? ''} `);
  }
  return texts;
}

function commentHeads(tokens: readonly XmlToken[]): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  let id = '';
  for (const token of tokens) {
    if (token.kind === 'open' && token.name === 'w:comment') id = token.attributes['w:id'] ?? '';
    if (token.kind === 'text' && !heads.has(id) && token.text.trim() !== '') heads.set(id, token.text);
  }
  return heads;
}

/** As Word shows it, white space aside: a line break of the text may be the end of a paragraph. */
function shown(text: string): string {
  return showTurns(text)
    .replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
    .replace(/\s+/gu, '');
}

const MARKED = 'Head [1:one [2:two:1] three:2] [3:four:3] five [3:six [4:seven:4]:3].\nNext [5:eight\nnine:5].';

describe('the Word report', () => {
  test('has a comment on exactly the words of each part of each claim', async () => {
    const parts = await partsOf('docx', aModel(MARKED));
    const heads = commentHeads(tokensOf(parts, 'word/comments.xml'));
    const texts = commentedTexts(tokensOf(parts, 'word/document.xml'));
    const found = [...texts].map(([id, text]) => `${heads.get(id)}: ${text}`);
    expect(found.sort()).toEqual([
      '0\u00a01: one two',
      '0\u00a02: two three',
      '0\u00a03: four',
      '0\u00a03: six seven',
      '0\u00a04: seven',
      '0\u00a05: eightnine',
    ]);
    expect(parts['word/comments.xml']).toContain('part 2 of 2');
  });

  test('of any report is well-formed, has each comment on its words, no field of others and nothing to fetch', async () => {
    await fc.assert(
      fc.asyncProperty(reportInput(), async (input) => {
        const model = buildReport(input);
        const parts = await partsOf('docx', model);
        for (const [path, part] of Object.entries(parts)) {
          const tokens = xmlTokens(part);
          const tags = tokens.flatMap((token) => (token.kind === 'text' ? [] : token));
          expect(tags.filter(({ attributes }) => 'TargetMode' in attributes || 'r:link' in attributes)).toEqual([]);
          expect(tags.filter(({ name }) => name === 'w:instrText' || name === 'w:fldChar')).toEqual([]);
          const fields = tags.flatMap(({ attributes }) => attributes['w:instr'] ?? []);
          expect(fields, path).toEqual(path === 'word/footer1.xml' ? [' PAGE ', ' NUMPAGES '] : []);
        }
        const texts = [...commentedTexts(tokensOf(parts, 'word/document.xml')).values()].map(shown);
        const quotes = model.claims.flatMap(({ spans }) => spans.map(({ quote }) => shown(quote)));
        expect(texts.filter((text) => text !== '').sort()).toEqual(quotes.filter((quote) => quote !== '').sort());
      }),
      { numRuns: 60 },
    );
  });

  test('draws where the claims come from, says so to who does not see it, and has the same ways in a table', async () => {
    const model = buildReport(harbour({ kind: 'working_copy' }));
    const tokens = tokensOf(await partsOf('docx', model), 'word/document.xml');
    // After the composition bar, which is drawn first.
    const [, start = 0] = tokens.flatMap((token, at) => (token.kind === 'open' && token.name === 'w:drawing' ? [at] : []));
    const end = tokens.findIndex((token, at) => at > start && token.kind === 'close' && token.name === 'w:drawing');
    const named = (name: string, within: readonly XmlToken[] = tokens.slice(start, end)) =>
      within.flatMap((token) => ((token.kind === 'open' || token.kind === 'empty') && token.name === name ? [token.attributes] : []));
    const { layout, graph } = model.sourcing;
    expect(layout.ribbons.length).toBeGreaterThan(2);
    // One shape for each ribbon, a bar and a label for each node.
    expect(named('wps:wsp')).toHaveLength(layout.ribbons.length + 2 * layout.nodes.length);
    expect(named('a:custGeom')).toHaveLength(layout.ribbons.length);
    expect(named('a:prstDash')).toHaveLength(layout.ribbons.filter(({ stated, circular }) => stated === 'from_outside' || circular).length);
    expect(named('wp:docPr')).toMatchObject([{ descr: toSummary(model) }]);
    const [picture] = named('wp:extent');
    for (const { cx, cy } of named('a:ext')) {
      expect(Number(cx)).toBeLessThanOrEqual(Number(picture?.cx));
      expect(Number(cy)).toBeLessThanOrEqual(Number(picture?.cy));
    }
    expect(named('w:tblCaption', tokens).map((attributes) => attributes['w:val'])).toContain(ENGLISH.report.waysCaption);
    expect(graph.edges.length).toBeGreaterThan(0);
  });

  test('draws every picture under an id of its own, in a paragraph that runs from left to right whatever the frame', async () => {
    const model = buildReport({ ...harbour({ kind: 'working_copy' }), frame: pseudoFrame('hebrew') });
    const { 'word/document.xml': body = '' } = await partsOf('docx', model);
    const pictures = body.match(/<w:p>(?:(?!<\/w:pPr>).)*<\/w:pPr><w:r><mc:AlternateContent/gsu) ?? [];
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) expect(picture).toContain('<w:bidi w:val="0"/></w:pPr>');
    const ids = [...body.matchAll(/<(?:wp:docPr|wps:cNvPr) id="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('shows what turns the direction of text instead of obeying it, and replaces what XML cannot hold', async () => {
    const { 'word/document.xml': body = '' } = await partsOf('docx', aModel('A [1:pdf.\u202eexe\u0000\u000b\uffff:1] b'));
    expect(body).toContain('pdf.[U+202E]exe\ufffd\ufffd\ufffd');
    expect(body).not.toMatch(/\u202e/u);
  });

  test('turns paragraphs and words that run from right to left', async () => {
    const { 'word/document.xml': body = '' } = await partsOf('docx', aModel('Head\n[1:נמל חיפה:1] reopened\nThe port of חיפה'));
    expect(body).toMatch(/<w:pStyle w:val="ArticleText"\/><w:bidi\/>/u);
    expect(body).toMatch(/<w:rtl\/><\/w:rPr><w:t xml:space="preserve">חיפה</u);
  });

  test('holds a claim of a million letters', async () => {
    const parts = await partsOf('docx', aModel(`Head\n[1:${'long '.repeat(200_000)}end:1]`));
    const [text = ''] = commentedTexts(tokensOf(parts, 'word/document.xml')).values();
    expect(text).toHaveLength(1_000_003);
  });

  test('is written as it is asked for', () => {
    const pieces = docxPieces(buildReport(harbour()));
    expect(pieces.next().done).toBe(false);
    expect(pieces.return(undefined).done).toBe(true);
    expect(pieces.next().done).toBe(true);
  });
});

describe('the checked copy', () => {
  const correction = (words: string) => ({ finding: { ...aModel('[1:a:1]').claims[0]?.finding, correction: words } as never });

  test('has each correction of an approved claim as a tracked change by whom approved it, with the claim’s number beside it', async () => {
    const parts = await partsOf('docx-checked', aModel('H\nHe [1:flatly refused:1] and [2:left:2].', { 1: correction('did not answer') }));
    const { 'word/document.xml': body = '', 'word/comments.xml': comments = '' } = parts;
    expect(body).toMatch(
      /<w:del w:id="1" w:author="Cy Editor" w:date="2025-08-01T10:51:00Z"><w:r>.*?<w:delText xml:space="preserve">flatly refused<\/w:delText>/u,
    );
    expect(body).toMatch(
      /<w:ins w:id="2" w:author="Cy Editor" w:date="2025-08-01T10:51:00Z"><w:r>.*?<w:t xml:space="preserve">did not answer<\/w:t>/u,
    );
    expect(body).toContain('1 proposed correction in the text as tracked changes');
    expect(comments).toContain('>C1. <');
    expect(body).not.toContain('>C2<');
  });

  test('changes only the words that differ', () => {
    const model = aModel('H\nHe [1:flatly refused to leave the old\nport on Monday:1], he said.', {
      1: correction('refused to leave the port on Sunday'),
    });
    const body = [...changedPieces(changeText(model, proposalsOf(model)))].join('');
    const changes = [...body.matchAll(/<w:(del|ins) .*?<\/w:\1>/gu)].map(([change, kind]) => `${kind} ${change.replace(/<[^>]*>/gu, '')}`);
    expect(changes).toEqual(['del flatly ', 'del old', 'del Monday', 'ins Sunday']);
  });

  test('of any report reads as the article where its changes are refused, and as corrected where they are accepted', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c ', ' ', '\n', 'é', '👩‍👩‍👧', 'שלום', '\u200b', '.'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, words, words, (before, quote, after, instead) => {
        const text = [...before, '[1:x', ...quote, 'y:1]', ...after].join('');
        const model = aModel(text, { 1: correction(instead.join('')) });
        const proposals = proposalsOf(model);
        const body = [...changedPieces(changeText(model, proposals))].join('');
        const read = (without: 'del' | 'ins') => {
          const kept = body.replace(new RegExp(`<w:${without} .*?</w:${without}>`, 'gsu'), '').replace(/<[^>]*>/gu, '');
          return kept.replace(/[\s\u200b]+/gu, '');
        };
        const squeezed = (article: string) => article.replace(/[\s\u200b]+/gu, '');
        const { text: article } = model.revision;
        const [span] = model.claims[0]?.spans ?? [];
        expect(read('ins')).toBe(squeezed(article));
        const [proposal] = proposals;
        if (proposal === undefined || span === undefined) return;
        expect(read('del')).toBe(squeezed(article.slice(0, span.start) + proposal.correction + article.slice(span.end)));
      }),
    );
  });

  test('tracks the first of two that overlap and says so of the other, and none that stands in several places', async () => {
    const changes = { 1: correction('x'), 2: correction('y'), 3: correction('z') };
    const parts = await partsOf('docx-checked', aModel('H [1:one [2:two:1] three:2] [3:four:3] five [3:six:3].', changes));
    const { 'word/document.xml': body = '', 'word/comments.xml': comments = '' } = parts;
    expect(body.match(/<w:ins /gu)).toHaveLength(1);
    expect(comments).toContain('it overlaps with the proposal of C1');
    expect(comments.match(/the claim stands in several places/gu)).toHaveLength(2);
  });

  test('proposes nothing of claims that nobody approved, and says that there is nothing', async () => {
    const draft = { 1: { ...correction('x'), state: 'draft' as const } };
    const parts = await partsOf('docx-checked', aModel('H [1:one:1].', draft, { kind: 'working_copy' }));
    expect(parts['word/document.xml']).toContain('No correction is proposed in what this file was made from.');
    expect(parts['word/document.xml']).not.toMatch(/<w:(?:ins|del) /u);
  });

  test('of any report is well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(reportInput(), async (input) => {
        for (const part of Object.values(await partsOf('docx-checked', buildReport(input)))) xmlTokens(part);
      }),
      { numRuns: 40 },
    );
  });
});
