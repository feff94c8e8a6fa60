import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, SOURCE_TYPE_FACTS, typesOfClass } from '@/lib/attribution/source-type';
import { SOURCE_TYPE_DEFINITIONS } from '@/lib/attribution/source-type-definitions';
import type { PersonRef } from '@/lib/kernel/person';
import type { ReportModel } from '@/lib/report/model';
import { claimFacts } from '../claim-facts';
import { stepWords } from '../contents-words';
import { type Xml, xml } from '../office/xml';
import { closingWords, METHOD, SECTIONS } from '../report-words';
import { toCountText, toListText, toTimeText } from '../wording';
import { paragraph } from './blocks';
import { claimLabel, entryMark, speakerWords, textMark } from './claim-names';
import { limitListPieces } from './contents';
import { isRtl } from './direction';
import { fact, quoteWords } from './ledger';
import { bookmark, linkTo, runs, THEIRS } from './runs';

/**
 * Every claim with all that its comment says: comments are not printed by every program, and not read by every screen reader.
 */
export function* claimPieces(model: ReportModel): Generator<string, void, undefined> {
  yield paragraph('Heading1', runs(SECTIONS.claims.title)).toString();
  if (model.claims.length === 0) yield paragraph('Normal', runs('None.')).toString();
  for (const [at, claim] of model.claims.entries()) {
    const words = quoteWords(claim);
    const rtl = isRtl(words);
    const label = linkTo(textMark(claim), runs(claimLabel(claim)));
    yield paragraph(
      'Heading3',
      bookmark(2 * at + 1, entryMark(claim), xml`${label}${runs('  ')}${runs(speakerWords(claim), THEIRS)}`),
    ).toString();
    yield paragraph('Quote', runs(words, { foreign: true, rtl }), { rtl, keep: true }).toString();
    for (const { term, words: said } of claimFacts(claim, model)) yield fact(term, runs(said, THEIRS)).toString();
    const places = claim.spans.map(({ place }) => `${place.start}–${place.end}`).join(', ');
    yield fact('In the text', runs(`code points ${places}`)).toString();
  }
}

/** What classes, types and words mean. */
export function* methodPieces(): Generator<string, void, undefined> {
  yield paragraph('Heading1', runs(SECTIONS.method.title)).toString();
  yield paragraph('Normal', runs(COMMENTS_WORDS)).toString();
  for (const sourceClass of SOURCE_CLASSES) {
    const { letter, label } = SOURCE_CLASS_FACTS[sourceClass];
    yield paragraph('Heading3', runs(`${letter}  ${label}`)).toString();
    for (const type of typesOfClass(sourceClass)) {
      yield fact(SOURCE_TYPE_FACTS[type].label, runs(SOURCE_TYPE_DEFINITIONS[type].definition)).toString();
    }
  }
  yield paragraph('Heading3', runs('Confidence, reach and strength, origins, places')).toString();
  for (const { words } of Object.values(METHOD)) yield paragraph('Fact', runs(words)).toString();
}

const COMMENTS_WORDS =
  'Each claim has its number before it and a comment on its words; a claim in several places has a comment on each. Where claims overlap, the line and tint are those of the claim that begins later. Footnotes hold the evidence.';

/** Limits, then who stands behind the file and the exact text it is about. */
export function* limitPieces(model: ReportModel): Generator<string, void, undefined> {
  yield paragraph('Heading1', runs(SECTIONS.limits.title)).toString();
  yield* limitListPieces(model);
  yield paragraph('Heading2', runs('Sign-off')).toString();
  yield* signOffPieces(model);
  yield paragraph('Small', runs(closingWords(model.kind))).toString();
}

export function* signOffPieces({
  people,
  desk,
  revision,
  generatedAt,
  generator,
  contents,
}: ReportModel): Generator<string, void, undefined> {
  yield fact('Annotated by', names(people.checkers)).toString();
  yield fact('Approved by', names(people.approvers)).toString();
  yield fact('Steps', runs(stepWords(contents.steps))).toString();
  yield fact('Desk', runs(desk.name, THEIRS)).toString();
  yield fact('Made', runs(toTimeText(generatedAt))).toString();
  const size = toCountText(revision.codePoints, 'code point');
  yield fact('Text', runs(`revision ${revision.number}, ${size}, imported ${toTimeText(revision.importedAt)}`)).toString();
  yield fact('SHA-256 of the text', runs(revision.sha256)).toString();
  yield fact('Written by', runs(`${generator.name} ${generator.version}`)).toString();
}

function names(people: readonly PersonRef[]): Xml {
  return runs(people.length === 0 ? 'nobody' : toListText(people.map(({ name }) => name)), THEIRS);
}
