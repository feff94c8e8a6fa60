import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBlocks } from '@/lib/anchoring/blocks';
import { buildReport } from '@/lib/report/model';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, aSource, harbour, SECRET } from '@/tests/factories/report';
import { toHtml } from '@/tests/support/exported';

/** Elements and attributes of the report. Anything else came from a text that was not escaped. */
const ELEMENTS = new Set(
  'html head meta title style body div header main footer section aside nav del ins h1 h2 h3 p span small cite b i em bdi a mark br time ol ul li dl dt dd blockquote table caption thead tbody tr th td svg g path rect text figure figcaption'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang dir charset http-equiv content name class id href style scope datetime data-c data-lane aria-hidden aria-label aria-labelledby aria-details role tabindex rel viewBox width height d x y text-anchor direction'.split(
    ' ',
  ),
);

type Token =
  | { readonly tag: string; readonly closing: boolean; readonly attributes: ReadonlyMap<string, string> }
  | { readonly text: string };

/** The report as tags and text. As strict as the writer: every value in double quotes, no bare `<` or `>`. */
function tokenize(page: string): readonly Token[] {
  return page.split(/(<[^>]*>)/u).map((part): Token => {
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-zB-]+(?:="[^"<>]*")?)*)>$/u.exec(part);
    if (tag === null) return { text: part };
    const attributes = [...(tag[3] ?? '').matchAll(/ ([a-zB-]+)(?:="([^"]*)")?/gu)].map(
      (match) => [match[1] ?? '', match[2] ?? ''] as const,
    );
    return { tag: tag[2] ?? '', closing: tag[1] === '/', attributes: new Map(attributes) };
  });
}

