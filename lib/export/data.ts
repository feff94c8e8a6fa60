import { frameOf } from '@/lib/frame/frames';
import { OWN_LANGUAGE } from '@/lib/frame/languages';
import 'server-only';
import { findArticle } from '@/lib/articles/data';
import type { Sight } from '@/lib/assignments/sight';
import { listOriginGroups } from '@/lib/attribution/data';
import { inBatches } from '@/lib/claims/batches';
import { listClaims } from '@/lib/claims/data';
import type { Database } from '@/lib/db/database';
import { type Pause, withoutPause } from '@/lib/kernel/pause';
import { PRODUCT } from '@/lib/kernel/product';
import { WHOLE } from '@/lib/report/choices';
import { listKnownNames } from '@/lib/report/data';
import { findHouse } from '@/lib/report/house/data';
import { type Named, toNamed } from '@/lib/report/house/house';
import { buildReportInTurns, type ReportInput, type ReportModel } from '@/lib/report/model';
import { redactedInput } from '@/lib/report/redact';
import { listTransitionsOf } from '@/lib/review/data';
import type { Asked, ExportChoice } from './choice';

type Scope = { readonly deskId: string; readonly articleId: string; readonly sight: Sight; readonly now: Date };

/** Everything one export holds, or null when the desk has no such article. Rejects with whatever `pause` rejects with. */
export async function readReport(
  db: Database,
  scope: Scope,
  choice: ExportChoice['claims'],
  pause: Pause = withoutPause,
  asked: Asked = WHOLE,
): Promise<ReportModel | null> {
  const found = await findArticle(db, scope);
  if (found === null) return null;
  const { desk, house } = await readSender(db, scope);
  const rows = await readUnchanged(db, scope, pause);
  // What a model holds is decided in one place, buildReport; it also says which states it could hold.
  const { withheld } = asked;
  const choices = { ...asked, ...(house === null ? {} : { house }) };
  const frame = frameOf(asked.language ?? OWN_LANGUAGE);
  const input = {
    kind: choice.kind,
    choices,
    frame,
    ...(choice.kind === 'report' ? {} : { statuses: choice.states }),
    desk,
    ...found,
    ...rows,
  };
  const model = await buildReportInTurns({ ...input, generatedAt: scope.now, generator: PRODUCT }, pause);
  return withheld.length === 0 ? model : buildReportInTurns(redactedInput(model, withheld, await listKnownNames(db, scope)), pause);
}

/** Who hands it over. A house's name stands where the desk's own would: no format has to know of it. */
export async function readSender(
  db: Database,
  { deskId }: { readonly deskId: string },
): Promise<{ readonly desk: { readonly id: string; readonly name: string }; readonly house: Named | null }> {
  const { id, name } = await db.read.desk.findUniqueOrThrow({ where: { id: deskId }, select: { id: true, name: true } });
  const house = toNamed(await findHouse(db.read, { deskId }), { name });
  return { desk: { id, name: house?.name ?? name }, house };
}

type Rows = Pick<ReportInput, 'claims' | 'transitions' | 'groups'>;

/** How often the claims are read with pauses before they are read in one go, during which this process writes nothing. */
const TRIES = 3;

/** Claims, steps and groups as they stood at one moment: what was read while somebody wrote to them is read again. */
async function readUnchanged(db: Database, scope: Scope, pause: Pause): Promise<Rows> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await readStamp(db, scope);
    const rows = await readRows(db, scope, pause);
    if ((await readStamp(db, scope)) === before) return rows;
  }
  return readRows(db, scope, withoutPause);
}

async function readRows(db: Database, scope: Scope, pause: Pause): Promise<Rows> {
  const claims = await listClaims(db, scope, pause);
  const transitions = [];
  for (const batch of inBatches(claims)) {
    const claimIds = batch.map(({ id }) => id);
    transitions.push(...(await listTransitionsOf(db, { deskId: scope.deskId, claimIds, sight: scope.sight })));
    await pause();
  }
  return { claims, transitions, groups: await listOriginGroups(db.read, scope) };
}

/**
 * Another value after every write that an export shows: claims and sources are never removed, every write raises the version of
 * its claim, source or group, and merging and retracting leave a source without its own.
 */
async function readStamp(db: Database, { articleId, deskId }: Scope): Promise<string> {
  const [row] = await db.rows<{ readonly stamp: string }>(STAMP, [articleId, deskId, articleId, deskId]);
  return row?.stamp ?? '';
}

const STAMP = `
  SELECT
    (SELECT COUNT(*) || ' ' || TOTAL("version") FROM "Claim" WHERE "articleId" = ? AND "deskId" = ?) || ' ' ||
    (SELECT COUNT(*) || ' ' || TOTAL("version") FROM "OriginGroup" WHERE "articleId" = ?) || ' ' ||
    (SELECT COUNT(*) || ' ' || TOTAL("version") || ' ' || COUNT("canonicalId") || ' ' || COUNT("retractedAt") FROM "Source" WHERE "deskId" = ?) AS "stamp"`;
