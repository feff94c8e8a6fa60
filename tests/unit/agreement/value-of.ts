import type { Figure } from '@/lib/agreement/figure';

/** The value of a figure that a test counts on. */
export function valueOf(figure: Figure): number {
  if (!figure.defined) throw new Error(`There is no figure: ${figure.reason}`);
  return figure.value;
}
