import type { Independence } from '@/lib/attribution/origin-group';

const WORDS: Readonly<Record<Independence, string>> = { attested: 'attested', shared: 'shown to be shared', unknown: 'unknown' };

/** ● attested, ◐ shared, ○ unknown, always with the words. */
export function OriginState({ state, name = null }: { state: Independence; name?: string | null }) {
  return (
    <span className="og" data-state={state}>
      <i aria-hidden="true" />
      <span>
        {name === null ? (
          WORDS[state]
        ) : (
          <>
            <bdi>{name}</bdi>
            <small>{WORDS[state]}</small>
          </>
        )}
      </span>
    </span>
  );
}
