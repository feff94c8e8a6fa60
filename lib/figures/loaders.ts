import 'server-only';
import { notFound } from 'next/navigation';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { listSteps, readThroughput, readWaiting } from './data';
import { toPeriod } from './period';
import type { FiguresInput, StepListInput } from './schema';
import { toStepFilter } from './step-list';

/** The desk's figures, but for those that take long. Not found for those who do not run the desk. */
export async function loadFigures(input: FiguresInput) {
  const actor = await requireEditor();
  const { deskId } = actor;
  const now = new Date();
  const sight = await loadSight(actor);
  const [throughput, waiting] = await Promise.all([
    readThroughput(getDatabase(), { deskId, sight }, toPeriod(input, now)),
    readWaiting(getDatabase(), { deskId, now }),
  ]);
  return { actor, throughput, waiting, limited: sight.limited.size > 0 };
}

/** One page of the list behind a number. */
export async function loadSteps(input: StepListInput) {
  const actor = await requireEditor();
  const now = new Date();
  const scope = { deskId: actor.deskId, sight: await loadSight(actor), now };
  const [at, id] = input.after?.split('.').map(Number) ?? [];
  const after = at === undefined || id === undefined ? null : { at, id };
  return { actor, ...(await listSteps(getDatabase(), scope, { filter: toStepFilter(input), period: toPeriod(input, now), after })) };
}

async function requireEditor(): Promise<Actor> {
  const actor = await requireActor();
  return can(actor, 'figures.read', { deskId: actor.deskId }) ? actor : notFound();
}
