import 'server-only';
import type { Command } from 'commander';
import { findSight, listColleagues } from '@/lib/assignments/data';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { toViewer } from '@/lib/permissions/viewer';
import { calibrationOf } from '@/lib/reliability/calibration/calibration';
import { calibrationLines } from '@/lib/reliability/calibration/calibration-words';
import { readForecasts } from '@/lib/reliability/calibration/data';
import { findCliActor, requirePermission, withDatabase } from '../context';
import { print } from '../print';

/** calibration */
export function addCalibrationCommands(program: Command): void {
  program
    .command('calibration')
    .description('how people’s likelihoods came out: Brier score with its parts, and how often each of the seven terms held up')
    .option('--person <email>', 'of this account only')
    .action(showCalibration);
}

async function showCalibration({ person }: { person?: string }, command: Command): Promise<void> {
  const people = await withDatabase(async (db) => {
    const actor = await findCliActor(db, undefined);
    const { deskId } = actor;
    const colleagues = await listColleagues(db.read, { deskId });
    const asked =
      person === undefined ? null : await db.read.user.findUnique({ where: { email: person.trim().toLowerCase() }, select: { id: true } });
    const wanted = person === undefined ? colleagues : colleagues.filter(({ id }) => id === asked?.id);
    if (wanted.length === 0) throw new Refusal(appError('NOT_FOUND', `There is no account for ${person} on this desk.`));
    for (const { id } of wanted) requirePermission(actor, 'calibration.read', { deskId, personId: id });
    const sight = await findSight(db, { deskId, ...toViewer(actor) });
    const [only] = wanted.length === 1 ? wanted : [];
    const forecasts = await readForecasts(db, { deskId, sight, ...(only === undefined ? {} : { personId: only.id }) });
    return wanted.map(({ id, name }) => ({ person: { id, name }, ...calibrationOf(forecasts.get(id) ?? []) }));
  });
  const words = people.map(({ person: { name }, ...calibration }) =>
    [name, ...calibrationLines(calibration).map((line) => `  ${line}`)].join('\n'),
  );
  print(command, { people }, words.join('\n\n'));
}
