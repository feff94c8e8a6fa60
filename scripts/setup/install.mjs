import { existsSync, readFileSync } from 'node:fs';
import { Refusal } from './refusal.mjs';
import { fromRoot } from './root.mjs';
import { runNpm } from './run.mjs';
import { clearStamp, hashOf, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'node_modules/.hearsay-install';

/** Compiled packages only fit the Node interface and the machine they were made for. */
const MACHINE = `${process.versions.modules} ${process.platform} ${process.arch}`;

/** Installs exactly the locked dependencies where they are missing or stale. Node's own modules are all it needs. */
export async function install() {
  const wanted = `${hashOf(['package-lock.json'])} ${MACHINE}`;
  const stamp = readStamp(STAMP);
  if (stamp === wanted) return 'up to date';
  if (installedByHand(stamp)) {
    writeStamp(STAMP, wanted);
    return 'up to date';
  }
  clearStamp(STAMP);
  const done = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (done.code !== 0) throw new Refusal(`${whyNot(done)}\nThe dependencies could not be installed: see what npm says above.`);
  writeStamp(STAMP, wanted);
}

/** npm names the reason first and then explains its own use at length. */
function whyNot({ err }) {
  const lines = err.split('\n').filter((line) => line.startsWith('npm error'));
  return lines.slice(0, 12).join('\n');
}

/** Whether somebody ran npm themselves: its own record of what is installed says the same as the lock file. */
function installedByHand(stamp) {
  const record = fromRoot('node_modules/.package-lock.json');
  const compiled = fromRoot('node_modules/better-sqlite3/build/Release/better_sqlite3.node');
  if (!existsSync(record) || !existsSync(compiled) || (stamp !== null && !stamp.endsWith(MACHINE))) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([place, entry]) => place === '' || (installed[place] === undefined ? entry.optional : installed[place].version === entry.version),
  );
}
