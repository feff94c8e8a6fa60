import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '@/lib/export/formats';
import { ENGLISH } from '@/lib/frame/en/english';
import type { Frame } from '@/lib/frame/frame';
import { changesBetween } from '@/lib/publication/changes';
import { embedPage, toEmbedWords } from '@/lib/publication/embed';
import { frameCode, labelFragment } from '@/lib/publication/embed-codes';
import { toLabelWords } from '@/lib/publication/label-words';
import { publishedPage, withAddress, withClosed, withLaterNotice } from '@/lib/publication/page';
import { toPublicModel } from '@/lib/publication/public-model';
import { buildReport, type ReportModel } from '@/lib/report/model';
import { redact } from '@/lib/report/redact';
import { WITHHELD } from '@/lib/report/withheld';
import { createTestDatabase } from '@/tests/factories/database';
import { inPseudo, pseudoFrame } from '@/tests/factories/frames';
import { harbour } from '@/tests/factories/report';
import { readSampleModel } from '@/tests/factories/sample';
import { exportedFile, exportedText } from '@/tests/support/exported';
import { POPPLER, POPPLER_FOUND, runPoppler, wordsOf } from '@/tests/support/poppler';
import { unpackedText } from '@/tests/support/unpacked';

const GREEK = pseudoFrame('greek');

// Read once: every test only writes it out.
let sample: ReportModel;
beforeAll(async () => {
  const { db, remove } = await createTestDatabase();
  sample = await readSampleModel(db);
  await remove();
});

/** Both kinds of file of the sample and of an article with all that a claim can have, and one from which something is kept back. */
function models(frame: Frame): readonly ReportModel[] {
  const approved = sample.claims.map((claim) => ({ ...claim, state: 'approved' as const }));
  const all = [
    sample,
    buildReport({ ...sample, kind: 'report', claims: approved }),
    buildReport(harbour({ kind: 'working_copy' })),
    buildReport(harbour({ kind: 'report', choices: { withheld: [], parts: ['label', 'text', 'sources'] } })),
  ].map((model) => inPseudo(model, frame));
  return [...all, ...all.slice(0, 1).map((model) => redact(model, WITHHELD))];
}

/** Of these what can be published. */
function reports(frame: Frame): readonly ReportModel[] {
  return models(frame)
    .filter(({ kind }) => kind === 'report')
    .map(toPublicModel);
}

/** What is in Latin letters in every language: the contract of the files, and signs. */
const CONTRACT = [
  /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gu, // ids
  /\b[\da-f]{12,64}\b/gu, // hashes
  /(?<!\p{L})C\d+/gu, // what a claim is called
  /(?<!\p{L})[RNDAU](?!\p{L})/gu, // the letter of a class
  /(?<!\p{L})Hear\n?say(?!\p{L})/gu, // the program
];

/** Latin letters that no frame and nobody wrote, with what stands around them. */
function leftIn(text: string): readonly string[] {
  const rest = CONTRACT.reduce((words, pattern) => words.replace(pattern, ' '), text);
  return [...new Set([...rest.matchAll(/.{0,24}[A-Za-z]+.{0,24}/gu)].map(([found]) => found.trim()))];
}

