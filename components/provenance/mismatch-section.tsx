import type { Sourcing } from '@/lib/provenance/sourcing';
import { type AddressOf, ClaimsLink } from './claims-link';
import { countOf } from './drawn-graph';
import { MismatchList } from './mismatch-list';
import { gatherPairs } from './mismatches';
import { notesOf, PAIRS_SHOWN } from './page-parts';
import { Section } from './section';
import type { ShownClaim } from './shown-claim';

type MismatchSectionProps = { sourcing: Sourcing; shown: ReadonlyMap<string, ShownClaim>; addressOf: AddressOf };

/** Contradictions, then tensions, each claim beside those it does not fit. */
export function MismatchSection({ sourcing: { claims, label }, shown, addressOf }: MismatchSectionProps) {
  const { contradictions, tensions } = label;
  const none = contradictions.length === 0 && tensions.length === 0;
  const pairs = contradictions.slice(0, PAIRS_SHOWN);
  const tense = tensions.slice(0, PAIRS_SHOWN - pairs.length);
  const hidden = contradictions.length + tensions.length - pairs.length - tense.length;
  return (
    <Section
      id="mismatches"
      title="What does not fit"
      aside={none ? undefined : [countsOf(contradictions, 'contradiction'), countsOf(tensions, 'tension')].filter(Boolean).join(', ')}
    >
      {none ? <p className="text-ink-2">No claim was found to contradict another.</p> : null}
      <MismatchList kind="contradicts" groups={gatherPairs(pairs)} claims={shown} noteOf={notesOf(claims, 'contradicts')} />
      <MismatchList kind="tension" groups={gatherPairs(tense)} claims={shown} noteOf={notesOf(claims, 'tension')} />
      {hidden === 0 ? null : (
        <p className="pt-4">
          {countOf(hidden, 'pair')} more: <ClaimsLink href={addressOf('contradictions')}>all contradictions</ClaimsLink>,{' '}
          <ClaimsLink href={addressOf('tensions')}>all tensions</ClaimsLink>
        </p>
      )}
    </Section>
  );
}

function countsOf(pairs: readonly unknown[], noun: string): string {
  return pairs.length === 0 ? '' : countOf(pairs.length, noun);
}