/** Whether a token is one the report writes itself; text is, unless it could be read as a tag. */
function isOwn(token: Token): boolean {
  if ('text' in token) return !/[<>]/u.test(token.text);
  const href = token.attributes.get('href');
  return (
    ELEMENTS.has(token.tag) &&
    [...token.attributes.keys()].every((name) => ATTRIBUTES.has(name)) &&
    (href === undefined || /^#[a-z0-9-]+$/u.test(href) || isAway(token.attributes))
  );
}

/** A link to evidence: to a web address, and without telling it where it was clicked. */
function isAway(attributes: ReadonlyMap<string, string>): boolean {
  return /^https?:\/\/[^"<>]*$/iu.test(attributes.get('href') ?? '') && attributes.get('rel') === 'noopener noreferrer';
}

function decode(text: string): string {
  const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#13;': '\r' };
  return text.replace(/&[^;]+;/gu, (reference) => characters[reference] ?? reference);
}

/** What stands in the text column, block by block, without badges and words for screen readers. */
function blocksOf(page: string): readonly string[] {
  const rows = [...page.matchAll(/<div class="row"><(h3|p)[^>]*>(.*?)<\/\1>/gsu)].map((match) => match[2] ?? '');
  return rows.map((row) =>
    decode(
      row
        .replace(/<a class="tag".*?<\/a>/gsu, '')
        .replace(/<span class="vh">.*?<\/span>/gsu, '')
        .replace(/<[^>]*>/gu, ''),
    ),
  );
}

/** The marks of a text as tags with the claim's number, `low` where its line is in the second lane. */
function shapeOf(marked: string): string {
  const rows = [...toHtml(aModel(marked)).matchAll(/<div class="row"><(h3|p)[^>]*>(.*?)<\/\1>/gsu)].map((match) => match[2] ?? '');
  return rows
    .join('\n')
    .replace(/<a class="tag".*?<\/a>|<span class="vh">.*?<\/span>|<\/?span[^>]*>/gsu, '')
    .replace(
      /<mark data-c="z"( data-lane="1")? aria-details="claim-(\d+)">/gu,
      (_, low: string | undefined, number: string) => `<${number}${low ? ' low' : ''}>`,
    )
    .replaceAll('</mark>', '</>');
}

const HARBOUR = toHtml(buildReport(harbour({ kind: 'working_copy' })));

describe('the report as a file', () => {
  test('forbids itself scripts and requests, and has none', () => {
    expect(HARBOUR).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    );
    expect(HARBOUR).not.toMatch(/<(?:script|link|img|iframe|image|use|foreignObject|object|embed|base|form)|url\(|@import|\son[a-z]+=/iu);
  });

  test('leads nowhere but to itself and to evidence, and every place of its own that it leads to is there once', () => {
    const all = tokenize(HARBOUR).flatMap((token) => ('tag' in token ? [token.attributes] : []));
    const tokens = all.filter((attributes) => !isAway(attributes));
    expect(all.filter(isAway).map((attributes) => attributes.get('href'))).toEqual(['https://example.org/minutes?a=1&amp;b=2']);
    const ids = tokens.flatMap((attributes) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const hrefs = tokens.flatMap((attributes) => attributes.get('href') ?? []);
    expect(hrefs.length).toBeGreaterThan(50);
    for (const href of hrefs) expect(ids).toContain(href.replace(/^#/u, ''));
    for (const details of tokens.flatMap((attributes) => attributes.get('aria-details') ?? [])) expect(ids).toContain(details);
  });

  test('leads from each claim in the text to its entry and back', () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      expect(HARBOUR).toMatch(new RegExp(`<a class="tag"[^>]* id="text-${number}" href="#claim-${number}"`, 'u'));
      expect(HARBOUR).toMatch(new RegExp(`<li id="claim-${number}">.*?href="#text-${number}"`, 'su'));
    }
    expect(HARBOUR).toContain('id="text-7-2" href="#claim-7"');
  });

  test('says which states a working copy holds, and that a report holds approved claims', () => {
    expect(HARBOUR).toContain(
      'This working copy holds claims in these states: draft, submitted, returned, approved, rejected and reopened.',
    );
    const report = toHtml(buildReport(harbour()));
    expect(report).not.toContain('Not a report');
    expect(report).not.toContain('Leaked memo');
  });
});

describe('the text', () => {
  test('nests marks where claims nest, the outer line in the second lane', () => {
    expect(shapeOf('The [1:mayor [2:said:2] no:1].')).toBe('The <1 low>mayor <2>said</> no</>.');
  });

  test('cuts the inner mark where claims overlap, so that the shared words lie in both', () => {
    expect(shapeOf('The [1:mayor [2:said:1] no:2].')).toBe('The <1 low>mayor <2>said</></><2> no</>.');
  });

  test('opens a claim that runs on again in the next paragraph', () => {
    expect(shapeOf('The [1:mayor\nsaid:1] no.')).toBe('The <1>mayor</>\n<1>said</> no.');
  });

  test('loses and adds no character, whatever the text', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const model = buildReport({ ...input, kind: 'working_copy', statuses: ['draft', 'approved', 'returned'] });
        const { text } = model.revision;
        // What HTML cannot hold is replaced, one character for one.
        const holdable = (line: string) => line.replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '\ufffd');
        expect(blocksOf(toHtml(model))).toEqual(toBlocks(text).map(({ start, end }) => holdable(text.slice(start, end))));
      }),
    );
  });

  test('keeps white space that a browser would collapse, and only there', () => {
    const page = toHtml(aModel('One  two\nthree four'));
    expect(page).toContain('<h3 class="kept" lang="" dir="auto">One  two</h3>');
    expect(page).toContain('<p lang="" dir="auto">three four</p>');
  });
});

