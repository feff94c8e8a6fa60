import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, typesOfClass } from '@/lib/attribution/source-type';
import type { Frame } from '@/lib/frame/frame';
import type { PersonRef } from '@/lib/kernel/person';
import type { ReportModel } from '@/lib/report/model';
import { claimFacts } from '../claim-facts';
import { stepWords } from '../contents-words';
import { type Xml, xml } from '../office/xml';
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
  const { report, layout } = model.frame;
  yield paragraph('Heading1', runs(report.sections.claims.title)).toString();
  if (model.claims.length === 0) yield paragraph('Normal', runs(layout.none)).toString();
  for (const [at, claim] of model.claims.entries()) {
    const words = quoteWords(claim);
    const rtl = isRtl(words);
    const label = linkTo(textMark(claim), runs(claimLabel(claim)));
    yield paragraph(
      'Heading3',
      bookmark(2 * at + 1, entryMark(claim), xml`${label}${runs('  ')}${runs(speakerWords(claim, model.frame), THEIRS)}`),
    ).toString();
    yield paragraph('Quote', runs(words, { foreign: true, rtl }), { rtl, keep: true }).toString();
    for (const { term, words: said } of claimFacts(claim, model)) yield fact(term, runs(said, THEIRS)).toString();
    const places = claim.spans.map(({ place }) => `${place.start}–${place.end}`).join(', ');
    yield fact(layout.terms.inTheText, runs(layout.codePointsAt(places))).toString();
  }
}

/** What classes, types and words mean. */
export function* methodPieces({ frame }: ReportModel): Generator<string, void, undefined> {
  const { report, layout, attribution, definitions } = frame;
  yield paragraph('Heading1', runs(report.sections.method.title)).toString();
  yield paragraph('Normal', runs(layout.comments)).toString();
  for (const sourceClass of SOURCE_CLASSES) {
    const { letter } = SOURCE_CLASS_FACTS[sourceClass];
    yield paragraph('Heading3', runs(`${letter}  ${attribution.classes[sourceClass]}`)).toString();
    for (const type of typesOfClass(sourceClass)) {
      yield fact(attribution.types[type].label, runs(definitions.types[type])).toString();
    }
  }
  yield paragraph('Heading3', runs(layout.methodTerms)).toString();
  for (const { words } of Object.values(report.method)) yield paragraph('Fact', runs(words)).toString();
}

/** Limits, then who stands behind the file and the exact text it is about. */
export function* limitPieces(model: ReportModel): Generator<string, void, undefined> {
  const { report, layout } = model.frame;
  yield paragraph('Heading1', runs(report.sections.limits.title)).toString();
  yield* limitListPieces(model);
  yield paragraph('Heading2', runs(layout.signOff)).toString();
  yield* signOffPieces(model);
  yield paragraph('Small', runs(report.closing[model.kind])).toString();
}

export function* signOffPieces(model: ReportModel): Generator<string, void, undefined> {
  const { people, desk, revision, generatedAt, generator, frame } = model;
  const { layout, counts } = frame;
  const { terms } = layout;
  yield fact(terms.annotatedBy, names(people.checkers, frame)).toString();
  yield fact(terms.approvedBy, names(people.approvers, frame)).toString();
  yield fact(terms.steps, runs(stepWords(model))).toString();
  yield fact(terms.desk, runs(desk.name, THEIRS)).toString();
  yield fact(terms.made, runs(counts.time(generatedAt))).toString();
  const text = layout.revisionText(revision.number, counts.codePoints(revision.codePoints), counts.time(revision.importedAt));
  yield fact(terms.text, runs(text)).toString();
  yield fact(terms.textHash, runs(revision.sha256)).toString();
  yield fact(terms.writtenBy, runs(`${generator.name} ${generator.version}`)).toString();
}

function names(people: readonly PersonRef[], { layout, counts }: Frame): Xml {
  return runs(people.length === 0 ? layout.nobody : counts.list(people.map(({ name }) => name)), THEIRS);
}
