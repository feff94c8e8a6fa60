import type { ReactNode } from 'react';
import type { Claim } from '@/lib/claims/claim';
import { gradeDoubtSentence } from '@/lib/claims/credibility';
import { EVIDENCE_KIND_LABELS, type Evidence, isOpenable, lacksLocator, STANCE_LABELS } from '@/lib/claims/evidence';
import {
  ATTRIBUTION_CHECK_LABELS,
  CONTENT_CHECK_LABELS,
  CREDIBILITY_LABELS,
  type Credibility,
  LIKELIHOOD_FACTS,
  type Likelihood,
} from '@/lib/claims/finding';
import { DetailSection, Fact, Facts } from './detail-section';

/**
 * What checking came to, and on what evidence. Credibility and likelihood are about the claim and stand here; how sure
 * the checker is stands with the tag, never beside them (ICD 203).
 */
export function FindingFacts({ claim: { finding, evidence }, gradeDoubt }: { claim: Claim; gradeDoubt: string | null }) {
  const { attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question } = finding;
  return (
    <DetailSection title="What checking came to">
      <Facts>
        <Fact term="Attribution">{ATTRIBUTION_CHECK_LABELS[attributionCheck]}</Fact>
        <Fact term="Content">{CONTENT_CHECK_LABELS[contentCheck]}</Fact>
        {credibility === null ? null : (
          <Fact term="Credibility">
            {credibilityWords(credibility)}
            {gradeDoubt === null ? null : <p className="text-alarm">{gradeDoubtSentence(gradeDoubt)}</p>}
          </Fact>
        )}
        {likelihood === null ? null : <Fact term="Likelihood">{likelihoodWords(likelihood)}</Fact>}
        {rationale === '' ? null : <Fact term="Because">{written(rationale)}</Fact>}
        {correction === '' ? null : <Fact term="Should say">{written(correction)}</Fact>}
        {question === '' ? null : <Fact term="To the author">{written(question)}</Fact>}
        <Fact term="Evidence">
          {evidence.length === 0 ? <span className="text-ink-3">none</span> : <EvidenceList evidence={evidence} />}
        </Fact>
      </Facts>
    </DetailSection>
  );
}

function credibilityWords(grade: Credibility): string {
  return `${grade}: ${CREDIBILITY_LABELS[grade].toLowerCase()}`;
}

function likelihoodWords(term: Likelihood): string {
  const { label, from, to } = LIKELIHOOD_FACTS[term];
  return `${label} (${from} to ${to} in 100)`;
}

function written(text: string): ReactNode {
  return (
    <p dir="auto" className="whitespace-pre-wrap break-words">
      {text}
    </p>
  );
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul className="grid gap-2">
      {evidence.map(({ id, kind, title, url, archivedUrl, locator, retrievedOn, stance }) => (
        <li key={id}>
          <p className="break-words">
            <b>{STANCE_LABELS[stance]}:</b>{' '}
            <Outside url={url}>
              <bdi>{title}</bdi>
            </Outside>
          </p>
          <p className="break-words text-ink-3 text-small">
            {EVIDENCE_KIND_LABELS[kind].toLowerCase()}
            {lacksLocator({ kind, locator }) ? ', no locator' : null}
            {locator === '' ? null : (
              <>
                , <bdi>{locator}</bdi>
              </>
            )}
            {url === null || isOpenable(url) ? null : (
              <>
                , <bdi>{url}</bdi> is not a web address
              </>
            )}
            {retrievedOn === null ? null : `, looked at on ${retrievedOn}`}
            {archivedUrl === null ? null : (
              <>
                {', '}
                <Outside url={archivedUrl}>archived copy</Outside>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A page of somebody else's: it learns neither where the reader came from nor gets a hand on this window. */
function Outside({ url, children }: { url: string | null; children: ReactNode }) {
  if (url === null || !isOpenable(url)) return children;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
