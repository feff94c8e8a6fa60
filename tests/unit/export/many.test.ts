import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Many, manyArchivePieces } from '@/lib/export/many/archive';
import { MANY_FOLDER } from '@/lib/export/many/names';
import { manyTablePieces, tooManyRows } from '@/lib/export/many/table';
import { leftOutWords, partWanted, type Wanted } from '@/lib/export/many/wanted';
import { withoutPause } from '@/lib/kernel/pause';
import { WHOLE } from '@/lib/report/choices';
import type { ReportModel } from '@/lib/report/model';
import { NO_CLAIMS } from '@/lib/review/progress';
import { aModel, anArticle, at, DESK, idOf } from '@/tests/factories/report';
import { exportedFile, gatherPieces, toCsv } from '@/tests/support/exported';
import { xmlTokens } from '@/tests/support/xml-tokens';

const TITLES = ['Harbour', '=Harbour', 'Harbour'];

function wanted(number: number, changes: Partial<Wanted> = {}): Wanted {
  const title = TITLES[number - 1] ?? `Article ${number}`;
  return { id: idOf('article', number), title, topic: '', counts: { ...NO_CLAIMS, approved: 2 }, blind: false, ...changes };
}

/** An article of two claims; all are about the same text. */
function modelOf({ id, title }: Wanted): ReportModel {
  const model = aModel('Head [1:one:1] and [2:two; =1:2]', {}, { article: anArticle(title) });
  return { ...model, article: { ...model.article, id }, claims: model.claims.map((claim) => ({ ...claim, articleId: id })) };
}

function many(format: Many['choice']['format'], held: readonly Wanted[], leftOut: Many['leftOut'] = []): Many {
  const choice = { format, claims: { kind: 'report' }, choices: WHOLE } as const;
  return { held, leftOut, late: [], choice, desk: DESK, generatedAt: at(600), generator: { name: 'Hearsay', version: '0.1.0' } };
}

const HELD = [wanted(1), wanted(2), wanted(3)];
const read = async (article: Wanted) => ({ model: modelOf(article), address: null });

describe('what an export of many articles holds', () => {
  const articles = [
    wanted(1),
    wanted(2, { blind: true }),
    wanted(3, { counts: { ...NO_CLAIMS, draft: 1 } }),
    wanted(4, { counts: NO_CLAIMS }),
  ];

  test('is what has an approved claim and is not checked blind', () => {
    const { held, leftOut } = partWanted(articles, { kind: 'report' });
    expect(held.map(({ id }) => id)).toEqual([idOf('article', 1)]);
    expect(leftOut.map(({ why }) => why)).toEqual(['blind', 'unapproved', 'unapproved']);
    expect(leftOutWords(leftOut)).toBe(
      '3 articles are left out: 1 being checked blind (“=Harbour”); 2 without an approved claim (“Harbour”, “Article 4”).',
    );
  });

  test('is of a working copy what has claims in the states asked for', () => {
    const { held, leftOut } = partWanted(articles, { kind: 'working_copy', states: ['draft'] }, { evenBlind: true });
    expect(held.map(({ id }) => id)).toEqual([idOf('article', 3)]);
    expect(leftOut.map(({ why }) => why)).toEqual(['empty', 'empty', 'empty']);
  });

  test('names no more of what is left out than a sentence can hold', () => {
    const leftOut = Array.from({ length: 9 }, (_, at) => ({ id: `${at}`, title: `T${at}`, why: 'unapproved' as const }));
    expect(leftOutWords(leftOut)).toBe('9 articles are left out: 9 without an approved claim (“T0”, “T1”, “T2”, “T3”, “T4” and 4 more).');
    expect(leftOutWords(leftOut.slice(0, 1))).toBe('1 article is left out: 1 without an approved claim (“T0”).');
    expect(leftOutWords([])).toBe('');
  });
});

