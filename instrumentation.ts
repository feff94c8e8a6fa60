/**
 * Runs once, before the server answers anything: what is kept in line at the end of every write (lib/db/settle.ts) is known to
 * the gate from the first write on, whichever page brings it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  await import('@/lib/claims/queue/mutations');
  await import('@/lib/claims/tally/mutations');
  await import('@/lib/search/mutations');
}
