import { build } from '../setup/build.mjs';
import { generate } from '../setup/generate.mjs';
import { install } from '../setup/install.mjs';
import { orRefuse } from '../setup/refusal.mjs';
import { ROOT } from '../setup/root.mjs';
import { step } from '../setup/step.mjs';
import { serveApplication } from './application.mjs';
import { prepareDataFolder, readSessionSecret } from './data-folder.mjs';
import { inspectDatabase, lockDataFolder, setUpDatabase } from './database.mjs';
import { listen, onSignal } from './serve.mjs';
import { readSettings } from './settings.mjs';

/**
 * Everything from a fresh clone to a running server, in an order that finds out early what cannot work:
 * settings, port, data folder, dependencies, database, build. Progress goes to standard error; the
 * accounts of a first start and the line with the address go to standard output.
 */
export function start({ development }) {
  return orRefuse(async () => {
    const settings = readSettings(process.env);
    process.chdir(ROOT);
    // A terminal or a log that went away must not keep the server from working, or from stopping.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    const door = await listen(settings);
    let stop = () => process.exit(130); // until the application answers there is nothing to finish
    onSignal(() => stop());

    prepareDataFolder(settings.data);
    prepareEnvironment(settings, door.address, development);
    await step('Dependencies', install);
    const unlock = lockDataFolder(settings.data);
    const todo = await inspectDatabase(settings.database);
    await step('Database client', generate);
    if (!development) await step('Build', build);
    let news = '';
    await step('Database', async () => {
      if (todo === 'current') return 'up to date';
      news = await setUpDatabase();
    });
    if (news !== '') console.log(`\n${news}\n`);

    const application = await serveApplication(door, { development, host: settings.host });
    stop = async () => {
      process.stderr.write('\nStopping: requests in flight are finished first.\n');
      application.hush();
      const unfinished = await door.stop();
      if (unfinished > 0) process.stderr.write(`${unfinished} requests did not finish in 10 seconds and were cut off.\n`);
      await application.close();
      unlock();
      process.exit(0);
    };
    console.log(`Hearsay is ready at ${door.address}`);
  });
}

/** What the application and the command line read from the environment (lib/env.ts). */
function prepareEnvironment(settings, address, development) {
  process.env.NODE_ENV = development ? 'development' : 'production';
  process.env.HEARSAY_DATA = settings.data;
  process.env.DATABASE_URL = `file:${settings.database}`;
  process.env.NEXTAUTH_SECRET ||= readSessionSecret(settings.data);
  process.env.NEXTAUTH_URL ||= address;
  process.env.NEXT_TELEMETRY_DISABLED = '1';
}
