import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { loadSight } from '@/lib/assignments/loaders';
import type { SourceType } from '@/lib/attribution/source-type';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { findSource, isSourceHidden, listLeaning, listSourceSteps, listSources } from '@/lib/sources/data';
import type { RegistryFilter } from '@/lib/sources/schema';
import { countSourceless, listArticlesWithClaims, listGradedClaims, listPresentations } from './data';
import { toDeskGradings } from './gradings';
import { readRecords } from './records/data';
import { type SourcePageInput, toSliceChoice } from './schema';
import { classOfSource } from './source-claims';
import { countLeaning, listBehind, listLeaningClaims, listOriginMemberships } from './source-page/data';

/** The registry's list: the desk's sources, those of the chosen article first, and its claims that have none. */
export async function loadRegistry(filter: RegistryFilter) {
  const actor = await requireViewer();
  const { deskId } = actor;
  const db = getDatabase();
  const sight = await loadSight(actor);
  const articleId = filter.article ?? null;
  const [{ sources, total }, presentations, articles, sourceless] = await Promise.all([
    listSources(db, { deskId, articleId, sight }, { query: filter.q, limit: filter.shown }),
    listPresentations(db, { deskId, sight }),
    listArticlesWithClaims(db, { deskId, sight }),
    articleId === null || filter.q !== '' ? new Map<SourceType, number>() : countSourceless(db, { deskId, articleId, sight }),
  ]);
  const rows = sources.map((source) => ({ ...source, sourceClass: classOfSource(source.kind, presentations.get(source.id)) }));
  return { actor, rows, total, articles, sourceless: [...sourceless].map(([sourceType, claims]) => ({ sourceType, claims })) };
}

/** How the desk's gradings of sources and of claims lie beside each other. */
export async function loadGradings() {
  const actor = await requireViewer();
  return toDeskGradings(await listGradedClaims(getDatabase(), { deskId: actor.deskId, sight: await loadSight(actor) }));
}

/** What this person may do to the desk's sources. */
export type SourceRights = Readonly<Record<'edit' | 'grade' | 'merge' | 'retract', boolean>>;

function rightsOf(actor: Actor): SourceRights {
  const desk = { deskId: actor.deskId };
  return {
    edit: can(actor, 'source.edit', desk),
    grade: can(actor, 'source.grade', desk),
    merge: can(actor, 'source.merge', desk),
    retract: can(actor, 'source.retract', desk),
  };
}

/** The desk's source with this id, merged or not. Not found when the desk has none. */
export const loadSource = cache(async (sourceId: string) => {
  const actor = await requireViewer();
  const db = getDatabase();
  const record = await findSource(db.read, { deskId: actor.deskId, sourceId });
  const isHidden = await isSourceHidden(db, { deskId: actor.deskId, sourceId, sight: await loadSight(actor) });
  return record === null || isHidden ? notFound() : { actor, record, may: rightsOf(actor) };
});

/** Everything a source's page shows beside its own record, of a source that stands for itself. */
export async function loadSourcePage(sourceId: string, input: SourcePageInput) {
  const { actor, record } = await loadSource(sourceId);
  const scope = { deskId: actor.deskId, sourceId, sight: await loadSight(actor) };
  const db = getDatabase();
  const types = record.kind === 'unnamed' ? (await listPresentations(db, scope)).get(sourceId) : undefined;
  const sourceClass = classOfSource(record.kind, types);
  const { afterArticle, afterClaim } = input;
  const after = afterArticle === undefined || afterClaim === undefined ? null : { articleId: afterArticle, number: afterClaim };
  const [counts, page, articles, behind, groups, steps, records, was] = await Promise.all([
    countLeaning(db, scope),
    listLeaningClaims(db, scope, after),
    record.retraction === null ? [] : listLeaning(db, scope),
    listBehind(db, scope),
    listOriginMemberships(db, scope),
    listSourceSteps(db, scope),
    readRecords(db, scope, sourceClass, toSliceChoice(input)),
    input.was === undefined ? null : findSource(db.read, { deskId: actor.deskId, sourceId: input.was }),
  ]);
  const cameFrom = was?.mergedInto?.id === sourceId ? was.name : null;
  return { sourceClass, counts, ...page, articles, behind, groups, steps, records, cameFrom, firstPage: after === null };
}

async function requireViewer(): Promise<Actor> {
  const actor = await requireActor();
  return can(actor, 'source.view', { deskId: actor.deskId }) ? actor : notFound();
}
