/** What every action's input may carry beside its own: who the page belongs to that sends it. */
export type ExpectedActor = { readonly actorId?: string };

/**
 * Whether a request was meant to come from somebody else. A page outlives its session: what was left unsent on it must
 * not be done in the name of the next person who signs in to the same browser. An input that names nobody is taken as
 * the session's; anything else in the place of an id is nobody's. Never throws.
 */
export function isMeantForAnother(input: unknown, userId: string): boolean {
  if (typeof input !== 'object' || input === null) return false;
  const { actorId } = input as { readonly actorId?: unknown };
  return actorId !== undefined && actorId !== userId;
}
