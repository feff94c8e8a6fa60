/** Under which name a person's keys are kept in the browser. */
export function keptKeyOf(userId: string): string {
  return `hearsay.keys.${userId}`;
}
