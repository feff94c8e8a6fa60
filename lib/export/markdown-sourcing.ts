import { chainLine } from '@/lib/attribution/chain-words';
import { handWords } from '@/lib/attribution/hand';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { ATTRIBUTION_CHECK_LABELS, CONTENT_CHECK_LABELS } from '@/lib/claims/finding';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { RELATION_FACTS } from '@/lib/claims/relation';
import type { ClaimPair } from '@/lib/provenance/label';
import { sentenceText } from '@/lib/provenance/label-sentences';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { escapeInline } from './markdown-escape';
import { groupPairs } from './pairs';
import { FACTS, NO_CONFLICTS, NO_ORIGINS, SECTIONS } from './report-words';
import {
  credibilityWords,
  deepestWords,
  evidenceLine,
  gradeDoubtWords,
  headline,
  INDEPENDENCE_FACTS,
  likelihoodWords,
  noteBetween,
  notHeld,
  outsideWords,
  retractedWords,
} from './sourcing-words';
import { toNumberText, toPercentText } from './wording';

/** The sourcing of a report in Markdown: label, speakers, origins, what does not fit, limits. All names pass the escape. */

/** `[A 8](#claim-8)`. */
export function toReference(claim: ReportClaim): string {
  return `[${toLetter(claim)} ${claim.number}](#claim-${claim.number})`;
}

export function toLetter({ sourceType }: ReportClaim): string {
  return SOURCE_CLASS_FACTS[toSourceClass(sourceType)].letter;
}

/** The headline, the label in sentences and the composition: letters, counts and bars of characters, so that no colour is needed. */
export function toLabel({ sourcing, counts }: ReportModel): string {
  const { label, sentences } = sourcing;
  if (counts.claims === 0) return 'No claims.';
  const most = Math.max(1, ...label.classes.map(({ claimIds }) => claimIds.length));
  const rows = label.classes.map(({ sourceClass, claimIds, share }) => {
    const { letter, label: name } = SOURCE_CLASS_FACTS[sourceClass];
    const bar = '█'.repeat(Math.ceil((claimIds.length / most) * BAR_LENGTH));
    return `| ${letter} | ${name} | ${toNumberText(claimIds.length)} | ${toPercentText(share.defined ? share.value : null)} | ${bar} |`;
  });
  return [
    `**${headline(label).join(' ')}**`,
    sentences.map((sentence) => `- ${escapeInline(sentenceText(sentence))}`).join('\n'),
    ['| | Class | Claims | Share | |', '|---|---|--:|--:|---|', ...rows].join('\n'),
    `Deepest chain: ${deepestWords(label)}. ${FACTS.fine}${counts.byState.rejected === 0 ? '' : ' Rejected claims are not counted.'}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const BAR_LENGTH = 20;

export function* speakerPieces({ sourcing, claims }: ReportModel): Generator<string, void, undefined> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  yield `## ${SECTIONS.sources.title}\n\n`;
  yield sourcing.speakers.length === 0 ? 'No claims.' : '| | Source | Presented as | Reach | Origin | Claims |\n|---|---|---|---|---|---|';
  for (const { name, source, sourceClass, presentation, claimIds, reach, reading, origin } of sourcing.speakers) {
    const { sign, label } = INDEPENDENCE_FACTS[origin.independence];
    const home = origin.name === null ? '' : `: ${origin.name}`;
    const cells = [
      SOURCE_CLASS_FACTS[sourceClass].letter,
      `${nameWords(name)}${retractedWords(source)}`,
      presentation,
      reading === null ? reach : `${reach}, ${reading}`,
      `${sign} ${label}${home}`,
    ];
    const references = claimIds.flatMap((id) => byId.get(id) ?? []).map(toReference);
    yield `\n| ${cells.map(escapeInline).join(' | ')} | ${toNumberText(claimIds.length)}: ${references.join(', ')} |`;
  }
}

export function* originPieces({ origins, claims }: ReportModel): Generator<string, void, undefined> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  yield `## ${SECTIONS.origins.title}\n`;
  if (origins.length === 0) yield `\n${NO_ORIGINS}`;
  for (const { name, independence, sources, groups, claimIds } of origins) {
    const references = claimIds.flatMap((id) => byId.get(id) ?? []).map(toReference);
    const lines = [
      `- **${escapeInline(name)}**: ${INDEPENDENCE_FACTS[independence].label}`,
      ...(sources.length === 0
        ? []
        : [`  - Sources: ${sources.map((source) => escapeInline(`${source.name}${retractedWords(source)}`)).join('; ')}`]),
      ...groups.flatMap(({ reason, attested }) => [
        ...(reason === '' ? [] : [`  - One origin because: ${escapeInline(reason)}`]),
        ...(attested === null ? [] : [`  - Independent because: ${escapeInline(attested)}`]),
      ]),
      `  - Claims: ${references.join(', ')}`,
    ];
    yield `\n${lines.join('\n')}`;
  }
}

