import Sqlite from 'better-sqlite3';
import { createRandom } from '@/lib/agreement/random';
import { newLink, plainChain } from '@/lib/attribution/chain';
import type { SourceType } from '@/lib/attribution/source-type';
import { NO_FINDING } from '@/lib/claims/finding';
import type { FlagMark } from '@/lib/claims/flag';
import { PLACES } from '@/lib/claims/queue/data';
import { type QueuedClaim, toQueueEntry } from '@/lib/claims/queue/entry';
import { toIndexed } from '@/lib/search/words';

/** What was filled in, to ask for. */
export type Filled = {
  readonly deskId: string;
  readonly editorId: string;
  /** Made a claim of that source's, on the record. */
  readonly checkerId: string;
  readonly sourceId: string;
  readonly articleId: string;
};

const CLAIMS_IN_ARTICLE = 50;
const CHECKERS = 50;
const SOURCES = 2000;
const SENTENCE = 'Kozak told the mayor that the old bridge over the river will close in May. ';
const TYPES: readonly SourceType[] = [
  'named_person',
  'named_person',
  'named_organization',
  'news_organization',
  'news_organization',
  'document',
  'anonymous_source',
  'anonymous_source',
  'unspecified_source',
  'unnamed_group',
  'author',
  'impersonal',
];
const FIRST = Date.UTC(2026, 0, 1);
const WORDS = [
  'bridge',
  'river',
  'election',
  'minister',
  'harbour',
  'budget',
  'treaty',
  'strike',
  'flood',
  'verdict',
  'vaccine',
  'railway',
];

/**
 * Fills an empty, migrated database with `count` claims that all wait, in articles of 50 by 50 checkers: as different as those of
 * a desk, the same at every run. By bare statements without triggers and indexes, which are made again at the end; what the
 * queue's lists hold is worked out by the application's own rule.
 */
