import 'server-only';
import { notFound } from 'next/navigation';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { agreementOverTime, FIRST_FIELD, periodAgreement } from './agreement';
import { listSteps, readAgreement, readThroughput, readWaiting } from './data';
import { toPeriod } from './period';
import type { FiguresInput, PeriodAgreementInput, StepListInput } from './schema';
import { toStepFilter } from './step-list';

/** The desk's figures, but for those that take long. Not found for those who do not run the desk. */
export async function loadFigures(input: FiguresInput) {
  const actor = await requireEditor();
  const { deskId } = actor;
  const now = new Date();
  const sight = await loadSight(actor);
  const [throughput, waiting] = await Promise.all([
    readThroughput(getDatabase(), { deskId, sight }, toPeriod(input, now), input.person ?? null),
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

/** How far checkers agreed over the period, apart from the other figures: where nobody asked since articles changed, they are compared anew. */
export async function loadAgreementOverTime(input: FiguresInput) {
  const actor = await requireAgreementReader();
  const period = toPeriod(input, new Date());
  const { articles, more } = await readAgreement(getDatabase(), { deskId: actor.deskId, sight: await loadSight(actor) }, period);
  return { steps: agreementOverTime(period, articles), more };
}

/** The agreement of one period with the articles that it is of. */
export async function loadPeriodAgreement(input: PeriodAgreementInput) {
  const actor = await requireAgreementReader();
  const period = toPeriod(input, new Date());
  const read = await readAgreement(getDatabase(), { deskId: actor.deskId, sight: await loadSight(actor) }, period);
  return { actor, period, ...read, agreement: periodAgreement(read.articles, input.field ?? FIRST_FIELD) };
}

async function requireAgreementReader(): Promise<Actor> {
  const actor = await requireActor();
  return can(actor, 'agreement.read', { deskId: actor.deskId }) ? actor : notFound();
}

async function requireEditor(): Promise<Actor> {
  const actor = await requireActor();
  return can(actor, 'figures.read', { deskId: actor.deskId }) ? actor : notFound();
}
