import { makeFolder, removeFolder, startServer, stopServer } from './server';

/** One server with the sample workspace for the whole run, on a folder of its own, and one seed. Workers inherit the variables. */
export default async function globalSetup() {
  process.env.HEARSAY_SEED ??= `${Date.now() % 1_000_000}`;
  const server = await startServer(await makeFolder());
  process.env.HEARSAY_E2E_ADDRESS = server.address;
  process.env.HEARSAY_E2E_DATA = server.data;
  return async () => {
    await stopServer(server);
    await removeFolder(server.data);
  };
}
