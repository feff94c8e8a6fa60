import type { Edition } from './publication';

/** “Edition 2”, “Editions 1 and 2”, “Editions 1, 2 and 4”: in their order, however they come. */
export function editionsWords(editions: readonly Pick<Edition, 'number'>[]): string {
  const numbers = editions.map(({ number }) => number).sort((a, b) => a - b);
  const last = numbers.pop();
  return numbers.length === 0 ? `Edition ${last}` : `Editions ${numbers.join(', ')} and ${last}`;
}