describe('hostile text', () => {
  test('stays text: the report has no element and no attribute but its own', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const hostile = input.claims.map((claim) => ({ ...claim, createdBy: { ...claim.createdBy, name: claim.note } }));
        const page = toHtml(buildReport({ ...input, claims: hostile, desk: { ...input.desk, name: input.article.title } }));
        const tokens = tokenize(page.replace(/^<!doctype html>\n/u, '').replace(/<style>.*?<\/style>/gsu, ''));
        expect(tokens.filter((token) => !isOwn(token))).toEqual([]);
      }),
    );
  });

  test('in every place a person can write to is shown as it was written', () => {
    const evil = `</style></title><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
    const page = toHtml(
      buildReport({
        ...harbour(),
        article: { ...harbour().article, title: evil, outlet: evil },
        desk: { ...harbour().desk, name: evil },
        generator: { name: evil, version: '1' },
        claims: harbour().claims.map((claim) => ({
          ...claim,
          note: evil,
          finding: { ...claim.finding, correction: evil, question: evil },
          source: claim.source && aSource(9, evil, 'person'),
          createdBy: { ...claim.createdBy, name: evil },
        })),
      }),
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.match(/<\/style>/gu)).toHaveLength(3);
    expect(page.match(/&lt;script&gt;/gu)?.length).toBeGreaterThan(12);
  });
});

describe('the figures', () => {
  test('are those of the label, which rejected claims are not in', () => {
    expect(HARBOUR).toContain('9 claims in 66 words');
    expect(HARBOUR).toMatch(/Anonymous<\/a><\/th><td>.*?<\/td><td>3<\/td><td>33%<\/td>/u);
    expect(HARBOUR).toContain('Rejected (not counted above)');
    expect(HARBOUR).toContain('<h1><span>Six attributions.</span> <span>At most five origins.</span></h1>');
  });

  test('of no claims are dashes, and nothing is divided by nothing', () => {
    const page = toHtml(aModel('Nothing to see'));
    expect(page).toContain('No approved claims yet.');
    expect(page).toContain('<td>0</td><td>–</td>');
    expect(page).not.toContain('NaN');
  });

  test('of one claim are said in the singular', () => {
    const page = toHtml(aModel('[1:One:1]'));
    expect(page).toContain('<span>One claim.</span> <span>No origin.</span>');
  });

  test('of rejected claims alone are none, and it is said why', () => {
    const input = harbour({ kind: 'working_copy', statuses: ['rejected'] });
    expect(toHtml(buildReport(input))).toContain('Every claim here was rejected by an editor.');
  });

  test('lead to the claims that they count', () => {
    const [, href] = /<a href="#(figure-\d+-relay)">3 of its 9 claims<\/a>/u.exec(HARBOUR) ?? [];
    expect(HARBOUR).toMatch(new RegExp(`<div id="${href}">.*?3 of its 9 claims: <span class="nums num"><a href="#claim-2">2</a>`, 'su'));
  });
});

describe('the sourcing', () => {
  const report = toHtml(buildReport(harbour()));
  const wordsOf = (page: string) => decode(page.replace(/<style>.*?<\/style>/gsu, '').replace(/<[^>]*>/gu, ''));

  test('gives each chain in words, what is known from outside underlined', () => {
    expect(wordsOf(report)).toContain('article ← Evening Post (known from outside, taken on trust) ← two officials');
    expect(report).toContain('<bdi lang="" class="out">Evening Post</bdi>');
  });

  test('gives the reasons of origins, and only of those that the claims held lean on', () => {
    expect(wordsOf(report)).toContain('One origin because: The officials spoke to the | Post.');
    expect(report).not.toContain('It was written before the strike.');
    expect(wordsOf(HARBOUR)).toContain('Independent because: It was written before the strike.');
  });

  test('draws contradictions beside each other, and says who contradicts whom and what divides them', () => {
    expect(report).toMatch(
      /aria-label="C2 \([^"]*reopened after nine days”\) contradicts C5 \([^"]*had given in, and that talks”\)\. What divides them: It cannot be over/u,
    );
    expect(wordsOf(report)).toMatch(/N\s*2\s*contradicts\s*A\s*5/u);
    expect(wordsOf(report)).toContain('It cannot be over and go on.');
  });

  test('says of a claim that is not in the report only that there is one', () => {
    expect(wordsOf(report)).toContain('Contradicts a claim not in this report');
    expect(wordsOf(report)).toContain('1 claim (C5) does not fit with a claim not in this report, which is not shown.');
    expect(report).not.toContain(SECRET);
    expect(HARBOUR).toContain(SECRET);
  });

  test('leaves out flags that a person dismissed', () => {
    expect(wordsOf(report)).not.toContain('A headline.');
    expect(wordsOf(report)).toContain('Loaded language: “given in”');
  });

  test('links evidence on the web and nothing else', () => {
    expect(report).not.toMatch(/href="javascript/iu);
    expect(wordsOf(report)).toContain('javascript:alert(1)');
  });

  test('draws every step of the claims and has each in the table as well', () => {
    const model = buildReport(harbour());
    const { graph, layout } = model.sourcing;
    expect(report.match(/<path class="lk/gu)).toHaveLength(layout.ribbons.length);
    const table = /<table class="ways">.*?<\/table>/su.exec(report)?.[0] ?? '';
    expect(table.match(/<tr>/gu)).toHaveLength(graph.edges.length + 1);
  });

  test('keeps a name of 300 characters whole in the table and cut in the picture', () => {
    const name = 'Ministry '.repeat(33).trim();
    const page = toHtml(aModel('[1:one:1]', { 1: { sourceType: 'named_organization', source: aSource(1, name, 'organization') } }));
    const svg = /<svg class="flow".*?<\/svg>/su.exec(page)?.[0] ?? '';
    expect(/<text[^>]*>(.*?)<\/text>/u.exec(svg.slice(svg.indexOf('Ministry')))?.[1]?.length ?? 999).toBeLessThan(120);
    expect(page.replace(/<svg class="flow".*?<\/svg>/su, '')).toContain(name);
  });
});
