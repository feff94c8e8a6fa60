import { chainLine } from '@/lib/attribution/chain-words';
import { handWords } from '@/lib/attribution/hand';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { Frame } from '@/lib/frame/frame';
import type { ClaimPair } from '@/lib/provenance/label';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { escapeInline } from './markdown-escape';
import { groupPairs } from './pairs';
import {
  credibilityWords,
  deepestWords,
  evidenceLine,
  gradeDoubtWords,
  headline,
  independenceText,
  likelihoodWords,
  noteBetween,
  notHeld,
  outsideWords,
  reachText,
  retractedWords,
} from './sourcing-words';

/** The sourcing of a report in Markdown: label, speakers, origins, what does not fit, limits. All names pass the escape. */

/** `[A 8](#claim-8)`. */
export function toReference(claim: ReportClaim): string {
  return `[${toLetter(claim)} ${claim.number}](#claim-${claim.number})`;
}

export function toLetter({ sourceType }: ReportClaim): string {
  return SOURCE_CLASS_FACTS[toSourceClass(sourceType)].letter;
}

/** The headline, the label in sentences and the composition: letters, counts and bars of characters, so that no colour is needed. */
export function toLabel({ sourcing, counts, frame }: ReportModel): string {
  const { report, layout } = frame;
  const { label, sentences } = sourcing;
  if (counts.claims === 0) return report.noClaims;
  const most = Math.max(1, ...label.classes.map(({ claimIds }) => claimIds.length));
  const rows = label.classes.map(({ sourceClass, claimIds, share }) => {
    const { letter } = SOURCE_CLASS_FACTS[sourceClass];
    const name = frame.attribution.classes[sourceClass];
    const bar = '█'.repeat(Math.ceil((claimIds.length / most) * BAR_LENGTH));
    return `| ${letter} | ${name} | ${frame.counts.number(claimIds.length)} | ${frame.counts.percent(share.defined ? share.value : null)} | ${bar} |`;
  });
  return [
    `**${headline(label, frame).join(' ')}**`,
    sentences.map((sentence) => `- ${escapeInline(sentenceText(sentence))}`).join('\n'),
    [`| | ${layout.columns.class} | ${layout.columns.claims} | ${layout.columns.share} | |`, '|---|---|--:|--:|---|', ...rows].join('\n'),
    `${report.facts.deepest}: ${deepestWords(label, frame)}. ${report.facts.fine}${counts.byState.rejected === 0 ? '' : ` ${report.rejectedNotCounted}`}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const BAR_LENGTH = 20;

export function* speakerPieces({ sourcing, claims, frame }: ReportModel): Generator<string, void, undefined> {
  const { report, layout } = frame;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  yield `## ${report.sections.sources.title}\n\n`;
  yield sourcing.speakers.length === 0 ? report.noClaims : `| | ${layout.ledgerColumns.join(' | ')} |\n|---|---|---|---|---|---|`;
  for (const row of sourcing.speakers) {
    const { name, source, sourceClass, presentation, claimIds, origin } = row;
    const home = origin.name === null ? '' : `: ${origin.name}`;
    const cells = [
      SOURCE_CLASS_FACTS[sourceClass].letter,
      `${nameWords(name, frame.attribution)}${retractedWords(source, frame)}`,
      presentation,
      reachText(row),
      `${independenceText(origin, frame)}${home}`,
    ];
    const references = claimIds.flatMap((id) => byId.get(id) ?? []).map(toReference);
    yield `\n| ${cells.map(escapeInline).join(' | ')} | ${frame.counts.number(claimIds.length)}: ${references.join(', ')} |`;
  }
}

export function* originPieces({ origins, claims, frame }: ReportModel): Generator<string, void, undefined> {
  const { report } = frame;
  const { terms } = frame.layout;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  yield `## ${report.sections.origins.title}\n`;
  if (origins.length === 0) yield `\n${report.noOrigins}`;
  for (const { name, independence, sources, groups, claimIds } of origins) {
    const references = claimIds.flatMap((id) => byId.get(id) ?? []).map(toReference);
    const lines = [
      `- **${escapeInline(name)}**: ${report.independence[independence]}`,
      ...(sources.length === 0
        ? []
        : [`  - ${terms.sources}: ${sources.map((source) => escapeInline(`${source.name}${retractedWords(source, frame)}`)).join('; ')}`]),
      ...groups.flatMap(({ reason, attested }) => [
        ...(reason === '' ? [] : [`  - ${terms.oneOrigin}: ${escapeInline(reason)}`]),
        ...(attested === null ? [] : [`  - ${terms.independent}: ${escapeInline(attested)}`]),
      ]),
      `  - ${terms.claims}: ${references.join(', ')}`,
    ];
    yield `\n${lines.join('\n')}`;
  }
}

export function* conflictPieces(model: ReportModel): Generator<string, void, undefined> {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  yield `## ${model.frame.report.sections.conflicts.title}\n`;
  if (contradictions.length + tensions.length === 0 && outside === null) yield `\n${model.frame.report.noConflicts}`;
  yield* pairPieces(model, contradictions, 'contradicts');
  yield* pairPieces(model, tensions, 'tension');
  if (outside !== null) yield `\n- ${outside}`;
}

function* pairPieces(
  { claims, frame: { attribution } }: ReportModel,
  pairs: readonly ClaimPair[],
  kind: 'contradicts' | 'tension',
): Generator<string, void, undefined> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const toQuote = ({ spans }: ReportClaim) => attribution.quoted(escapeInline(spans.map(({ quote }) => quote).join(' […] ')));
  for (const { centre, others } of groupPairs(pairs)) {
    const middle = byId.get(centre);
    if (middle === undefined) continue;
    yield `\n- ${toQuote(middle)} ${toReference(middle)}`;
    for (const other of others.flatMap((id) => byId.get(id) ?? [])) {
      const note = noteBetween(middle, other, kind);
      yield `\n  - ${RELATION_FACTS[kind].sign} ${toQuote(other)} ${toReference(other)}${note === '' ? '' : `: ${escapeInline(note)}`}`;
    }
  }
}