export function* conflictPieces(model: ReportModel): Generator<string, void, undefined> {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  yield `## ${SECTIONS.conflicts.title}\n`;
  if (contradictions.length + tensions.length === 0 && outside === null) yield `\n${NO_CONFLICTS}`;
  yield* pairPieces(model, contradictions, 'contradicts');
  yield* pairPieces(model, tensions, 'tension');
  if (outside !== null) yield `\n- ${outside}`;
}

function* pairPieces(
  { claims }: ReportModel,
  pairs: readonly ClaimPair[],
  kind: 'contradicts' | 'tension',
): Generator<string, void, undefined> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const toQuote = (claim: ReportClaim) => `“${escapeInline(claim.spans.map(({ quote }) => quote).join(' […] '))}” ${toReference(claim)}`;
  for (const { centre, others } of groupPairs(pairs)) {
    const middle = byId.get(centre);
    if (middle === undefined) continue;
    yield `\n- ${toQuote(middle)}`;
    for (const other of others.flatMap((id) => byId.get(id) ?? [])) {
      const note = noteBetween(middle, other, kind);
      yield `\n  - ${RELATION_FACTS[kind].sign} ${toQuote(other)}${note === '' ? '' : `: ${escapeInline(note)}`}`;
    }
  }
}

/** What a claim's entry says of its sourcing and of what checking came to, as items of a list. */
export function toSourcingItems(claim: ReportClaim, model: ReportModel, byNumber: ReadonlyMap<number, ReportClaim>): readonly string[] {
  const { chain, sourcing, finding, evidence } = claim;
  const { hand, strength, origin } = sourcing;
  const hedges = chain.flatMap(hedgeFacts);
  const flags = sourcing.flags.filter(({ dismissed }) => !dismissed);
  const doubt = gradeDoubtWords(claim);
  return [
    `- Chain: ${escapeInline(chainLine(chain))}`,
    ...(hedges.length === 0 ? [] : [`- Hedged: ${escapeInline(hedges.join(', '))}`]),
    `- Reach: ${handWords(hand)}`,
    `- Strength: ${escapeInline(strength.sentence)}`,
    ...(origin === null ? [] : [`- Origin: ${escapeInline(origin.name)}; independence ${INDEPENDENCE_FACTS[origin.independence].label}`]),
    ...(flags.length === 0 ? [] : [`- Flags: ${flags.map((flag) => toFlag(flag, claim.note)).join('; ')}`]),
    ...sourcing.related.map(({ kind, number, note }) => {
      const other = number === null ? undefined : byNumber.get(number);
      const shown = other === undefined ? notHeld(model) : toReference(other);
      return `- ${RELATION_FACTS[kind].label} ${shown}${note === '' ? '' : `: ${escapeInline(note)}`}`;
    }),
    `- Did they say so: ${ATTRIBUTION_CHECK_LABELS[finding.attributionCheck].toLowerCase()}`,
    `- Is it so: ${CONTENT_CHECK_LABELS[finding.contentCheck].toLowerCase()}`,
    ...(finding.credibility === null
      ? []
      : [`- Credibility: ${[credibilityWords(finding.credibility), ...(doubt === null ? [] : [doubt])].join('. ')}`]),
    ...(finding.likelihood === null ? [] : [`- Likelihood: ${likelihoodWords(finding.likelihood)}`]),
    ...(finding.rationale === '' ? [] : [`- Finding: ${escapeInline(finding.rationale)}`]),
    ...(finding.correction === '' ? [] : [`- Should read: ${escapeInline(finding.correction)}`]),
    ...(finding.question === '' ? [] : [`- To the author: ${escapeInline(finding.question)}`]),
    ...evidence.map((piece) => `- Evidence: ${escapeInline(evidenceLine(piece))}`),
  ];
}

function toFlag({ flag, note }: ReportClaim['sourcing']['flags'][number], claimNote: string): string {
  return note === '' || note === claimNote ? FLAG_LABELS[flag] : `${FLAG_LABELS[flag]} (${escapeInline(note)})`;
}
