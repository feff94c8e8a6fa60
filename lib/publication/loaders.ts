import 'server-only';
import { notFound } from 'next/navigation';
import { findArticle } from '@/lib/articles/data';
import { findChecking } from '@/lib/assignments/data';
import { loadSight } from '@/lib/assignments/loaders';
import { isLimited } from '@/lib/assignments/sight';
import { findActor, requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { isId } from '@/lib/kernel/ids';
import { can, deny } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { findLastChoices, findPublication, findPublicPath, listPublications, readDraft } from './data';
import { toEmbedWords } from './embed';
import type { EmbedWords } from './embed-codes';
import { findEdition, findLink, readLabel } from './link/data';
import type { Preview } from './preview';
import type { Publication, Standing } from './publication';
import { isOpen, reportPath, standingOf } from './publication';

export type PublicationPage = {
  readonly actor: Actor;
  readonly article: { readonly id: string; readonly title: string };
  readonly publication: Publication | null;
  readonly standing: Standing | null;
  /** The newest edition's label, for the embedding codes. */
  readonly embed: EmbedWords | null;
  /** Null for those who do not publish. */
  readonly preview: Preview | null;
  /** Why an editor cannot publish it just now; null where they can. */
  readonly refusal: string | null;
  readonly canRevoke: boolean;
  /** Whether they may take an earlier edition back, and give it back. */
  readonly canClose: boolean;
  readonly canReopen: boolean;
};

/** The publication of an article, for its page. Not found on another desk, and for those who check the article blind. */
export async function loadPublicationPage(articleId: string): Promise<PublicationPage> {
  const actor = await requireActor();
  const { deskId } = actor;
  if (!can(actor, 'publication.view', { deskId }) || !isId(articleId)) return notFound();
  const db = getDatabase();
  const sight = await loadSight(actor);
  const found = await findArticle(db, { deskId, articleId });
  if (found === null) return notFound();
  const scope = { deskId, articleId, sight, now: new Date() };
  const checking = await findChecking(db, articleId);
  const refusal = deny(actor, 'report.publish', { deskId, checking });
  const publication = await findPublication(db, scope);
  const draft = refusal === null && !isLimited(sight, articleId) ? await readDraft(db, scope) : null;
  const names = draft === null ? [] : [...draft.model.people.checkers, ...draft.model.people.approvers].map(({ name }) => name);
  return {
    actor,
    article: { id: articleId, title: found.article.title },
    publication,
    standing: publication === null ? null : standingOf(publication, scope.now),
    embed: publication === null ? null : await findEmbed(publication.slug),
    preview:
      draft === null
        ? null
        : {
            fingerprint: draft.seen,
            claims: draft.model.claims.length,
            people: [...new Set(names)],
            sources: draft.model.sources.length,
            choices: await findLastChoices(db, scope),
          },
    refusal: can(actor, 'report.revoke', { deskId }) ? (refusal?.message ?? null) : null,
    canRevoke: can(actor, 'report.revoke', { deskId }),
    canClose: can(actor, 'edition.close', { deskId }),
    canReopen: can(actor, 'edition.reopen', { deskId, checking }),
  };
}

/** Where everybody can read the article's report, for what is exported of it; `home` as in lib/env. Null where nobody can, or the actor may not know. */
export async function loadPublicAddress(articleId: string, home: string | null): Promise<string | null> {
  const actor = await findActor();
  if (actor === null || !can(actor, 'publication.view', { deskId: actor.deskId }) || !isId(articleId)) return null;
  const scope = { deskId: actor.deskId, articleId, sight: await loadSight(actor), now: new Date() };
  const path = await findPublicPath(getDatabase(), scope);
  return path === null || home === null ? null : `${home}${path}`;
}

/** The same for every article of the desk, by their ids: those that nobody can read are not among them. */
export async function loadPublicAddresses(home: string | null): Promise<ReadonlyMap<string, string>> {
  const actor = await findActor();
  if (actor === null || home === null || !can(actor, 'publication.view', { deskId: actor.deskId })) return new Map();
  const now = new Date();
  const all = await listPublications(getDatabase(), { deskId: actor.deskId, sight: await loadSight(actor) });
  const open = all.filter((one) => isOpen(one, now));
  return new Map(open.map(({ articleId, slug }) => [articleId, `${home}${reportPath(slug)}`]));
}

async function findEmbed(slug: string): Promise<EmbedWords | null> {
  const db = getDatabase();
  const link = await findLink(db, slug);
  const edition = link === null ? null : await findEdition(db, link, null);
  if (link === null || edition === null) return null;
  const label = await readLabel(db, { publicationId: link.id, number: edition.number });
  return toEmbedWords({ label, publishedAt: edition.publishedAt });
}

/** Every report the desk has published, for their page. */
export async function loadPublications(): Promise<{
  readonly actor: Actor;
  readonly publications: readonly (Publication & { readonly standing: Standing })[];
}> {
  const actor = await requireActor();
  const { deskId } = actor;
  if (!can(actor, 'publication.view', { deskId })) return notFound();
  const now = new Date();
  const publications = await listPublications(getDatabase(), { deskId, sight: await loadSight(actor) });
  return { actor, publications: publications.map((publication) => ({ ...publication, standing: standingOf(publication, now) })) };
}
