/**
 * Serves the built Next application (or, in development, one that is built as it is asked for) behind
 * an open door. Imported and run only after the dependencies are installed.
 */
export async function serveApplication(door, { development, host }) {
  const { default: next } = await import('next');
  const { port } = door.server.address();
  const app = next({ dev: development, hostname: host, port, httpServer: door.server });
  await app.prepare();
  door.use(app.getRequestHandler());
  return {
    /** Ends the streams of events (lib/live/loaders.ts keeps them here): they would be in flight for ever. */
    hush: () => globalThis.hearsayLive?.close(),
    close: async () => {
      // A mail in flight is finished (instrumentation.ts keeps its end here).
      await globalThis.hearsayMail?.();
      await app.close();
      // Closing folds the write-ahead log into the database file (lib/db/database.ts keeps it here).
      await globalThis.hearsayDatabase?.close();
    },
  };
}
