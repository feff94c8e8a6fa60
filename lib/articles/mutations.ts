import 'server-only';
// Whoever writes articles keeps the search.
import '@/lib/search/mutations';
import { createHash } from 'node:crypto';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { countCodePoints } from '@/lib/text/code-points';
import { countWords } from '@/lib/text/words';
import type { Origin } from './article';
import { type ArticleFacts, type ArticleFactsVersion, factsOf, NO_ARTICLE_FACTS } from './facts';
import type { DescribeArticleInput } from './schema';

/** A checked, normalised text ready to become an article (made by lib/import). */
export type NewArticle = Partial<ArticleFacts> & {
  readonly title: string;
  readonly text: string;
  readonly origin: Origin;
  readonly fileName: string | null;
  readonly encoding: string | null;
};

type ArticleAuditEvent =
  | AuditEvent<'article.created', ArticleFacts & { readonly title: string; readonly sha256: string }>
  | AuditEvent<'article.described', { readonly before: ArticleFacts; readonly after: ArticleFacts; readonly version: number }>;

/** Writes an article and its first revision, whole or not at all. */
export async function createArticle(
  scope: ActorScope<{ readonly deskId: string }>,
  article: NewArticle,
): Promise<Result<{ readonly articleId: string }>> {
  const { title } = article;
  const facts = factsOf({ ...NO_ARTICLE_FACTS, ...article });
  const sha256 = createHash('sha256').update(article.text, 'utf8').digest('hex');
  return write(scope, async (tx, now) => {
    const articleId = newId();
    await tx.article.create({
      data: {
        id: articleId,
        deskId: scope.actor.deskId,
        title,
        ...facts,
        createdById: scope.actor.userId,
        createdAt: now,
        revisions: {
          create: {
            id: newId(),
            number: 1,
            text: article.text,
            sha256,
            codePoints: countCodePoints(article.text),
            words: countWords(article.text),
            origin: article.origin,
            fileName: article.fileName,
            encoding: article.encoding,
            importedById: scope.actor.userId,
            importedAt: now,
          },
        },
      },
      select: { id: true },
    });
    const event: ArticleAuditEvent = { type: 'article.created', subjectId: articleId, data: { title, ...facts, sha256 } };
    return { value: { articleId }, events: [event] };
  });
}

/** Says what an article is about, who published it and when. A stale version is refused with what stands there now. */
export async function describeArticle(
  scope: ActorScope<{ readonly deskId: string }>,
  input: DescribeArticleInput,
): Promise<Result<ArticleFactsVersion & { readonly articleId: string }>> {
  const { articleId } = input;
  const { deskId } = scope.actor;
  return write(scope, async (tx) => {
    const article = await tx.article.findFirst({
      where: { id: articleId, deskId },
      select: { topic: true, outlet: true, publishedOn: true, version: true },
    });
    if (article === null) return refuse(appError('NOT_FOUND'));
    const refusal = scope.permit({ deskId });
    if (refusal !== null) return refuse(refusal);
    if (article.version !== input.version) return refuse(appError('STALE', undefined, { current: article }));
    const { version: was, ...before } = article;
    const { topic = before.topic, outlet = before.outlet, publishedOn = before.publishedOn } = input;
    // Saved as it was: nobody else's page is out of date by that, and the trail has nothing to tell.
    const isSame = topic === before.topic && outlet === before.outlet && publishedOn === before.publishedOn;
    if (isSame) return { value: { articleId, ...before, version: was }, events: [] };
    const [after, version]: readonly [ArticleFacts, number] = [{ topic, outlet, publishedOn }, was + 1];
    await tx.article.update({ where: { id: articleId }, data: { ...after, version }, select: { id: true } });
    const event: ArticleAuditEvent = { type: 'article.described', subjectId: articleId, data: { before, after, version } };
    return { value: { articleId, ...after, version }, events: [event] };
  });
}
