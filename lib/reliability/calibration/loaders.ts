import 'server-only';
import { notFound } from 'next/navigation';
import { listColleagues } from '@/lib/assignments/data';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import { type CalibrationInput, outcomesIn } from './behind';
import { calibrationOf } from './calibration';
import { listForecastClaims, readForecasts } from './data';

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
  const forecasts = await readForecasts(db, { deskId, sight, personId: wanted });
  const calibration = calibrationOf(forecasts.get(wanted) ?? []);
  const outcomes = outcomesIn(calibration, input);
  const claims = await listForecastClaims(
    db,
    { deskId, sight },
    outcomes.flatMap(({ claimIds }) => claimIds),
  );
  // Whom one may read besides: nobody's names are told to those who read their own only.
  const others = colleagues.filter(({ id }) => id !== wanted && can(actor, 'calibration.read', { deskId, personId: id }));
  return { actor, person, others, calibration, outcomes, claims: new Map(claims.map((row) => [row.claim.id, row])) };
}
