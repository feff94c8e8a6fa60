import 'server-only';
import type { Database } from '@/lib/db/database';
import { findPeople, nameOf } from '@/lib/people/data';
import type { Article, Origin, Revision } from './article';
import { factsOf } from './facts';
import { topicsOf } from './topic';

const articleSelect = {
  ...{ id: true, deskId: true, title: true, topic: true, outlet: true, publishedOn: true },
  ...{ version: true, createdAt: true, createdById: true },
} as const;

/** The desk's article with its current revision, or null. One query each; the text is read whole. `version` is that of its details. */
export async function findArticle(
  db: Database,
  scope: { readonly deskId: string; readonly articleId: string },
): Promise<{ readonly article: Article; readonly version: number; readonly revision: Revision } | null> {
  const row = await db.read.article.findFirst({
    where: { id: scope.articleId, deskId: scope.deskId },
    select: { ...articleSelect, revisions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const revision = row?.revisions[0];
  if (row === null || revision === undefined) return null;
  const people = await findPeople(db.read, [row.createdById, revision.importedById]);
  return {
    article: {
      id: row.id,
      deskId: row.deskId,
      title: row.title,
      ...factsOf(row),
      createdAt: row.createdAt,
      createdBy: nameOf(people, row.createdById),
    },
    version: row.version,
    revision: {
      id: revision.id,
      articleId: revision.articleId,
      number: revision.number,
      text: revision.text,
      sha256: revision.sha256,
      codePoints: revision.codePoints,
      words: revision.words,
      origin: revision.origin as Origin,
      fileName: revision.fileName,
      encoding: revision.encoding,
      importedAt: revision.importedAt,
      importedBy: nameOf(people, revision.importedById),
    },
  };
}

/** What permissions about the desk's article need to know, or null. */
export async function findArticleResource(
  db: Database,
  scope: { readonly deskId: string; readonly articleId: string },
): Promise<{ readonly deskId: string } | null> {
  return db.read.article.findFirst({ where: { id: scope.articleId, deskId: scope.deskId }, select: { deskId: true } });
}

/** Every topic of the desk's articles, in alphabetical order. */
export async function listTopics(db: Database, { deskId }: { readonly deskId: string }): Promise<readonly string[]> {
  return topicsOf(await db.read.article.findMany({ where: { deskId, topic: { not: '' } }, distinct: ['topic'], select: { topic: true } }));
}

/** A revision as a save needs it. */
export type RevisionText = { readonly id: string; readonly articleId: string; readonly deskId: string; readonly text: string };

// Revisions never change, so the ones being worked on are kept: a save does not read the article again.
const kept = new Map<string, RevisionText>();
const KEPT_MAX = 50;

/** The desk's revision, or null. Reads whole texts at most once while they are in use. */
export async function findRevisionText(
  db: Pick<Database, 'rows'>,
  scope: { readonly deskId: string; readonly revisionId: string },
): Promise<RevisionText | null> {
  let revision = kept.get(scope.revisionId);
  if (revision === undefined) {
    [revision] = await db.rows<RevisionText>(
      `SELECT r."id", r."articleId", a."deskId", r."text" FROM "Revision" r JOIN "Article" a ON a."id" = r."articleId" WHERE r."id" = ?`,
      [scope.revisionId],
    );
    if (revision === undefined) return null;
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(revision.id, revision);
  }
  return revision.deskId === scope.deskId ? revision : null;
}
