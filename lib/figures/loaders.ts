import 'server-only';
import { createHash } from 'node:crypto';
import { notFound } from 'next/navigation';
import { cacheSignal } from 'react';
import { createKeptWork, type Progress } from '@/lib/agreement/kept-work';
import { LOOP } from '@/lib/agreement/loop/loaders';
import { readJudgements, readStates } from '@/lib/agreement/period/data';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { inTurns, type Pause } from '@/lib/kernel/pause';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import {
  type AgreedArticle,
  type AgreementStep,
  agreementOverTimeSteps,
  type ComparedAgreement,
  FIRST_FIELD,
  periodAgreementSteps,
  toComparedArticle,
} from './agreement';
import { listCompared, listSteps, readThroughput, readWaiting } from './data';
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
  const { period, compared, more, judge, key } = await toCompare(input);
  const work = overTime(key(), cacheSignal(), async (pause, tell) =>
    inTurns(agreementOverTimeSteps(period, await judge(pause, tell)), pause),
  );
  return { work, articles: compared.length, more };
}

/** The agreement of one period with the articles that it is of; the figures come when they are there. */
export async function loadPeriodAgreement(input: PeriodAgreementInput) {
  const { actor, period, compared, more, judge, key } = await toCompare(input);
  const field = input.field ?? FIRST_FIELD;
  const work = ofPeriod(key(field), cacheSignal(), async (pause, tell) => {
    const articles = await judge(pause, tell);
    const agreement = await inTurns(periodAgreementSteps(articles, field), pause);
    return { agreement, articles: articles.map(toComparedArticle) };
  });
  return { actor, period, articles: compared.length, more, work };
}

/** So many periods' figures are kept: some kB each, what was judged on each article being kept elsewhere. */
const KEPT_MAX = 50;
const overTime = createKeptWork<readonly AgreementStep[]>(KEPT_MAX, LOOP);
const ofPeriod = createKeptWork<ComparedAgreement>(KEPT_MAX, LOOP);

/** The articles of a period with all that their comparison hangs on. */
async function toCompare(input: FiguresInput) {
  const actor = await requireAgreementReader();
  const period = toPeriod(input, new Date());
  const [db, scope] = [getDatabase(), { deskId: actor.deskId, sight: await loadSight(actor) }];
  const { compared, more } = await listCompared(db, scope, period);
  const states = await readStates(
    db,
    scope,
    compared.map(({ articleId }) => articleId),
    LOOP.pause(),
  );
  const judge = async (pause: Pause, tell: (progress: Progress) => void): Promise<readonly AgreedArticle[]> => {
    const judged = await readJudgements(db, scope, states, { pause, tell });
    return compared.map((article) => ({ ...article, judgements: judged.get(article.articleId) ?? null }));
  };
  const key = (field = '') =>
    createHash('sha256')
      .update(JSON.stringify([actor.deskId, period.from, period.to, field, compared, [...states]]))
      .digest('base64');
  return { actor, period, compared, more, judge, key };
}

async function requireAgreementReader(): Promise<Actor> {
  const actor = await requireActor();
  return can(actor, 'agreement.read', { deskId: actor.deskId }) ? actor : notFound();
}

async function requireEditor(): Promise<Actor> {
  const actor = await requireActor();
  return can(actor, 'figures.read', { deskId: actor.deskId }) ? actor : notFound();
}
