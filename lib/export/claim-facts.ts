import { chainLine } from '@/lib/attribution/chain-words';
import { handWords } from '@/lib/attribution/hand';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { credibilityWords, evidenceLine, gradeDoubtWords, likelihoodWords, notHeld } from './sourcing-words';

/** One thing that is said of a claim: what it is about, in our words, and what is so, which may hold words of others. */
export type ClaimFact = { readonly term: string; readonly words: string };

/**
 * All that a report says of a claim but its quote, type and source, as plain text in the order in which it is read: how it
 * came here, what checking came to, who did it. Only what is known.
 */
export function claimFacts(claim: ReportClaim, model: ReportModel): readonly ClaimFact[] {
  return [...toSourcing(claim, model.frame), ...toRelations(claim, model), ...toFinding(claim, model.frame), ...toWork(claim, model.frame)];
}

function toSourcing({ chain, sourcing, note }: ReportClaim, frame: Frame): readonly ClaimFact[] {
  const { terms } = frame.layout;
  const { hand, strength, origin } = sourcing;
  const hedges = chain.flatMap((link) => hedgeFacts(link, frame));
  const flags = sourcing.flags.filter(({ dismissed }) => !dismissed);
  const toFlag = (flag: (typeof flags)[number]) =>
    flag.note === '' || flag.note === note ? frame.claims.flags[flag.flag] : `${frame.claims.flags[flag.flag]} (${flag.note})`;
  return [
    { term: terms.chain, words: chainLine(chain, frame.attribution) },
    ...(hedges.length === 0 ? [] : [{ term: terms.hedged, words: hedges.join(', ') }]),
    { term: terms.reach, words: handWords(hand, frame.attribution) },
    { term: terms.strength, words: strength.sentence },
    ...(origin === null
      ? []
      : [{ term: terms.origin, words: frame.layout.independence(origin.name, frame.report.independence[origin.independence]) }]),
    ...(flags.length === 0 ? [] : [{ term: terms.flags, words: flags.map(toFlag).join('; ') }]),
  ];
}

function toRelations({ sourcing }: ReportClaim, model: ReportModel): readonly ClaimFact[] {
  return sourcing.related.map(({ kind, number, note }) => ({
    term: model.frame.claims.relations[kind],
    words: `${number === null ? notHeld(model) : `C${number}`}${note === '' ? '' : `: ${note}`}`,
  }));
}

function toFinding(claim: ReportClaim, frame: Frame): readonly ClaimFact[] {
  const { terms } = frame.layout;
  const { within } = frame.counts;
  const { credibility, likelihood, rationale, correction, question, attributionCheck, contentCheck } = claim.finding;
  const doubt = gradeDoubtWords(claim, frame);
  return [
    { term: terms.didTheySaySo, words: within(frame.claims.attributionChecks[attributionCheck]) },
    { term: terms.isItSo, words: within(frame.claims.contentChecks[contentCheck]) },
    ...(credibility === null
      ? []
      : [{ term: terms.credibility, words: [credibilityWords(credibility, frame), ...(doubt === null ? [] : [doubt])].join('. ') }]),
    ...(likelihood === null ? [] : [{ term: terms.likelihood, words: likelihoodWords(likelihood, frame) }]),
    ...(rationale === '' ? [] : [{ term: terms.finding, words: rationale }]),
    ...(correction === '' ? [] : [{ term: terms.shouldRead, words: correction }]),
    ...(question === '' ? [] : [{ term: terms.toTheAuthor, words: question }]),
    ...claim.evidence.map((piece) => ({ term: terms.evidence, words: evidenceLine(piece, frame) })),
  ];
}

function toWork(claim: ReportClaim, { layout, claims, counts }: Frame): readonly ClaimFact[] {
  const { confidence, note, state, reason, createdBy, createdAt, lastEditedBy, approval } = claim;
  const { terms } = layout;
  return [
    { term: terms.confidence, words: counts.within(claims.confidence[confidence]) },
    ...(note === '' ? [] : [{ term: terms.note, words: note }]),
    ...(state === 'approved' ? [] : [{ term: terms.state, words: counts.within(claims.states[state]) }]),
    ...(reason === null ? [] : [{ term: layout.reasonBy(reason.by.name), words: reason.text }]),
    { term: terms.madeBy, words: `${createdBy.name}, ${counts.time(createdAt)}` },
    ...(createdBy.id === lastEditedBy.id ? [] : [{ term: terms.lastEditedBy, words: lastEditedBy.name }]),
    ...(approval === null ? [] : [{ term: terms.approvedBy, words: `${approval.by.name}, ${counts.time(approval.at)}` }]),
  ];
}
