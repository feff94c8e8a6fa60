import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { dataFolder } from './test';

type Place = readonly [start: number, end: number];

const TYPES = ['author', 'impersonal', 'unresolved'] as const;

/** Claims written straight into the database of the server under test: through the page thousands would take an hour. Numbered from 1. */
export function insertClaims(articleId: string, text: string, places: readonly Place[]): void {
  const db = new Sqlite(path.join(dataFolder(), 'hearsay.db'));
  try {
    const like = db.prepare<[], Record<string, unknown>>('SELECT * FROM "Claim" LIMIT 1').get() ?? {};
    const article = db
      .prepare<[string], { deskId: string; createdById: string; id: string }>(
        'SELECT a."deskId", a."createdById", r."id" FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" WHERE a."id" = ?',
      )
      .get(articleId);
    if (article === undefined) throw new Error(`There is no article ${articleId}.`);
    const { deskId, createdById, id: revisionId } = article;
    const by = { createdById, lastEditedById: createdById, state: 'draft', version: 1, submittedAt: null, deletedAt: null };
    const tag = { sourceId: null, confidence: 'high', note: '' };
    db.transaction(() => {
      places.forEach(([start, end], at) => {
        const row = { ...like, id: newId(), deskId, articleId, revisionId, number: at + 1, sourceType: TYPES[at % 3], ...tag, ...by };
        insert(db, 'Claim', row);
        insert(db, 'ClaimSpan', { claimId: row.id, ordinal: 0, start, end, quote: text.slice(start, end), before: '', after: '' });
      });
    })();
  } finally {
    db.close();
  }
}

function insert(db: Sqlite.Database, table: string, row: Readonly<Record<string, unknown>>): void {
  const columns = Object.keys(row);
  db.prepare(`INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
    ...Object.values(row),
  );
}
