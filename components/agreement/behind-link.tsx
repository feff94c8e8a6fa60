import { type Difference, elementId } from './address';
import type { ListedDifference } from './differences';

/** How many claims differ, leading to them; no link where none does. */
export function BehindLink({ difference, differences }: { difference: Difference; differences: readonly ListedDifference[] }) {
  const listed = differences.find((one) => one.difference === difference);
  if (listed === undefined) return <span className="text-ink-3">no claim</span>;
  const count = listed.items.length;
  return (
    <a href={`#${elementId(difference)}`}>
      {count.toLocaleString('en')} {count === 1 ? 'claim' : 'claims'}
      <span className="sr-only"> with another “{listed.title}”</span>
    </a>
  );
}
