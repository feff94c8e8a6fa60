import 'server-only';
// Whoever writes sources keeps the search.
import '@/lib/search/mutations';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Direct } from '@/lib/db/direct';
import { refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { readSource, requireSource, type SourceScope } from './current/data';
import { listLeaning, toSource } from './data';
import type { SourceAuditEvent } from './events';
import { countLevelsBelow, listAncestors, PART_LEVELS_MAX } from './parts/data';
import type { AddAliasInput, EditSourceInput, GradeSourceInput, RemoveAliasInput, RetractSourceInput, SourceVersionInput } from './schema';
import { type Source, type SourceKind, toNameKey } from './source';
import { type LeaningArticle, type SourceRecord, toSourceFields } from './source-record';

type SourceRequest = { readonly id: string } | { readonly name: string };

/**
 * The desk's source with this id, or the one whose name, alias or merged name this is (folded), created when there is
 * none: always the one that stands for all it was merged with. Runs inside the write that needs it. Refuses an id that is
 * not on the desk. A retracted source is found like any other.
 */
export function findOrCreateSource(
  direct: Direct,
  scope: { readonly deskId: string; readonly actorId: string; readonly now: Date },
  request: SourceRequest,
  kind: SourceKind,
): { readonly source: Source; readonly events: readonly SourceAuditEvent[] } {
  const { deskId } = scope;
  if ('id' in request) {
    const [row] = direct.rows<SourceRow>(`${STANDING} WHERE s."id" = ? AND s."deskId" = ?`, [request.id, deskId]);
    if (row === undefined) return refuse(appError('NOT_FOUND', 'This source does not exist on your desk.', { field: 'source' }));
    return { source: toSource(row), events: [] };
  }
  const nameKey = toNameKey(request.name);
  const found = findNamed(direct, deskId, nameKey);
  if (found !== null) return { source: found.source, events: [] };
  const source: Source = { id: newId(), name: request.name, kind };
  const nothingElse = { affiliation: '', role: '', language: '', homepage: null, wikidata: null, parentId: null };
  const itself = { mergedIntoId: null, canonicalId: null, retractedAt: null, retraction: '', version: 1 };
  direct.insert('Source', { ...source, deskId, nameKey, createdById: scope.actorId, createdAt: scope.now, ...nothingElse, ...itself });
  return { source, events: [{ type: 'source.created', subjectId: source.id, data: { name: source.name } }] };
}

type SourceRow = { readonly id: string; readonly name: string; readonly kind: string; readonly retractedAt: string | number | null };

/** The source that stands for each row "s" of a SELECT. */
const STANDING = `SELECT COALESCE(k."id", s."id") AS "id", COALESCE(k."name", s."name") AS "name", COALESCE(k."kind", s."kind") AS "kind",
  CASE WHEN k."id" IS NULL THEN s."retractedAt" ELSE k."retractedAt" END AS "retractedAt",
  s."id" AS "rowId" FROM "Source" s LEFT JOIN "Source" k ON k."id" = s."canonicalId"`;

/** Who bears the folded name, as a name of its own (`aliasId` null) or as an alias; null when nobody on the desk does. */
function findNamed(direct: Direct, deskId: string, nameKey: string) {
  const named = `${STANDING} WHERE s."deskId" = ? AND s."nameKey" = ?`;
  const [row] = direct.rows<SourceRow & { readonly rowId: string }>(named, [deskId, nameKey]);
  if (row !== undefined) return { source: toSource(row), rowId: row.rowId, aliasId: null };
  const aliased = 'SELECT "id", "sourceId" FROM "SourceAlias" WHERE "deskId" = ? AND "nameKey" = ?';
  const [alias] = direct.rows<{ readonly id: string; readonly sourceId: string }>(aliased, [deskId, nameKey]);
  if (alias === undefined) return null;
  const [bearer] = direct.rows<SourceRow>(`${STANDING} WHERE s."id" = ?`, [alias.sourceId]);
  return bearer === undefined ? null : { source: toSource(bearer), rowId: alias.sourceId, aliasId: alias.id };
}

/** Writes the whole form over what is there. A name that was an alias of the source stops being one. */
export async function editSource(scope: SourceScope, input: EditSourceInput): Promise<Result<SourceRecord>> {
  return write(scope, async (tx, _now, direct) => {
    const record = await requireSource(tx, scope, input);
    const { key: _key, sourceId: _sourceId, version: _version, parentId: wantedParent, ...fields } = input;
    const nameKey = toNameKey(fields.name);
    await takeName(tx, direct, record, { name: fields.name, nameKey });
    const parentId = wantedParent === null ? null : await requireParent(tx, direct, record, wantedParent);
    const version = record.version + 1;
    await tx.source.update({ where: { id: record.id }, data: { ...fields, nameKey, parentId, version }, select: { id: true } });
    const data = { before: toSourceFields(record), after: { ...fields, parentId }, version };
    return written(tx, record, [{ type: 'source.edited', subjectId: record.id, data }]);
  });
}

/** Lets the source bear the name: refuses one that another bears, and frees one that is its own alias. */
async function takeName(
  tx: Tx,
  direct: Direct,
  record: SourceRecord,
  { name, nameKey }: { readonly name: string; readonly nameKey: string },
): Promise<void> {
  const bearer = findNamed(direct, record.deskId, nameKey);
  if (bearer === null || (bearer.aliasId === null && bearer.rowId === record.id)) return;
  if (bearer.source.id !== record.id) return refuseTaken(name, bearer.source, 'name');
  if (bearer.aliasId === null) {
    const why = `“${name}” is the name of a source that was merged into this one. Split it off, or keep the two names.`;
    return refuse(appError('INVALID', why, { field: 'name' }));
  }
  await tx.sourceAlias.delete({ where: { id: bearer.aliasId }, select: { id: true } });
}

/** `current` is the source that bears the name, so that a merge can be offered. */
function refuseTaken(name: string, bearer: Source, field: string): never {
  const whose = toNameKey(name) === toNameKey(bearer.name) ? 'another source' : `another name of “${bearer.name}”`;
  return refuse(appError('INVALID', `“${name}” is ${whose}. If the two are the same, merge them.`, { field, current: bearer }));
}

async function requireParent(tx: Tx, direct: Direct, record: SourceRecord, parentId: string): Promise<string> {
  const row = await tx.source.findFirst({
    where: { id: parentId, deskId: record.deskId },
    select: { id: true, name: true, canonicalId: true },
  });
  if (row === null) return refuse(appError('NOT_FOUND', 'What it is part of does not exist on your desk.', { field: 'parentId' }));
  const id = row.canonicalId ?? row.id;
  if (id === record.id) return refuse(appError('INVALID', 'A source is not part of itself.', { field: 'parentId' }));
  const ancestors = listAncestors(direct, id);
  if (ancestors.includes(record.id)) {
    return refuse(appError('INVALID', `“${row.name}” is part of this source, so this one cannot be part of it.`, { field: 'parentId' }));
  }
  if (ancestors.length + 1 + countLevelsBelow(direct, record.id) > PART_LEVELS_MAX) {
    const why = `Sources are part of one another over at most ${PART_LEVELS_MAX} levels, and with “${row.name}” these would be more.`;
    return refuse(appError('INVALID', why, { field: 'parentId' }));
  }
  return id;
}

/** One more name the source is found by. Refuses one that finds a source already, and says which. */
export async function addAlias(scope: SourceScope, input: AddAliasInput): Promise<Result<SourceRecord>> {
  return write(scope, async (tx, now, direct) => {
    const record = await requireSource(tx, scope, input);
    const { alias: name } = input;
    const nameKey = toNameKey(name);
    const bearer = findNamed(direct, record.deskId, nameKey);
    if (bearer?.source.id === record.id) {
      return refuse(appError('INVALID', `“${name}” finds this source already.`, { field: 'alias' }));
    }
    if (bearer !== null) return refuseTaken(name, bearer.source, 'alias');
    const row = { id: newId(), deskId: record.deskId, sourceId: record.id, name, nameKey };
    await tx.sourceAlias.create({ data: { ...row, createdById: scope.actor.userId, createdAt: now }, select: { id: true } });
    const version = await raiseVersion(tx, record);
    return written(tx, record, [{ type: 'source.alias_added', subjectId: record.id, data: { name, version } }]);
  });
}

/** Takes a name away, also one that came with a merged source. Claims that were found by it keep their source. */
export async function removeAlias(scope: SourceScope, input: RemoveAliasInput): Promise<Result<SourceRecord>> {
  return write(scope, async (tx) => {
    const record = await requireSource(tx, scope, input);
    const alias = record.aliases.find(({ id }) => id === input.aliasId);
    if (alias === undefined) return refuse(appError('NOT_FOUND', 'This is not another name of the source.'));
    await tx.sourceAlias.delete({ where: { id: alias.id }, select: { id: true } });
    const version = await raiseVersion(tx, record);
    return written(tx, record, [{ type: 'source.alias_removed', subjectId: record.id, data: { name: alias.name, version } }]);
  });
}

/** One more grade, beside those that were given before. */
export async function gradeSource(scope: SourceScope, input: GradeSourceInput): Promise<Result<SourceRecord>> {
  return write(scope, async (tx, now) => {
    const record = await requireSource(tx, scope, input);
    const { grade, reason } = input;
    const entry = { id: newId(), sourceId: record.id, grade, reason, byId: scope.actor.userId, at: now };
    await tx.sourceGrade.create({ data: entry, select: { id: true } });
    const version = await raiseVersion(tx, record);
    return written(tx, record, [{ type: 'source.graded', subjectId: record.id, data: { grade, reason, version } }]);
  });
}

/** The source, and every claim that leans on it, by article. Reports are not stored yet; they will stand beside the articles. */
export type Retracted = { readonly source: SourceRecord; readonly articles: readonly LeaningArticle[] };

/** Marks the source as one that no longer stands. Claims stay as they are: the answer says which ones to look at again. */
export async function retractSource(scope: SourceScope, input: RetractSourceInput): Promise<Result<Retracted>> {
  return write(scope, async (tx, now, direct) => {
    const record = await requireSource(tx, scope, input);
    if (record.retraction !== null) return refuse(appError('INVALID', `“${record.name}” is retracted already.`));
    const { reason } = input;
    await tx.source.update({ where: { id: record.id }, data: { retractedAt: now, retraction: reason }, select: { id: true } });
    const version = await raiseVersion(tx, record);
    const articles = await listLeaning(direct, { deskId: record.deskId, sourceId: record.id, sight: SEES_ALL });
    const source = await readSource(tx, record);
    const event: SourceAuditEvent = { type: 'source.retracted', subjectId: record.id, data: { reason, version } };
    return { value: { source, articles }, events: [event] };
  });
}

/** Takes the retraction back. Its reason stays in the audit trail. */
export async function unretractSource(scope: SourceScope, input: SourceVersionInput): Promise<Result<SourceRecord>> {
  return write(scope, async (tx) => {
    const record = await requireSource(tx, scope, input);
    const { retraction } = record;
    if (retraction === null) return refuse(appError('INVALID', `“${record.name}” is not retracted.`));
    await tx.source.update({ where: { id: record.id }, data: { retractedAt: null, retraction: '' }, select: { id: true } });
    const version = await raiseVersion(tx, record);
    return written(tx, record, [{ type: 'source.unretracted', subjectId: record.id, data: { reason: retraction.reason, version } }]);
  });
}

/** Counts a write to the source: whoever saw it before is stale. */
export async function raiseVersion(tx: Tx, { id, version }: { readonly id: string; readonly version: number }): Promise<number> {
  await tx.source.update({ where: { id }, data: { version: version + 1 }, select: { id: true } });
  return version + 1;
}

async function written(tx: Tx, record: SourceRecord, events: readonly SourceAuditEvent[]) {
  return { value: await readSource(tx, record), events };
}