/** What a claim's entry says of its sourcing and of what checking came to, as items of a list. */
export function toSourcingItems(claim: ReportClaim, model: ReportModel, byNumber: ReadonlyMap<number, ReportClaim>): readonly string[] {
  const { chain, sourcing, finding, evidence } = claim;
  const { frame } = model;
  const { terms } = frame.layout;
  const { within } = frame.counts;
  const { hand, strength, origin } = sourcing;
  const hedges = chain.flatMap((link) => hedgeFacts(link, frame));
  const flags = sourcing.flags.filter(({ dismissed }) => !dismissed);
  const doubt = gradeDoubtWords(claim, frame);
  return [
    `- ${terms.chain}: ${escapeInline(chainLine(chain, frame.attribution))}`,
    ...(hedges.length === 0 ? [] : [`- ${terms.hedged}: ${escapeInline(hedges.join(', '))}`]),
    `- ${terms.reach}: ${handWords(hand, frame.attribution)}`,
    `- ${terms.strength}: ${escapeInline(strength.sentence)}`,
    ...(origin === null
      ? []
      : [`- ${terms.origin}: ${frame.layout.independence(escapeInline(origin.name), frame.report.independence[origin.independence])}`]),
    ...(flags.length === 0 ? [] : [`- ${terms.flags}: ${flags.map((flag) => toFlag(flag, claim.note, frame)).join('; ')}`]),
    ...sourcing.related.map(({ kind, number, note }) => {
      const other = number === null ? undefined : byNumber.get(number);
      const shown = other === undefined ? notHeld(model) : toReference(other);
      return `- ${frame.claims.relations[kind]} ${shown}${note === '' ? '' : `: ${escapeInline(note)}`}`;
    }),
    `- ${terms.didTheySaySo}: ${within(frame.claims.attributionChecks[finding.attributionCheck])}`,
    `- ${terms.isItSo}: ${within(frame.claims.contentChecks[finding.contentCheck])}`,
    ...(finding.credibility === null
      ? []
      : [`- ${terms.credibility}: ${[credibilityWords(finding.credibility, frame), ...(doubt === null ? [] : [doubt])].join('. ')}`]),
    ...(finding.likelihood === null ? [] : [`- ${terms.likelihood}: ${likelihoodWords(finding.likelihood, frame)}`]),
    ...(finding.rationale === '' ? [] : [`- ${terms.finding}: ${escapeInline(finding.rationale)}`]),
    ...(finding.correction === '' ? [] : [`- ${terms.shouldRead}: ${escapeInline(finding.correction)}`]),
    ...(finding.question === '' ? [] : [`- ${terms.toTheAuthor}: ${escapeInline(finding.question)}`]),
    ...evidence.map((piece) => `- ${terms.evidence}: ${escapeInline(evidenceLine(piece, frame))}`),
  ];
}

function toFlag({ flag, note }: ReportClaim['sourcing']['flags'][number], claimNote: string, { claims }: Frame): string {
  return note === '' || note === claimNote ? claims.flags[flag] : `${claims.flags[flag]} (${escapeInline(note)})`;
}
