import 'server-only';
import { notFound } from 'next/navigation';
import { cacheSignal } from 'react';
import { createKeptWork, whenDone } from '@/lib/agreement/kept-work';
import { LOOP } from '@/lib/agreement/loop/loaders';
import { listColleagues } from '@/lib/assignments/data';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import { type CalibrationInput, LIST_PAGE, outcomesIn } from './behind';
import { type Calibration, calibrationOf } from './calibration';
import { listForecastClaims, readForecasts, readLastEvent } from './data';

/** How the likelihoods of a person of the desk came out; one's own where nobody is named. Not found for whom it is not for. */
export async function loadCalibration(personId: string | null, input: CalibrationInput) {
  const actor = await requireActor();
  const { deskId } = actor;
  const db = getDatabase();
  const sight = await loadSight(actor);
  const wanted = personId ?? actor.userId;
  if (!can(actor, 'calibration.read', { deskId, personId: wanted })) return notFound();
  const colleagues = await listColleagues(db.read, { deskId });
  const person = colleagues.find(({ id }) => id === wanted);
  if (person === undefined) return notFound();
  // Every write leaves an event: nothing has changed where the last one is the same.
  const key = JSON.stringify([deskId, wanted, await readLastEvent(db), sight.userId, [...sight.limited]]);
  const calibration = calibrations(key, cacheSignal(), async (pause, tell) => {
    const forecasts = await readForecasts(db, { deskId, sight, personId: wanted }, { pause, tell });
    return calibrationOf(forecasts.get(wanted) ?? []);
  });
  const work = whenDone(calibration, async (found) => {
    const outcomes = outcomesIn(found, input);
    const shown = outcomes.slice(input.from, input.from + LIST_PAGE);
    const firsts = shown.flatMap(({ claimIds: [first] }) => first ?? []);
    const claims = await listForecastClaims(db, { deskId, sight }, firsts);
    return { calibration: found, outcomes: shown, total: outcomes.length, claims: new Map(claims.map((row) => [row.claim.id, row])) };
  });
  // Whom one may read besides: nobody's names are told to those who read their own only.
  const others = colleagues.filter(({ id }) => id !== wanted && can(actor, 'calibration.read', { deskId, personId: id }));
  return { actor, person, others, work };
}

/** So many people's calibrations are kept: each holds the ids of all claims behind it. */
const calibrations = createKeptWork<Calibration>(20, LOOP);
