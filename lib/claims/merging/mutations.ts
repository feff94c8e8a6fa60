import 'server-only';
import '../queue/mutations';
import type { Direct } from '@/lib/db/direct';
import { refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { readSource, requireSource, type SourceScope } from '@/lib/sources/current/data';
import type { MergeChange, SourceAuditEvent } from '@/lib/sources/events';
import { changedNodes, type MergeNode, mergeFault, mergeInto, splitOff } from '@/lib/sources/merge';
import { raiseVersion } from '@/lib/sources/mutations';
import { countLevelsBelow, listAncestors, PART_LEVELS_MAX } from '@/lib/sources/parts/data';
import type { MergeSourceInput, SourceVersionInput } from '@/lib/sources/schema';
import type { SourceRecord } from '@/lib/sources/source-record';
import { inBatches } from '../batches';
import { guardGrades, listGradedArticles } from '../standing-grades/data';

/** The source that stands for both, and the one that was merged, with the version to split it off with. */
export type Merged = { readonly source: SourceRecord; readonly merged: { readonly id: string; readonly version: number } };

/** Lets one source stand for another: claims, chains, aliases and grades follow, and can be given back by `splitSource`. */
export async function mergeSource(scope: SourceScope, input: MergeSourceInput): Promise<Result<Merged>> {
  return write(scope, async (tx, now, direct) => {
    const from = await requireSource(tx, scope, input, 'any');
    const into = await requireSource(tx, scope, { sourceId: input.intoId, version: input.intoVersion }, 'any');
    const ancestors = listAncestors(direct, into.id);
    const fault = mergeFault(toNamed(from), toNamed(into), ancestors) ?? levelsFault(direct, { from, into, ancestors });
    if (fault !== null) return refuse(appError('INVALID', fault, { field: 'intoId' }));
    const nodes = await listTree(tx, [from.id, into.id]);
    const after = mergeInto(nodes, from.id, into.id);
    const on = `“${from.name}” and “${into.name}” being two sources`;
    const groups = await aroundChange(tx, direct, { deskId: from.deskId, nodes, after, on, now }, () => moveNodes(tx, nodes, after));
    const version = await raiseVersion(tx, from);
    const data = { name: from.name, otherId: into.id, otherName: into.name, followed: followedOf(nodes, after, from), groups, version };
    await raiseVersion(tx, into);
    const source = await readSource(tx, into);
    return { value: { source, merged: { id: from.id, version } }, events: [mergeEvent('source.merged', from.id, data)] };
  });
}

/** The source that stands for itself again, and the one it was taken out of. */
export type Split = { readonly source: SourceRecord; readonly from: SourceRecord };

/**
 * Takes a merge back, however long ago it was: the source gets all of its own back, and what was merged into it. Refused, as
 * a merge is, where an approved grade rests on how it is now.
 */
export async function splitSource(scope: SourceScope, input: SourceVersionInput): Promise<Result<Split>> {
  return write(scope, async (tx, now, direct) => {
    const record = await requireSource(tx, scope, input, 'any');
    const { mergedInto } = record;
    if (mergedInto === null) return refuse(appError('INVALID', `“${record.name}” is not merged into another source.`));
    const nodes = await listTree(tx, [mergedInto.id]);
    const after = splitOff(nodes, record.id);
    const on = `“${record.name}” and “${mergedInto.name}” being one source`;
    const groups = await aroundChange(tx, direct, { deskId: record.deskId, nodes, after, on, now }, () => moveNodes(tx, nodes, after));
    const version = await raiseVersion(tx, record);
    const rest = await readSource(tx, { id: mergedInto.id, deskId: record.deskId });
    await raiseVersion(tx, rest);
    const data = { name: record.name, otherId: rest.id, otherName: rest.name, followed: followedOf(nodes, after, record), groups, version };
    const value = { source: await readSource(tx, record), from: await readSource(tx, rest) };
    return { value, events: [mergeEvent('source.split', record.id, data)] };
  });
}

function mergeEvent(type: 'source.merged' | 'source.split', subjectId: string, data: MergeChange): SourceAuditEvent {
  return { type, subjectId, data };
}

function toNamed({ id, name, mergedInto, retraction }: SourceRecord) {
  return { id, name, mergedIntoId: mergedInto?.id ?? null, canonicalId: mergedInto?.id ?? null, retractedAt: retraction?.at ?? null };
}

/** The sources with these ids and all that was merged into them. */
async function listTree(tx: Tx, ids: readonly string[]): Promise<readonly MergeNode[]> {
  return tx.source.findMany({
    where: { OR: [{ id: { in: [...ids] } }, { canonicalId: { in: [...ids] } }] },
    select: { id: true, mergedIntoId: true, canonicalId: true },
  });
}

async function moveNodes(tx: Tx, before: readonly MergeNode[], after: readonly MergeNode[]): Promise<void> {
  for (const { id, mergedIntoId, canonicalId } of changedNodes(before, after)) {
    await tx.source.update({ where: { id }, data: { mergedIntoId, canonicalId }, select: { id: true } });
  }
}

/** What changed beside the source itself. */
function followedOf(before: readonly MergeNode[], after: readonly MergeNode[], { id }: { readonly id: string }): readonly string[] {
  return changedNodes(before, after)
    .map((node) => node.id)
    .filter((changedId) => changedId !== id);
}

/** Why the parts of both would be part of one another over too many levels, or null. */
function levelsFault(
  direct: Direct,
  { from, into, ancestors }: { readonly from: SourceRecord; readonly into: SourceRecord; readonly ancestors: readonly string[] },
): string | null {
  if (ancestors.length + countLevelsBelow(direct, from.id) <= PART_LEVELS_MAX) return null;
  return `Sources are part of one another over at most ${PART_LEVELS_MAX} levels, and with the parts of “${from.name}” below “${into.name}” these would be more.`;
}

/**
 * Does the change and what has to go with it: no approved grade may lose what it rests on, and the origin groups that hold
 * one of these sources are another version, so that a form that was opened before is stale. Returns the ids of those groups.
 */
async function aroundChange(
  tx: Tx,
  direct: Direct,
  change: {
    readonly deskId: string;
    readonly nodes: readonly MergeNode[];
    readonly after: readonly MergeNode[];
    readonly on: string;
    readonly now: Date;
  },
  act: () => Promise<void>,
): Promise<readonly string[]> {
  const { deskId, nodes, after, on, now } = change;
  const sourceIds = changedNodes(nodes, after).map(({ id }) => id);
  const articleIds = listGradedArticles(direct, { deskId, sourceIds });
  const requireGrades = await guardGrades(tx, { deskId, articleIds }, { on, titled: true });
  await act();
  await requireGrades();
  return raiseGroupVersions(tx, nodes, now);
}

/** Of live groups with a member among the sources of both trees: each shows, or stands for, something else now. */
async function raiseGroupVersions(tx: Tx, nodes: readonly MergeNode[], now: Date): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const some of inBatches(nodes)) {
    const held = { deletedAt: null, members: { some: { sourceId: { in: some.map(({ id }) => id) } } } };
    const rows = await tx.originGroup.findMany({ where: held, orderBy: { id: 'asc' }, select: { id: true } });
    for (const { id } of rows) ids.add(id);
  }
  for (const some of inBatches([...ids])) {
    await tx.originGroup.updateMany({ where: { id: { in: [...some] } }, data: { version: { increment: 1 }, updatedAt: now } });
  }
  return [...ids];
}
