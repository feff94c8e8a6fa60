import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { FIELD_FACTS } from '@/lib/adjudication/field';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { countOutcomes, type Outcome } from '@/lib/review/adjudicating/outcomes/outcome';
import { outcomeWords } from './outcome-words';

type OutcomePageProps = { articleId: string; outcomes: readonly Outcome[] };

/** What became of the person's own claims when the work on an article was adjudicated: what stands now, what is other in it, or why nothing does. */
export function OutcomePage({ articleId, outcomes }: OutcomePageProps) {
  if (outcomes.length === 0) {
    return (
      <EmptyState
        as="h1"
        title="Nothing of yours was adjudicated here."
        action={<LinkButton href={`/articles/${articleId}`}>To the article</LinkButton>}
      >
        Once an editor has decided where its checkers differ, you find here what became of each claim of yours.
      </EmptyState>
    );
  }
  return (
    <>
      <header className="grid gap-1">
        <h1 className="display text-h2">What became of your claims</h1>
        <p className="text-ink-2">{outcomeWords(countOutcomes(outcomes))}</p>
      </header>
      <ol className="border-rule border-b">
        {outcomes.map(({ claim, standsFor, reason, by }) => (
          <li key={claim.id} className="grid gap-1 border-rule border-t py-3">
            <p dir="auto" className="quoted break-words">
              {claim.quote}
            </p>
            <p>
              <span className="text-ink-3">C{claim.number}</span>{' '}
              {standsFor === null ? (
                <>
                  <b>✕ Not kept.</b> <bdi>{by.name}</bdi>: “{reason}”
                </>
              ) : (
                <>
                  <b>{standsFor.other.length === 0 ? '= As you made it' : `≠ Changed: ${fieldsOf(standsFor.other)}`}</b>
                  {', now '}
                  <Link href={`/articles/${articleId}#claim-${standsFor.id}`} prefetch={false}>
                    C{standsFor.number}
                  </Link>{' '}
                  <span className="text-ink-3">
                    ({CLAIM_STATE_LABELS[standsFor.state].toLowerCase()}), decided by <bdi>{by.name}</bdi>
                  </span>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function fieldsOf(fields: NonNullable<Outcome['standsFor']>['other']): string {
  return fields.map((field) => FIELD_FACTS[field].label.toLowerCase()).join(', ');
}