describe('one archive of many articles', () => {
  test('has the file of each as it is exported alone, under a name of its own, and lists them with what was left out', async () => {
    const leftOut = [{ id: idOf('article', 9), title: 'Other', why: 'blind' as const }];
    const files = unzipSync(await gatherPieces(manyArchivePieces(many('csv', HELD, leftOut), read, withoutPause)));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array)) as { files: { name: string; sha256: string }[] };
    expect(manifest).toMatchObject({ format: 'hearsay-collection', version: 1, kind: 'report', leftOut });
    expect(Object.keys(files)).toHaveLength(4);
    for (const [at, { name, sha256, ...entry }] of manifest.files.entries()) {
      const article = HELD[at] as Wanted;
      expect(name.startsWith(`${MANY_FOLDER}/`)).toBe(true);
      expect(entry).toMatchObject({ article: { id: article.id, title: article.title }, claims: 2, format: 'csv' });
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[name])).toBe(toCsv(modelOf(article)));
      expect(
        createHash('sha256')
          .update(files[name] as Uint8Array)
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  test('reads an article when its turn comes and not before, so that leaving it stops the work', async () => {
    const asked: string[] = [];
    const slow = async (article: Wanted) => {
      asked.push(article.id);
      return read(article);
    };
    for await (const _ of manyArchivePieces(many('pdf', HELD), slow, withoutPause)) break;
    expect(asked).toEqual([idOf('article', 1)]);
  });

  test('goes on where an article is not there any more', async () => {
    const held = many('md', HELD);
    const gone = async (article: Wanted) => {
      if (article.id !== idOf('article', 2)) return read(article);
      held.late.push({ id: article.id, title: article.title, why: 'failed' });
      return null;
    };
    const files = unzipSync(await gatherPieces(manyArchivePieces(held, gone, withoutPause)));
    expect(Object.keys(files).filter((name) => name.endsWith('.md'))).toHaveLength(2);
    expect(JSON.parse(strFromU8(files['manifest.json'] as Uint8Array))).toMatchObject({ leftOut: held.late });
    expect(leftOutWords(held.late)).toMatch(/^1 article is left out: 1 that could not be read \(/u);
  });
});

describe('one table of many articles', () => {
  test('has one header and the rows of each article as they are alone', async () => {
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await gatherPieces(manyTablePieces('csv', many('csv', HELD), read, withoutPause)),
    );
    const alone = HELD.map((article) => toCsv(modelOf(article)));
    const [head = ''] = (alone[0] ?? '').split('\r\n');
    expect(csv).toBe(`${head}\r\n${alone.map((file) => file.slice(head.length + 2)).join('')}`);
    const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(rows.map(({ article_id }) => article_id)).toEqual(HELD.flatMap(({ id }) => [id, id]));
  });

  test('is a workbook whose sheets say what it holds and what was left out', async () => {
    const leftOut = [{ id: idOf('article', 9), title: 'Other', why: 'unapproved' as const }];
    const files = unzipSync(await gatherPieces(manyTablePieces('xlsx', many('xlsx', HELD, leftOut), read, withoutPause)));
    const alone = unzipSync(await exportedFile('xlsx', modelOf(wanted(1))));
    const parts = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
    for (const part of Object.values(parts)) xmlTokens(part);
    const claims = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(claims.match(/<row /gu)).toHaveLength(7);
    expect(claims).toContain('<autoFilter ref="A1:AX7"/>'.replace('AX', /autoFilter ref="A1:([A-Z]+)/u.exec(claims)?.[1] ?? ''));
    // The first article's rows are those it has alone.
    const rowsOf = (sheet: string) => sheet.match(/<row r="[23]".*?<\/row>/gsu)?.join('');
    expect(rowsOf(claims)).toBe(rowsOf(strFromU8(alone['xl/worksheets/sheet1.xml'] as Uint8Array)));
    expect(parts['xl/worksheets/sheet2.xml']).toContain('without an approved claim');
    expect(parts['xl/workbook.xml']).toMatch(/Claims!\$A\$1:\$[A-Z]+\$7</u);
  });

  test('says of each article what was read of it, so that nothing withheld stands beside its claims', async () => {
    const held = HELD.map((article) => ({ ...article, topic: 'The desk calls it Plumtree', counts: { ...NO_CLAIMS, approved: 9 } }));
    const withheld = async (article: Wanted) => {
      if (article.id === idOf('article', 3)) return null;
      const model = modelOf(article);
      return { model: { ...model, article: { ...model.article, topic: 'Source 1' } }, address: null };
    };
    const files = unzipSync(await gatherPieces(manyTablePieces('xlsx', many('xlsx', held), withheld, withoutPause)));
    const articles = strFromU8(files['xl/worksheets/sheet2.xml'] as Uint8Array);
    const cells = [...articles.matchAll(/<row r="[234]".*?<\/row>/gsu)].map(([row]) => row.replace(/<[^>]*>/gu, ' ').split(/\s{2,}/u));
    expect(cells.map((row) => row.some((words) => words.trim() === '2'))).toEqual([true, true, false]);
    expect(articles).not.toContain('Plumtree');
    expect(articles.match(/Source 1/gu)).toHaveLength(2);
    expect(articles.match(/withdrawn while the file was written/gu)).toHaveLength(1);
  });

  test('is refused where a sheet could not hold it', () => {
    expect(tooManyRows('xlsx', 1_048_576)).toMatch(/^A sheet holds 1,048,575 claims, and these articles have 1,048,576\./u);
    expect([tooManyRows('xlsx', 1_048_575), tooManyRows('csv', 9_999_999)]).toEqual([null, null]);
  });
});
