import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { type AnnotatedBlock, annotatedBlocks, type Piece, type TextMark } from '@/lib/report/annotated-text';
import { REPORT_KIND_LABELS, type ReportClaim, type ReportModel } from '@/lib/report/model';
import { hasPart, type SectionId, sectionsOf } from '@/lib/report/parts';
import { stepWords } from './contents-words';
import { numberPieces, proposalPieces, toHeadFacts, toLimits, unattributedPieces } from './markdown-contents';
import { escapeEdges, escapeInline, escapeLines, escapeWithin } from './markdown-escape';
import { conflictPieces, originPieces, speakerPieces, toLabel, toLetter, toReference, toSourcingItems } from './markdown-sourcing';
import { SECTIONS } from './report-words';
import { retractedWords } from './sourcing-words';
import { targetsOf } from './targets';
import { toCountText, toListText, toNumberText, toTimeText } from './wording';

/**
 * Markdown to read, paste and keep (CommonMark; the tables are GitHub's). A claim stands in brackets in the
 * text: its number after the opening one, a link to its entry after the closing one.
 *
 *     Putin, according to sources, made it clear that \[⁸he considers … a mistake\] [A 8](#claim-8)
 *
 * Footnotes are not used: renderers number them afresh, and a claim's number is its name. Everything
 * from outside passes markdown-escape.ts.
 */
export function* markdownPieces(model: ReportModel): Generator<string, void, undefined> {
  const isThere = targetsOf(model);
  for (const piece of filePieces(model)) yield isThere === null ? piece : withoutDeadReferences(piece, isThere);
}

function* filePieces(model: ReportModel): Generator<string, void, undefined> {
  yield toHead(model);
  if (hasPart(model, 'label')) yield `\n\n${toFacts(model)}`;
  for (const id of sectionsOf(model)) {
    const pieces = CONTENTS[id];
    if (pieces === null) continue;
    yield '\n\n';
    yield* pieces(model);
  }
  yield '\n';
}

/** What stands in each section, its heading first; null where a section is in other formats only. */
const CONTENTS: Readonly<Record<SectionId, ((model: ReportModel) => Iterable<string>) | null>> = {
  text: textPieces,
  checked: proposalPieces,
  // The picture and what reads it belong to formats that are laid out in colour.
  provenance: null,
  sources: speakerPieces,
  origins: originPieces,
  conflicts: conflictPieces,
  unattributed: unattributedPieces,
  numbers: numberPieces,
  claims: claimPieces,
  figures: null,
  method: null,
  limits: (model) => [toLimits(model), '\n\n', toAbout(model)],
};