export function fillQueue(file: string, count: number): Filled {
  const db = new Sqlite(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  db.pragma('temp_store = MEMORY');
  const later = db
    .prepare<[], { name: string; type: string; sql: string }>(
      `SELECT "name", "type", "sql" FROM sqlite_master WHERE "type" IN ('trigger', 'index') AND "sql" IS NOT NULL AND "tbl_name" NOT LIKE '\\_%' ESCAPE '\\'`,
    )
    .all();
  // An index that is dropped takes along what SQLite was told of it.
  const told = db.prepare<[], [string, string, string]>('SELECT "tbl", "idx", "stat" FROM sqlite_stat1').raw().all();
  for (const { name, type } of later) db.exec(`DROP ${type} "${name}"`);
  db.exec('BEGIN');
  const filled = insertAll(db, count);
  db.exec('COMMIT');
  for (const { sql } of later) db.exec(sql);
  db.exec('DELETE FROM sqlite_stat1');
  for (const stat of told) db.prepare('INSERT INTO sqlite_stat1 VALUES (?, ?, ?)').run(...stat);
  db.pragma('journal_mode = WAL');
  db.close();
  return filled;
}

function insertAll(db: Sqlite.Database, count: number): Filled {
  const random = createRandom(count);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const put = (table: string, columns: number) => db.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
  const iso = (ms: number) => new Date(ms).toISOString().replace('Z', '+00:00');
  const began = iso(FIRST);
  const deskId = idOf(1, 0);
  db.prepare('INSERT INTO "Desk" ("id", "name", "createdAt") VALUES (?, ?, ?)').run(deskId, 'Desk', began);
  const people = Array.from({ length: CHECKERS + 1 }, (_, at) => idOf(2, at));
  const [editorId = '', ...checkers] = people;
  let whoQuoted: string | null = null;
  for (const id of people) {
    db.prepare('INSERT INTO "User" ("id", "email", "name", "passwordHash", "createdAt") VALUES (?, ?, ?, ?, ?)').run(
      id,
      id,
      `Person ${id.slice(-4)}`,
      '!',
      began,
    );
    db.prepare('INSERT INTO "Membership" ("deskId", "userId", "role", "createdAt") VALUES (?, ?, ?, ?)').run(
      deskId,
      id,
      id === editorId ? 'editor' : 'checker',
      began,
    );
  }
  const sources = Array.from({ length: SOURCES }, (_, at) => idOf(3, at));
  const source = db.prepare(
    'INSERT INTO "Source" ("id", "deskId", "name", "nameKey", "kind", "createdById", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  sources.forEach((id, at) => {
    source.run(id, deskId, `Source ${at} of the ${pick(WORDS)}`, `source ${at}`, 'organization', editorId, began);
  });
  const doc = put('"SearchDoc"', 4);
  const words = {
    article: db.prepare('INSERT INTO "ArticleWords" (rowid, "words") VALUES (?, ?)'),
    claim: db.prepare('INSERT INTO "ClaimWords" (rowid, "words") VALUES (?, ?)'),
  };
  let docs = 0;
  const index = (kind: keyof typeof words, ref: string, text: string) => {
    docs += 1;
    doc.run(docs, kind, ref, deskId);
    words[kind].run(docs, toIndexed(text));
  };
  const article = db.prepare('INSERT INTO "Article" ("id", "deskId", "title", "createdById", "createdAt") VALUES (?, ?, ?, ?, ?)');
  const revision = put('"Revision"', 12);
  const claim = db.prepare(
    `INSERT INTO "Claim" ("id", "deskId", "articleId", "revisionId", "number", "sourceType", "sourceId", "confidence", "note", "state", "version",
       "createdById", "lastEditedById", "createdAt", "updatedAt", "submittedAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', 2, ?, ?, ?, ?, ?)`,
  );
  const span = put('"ClaimSpan"', 7);
  const step = put('"Transition"', 10);
  const link = put('"ClaimLink"', 12);
  const finding = put(
    '"Finding" ("claimId", "attributionCheck", "contentCheck", "credibility", "likelihood", "rationale", "correction")',
    7,
  );
  const mark = put('"FlagMark"', 4);
  const relation = put('"ClaimRelation"', 4);
  const entry = put('"QueueEntry"', 6);
  db.exec('CREATE TEMP TABLE "posting" (list INTEGER, cell INTEGER, at INTEGER, place INTEGER, entry INTEGER)');
  const posting = put('temp."posting"', 5);
  const lists = new Map<string, number>();
  const listOf = (kind: string, ref: string) => {
    const key = `${kind} ${ref}`;
    const id = lists.get(key) ?? lists.size + 1;
    lists.set(key, id);
    return id;
  };
  for (let at = 0; at * CLAIMS_IN_ARTICLE < count; at++) {
    const [articleId, revisionId] = [idOf(4, at), idOf(5, at)];
    const words = Array.from({ length: 3 }, () => pick(WORDS)).join(' ');
    const submitted = FIRST + at * 250_000 + Math.floor(random() * 200_000);
    const text = `About the ${words}\n${SENTENCE.repeat(CLAIMS_IN_ARTICLE)}`;
    article.run(articleId, deskId, `About the ${words}`, editorId, began);
    revision.run(revisionId, articleId, 1, text, 'x', text.length, 700, 'paste', null, null, editorId, began);
    index('article', articleId, text);
    const checkerId = pick(checkers);
    for (let number = 1; number <= CLAIMS_IN_ARTICLE; number++) {
      const n = at * CLAIMS_IN_ARTICLE + number;
      const id = idOf(6, n);
      const sourceType = pick(TYPES);
      // A few are named again and again, most hardly ever.
      // Those who relay are others, so that no chain of citations comes back to its beginning.
      const who = (relays = false) => sources[Math.floor((SOURCES / 2) * (random() ** 3 + (relays ? 1 : 0)))] as string;
      const named = ['author', 'impersonal', 'unspecified_source'].includes(sourceType) ? null : who();
      if (named === sources[1] && sourceType === 'named_person') whoQuoted ??= checkerId;
      const confidence = pick(['low', 'moderate', 'moderate', 'high'] as const);
      const start = 40 + (number - 1) * SENTENCE.length;
      const at2 = submitted;
      const note = random() < 0.2 ? `See the ${pick(WORDS)} file.` : '';
      const quote = `Kozak ${pick(WORDS)} ${pick(WORDS)}`;
      claim.run(
        id,
        deskId,
        articleId,
        revisionId,
        number,
        sourceType,
        named,
        confidence,
        note,
        checkerId,
        checkerId,
        began,
        iso(at2),
        iso(at2),
      );
      span.run(id, 0, start, start + 5, quote, '', ` ${SENTENCE}`);
      index('claim', id, `${quote}\n${note}`);
      step.run(idOf(7, n), id, 'submit', 'draft', 'submitted', checkerId, iso(at2), '', 2, null);
      const tag = { sourceType, source: named === null ? null : ({ id: named, name: '', kind: 'organization' } as const) };
      let chain = plainChain(tag);
      const sourceIds = named === null ? [] : [named];
      if (sourceType !== 'author' && random() < 0.3) {
        const relay = who(true);
        const behind = newLink({ sourceType: 'news_organization', source: { id: relay, name: '', kind: 'organization' } });
        chain = [chain[0] as (typeof chain)[number], behind, chain[1] as (typeof chain)[number]];
        sourceIds.push(relay);
        chain.forEach((one, ordinal) => {
          link.run(
            id,
            ordinal,
            one.tagged ? null : one.sourceType,
            one.tagged ? null : (one.source?.id ?? null),
            one.relation,
            one.stated,
            one.reading,
            null,
            null,
            null,
            '[]',
            null,
          );
        });
      }
      const contentCheck = random() < 0.2 ? pick(['confirmed', 'disputed', 'unconfirmed'] as const) : 'not_checked';
      if (contentCheck !== 'not_checked') finding.run(id, 'accurate', contentCheck, null, null, '', '');
      const flags: FlagMark[] =
        random() < 0.03 ? [{ flag: pick(['superlative', 'prediction', 'omitted_denial'] as const), verdict: 'added', note: '' }] : [];
      for (const { flag, verdict, note } of flags) mark.run(id, flag, verdict, note);
      const facts = { ...NO_FINDING, attributionCheck: 'accurate', contentCheck } as const;
      const contradicted = n % 200 === 2 || n % 200 === 3;
      if (n % 200 === 3) relation.run(id, idOf(6, n - 1), 'contradicts', '');
      const queued: QueuedClaim = {
        ...{ id, deskId, articleId, checkerId, sourceType, confidence, at: at2, start, chain, sourceIds, finding: facts, flags },
        contradicted,
        circular: false,
        disagreement: 'none',
      };
      const { cell, lists: refs } = toQueueEntry(queued);
      const ids = refs.map(({ kind, ref }) => listOf(kind, ref));
      const place = listOf('article', articleId) * PLACES + start;
      entry.run(n, id, cell, at2, place, JSON.stringify(ids.sort((a, b) => a - b)));
      for (const list of ids) posting.run(list, cell, at2, place, n);
    }
  }
  const list = put('"QueueList"', 5);
  for (const [key, id] of lists) list.run(id, deskId, ...(key.split(/ (.*)/).slice(0, 2) as [string, string]), 0);
  db.exec(`INSERT INTO "QueuePosting" SELECT * FROM temp."posting" ORDER BY 1, 2, 3, 4, 5;
    DROP TABLE temp."posting";
    INSERT INTO "QueueAge" SELECT "list", "at", "entry" FROM "QueuePosting" WHERE "list" = ${listOf('all', '')};
    INSERT INTO "QueueCount" SELECT "list", "cell", COUNT(*) FROM "QueuePosting" GROUP BY 1, 2;
    UPDATE "QueueList" SET "waiting" = (SELECT COALESCE(SUM("waiting"), 0) FROM "QueueCount" WHERE "list" = "id");`);
  return {
    deskId,
    editorId,
    checkerId: whoQuoted ?? '',
    sourceId: sources[1] ?? '',
    articleId: idOf(4, Math.floor(count / CLAIMS_IN_ARTICLE / 2)),
  };
}

/** A UUIDv7 in the order of `kind` and `at`. */
function idOf(kind: number, at: number): string {
  return `019b0000-000${kind}-7000-8000-${at.toString(16).padStart(12, '0')}`;
}
