import { chainLines, chainsApart } from '@/lib/attribution/link-facts';
import type { DetailValues } from '@/lib/claims/detail-values';
import { DETAIL_FIELDS, type DetailField } from '@/lib/claims/details/details';
import { evidenceLine } from '@/lib/claims/evidence-words';
import {
  ATTRIBUTION_CHECK_LABELS,
  CONTENT_CHECK_LABELS,
  CREDIBILITY_LABELS,
  type Finding,
  LIKELIHOOD_FACTS,
  NO_FINDING,
} from '@/lib/claims/finding';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { RELATION_FACTS } from '@/lib/claims/relation';
import { claimWords } from '../shown-claim';
import type { Session } from './session';

export const DETAIL_LABELS: Readonly<Record<DetailField, string>> = {
  chain: 'Chain',
  finding: 'Finding',
  evidence: 'Evidence',
  flags: 'Flags',
  relations: 'Relations',
};

/** What names the claims and origin groups that a part points to. */
type Naming = Pick<Session, 'find' | 'data'>;

/** A part of a claim in words, a line for each thing in it; none where it holds nothing. For two versions beside each other, and to copy. */
export function partLines(part: DetailField, details: DetailValues, session: Naming): readonly string[] {
  const { chain, finding, evidence = [], flags = [], relations = [] } = details;
  switch (part) {
    case 'chain':
      return chain === undefined ? [] : chainLines(chain);
    case 'finding':
      return finding === undefined ? [] : findingLines(finding);
    case 'evidence':
      return evidence.map((piece) => evidenceLine(piece, (groupId) => groupName(groupId, session)));
    case 'flags':
      return flags.map(({ flag, verdict, note }) => withNote(`${FLAG_LABELS[flag]}${verdict === 'dismissed' ? ' (dismissed)' : ''}`, note));
    case 'relations':
      return relations.map(({ kind, claimId, note }) => {
        const other = session.find(claimId);
        return withNote(`${RELATION_FACTS[kind].label} ${other === null ? 'a claim that is gone' : claimWords(other)}`, note);
      });
  }
}

/** One part of two versions, to stand beside each other: where they differ, the lines do. */
export function partLinesApart(
  part: DetailField,
  a: DetailValues,
  b: DetailValues,
  session: Naming,
): readonly [readonly string[], readonly string[]] {
  if (part === 'chain' && a.chain !== undefined && b.chain !== undefined) return chainsApart(a.chain, b.chain);
  return [partLines(part, a, session), partLines(part, b, session)];
}

/** Every part given, as lines of plain text. */
export function detailLines(details: DetailValues, session: Naming): readonly string[] {
  return DETAIL_FIELDS.flatMap((part) => partLines(part, details, session).map((line) => `${DETAIL_LABELS[part]}: ${line}`));
}

function findingLines(finding: Finding): readonly string[] {
  const { attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question } = finding;
  return [
    attributionCheck === NO_FINDING.attributionCheck ? '' : `Attribution: ${ATTRIBUTION_CHECK_LABELS[attributionCheck]}`,
    contentCheck === NO_FINDING.contentCheck ? '' : `Content: ${CONTENT_CHECK_LABELS[contentCheck]}`,
    credibility === null ? '' : `Credibility ${credibility}: ${CREDIBILITY_LABELS[credibility]}`,
    likelihood === null ? '' : `Likelihood: ${LIKELIHOOD_FACTS[likelihood].label}`,
    rationale,
    correction === '' ? '' : `Should say: ${correction}`,
    question === '' ? '' : `To the author: ${question}`,
  ].filter((line) => line !== '');
}

function groupName(groupId: string, { data }: Naming): string {
  return data.groups.find(({ id }) => id === groupId)?.name ?? 'a group that is gone';
}

function withNote(words: string, note: string): string {
  return note === '' ? words : `${words}: ${note}`;
}
