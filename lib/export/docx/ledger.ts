import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { type Xml, xml } from '../office/xml';
import { independenceText, reachText, retractedWords } from '../sourcing-words';
import { toExcerpt } from '../wording';
import { paragraph, tableEnd, tableRow, tableStart } from './blocks';
import { claimLinks, named } from './claim-names';
import { lookOf } from './class-look';
import { runs, STRONG } from './runs';

const SPEAKER_WIDTHS = [3, 21, 20, 13, 19, 16];

/** Who speaks: the source ledger. */
export function* speakerPieces({ sourcing, frame }: ReportModel, pick: Picker): Generator<string, void, undefined> {
  const { title } = frame.report.sections.sources;
  yield paragraph('Heading1', runs(title)).toString();
  if (sourcing.speakers.length === 0) {
    yield paragraph('Normal', runs(frame.report.noClaims)).toString();
    return;
  }
  yield tableStart(title, SPEAKER_WIDTHS, ['', ...frame.layout.ledgerColumns]).toString();
  for (const row of sourcing.speakers) {
    const { name, source, sourceClass, presentation, claimIds, origin } = row;
    const cells = [
      runs(SOURCE_CLASS_FACTS[sourceClass].letter, STRONG),
      named(`${nameWords(name, frame.attribution)}${retractedWords(source, frame)}`),
      named(presentation),
      runs(reachText(row)),
      xml`${runs(independenceText(origin, frame))}${origin.name === null ? null : xml`${runs(': ')}${named(origin.name)}`}`,
      xml`${runs(`${frame.counts.number(claimIds.length)}: `, STRONG)}${claimLinks(pick(claimIds))}`,
    ];
    yield tableRow(
      SPEAKER_WIDTHS,
      cells.map((content, at) => ({ content: paragraph('Cell', content), ...(at === 0 ? { fill: lookOf(sourceClass).tint } : {}) })),
    ).toString();
  }
  yield tableEnd().toString();
}

/** What they lean on: each origin with its sources and reasons. */
export function* originPieces({ origins, frame }: ReportModel, pick: Picker): Generator<string, void, undefined> {
  const { terms } = frame.layout;
  yield paragraph('Heading1', runs(frame.report.sections.origins.title)).toString();
  if (origins.length === 0) yield paragraph('Normal', runs(frame.report.noOrigins)).toString();
  for (const { name, independence, sources, groups, claimIds } of origins) {
    yield paragraph('Heading3', xml`${named(name)}${runs(` (${independenceText({ independence }, frame)})`)}`).toString();
    if (sources.length > 0) {
      const names = sources.map((source) => `${source.name}${retractedWords(source, frame)}`).join('; ');
      yield fact(terms.sources, named(names)).toString();
    }
    for (const { reason, attested } of groups) {
      if (reason !== '') yield fact(terms.oneOrigin, named(reason)).toString();
      if (attested !== null) yield fact(terms.independent, named(attested)).toString();
    }
    yield fact(terms.claims, claimLinks(pick(claimIds))).toString();
  }
}

export function fact(term: string, words: Xml): Xml {
  return paragraph('Fact', xml`${runs(`${term}: `, STRONG)}${words}`);
}

/** Of a quote outside the text, in UTF-16 units: the text above has all of it. */
const EXCERPT_LENGTH = 400;

/** The parts of a claim on one line, cut. */
export function quoteWords({ spans }: Pick<ReportClaim, 'spans'>): string {
  return toExcerpt(spans.map(({ quote }) => quote.slice(0, EXCERPT_LENGTH * 2)).join(' […] '), EXCERPT_LENGTH);
}