/** A reference to a claim's entry as what it reads, where there is no such entry. Brackets of anything from outside are escaped. */
function withoutDeadReferences(piece: string, isThere: (target: string) => boolean): string {
  return piece.replace(/\[([^[\]\\]*)\]\(#(claim-\d+)\)/gu, (whole, words: string, target: string) => (isThere(target) ? whole : words));
}

function toHead(model: ReportModel): string {
  const { kind, statuses, article, desk, generatedAt } = model;
  const states = toListText(statuses.map((state) => CLAIM_STATE_LABELS[state].toLowerCase()));
  const notice = kind === 'working_copy' ? `\n\n**Not a report.** This working copy holds claims in these states: ${states}.` : '';
  const topic = article.topic === '' ? '' : ` Topic: ${escapeInline(article.topic)}.`;
  return `# ${escapeInline(article.title)}\n\n${REPORT_KIND_LABELS[kind]} by ${escapeInline(desk.name)}, ${toTimeText(generatedAt)}.${topic}${notice}

${toHeadFacts(model)}`;
}

function toFacts(model: ReportModel): string {
  const { kind, sourcing, counts, revision } = model;
  const states = Object.entries(counts.byState)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${toNumberText(count)} ${state}`);
  const total = `${toCountText(sourcing.label.claimIds.length, 'claim')} in ${toCountText(revision.words, 'word')}`;
  return [
    '## Sourcing facts',
    `${total}.${kind === 'report' || states.length === 0 ? '' : ` This copy holds ${toListText(states)}.`}`,
    toLabel(model),
  ].join('\n\n');
}

function* textPieces(model: ReportModel): Generator<string, void, undefined> {
  yield `## ${SECTIONS.text.title}\n\nWords in brackets are a claim; its number stands at its beginning, a link to it at its end.`;
  for (const block of annotatedBlocks(model)) yield `\n\n${toBlock(block)}`;
}

function toBlock({ kind, pieces }: AnnotatedBlock): string {
  const line = escapeEdges(pieces.map(toPiece).join(''));
  return kind === 'title' ? `### ${line}` : line;
}

function toPiece({ text, opens, closes }: Piece): string {
  return `${opens.map(toOpening).join('')}${escapeWithin(text)}${closes.map(toClosing).join('')}`;
}

function toOpening({ claim }: TextMark): string {
  return `\\[${toSuperscript(claim.number)}`;
}

function toClosing({ claim }: TextMark): string {
  return `\\] ${toReference(claim)}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function toSuperscript(value: number): string {
  return [...String(value)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
}

function* claimPieces(model: ReportModel): Generator<string, void, undefined> {
  const { claims } = model;
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  yield `## ${SECTIONS.claims.title}`;
  if (claims.length === 0) yield '\n\nNone.';
  for (const claim of claims) yield `\n\n${toEntry(claim, toSourcingItems(claim, model, byNumber))}`;
}

/** The heading is what the references link to: its anchor is "claim-" and the number wherever headings have one. */
function toEntry(claim: ReportClaim, sourcing: readonly string[]): string {
  const { label } = SOURCE_TYPE_FACTS[claim.sourceType];
  const source = claim.source === null ? '' : ` – ${escapeInline(`${claim.source.name}${retractedWords(claim.source)}`)}`;
  const lines = [
    `- **${toLetter(claim)}, ${label}**${source}`,
    ...sourcing,
    `- Confidence: ${CONFIDENCE_FACTS[claim.confidence].label.toLowerCase()}`,
    `- State: ${CLAIM_STATE_LABELS[claim.state].toLowerCase()}`,
    ...toReason(claim),
    `- Made by ${escapeInline(claim.createdBy.name)}, ${toTimeText(claim.createdAt)}`,
    ...toEditor(claim),
    ...toApprover(claim),
    `- In the text: code points ${claim.spans.map(({ place }) => `${place.start}–${place.end}`).join(', ')}`,
  ];
  const quotes = claim.spans.map(({ quote }) => escapeLines(quote, '> '));
  return [
    `### Claim ${claim.number}`,
    quotes.join('\n>\n> …\n>\n'),
    lines.join('\n'),
    ...(claim.note === '' ? [] : [escapeLines(claim.note)]),
  ].join('\n\n');
}

function toReason({ reason }: ReportClaim): readonly string[] {
  return reason === null ? [] : [`- Reason, by ${escapeInline(reason.by.name)}: ${escapeInline(reason.text)}`];
}

function toEditor({ createdBy, lastEditedBy }: ReportClaim): readonly string[] {
  return createdBy.id === lastEditedBy.id ? [] : [`- Last edited by ${escapeInline(lastEditedBy.name)}`];
}

function toApprover({ approval }: ReportClaim): readonly string[] {
  return approval === null ? [] : [`- Approved by ${escapeInline(approval.by.name)}, ${toTimeText(approval.at)}`];
}

function toAbout({ revision, people, generator, contents }: ReportModel): string {
  const names = (list: readonly { readonly name: string }[]) =>
    list.length === 0 ? 'nobody' : toListText(list.map(({ name }) => escapeInline(name)));
  return [
    '### About this file',
    [
      `- Annotated by: ${names(people.checkers)}`,
      `- Approved by: ${names(people.approvers)}`,
      `- Steps: ${stepWords(contents.steps)}`,
      `- Text: revision ${revision.number}, ${toCountText(revision.codePoints, 'code point')}, imported ${toTimeText(revision.importedAt)}`,
      `- SHA-256 of the text: \`${escapeCode(revision.sha256)}\``,
      '- Offsets count Unicode code points from the beginning of the text; the end is not included.',
      `- Written by ${escapeInline(`${generator.name} ${generator.version}`)}`,
    ].join('\n'),
  ].join('\n\n');
}

/** A hash is hexadecimal; should it ever not be, it must not leave its code span. */
function escapeCode(text: string): string {
  return text.replace(/[^0-9a-f]/giu, '');
}
