import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { CONTENT_CHECK_LABELS } from '@/lib/claims/finding';
import type { PersonRef } from '@/lib/kernel/person';
import type { CalibrationInput, Listed } from '@/lib/reliability/calibration/behind';
import type { Calibration } from '@/lib/reliability/calibration/calibration';
import { calibrationSentence } from '@/lib/reliability/calibration/calibration-words';
import { counted } from '@/lib/text/counted';
import { calibrationHref } from './address';
import { BandsTable } from './bands-table';
import { type ClaimRow, ClaimsBehind } from './claims-behind';
import { ReliabilityDiagram } from './reliability-diagram';
import { ScoreTable } from './score-table';

type CalibrationPageProps = {
  person: PersonRef;
  /** Whether it is the reader's own. */
  own: boolean;
  /** Whose else the reader may see. */
  others: readonly PersonRef[];
  calibration: Calibration;
  input: CalibrationInput;
  /** The rows of the list's page, of `total`. */
  outcomes: readonly Listed[];
  total: number;
  claims: ReadonlyMap<string, ClaimRow>;
};

/** How somebody's likelihoods came out: what they said beside what was found out later. */
export function CalibrationPage({ person, own, others, calibration, input, outcomes, total, claims }: CalibrationPageProps) {
  const personId = own ? null : person.id;
  return (
    <>
      <header>
        <h1 className="display">Calibration</h1>
        <p className="fig-stand cal-stand">
          {own ? (
            'How your likelihoods came out.'
          ) : (
            <>
              How the likelihoods of <bdi>{person.name}</bdi> came out.
            </>
          )}{' '}
          {calibration.defined ? calibrationSentence(calibration) : null}
        </p>
        <p className="fig-note">
          Each term counts as the middle of its band (ICD 203), against whether the claim was later confirmed, or contradicted or found in a
          misleading context. Only what was said before the check was settled counts, and what one origin says counts once. Only{' '}
          {own ? 'you' : 'they'} and the editors see this.
        </p>
      </header>
      {calibration.defined ? (
        <>
          <section aria-labelledby="cal-bands">
            <h2 id="cal-bands" className="display">
              What was said, and what was so
            </h2>
            <div className="fig-two cal-two">
              <ReliabilityDiagram bands={calibration.bands} />
              <BandsTable bands={calibration.bands} personId={personId} />
            </div>
          </section>
          <section aria-labelledby="cal-score">
            <h2 id="cal-score" className="display">
              Brier score
            </h2>
            <ScoreTable calibration={calibration} personId={personId} />
          </section>
        </>
      ) : (
        <EmptyState title="There is no figure yet.">
          {calibration.reason.charAt(0).toUpperCase() + calibration.reason.slice(1)}. Give a claim a likelihood while its content is not
          checked; when it is confirmed or contradicted, it counts here.
        </EmptyState>
      )}
      <LeftOut calibration={calibration} personId={personId} />
      {input.list === null ? null : (
        <ClaimsBehind list={input.list} from={input.from} outcomes={outcomes} total={total} claims={claims} personId={personId} />
      )}
      {others.length === 0 ? null : (
        <nav aria-label="Whose calibration" className="cal-people" data-screen-only="">
          <h2 className="font-strong">Others of the desk</h2>
          <ul>
            {others.map(({ id, name }) => (
              <li key={id}>
                <Link href={calibrationHref(id)} prefetch={false}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

/** What was said and does not count, with how many and why. */
function LeftOut({ calibration: { leftOut, late }, personId }: { calibration: Calibration; personId: string | null }) {
  if (leftOut.length === 0 && late.length === 0) return null;
  return (
    <section aria-labelledby="cal-left">
      <h2 id="cal-left" className="display">
        Left out
      </h2>
      <ul className="cal-left">
        {leftOut.map(({ check, claimIds }) => (
          <li key={check}>
            <Link href={calibrationHref(personId, check)}>{counted(claimIds.length, 'claim')}</Link>:{' '}
            {CONTENT_CHECK_LABELS[check].toLowerCase()}
          </li>
        ))}
        {late.length === 0 ? null : (
          <li>
            <Link href={calibrationHref(personId, 'late')}>{counted(late.length, 'claim')}</Link>: given a likelihood only when the answer
            was known
          </li>
        )}
      </ul>
    </section>
  );
}
