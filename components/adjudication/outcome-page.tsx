import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { FIELD_FACTS } from '@/lib/adjudication/field';
import { claimAddress } from '@/lib/claims/claim-address';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { countOutcomes, type OtherField, type Outcome } from '@/lib/review/adjudicating/outcomes/outcome';
import { counted } from '@/lib/text/counted';
import { OutcomeComments } from './outcome-comments';
import { outcomeWords } from './outcome-words';

type OutcomePageProps = {
  articleId: string;
  outcomes: readonly Outcome[];
  /** Whether they are everybody's, or the person's own. */
  all: boolean;
  userId: string;
};

/** What became of checkers' claims when the work on an article was adjudicated: what stands now, what is other in it, or why nothing does. */
export function OutcomePage({ articleId, outcomes, all, userId }: OutcomePageProps) {
  if (outcomes.length === 0) {
    return (
      <EmptyState
        as="h1"
        title={all ? 'Nothing was adjudicated here.' : 'Nothing of yours was adjudicated here.'}
        action={<LinkButton href={`/articles/${articleId}`}>To the article</LinkButton>}
      >
        Once an editor has decided where its checkers differ, it stands here what became of each claim.
      </EmptyState>
    );
  }
  return (
    <>
      <header className="grid gap-1">
        <h1 className="display text-h2">{all ? 'What became of the checkers’ claims' : 'What became of your claims'}</h1>
        <p className="text-ink-2">{all ? `${counted(outcomes.length, 'claim')} of theirs.` : outcomeWords(countOutcomes(outcomes))}</p>
      </header>
      <ol className="border-rule border-b">
        {outcomes.map((outcome) => (
          <OutcomeRow key={outcome.claim.id} articleId={articleId} outcome={outcome} all={all} userId={userId} />
        ))}
      </ol>
    </>
  );
}

type OutcomeRowProps = { articleId: string; outcome: Outcome; all: boolean; userId: string };

function OutcomeRow({ articleId, outcome: { claim, standsFor, reason, by }, all, userId }: OutcomeRowProps) {
  return (
    <li id={`outcome-${claim.id}`} className="grid scroll-mt-16 gap-1 border-rule border-t py-3 target:bg-pencil-wash">
      <p dir="auto" className="quoted break-words">
        {claim.quote}
      </p>
      <p>
        <span className="text-ink-3">
          C{claim.number}
          {all ? (
            <>
              {' by '}
              <bdi>{claim.createdBy.name}</bdi>
            </>
          ) : null}
        </span>{' '}
        {standsFor === null ? (
          <>
            <b>✕ Not kept.</b> <bdi>{by.name}</bdi>: “<bdi>{reason}</bdi>”
          </>
        ) : (
          <>
            <b>{standsFor.other.length === 0 ? '= As it was made' : `≠ Changed: ${fieldsOf(standsFor.other)}`}</b>
            {', now '}
            <Link href={claimAddress(articleId, standsFor.id)} prefetch={false}>
              C{standsFor.number}
            </Link>{' '}
            <span className="text-ink-3">
              ({CLAIM_STATE_LABELS[standsFor.state].toLowerCase()}), decided by <bdi>{by.name}</bdi>
            </span>
          </>
        )}
      </p>
      {standsFor === null || standsFor.other.length === 0 ? null : (
        <dl className="grid gap-1 text-small">
          {standsFor.other.map(({ field, was, is }) => (
            <div key={field} className="grid gap-x-3 sm:grid-cols-[8.5em_minmax(0,1fr)]">
              <dt className="text-ink-2">{FIELD_FACTS[field].label}</dt>
              <dd className="break-words">
                <span className="sr-only">was </span>
                <del dir="auto">{linesOf(was)}</del> <span className="sr-only">and is now </span>
                <ins dir="auto">{linesOf(is)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <OutcomeComments claimId={claim.id} number={claim.number} userId={userId} edits={all} />
    </li>
  );
}

function linesOf(lines: readonly string[]): string {
  return lines.length === 0 ? 'nothing said' : lines.join(' · ');
}

function fieldsOf(fields: readonly OtherField[]): string {
  return fields.map(({ field }) => FIELD_FACTS[field].label.toLowerCase()).join(', ');
}
