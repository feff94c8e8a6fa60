import { gradeDoubt, gradeDoubtSentence } from '@/lib/claims/credibility';
import { EVIDENCE_KIND_LABELS, type Evidence, isOpenable, lacksLocator, STANCE_LABELS } from '@/lib/claims/evidence';
import {
  ATTRIBUTION_CHECK_LABELS,
  CONTENT_CHECK_LABELS,
  CREDIBILITY_LABELS,
  type Finding,
  LIKELIHOOD_FACTS,
  NO_FINDING,
} from '@/lib/claims/finding';
import type { ShownClaim } from '../outbox/overlay';
import { useSession } from '../session/session-context';

/** What checking came to, in as few words as were found. Likelihood stands in a row of its own, apart from confidence. */
export function CardFinding({ claim: { id, finding, evidence } }: { claim: ShownClaim }) {
  const session = useSession();
  // Only a grade 1 leans on other claims: of all others nothing is counted here.
  const attested = finding.credibility === 1 ? session.standing().corroboration(id)?.attested : undefined;
  const doubt = attested === undefined ? null : gradeDoubt(finding.credibility, attested);
  const checks = checkWords(finding);
  return (
    <>
      {checks.length === 0 ? null : (
        <>
          <dt>Finding</dt>
          <dd>
            {checks.join(' ')}
            {doubt === null ? null : <span className="block text-alarm">{gradeDoubtSentence(doubt)}</span>}
          </dd>
        </>
      )}
      {finding.likelihood === null ? null : (
        <>
          <dt>Likelihood</dt>
          <dd>{likelihoodWords(finding.likelihood)}</dd>
        </>
      )}
      <LongText label="Why" text={finding.rationale} />
      <LongText label="Should say" text={finding.correction} />
      <LongText label="To the author" text={finding.question} />
      {evidence.length === 0 ? null : (
        <>
          <dt>Evidence</dt>
          <dd>
            <ul className="card-evidence">
              {evidence.map((piece) => (
                <EvidenceLine key={piece.id} piece={piece} />
              ))}
            </ul>
          </dd>
        </>
      )}
    </>
  );
}

function likelihoodWords(likelihood: NonNullable<Finding['likelihood']>): string {
  const { label, from, to } = LIKELIHOOD_FACTS[likelihood];
  return `${label} (${from}–${to} %)`;
}

function checkWords({ attributionCheck, contentCheck, credibility }: Finding): readonly string[] {
  return [
    attributionCheck === NO_FINDING.attributionCheck ? '' : `Attribution: ${ATTRIBUTION_CHECK_LABELS[attributionCheck].toLowerCase()}.`,
    contentCheck === NO_FINDING.contentCheck ? '' : `Content: ${CONTENT_CHECK_LABELS[contentCheck].toLowerCase()}.`,
    credibility === null ? '' : `Credibility ${credibility}, ${CREDIBILITY_LABELS[credibility].toLowerCase()}.`,
  ].filter((words) => words !== '');
}

function LongText({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <>
      <dt>{label}</dt>
      <dd className="card-note" dir="auto">
        {text}
      </dd>
    </>
  );
}

function EvidenceLine({ piece }: { piece: Evidence }) {
  const { stance, kind, title, url, locator } = piece;
  const name = <bdi>{title}</bdi>;
  return (
    <li>
      <span className="text-ink-3">{STANCE_LABELS[stance]}: </span>
      {url !== null && isOpenable(url) ? (
        <a href={url} target="_blank" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      <span className="text-ink-3">
        {' '}
        {EVIDENCE_KIND_LABELS[kind].toLowerCase()}
        {locator === '' ? '' : `, ${locator}`}
        {lacksLocator(piece) ? ', no locator' : ''}
        {url === null || isOpenable(url) ? null : (
          <>
            , <bdi>{url}</bdi> is not a web address
          </>
        )}
      </span>
    </li>
  );
}
