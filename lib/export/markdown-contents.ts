import type { Frame } from '@/lib/frame/frame';
import type { ReportModel } from '@/lib/report/model';
import { type ClaimLine, figureWords, foundWords, headFacts, headWords, moreWords, namedOf, unattributedGroups } from './contents-words';
import { limitLines } from './limit-words';
import { escapeInline } from './markdown-escape';
import { toReference } from './markdown-sourcing';
import { toExcerpt } from './wording';

/** What a report says beyond its label, in Markdown. All words of others pass the escape. */

export function toHeadFacts(model: ReportModel): string {
  return headFacts(model)
    .map((fact) => `- ${fact.term}: ${escapeInline(headWords(fact, model.frame))}`)
    .join('\n');
}

/** The checked copy: what should read otherwise, and what would stand there. */
export function* proposalPieces(model: ReportModel): Generator<string, void, undefined> {
  const { report, layout, attribution } = model.frame;
  yield `## ${report.sections.checked.title}\n\n${report.sections.checked.about}\n`;
  for (const { claim, correction, why } of model.contents.proposals) {
    const words = claim.spans.map(({ quote }) => quote).join(' […] ');
    const aside = why === '' ? '' : `\n  - ${escapeInline(why)}`;
    yield `\n- ${toReference(claim)} ${attribution.quoted(escapeInline(words))}\n  - ${layout.terms.shouldRead}: ${escapeInline(correction)}${aside}`;
  }
}

export function* unattributedPieces(model: ReportModel): Generator<string, void, undefined> {
  const { report, counts } = model.frame;
  yield `## ${report.sections.unattributed.title}\n\n${report.sections.unattributed.about}\n`;
  for (const { key, title, about } of unattributedGroups(model.frame)) {
    const claims = model.contents.unattributed[key];
    if (claims.length > 0) yield `\n- **${title}** (${counts.number(claims.length)}). ${about} ${claims.map(toReference).join(', ')}`;
  }
}

/** How much of a quote stands in the table, in UTF-16 units: the list of claims has all of it. */
const QUOTE_LENGTH = 160;

export function* numberPieces(model: ReportModel): Generator<string, void, undefined> {
  const { sections, numberColumns } = model.frame.report;
  yield `## ${sections.numbers.title}\n\n${sections.numbers.about}\n\n| ${numberColumns.join(' | ')} |\n|---|---|---|---|`;
  for (const row of model.contents.numbers) {
    const { claim } = row;
    const words = claim.spans.map(({ quote }) => quote.slice(0, 2 * QUOTE_LENGTH)).join(' […] ');
    const cells = [figureWords(row, model.frame), toExcerpt(words, QUOTE_LENGTH), foundWords(claim, model.frame)].map(escapeInline);
    yield `\n| ${toReference(claim)} | ${cells.join(' | ')} |`;
  }
}

/** What was not checked and why, and what the author is still to be asked. */
export function toLimits(model: ReportModel): string {
  const { questions } = model.contents;
  const { report } = model.frame;
  const asked = questions.map((claim) => `- ${toReference(claim)}: ${escapeInline(claim.finding.question)}`);
  return [
    `## ${report.sections.limits.title}`,
    limitLines(model)
      .map((line) => `- ${toLine(line, model.frame)}`)
      .join('\n'),
    ...(asked.length === 0 ? [] : [`### ${report.questions}`, asked.join('\n')]),
  ].join('\n\n');
}

function toLine({ head, claims, tail }: ClaimLine, frame: Frame): string {
  if (claims.length === 0) return escapeInline(`${head}${tail}`);
  const named = namedOf(claims).map(toReference);
  return `${escapeInline(head)} (${named.join(', ')}${moreWords(claims.length - named.length, frame)})${escapeInline(tail)}`;
}
