import { CLAIM_STATES } from '@/lib/claims/claim-state';
import type { Frame } from '@/lib/frame/frame';
import { type AnnotatedBlock, annotatedBlocks, type Piece, type TextMark } from '@/lib/report/annotated-text';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { hasPart, type SectionId, sectionsOf } from '@/lib/report/parts';
import { stepWords } from './contents-words';
import { numberPieces, proposalPieces, toHeadFacts, toLimits, unattributedPieces } from './markdown-contents';
import { escapeEdges, escapeInline, escapeLines, escapeWithin } from './markdown-escape';
import { conflictPieces, originPieces, speakerPieces, toLabel, toLetter, toReference, toSourcingItems } from './markdown-sourcing';
import { retractedWords } from './sourcing-words';
import { targetsOf } from './targets';

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
  const { kind, statuses, article, desk, generatedAt, frame } = model;
  const { report, layout, counts } = frame;
  const states = counts.list(statuses.map((state) => counts.within(frame.claims.states[state])));
  const notice = kind === 'working_copy' ? `\n\n**${report.notAReport.head}** ${layout.workingCopyStates(states)}` : '';
  const topic = article.topic === '' ? '' : ` ${layout.terms.topic}: ${escapeInline(article.topic)}.`;
  return `# ${escapeInline(article.title)}\n\n${report.kinds[kind]}${layout.byDesk}${escapeInline(desk.name)}, ${counts.time(generatedAt)}.${topic}${notice}

${toHeadFacts(model)}`;
}

function toFacts(model: ReportModel): string {
  const { kind, sourcing, counts, revision, frame } = model;
  const states = CLAIM_STATES.filter((state) => counts.byState[state] > 0).map((state) =>
    frame.counts.inState(counts.byState[state], frame.counts.within(frame.claims.states[state])),
  );
  const total = frame.counts.claimsInWords(sourcing.label.claimIds.length, revision.words);
  return [
    `## ${frame.report.facts.title}`,
    `${total}.${kind === 'report' || states.length === 0 ? '' : ` ${frame.layout.copyHolds(frame.counts.list(states))}`}`,
    toLabel(model),
  ].join('\n\n');
}

function* textPieces(model: ReportModel): Generator<string, void, undefined> {
  yield `## ${model.frame.report.sections.text.title}\n\n${model.frame.layout.bracketed}`;
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
  const { claims, frame } = model;
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  yield `## ${frame.report.sections.claims.title}`;
  if (claims.length === 0) yield `\n\n${frame.layout.none}`;
  for (const claim of claims) yield `\n\n${toEntry(claim, toSourcingItems(claim, model, byNumber), frame)}`;
}

/** The heading is what the references link to: its anchor is "claim-" and the number wherever headings have one. */
function toEntry(claim: ReportClaim, sourcing: readonly string[], frame: Frame): string {
  const { layout, counts } = frame;
  const { terms } = layout;
  const { label } = frame.attribution.types[claim.sourceType];
  const source = claim.source === null ? '' : ` – ${escapeInline(`${claim.source.name}${retractedWords(claim.source, frame)}`)}`;
  const lines = [
    `- **${toLetter(claim)}, ${label}**${source}`,
    ...sourcing,
    `- ${terms.confidence}: ${counts.within(frame.claims.confidence[claim.confidence])}`,
    `- ${terms.state}: ${counts.within(frame.claims.states[claim.state])}`,
    ...toReason(claim, frame),
    `- ${layout.madeByAt(escapeInline(claim.createdBy.name), counts.time(claim.createdAt))}`,
    ...toEditor(claim, frame),
    ...toApprover(claim, frame),
    `- ${terms.inTheText}: ${layout.codePointsAt(claim.spans.map(({ place }) => `${place.start}–${place.end}`).join(', '))}`,
  ];
  const quotes = claim.spans.map(({ quote }) => escapeLines(quote, '> '));
  return [
    toHeading(claim, frame),
    quotes.join('\n>\n> …\n>\n'),
    lines.join('\n'),
    ...(claim.note === '' ? [] : [escapeLines(claim.note)]),
  ].join('\n\n');
}

/** Where the heading makes another anchor in this language, the anchor is written: renderers that clear it away lose the link alone. */
function toHeading({ number }: ReportClaim, { layout }: Frame): string {
  const words = layout.claim(number);
  const isAnchor = words.toLowerCase().replaceAll(' ', '-') === `claim-${number}`;
  return `### ${isAnchor ? '' : `<a id="claim-${number}"></a>`}${words}`;
}

function toReason({ reason }: ReportClaim, { layout }: Frame): readonly string[] {
  return reason === null ? [] : [`- ${layout.reasonBy(escapeInline(reason.by.name))}: ${escapeInline(reason.text)}`];
}

function toEditor({ createdBy, lastEditedBy }: ReportClaim, { layout }: Frame): readonly string[] {
  return createdBy.id === lastEditedBy.id ? [] : [`- ${layout.lastEditedByWho(escapeInline(lastEditedBy.name))}`];
}

function toApprover({ approval }: ReportClaim, { layout, counts }: Frame): readonly string[] {
  return approval === null ? [] : [`- ${layout.approvedByAt(escapeInline(approval.by.name), counts.time(approval.at))}`];
}

function toAbout(model: ReportModel): string {
  const { revision, people, generator, frame } = model;
  const { layout, counts } = frame;
  const { terms } = layout;
  const names = (list: readonly { readonly name: string }[]) =>
    list.length === 0 ? layout.nobody : counts.list(list.map(({ name }) => escapeInline(name)));
  return [
    `### ${layout.aboutFile}`,
    [
      `- ${terms.annotatedBy}: ${names(people.checkers)}`,
      `- ${terms.approvedBy}: ${names(people.approvers)}`,
      `- ${terms.steps}: ${stepWords(model)}`,
      `- ${terms.text}: ${layout.revisionText(revision.number, counts.codePoints(revision.codePoints), counts.time(revision.importedAt))}`,
      `- ${terms.textHash}: \`${escapeCode(revision.sha256)}\``,
      `- ${layout.offsets}`,
      `- ${layout.writtenByWhat(escapeInline(`${generator.name} ${generator.version}`))}`,
    ].join('\n'),
  ].join('\n\n');
}

/** A hash is hexadecimal; should it ever not be, it must not leave its code span. */
function escapeCode(text: string): string {
  return text.replace(/[^0-9a-f]/giu, '');
}