const attributes = (xml: string, names: string) => [...xml.matchAll(new RegExp(` (?:${names})="([^"]*)"`, 'gu'))].map(([, value]) => value);
const withoutTags = (xml: string) => xml.replace(/<(style|script)\b.*?<\/\1>/gsu, '').replace(/<[^>]+>/gu, '\n');
const entities = (text: string) => text.replace(/&(?:#\d+|quot|amp|lt|gt|apos);/gu, ' ');

/** What a reader sees or is told of a file: texts, and names that screen readers say. */
const READ: Partial<Record<ExportFormat, (model: ReportModel) => Promise<string>>> = {
  html: async (model) => readHtml(await exportedText('html', model)),
  md: async (model) => (await exportedText('md', model)).replace(/\(#claim-\d+\)|<a id="claim-\d+"><\/a>/gu, ''),
  docx: (model) => office('docx', model),
  'docx-checked': (model) => office('docx-checked', model),
  xlsx: async (model) => cells(await office('xlsx', model)),
  csv: async (model) => cells((await exportedText('csv', model)).replaceAll(/[",\r]+/gu, '\n')),
};

const readHtml = (page: string) => {
  const shared = [...page.matchAll(/<meta (?:name|property)="(?:description|og:title|og:description|og:image:alt)" content="([^"]*)"/gu)];
  return entities([withoutTags(page), ...attributes(page, 'aria-label|alt|title'), ...shared.map(([, said]) => said)].join('\n'));
};

const DAY = new Date('2026-03-01T12:00:00Z');
const HOME = 'https://desk.example.org';

/** What stands at the link and around it, of a report that was corrected twice, and of which an edition was closed. */
const AROUND: Readonly<Record<string, (model: ReportModel) => string>> = {
  page: (model) => {
    const fewer = buildReport({ ...model, claims: model.claims.slice(1), revision: { ...model.revision, sha256: 'c'.repeat(64) } });
    const changes = [...changesBetween(model, fewer), ...changesBetween(fewer, model), ...changesBetween(model, model)];
    const edition = { publishedAt: DAY, note: '', changes };
    const editions = [3, 2, 1].map((number) => ({ ...edition, number, sha256: `${number}`.repeat(64), closed: number === 1 }));
    const { frame } = model;
    const page = publishedPage(model, { slug: 's', label: toLabelWords(model), editions: editions.slice(1) });
    const told = withClosed(page, { slug: 's', frame, editions });
    const addressed = withAddress(told, { home: HOME, slug: 's', frame, card: true });
    return readHtml(withLaterNotice(addressed, { slug: 's', frame, publishedAt: DAY }));
  },
  'embedded page': (model) => readHtml(embedPage({ label: toLabelWords(model), url: HOME, publishedAt: DAY }, model.frame)),
  'embedded HTML': (model) => {
    const words = toEmbedWords({ label: toLabelWords(model), publishedAt: DAY }, model.frame);
    return readHtml(labelFragment(words, HOME) + frameCode(words, HOME));
  },
};

async function office(format: ExportFormat, model: ReportModel): Promise<string> {
  const decoder = new TextDecoder();
  const parts = Object.entries(unzipSync(await exportedFile(format, model)));
  const texts = parts.flatMap(([path, part]) => {
    if (!/^(?:word|xl|docProps)\/.*\.xml$/u.test(path) || /styles|settings|numbering|app\.xml|workbook/u.test(path)) return [];
    const xml = decoder.decode(part);
    const said = [...xml.matchAll(/<(?:w:t|w:delText|t|dc:subject|dc:title)(?: [^>]*)?>([^<]*)</gu)].map(([, text]) => text);
    const captions = [...xml.matchAll(/w:tblCaption w:val="([^"]*)"/gu)].map(([, name]) => name);
    return [...said, ...captions, ...attributes(xml, 'descr')];
  });
  return entities(texts.join('\n'));
}

/** Names that programs read, of columns and of values, are a cell of their own: `source_type`, `named_person; author`. */
function cells(text: string): string {
  return text
    .split('\n')
    .filter((cell) => !/^[a-z]+(?:_[a-z0-9]+)*(?:; [a-z]+(?:_[a-z0-9]+)*)*$/u.test(cell.trim()))
    .filter((cell) => !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(cell.trim()))
    .join('\n');
}

describe('a report in another language', () => {
  it.each(Object.keys(READ) as ExportFormat[])('has no English word in %s', async (format) => {
    for (const model of models(GREEK)) expect(leftIn((await READ[format]?.(model)) ?? '')).toEqual([]);
  });

  it.each(Object.keys(READ) as ExportFormat[])('would be found out where %s had words of its own', async (format) => {
    const [model] = models({ ...GREEK, layout: ENGLISH.layout, attribution: ENGLISH.attribution });
    if (model === undefined) throw new Error('There is a model.');
    expect(leftIn((await READ[format]?.(model)) ?? '').length).toBeGreaterThan(0);
  });

  it.each(Object.keys(AROUND))('has no English word in its published %s', (name) => {
    for (const model of reports(GREEK)) expect(leftIn(AROUND[name]?.(model) ?? '')).toEqual([]);
  });

  it.each(Object.keys(AROUND))('would be found out where its published %s had words of its own', (name) => {
    const [model] = reports({ ...GREEK, published: ENGLISH.published });
    if (model === undefined) throw new Error('There is a model.');
    expect(leftIn(AROUND[name]?.(model) ?? '').length).toBeGreaterThan(0);
  });

  it('says its language where it is embedded', () => {
    const [model] = reports(pseudoFrame('hebrew'));
    if (model === undefined) throw new Error('There is a model.');
    const label = toLabelWords(model);
    expect(label.language).toBe('he');
    expect(embedPage({ label, url: HOME, publishedAt: DAY }, model.frame)).toContain('<html lang="he" dir="rtl">');
    const words = toEmbedWords({ label, publishedAt: DAY }, model.frame);
    expect(labelFragment(words, HOME)).toContain('<aside class="hearsay-label" lang="he" dir="rtl"');
  });

  it('gives programs the same sentences as in English', async () => {
    const other = buildReport({ ...sample, frame: GREEK });
    for (const format of ['json', 'jsonld', 'claimreview'] as const) {
      expect(await exportedText(format, other)).toBe(await exportedText(format, sample));
    }
  });

  it('says its language, and leaves that of the article open', async () => {
    const [model] = models(pseudoFrame('hebrew'));
    if (model === undefined) throw new Error('There is a model.');
    const html = await exportedText('html', model);
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(html).toContain('<cite lang="" dir="auto">');
    const word = await exportedText('docx', model);
    expect(word).toContain('<w:lang w:val="he-IL" w:eastAsia="he-IL" w:bidi="he-IL"/>');
    expect(word).toContain('<w:bidi/></w:sectPr>');
    expect(word).toMatch(/w:styleId="Normal">(?:(?!<\/w:style>).)*<w:bidi\/>/u);
    expect(word).toMatch(/w:styleId="ArticleText">(?:(?!<\/w:style>).)*<w:bidi w:val="0"\/>/u);
    expect(word).toContain('<dc:language>he-IL</dc:language>');
    expect(unpackedText(await exportedFile('pdf', model)).includes('/Lang (he)')).toBe(true);
  });
});

describe.skipIf(!POPPLER_FOUND)(`a report in another language, as PDF read by ${POPPLER}`, () => {
  it('has no English word', async () => {
    for (const model of models(GREEK)) {
      const text = wordsOf(runPoppler('pdftotext', ['-raw'], await exportedFile('pdf', model)));
      expect(leftIn(text)).toEqual([]);
    }
  });

  it('shows terms and names of classes whole that are longer than their column', async () => {
    const longer = (words: string) => `${words} ${'ω'.repeat(6)} ${'ψ'.repeat(6)}`;
    const { layout, report, attribution } = GREEK;
    const frame: Frame = {
      ...GREEK,
      layout: { ...layout, terms: { ...layout.terms, made: longer('Α') } },
      report: { ...report, head: { ...report.head, outlet: longer('Β') } },
      attribution: { ...attribution, classes: { ...attribution.classes, relay: longer('Γ') } },
    };
    const [model] = models(frame);
    if (model === undefined) throw new Error('There is a model.');
    const text = wordsOf(runPoppler('pdftotext', ['-raw'], await exportedFile('pdf', model)));
    expect(['Α', 'Β', 'Γ'].filter((letter) => !text.includes(longer(letter)))).toEqual([]);
  });

  it('would be found out where it had words of its own', async () => {
    const [model] = models({ ...GREEK, layout: ENGLISH.layout });
    if (model === undefined) throw new Error('There is a model.');
    expect(leftIn(wordsOf(runPoppler('pdftotext', ['-raw'], await exportedFile('pdf', model)))).length).toBeGreaterThan(0);
  });
});
