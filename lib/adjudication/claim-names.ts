/** “C4”, “C4 and C1003”, “C4, C1003 and C2001”: the claims that are compared, as the page and a refusal name them. */
export function claimNames(parents: readonly { readonly number: number }[]): string {
  const names = parents.map(({ number }) => `C${number}`);
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
