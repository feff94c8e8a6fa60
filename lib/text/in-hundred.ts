/** A share from 0 to 1 in hundred, a whole number: only all or nothing is rounded to it. */
export function inHundred(share: number): number {
  return share === 0 || share === 1 ? share * 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
}
