import 'server-only';
import { createHash } from 'node:crypto';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, write } from '@/lib/db/write';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { countCodePoints } from '@/lib/text/code-points';
import { countWords } from '@/lib/text/words';
import type { Origin } from './article';

/** A checked, normalised text ready to become an article (made by lib/import). */
export type NewArticle = {
  readonly title: string;
  readonly text: string;
  readonly origin: Origin;
  readonly fileName: string | null;
  readonly encoding: string | null;
};

type ArticleAuditEvent = AuditEvent<'article.created', { readonly title: string; readonly sha256: string }>;

/** Writes an article and its first revision, whole or not at all. */
export async function createArticle(
  scope: ActorScope<{ readonly deskId: string }>,
  article: NewArticle,
): Promise<Result<{ readonly articleId: string }>> {
  const sha256 = createHash('sha256').update(article.text, 'utf8').digest('hex');
  return write(scope, async (tx, now) => {
    const articleId = newId();
    await tx.article.create({
      data: {
        id: articleId,
        deskId: scope.actor.deskId,
        title: article.title,
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
    const event: ArticleAuditEvent = { type: 'article.created', subjectId: articleId, data: { title: article.title, sha256 } };
    return { value: { articleId }, events: [event] };
  });
}
