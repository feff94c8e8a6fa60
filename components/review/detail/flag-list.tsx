import { FLAG_LABELS } from '@/lib/claims/flag';
import type { StandingFlag } from '@/lib/claims/flags';
import { DetailSection } from './detail-section';

/** What a reader should know of how the claim is told, each with its reason; what a person set aside stays, struck through. */
export function FlagList({ flags }: { flags: readonly StandingFlag[] }) {
  if (flags.length === 0) return null;
  const standing = flags.filter(({ dismissed }) => !dismissed).length;
  return (
    <DetailSection title="Flags" aside={standing === flags.length ? standing : `${standing}, ${flags.length - standing} set aside`}>
      <ul className="grid gap-2">
        {flags.map(({ flag, from, dismissed, note, why }) => (
          <li key={flag}>
            <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
              <span className={flag === 'internal_contradiction' && !dismissed ? 'flag hot' : 'flag'}>
                {dismissed ? <s>{FLAG_LABELS[flag]}</s> : FLAG_LABELS[flag]}
              </span>
              <span className="min-w-0 flex-[1_1_180px] break-words text-ink-2 text-small">
                {dismissed ? 'Set aside by a person: ' : from === 'person' ? 'Seen by a person: ' : ''}
                {why}
              </span>
            </p>
            {note === '' ? null : (
              <blockquote dir="auto" className="quoted mt-1 whitespace-pre-wrap break-words border-rule-2 border-s-2 ps-2.5 text-quote">
                {note}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </DetailSection>
  );
}
