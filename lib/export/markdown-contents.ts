import type { ReportModel } from '@/lib/report/model';
import {
  type ClaimLine,
  figureWords,
  foundWords,
  headFacts,
  headWords,
  NUMBER_COLUMNS,
  namedOf,
  UNATTRIBUTED_GROUPS,
} from './contents-words';
import { limitLines } from './limit-words';
import { escapeInline } from './markdown-escape';
import { toReference } from './markdown-sourcing';
import { SECTIONS } from './report-words';
import { toExcerpt, toNumberText } from './wording';

/** What a report says beyond its label, in Markdown. All words of others pass the escape. */

export function toHeadFacts(model: ReportModel): string {
  return headFacts(model)
    .map((fact) => `- ${fact.term}: ${escapeInline(headWords(fact))}`)
    .join('\n');
}

/** The checked copy: what should read otherwise, and what would stand there. */
export function* proposalPieces(model: ReportModel): Generator<string, void, undefined> {
  yield `## ${SECTIONS.checked.title}\n\n${SECTIONS.checked.about}\n`;
  for (const { claim, correction, why } of model.contents.proposals) {
    const words = claim.spans.map(({ quote }) => quote).join(' […] ');
    const aside = why === '' ? '' : `\n  - ${escapeInline(why)}`;
    yield `\n- ${toReference(claim)} “${escapeInline(words)}”\n  - Should read: ${escapeInline(correction)}${aside}`;
  }
}

export function* unattributedPieces(model: ReportModel): Generator<string, void, undefined> {
  yield `## ${SECTIONS.unattributed.title}\n\n${SECTIONS.unattributed.about}\n`;
  for (const { key, title, about } of UNATTRIBUTED_GROUPS) {
    const claims = model.contents.unattributed[key];
    if (claims.length > 0) yield `\n- **${title}** (${toNumberText(claims.length)}). ${about} ${claims.map(toReference).join(', ')}`;
  }
}

/** How much of a quote stands in the table, in UTF-16 units: the list of claims has all of it. */
const QUOTE_LENGTH = 160;

export function* numberPieces(model: ReportModel): Generator<string, void, undefined> {
  yield `## ${SECTIONS.numbers.title}\n\n${SECTIONS.numbers.about}\n\n| ${NUMBER_COLUMNS.join(' | ')} |\n|---|---|---|---|`;
  for (const row of model.contents.numbers) {
    const { claim } = row;
    const words = claim.spans.map(({ quote }) => quote.slice(0, 2 * QUOTE_LENGTH)).join(' […] ');
    const cells = [figureWords(row), toExcerpt(words, QUOTE_LENGTH), foundWords(claim)].map(escapeInline);
    yield `\n| ${toReference(claim)} | ${cells.join(' | ')} |`;
  }
}

/** What was not checked and why, and what the author is still to be asked. */
export function toLimits(model: ReportModel): string {
  const { questions } = model.contents;
  const asked = questions.map((claim) => `- ${toReference(claim)}: ${escapeInline(claim.finding.question)}`);
  return [
    `## ${SECTIONS.limits.title}`,
    limitLines(model)
      .map((line) => `- ${toLine(line)}`)
      .join('\n'),
    ...(asked.length === 0 ? [] : ['### Questions to the author', asked.join('\n')]),
  ].join('\n\n');
}

function toLine({ head, claims, tail }: ClaimLine): string {
  if (claims.length === 0) return escapeInline(`${head}${tail}`);
  const named = namedOf(claims).map(toReference);
  const rest = claims.length - named.length;
  return `${escapeInline(head)} (${named.join(', ')}${rest === 0 ? '' : ` and ${toNumberText(rest)} more`})${escapeInline(tail)}`;
}
