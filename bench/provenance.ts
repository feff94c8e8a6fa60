import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { createRandom } from '@/lib/agreement/random';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { SourceType } from '@/lib/attribution/source-type';
import { type Database, openDatabase } from '@/lib/db/database';
import type { Direct } from '@/lib/db/direct';
import { migrateDatabase } from '@/lib/db/migrate';
import { newId } from '@/lib/kernel/ids';
import { readSourcing } from '@/lib/provenance/data';
import { buildGraph } from '@/lib/provenance/graph';
import { labelOf } from '@/lib/provenance/label';
import { drawGraph, toSourcing } from '@/lib/provenance/sourcing';
import { type Bench, type Figures, goal, median, rounded } from './report';

const SIZES = [200, 2_000, 20_000] as const;
const SOURCES = 500;
const ROUNDS = 5;
const WARM_UPS = 2;
const GROUPS = 20;

/**
 * The sourcing page's work on the server for an article with 500 sources: reading, label, graph, layout, flags, who
 * speaks. Beside it, in the same run, the same rows read by bare better-sqlite3 and thrown away. Medians of five.
 */
export const bench: Bench = async (say) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearsay-bench-'));
  const file = path.join(folder, 'hearsay.db');
  await migrateDatabase(file);
  const db = openDatabase(file);
  const raw = new Sqlite(file, { readonly: true });
  try {
    let figures: Figures = {};
    for (const size of SIZES) {
      say(`Filling an article with ${size} claims`);
      const scope = await fill(db, size);
      say(`Measuring it, ${ROUNDS} times`);
      figures = { ...figures, ...(await measure(db, raw, scope, size)) };
    }
    const perClaim = (size: number) => (figures[`total${size}Ms`] ?? Number.NaN) / size;
    figures = {
      ...figures,
      perClaim20000To200: rounded(perClaim(20_000) / perClaim(200)),
      perClaim20000To2000: rounded(perClaim(20_000) / perClaim(2_000)),
    };
    const goals = [
      goal(figures, 'total2000Ms', 'max', 200),
      goal(figures, 'perClaim20000To200', 'max', 1.5),
      goal(figures, 'perClaim20000To2000', 'max', 1.5),
    ];
    return { figures, goals };
  } finally {
    raw.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

type Scope = { readonly deskId: string; readonly articleId: string };

/** `total` is what an answer with label and graph waits for; `page` has the flags and the table of who speaks as well. */
const PARTS = ['rows', 'read', 'labelAndGraph', 'total', 'page'] as const;

async function measure(db: Database, raw: Sqlite.Database, scope: Scope, size: number): Promise<Figures> {
  const times = PARTS.map((part) => ({ part, values: [] as number[] }));
  // The first rounds warm up and are not counted.
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    const marks = [performance.now()];
    const mark = () => marks.push(performance.now());
    readBare(raw, scope);
    mark();
    const read = await readSourcing(db, { ...scope, sight: SEES_ALL });
    if (read === null || read.claims.length !== size) throw new Error('Broken rule: the article that was filled can be read.');
    mark();
    labelOf(read.claims, read.groups);
    drawGraph(buildGraph(read.claims));
    mark();
    if (toSourcing(read.claims, read.groups).label.claimIds.length !== size) throw new Error('Broken rule: a label counts every claim.');
    mark();
    const [rows = 0, reading = 0, label = 0, all = 0] = marks.slice(1).map((at, step) => at - (marks[step] ?? 0));
    const taken = { rows, read: reading, labelAndGraph: label, total: reading + label, page: reading + all };
    if (round >= 0) for (const { part, values } of times) values.push(taken[part]);
  }
  return Object.fromEntries(times.map(({ part, values }) => [`${part}${size}Ms`, rounded(median(values))]));
}

/** The limit: every row that is needed, read whole and left alone. */
function readBare(raw: Sqlite.Database, { articleId }: Scope): void {
  const of = (table: string, column: string) =>
    raw.prepare(`SELECT x.* FROM "Claim" c JOIN "${table}" x ON x."${column}" = c."id" WHERE c."articleId" = ? AND c."deletedAt" IS NULL`);
  raw.prepare('SELECT * FROM "Claim" WHERE "articleId" = ? AND "deletedAt" IS NULL').all(articleId);
  of('ClaimSpan', 'claimId').all(articleId);
  of('ClaimLink', 'claimId').all(articleId);
  of('ClaimRelation', 'fromId').all(articleId);
  raw.prepare('SELECT * FROM "Source"').all();
}

