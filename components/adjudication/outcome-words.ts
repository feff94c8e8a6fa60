import type { OutcomeCounts } from '@/lib/review/adjudicating/outcomes/outcome';

/** “5 as you made them, 2 changed, 1 not kept”: only what there is. */
export function outcomeWords({ asMade, changed, rejected }: OutcomeCounts): string {
  const parts = [
    asMade === 0 ? '' : `${asMade} as you made ${asMade === 1 ? 'it' : 'them'}`,
    changed === 0 ? '' : `${changed} changed`,
    rejected === 0 ? '' : `${rejected} not kept`,
  ].filter((part) => part !== '');
  return `${parts.join(', ')}.`;
}
