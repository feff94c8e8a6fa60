import { chainLine } from '@/lib/attribution/chain-words';
import { handWords } from '@/lib/attribution/hand';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { ATTRIBUTION_CHECK_LABELS, CONTENT_CHECK_LABELS } from '@/lib/claims/finding';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { credibilityWords, evidenceLine, gradeDoubtWords, INDEPENDENCE_FACTS, likelihoodWords, notHeld } from './sourcing-words';
import { toTimeText } from './wording';

/** One thing that is said of a claim: what it is about, in our words, and what is so, which may hold words of others. */
export type ClaimFact = { readonly term: string; readonly words: string };

/**
 * All that a report says of a claim but its quote, type and source, as plain text in the order in which it is read: how it
 * came here, what checking came to, who did it. Only what is known.
 */
export function claimFacts(claim: ReportClaim, model: ReportModel): readonly ClaimFact[] {
  return [...toSourcing(claim), ...toRelations(claim, model), ...toFinding(claim), ...toWork(claim)];
}

function toSourcing({ chain, sourcing, note }: ReportClaim): readonly ClaimFact[] {
  const { hand, strength, origin } = sourcing;
  const hedges = chain.flatMap(hedgeFacts);
  const flags = sourcing.flags.filter(({ dismissed }) => !dismissed);
  const toFlag = (flag: (typeof flags)[number]) =>
    flag.note === '' || flag.note === note ? FLAG_LABELS[flag.flag] : `${FLAG_LABELS[flag.flag]} (${flag.note})`;
  return [
    { term: 'Chain', words: chainLine(chain) },
    ...(hedges.length === 0 ? [] : [{ term: 'Hedged', words: hedges.join(', ') }]),
    { term: 'Reach', words: handWords(hand) },
    { term: 'Strength', words: strength.sentence },
    ...(origin === null
      ? []
      : [{ term: 'Origin', words: `${origin.name}; independence ${INDEPENDENCE_FACTS[origin.independence].label}` }]),
    ...(flags.length === 0 ? [] : [{ term: 'Flags', words: flags.map(toFlag).join('; ') }]),
  ];
}

function toRelations({ sourcing }: ReportClaim, model: ReportModel): readonly ClaimFact[] {
  return sourcing.related.map(({ kind, number, note }) => ({
    term: RELATION_FACTS[kind].label,
    words: `${number === null ? notHeld(model) : `C${number}`}${note === '' ? '' : `: ${note}`}`,
  }));
}

function toFinding(claim: ReportClaim): readonly ClaimFact[] {
  const { credibility, likelihood, rationale, correction, question, attributionCheck, contentCheck } = claim.finding;
  const doubt = gradeDoubtWords(claim);
  return [
    { term: 'Did they say so', words: ATTRIBUTION_CHECK_LABELS[attributionCheck].toLowerCase() },
    { term: 'Is it so', words: CONTENT_CHECK_LABELS[contentCheck].toLowerCase() },
    ...(credibility === null
      ? []
      : [{ term: 'Credibility', words: [credibilityWords(credibility), ...(doubt === null ? [] : [doubt])].join('. ') }]),
    ...(likelihood === null ? [] : [{ term: 'Likelihood', words: likelihoodWords(likelihood) }]),
    ...(rationale === '' ? [] : [{ term: 'Finding', words: rationale }]),
    ...(correction === '' ? [] : [{ term: 'Should read', words: correction }]),
    ...(question === '' ? [] : [{ term: 'To the author', words: question }]),
    ...claim.evidence.map((piece) => ({ term: 'Evidence', words: evidenceLine(piece) })),
  ];
}

function toWork({ confidence, note, state, reason, createdBy, createdAt, lastEditedBy, approval }: ReportClaim): readonly ClaimFact[] {
  return [
    { term: 'Confidence', words: CONFIDENCE_FACTS[confidence].label.toLowerCase() },
    ...(note === '' ? [] : [{ term: 'Note', words: note }]),
    ...(state === 'approved' ? [] : [{ term: 'State', words: CLAIM_STATE_LABELS[state].toLowerCase() }]),
    ...(reason === null ? [] : [{ term: `Reason, by ${reason.by.name}`, words: reason.text }]),
    { term: 'Made by', words: `${createdBy.name}, ${toTimeText(createdAt)}` },
    ...(createdBy.id === lastEditedBy.id ? [] : [{ term: 'Last edited by', words: lastEditedBy.name }]),
    ...(approval === null ? [] : [{ term: 'Approved by', words: `${approval.by.name}, ${toTimeText(approval.at)}` }]),
  ];
}