/** A desk with one article: chains of one to four links over the same 500 sources, a relation for every tenth claim. */
async function fill(db: Database, size: number): Promise<Scope> {
  const random = createRandom(size);
  const [deskId, articleId, revisionId, userId] = [newId(), newId(), newId(), newId()];
  const at = new Date('2026-01-01T00:00:00.000Z');
  const text = 'One sentence of the article, said by somebody. '.repeat(size);
  await db.transact(async (tx, direct) => {
    await tx.desk.create({ data: { id: deskId, name: 'Bench', createdAt: at } });
    await tx.user.create({ data: { id: userId, email: `${userId}@example.org`, name: 'Bench', passwordHash: '!', createdAt: at } });
    await tx.article.create({ data: { id: articleId, deskId, title: 'Bench', createdById: userId, createdAt: at } });
    const facts = {
      number: 1,
      sha256: '',
      codePoints: text.length,
      words: size * 8,
      origin: 'paste',
      importedById: userId,
      importedAt: at,
    };
    await tx.revision.create({ data: { id: revisionId, articleId, text, ...facts } });
    const sources = insertSources(direct, deskId, userId, at);
    for (let group = 0; group < GROUPS; group++) {
      const members = sources.slice(group * 5, group * 5 + 5).map(({ id }) => ({ sourceId: id, articleId }));
      const made = { id: newId(), deskId, articleId, version: 1, createdById: userId, createdAt: at, updatedAt: at };
      const words = { name: `Origin ${group}`, reason: 'One story.', attested: group % 4 === 0 ? 'We spoke to them.' : null };
      await tx.originGroup.create({ data: { ...made, ...words, members: { create: members } } });
    }
    const place = { deskId, articleId, revisionId, createdById: userId, lastEditedById: userId };
    insertClaims(direct, { size, sources, random, place, at });
  });
  return { deskId, articleId };
}

const CLASSES = ['news_organization', 'anonymous_source', 'named_person', 'document', 'unnamed_group'] as const;
type MadeSource = { readonly id: string; readonly type: SourceType };

function insertSources(direct: Direct, deskId: string, createdById: string, createdAt: Date): readonly MadeSource[] {
  const blank = { affiliation: '', role: '', language: '', homepage: null, wikidata: null, parentId: null };
  const own = { mergedIntoId: null, canonicalId: null, retractedAt: null, retraction: '', version: 1 };
  return Array.from({ length: SOURCES }, (_, at) => {
    const [id, name] = [newId(), `Source number ${at}`];
    direct.insert('Source', {
      id,
      deskId,
      name,
      nameKey: name.toLowerCase(),
      kind: 'organization',
      createdById,
      createdAt,
      ...blank,
      ...own,
    });
    return { id, type: CLASSES[at % CLASSES.length] as SourceType };
  });
}

type ClaimsToFill = {
  readonly size: number;
  readonly sources: readonly MadeSource[];
  readonly random: () => number;
  readonly place: Record<'deskId' | 'articleId' | 'revisionId' | 'createdById' | 'lastEditedById', string>;
  readonly at: Date;
};

function insertClaims(direct: Direct, { size, sources, random, place, at }: ClaimsToFill): void {
  const pick = () => sources[Math.floor(random() ** 2 * sources.length)] as MadeSource;
  const written = {
    confidence: 'high',
    note: '',
    state: 'draft',
    version: 1,
    createdAt: at,
    updatedAt: at,
    submittedAt: null,
    deletedAt: null,
    supersededById: null,
  };
  const link = { relation: 'says', reading: 'on_trust', cueStart: null, cueEnd: null, cueQuote: null, hedges: '[]', anonymity: null };
  const anonymity = JSON.stringify({ descriptor: 'somebody near', count: 'plural', number: null, proximity: null, basis: '', reason: '' });
  let before: string | null = null;
  for (let number = 1; number <= size; number++) {
    const id = newId();
    const links = 1 + Math.floor(random() * 4);
    const tag = pick();
    direct.insert('Claim', { id, ...place, ...written, earlierEditorIds: '[]', number, sourceType: tag.type, sourceId: tag.id });
    const start = (number - 1) * 47;
    direct.insert('ClaimSpan', {
      claimId: id,
      ordinal: 0,
      start,
      end: start + 28,
      quote: 'One sentence of the article,',
      before: '',
      after: '',
    });
    const voice = { sourceType: 'author', sourceId: null, stated: 'in_text' };
    const others = Array.from({ length: links - 1 }, () => pick());
    const chain = [
      voice,
      ...others.map(({ id: sourceId, type }) => ({ sourceType: type, sourceId, stated: random() < 0.5 ? 'in_text' : 'from_outside' })),
      { sourceType: null, sourceId: null, stated: 'in_text' },
    ];
    if (links > 1) {
      chain.forEach((own, ordinal) => {
        const record = own.sourceType === 'anonymous_source' ? anonymity : null;
        direct.insert('ClaimLink', { claimId: id, ordinal, ...link, ...own, anonymity: record });
      });
    }
    const kind = (['contradicts', 'tension', 'restates', 'same_origin'] as const)[(number / 10) % 4];
    if (before !== null && number % 10 === 0 && kind !== undefined)
      direct.insert('ClaimRelation', { fromId: id, toId: before, kind, note: '' });
    before = id;
  }
}
