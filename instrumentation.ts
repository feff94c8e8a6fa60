/**
 * Runs once, before the server answers anything: what is kept in line at the end of every write (lib/db/settle.ts) is known to
 * the gate from the first write on, whichever page brings it. Where a mail server is named, notices begin to go out.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  await import('@/lib/claims/queue/mutations');
  await import('@/lib/claims/tally/mutations');
  await import('@/lib/search/mutations');
  // A build asks for pages too, and has no database.
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const [{ getEnv }, { getDatabase }, { runMail, switchMail }] = await Promise.all([
    import('@/lib/env'),
    import('@/lib/db/database'),
    import('@/lib/mail/mutations'),
  ]);
  const { mail, home } = getEnv();
  const db = getDatabase();
  await switchMail(db, mail !== null);
  if (mail === null) return;
  const { openPost } = await import('@/lib/smtp/transport');
  const onFailed = ({ id, userId, why }: { id: string; userId: string; why: string }) =>
    console.error(`Mail ${id} to the account ${userId} could not be delivered and is not tried again: ${why}`);
  // Kept where scripts/start finds it: a mail in flight is finished before the database is closed.
  (globalThis as { hearsayMail?: () => Promise<void> }).hearsayMail = runMail(db, {
    ...{ post: openPost(mail), home, onFailed },
    host: home === null ? 'localhost' : new URL(home).hostname,
  });
}
